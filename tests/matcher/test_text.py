import hashlib
import unicodedata
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher import text as reading
from matcher.negation import affirmed
from matcher.text import LONGEST_TEXT, LONGEST_WORD, clean, fold, grams, sentences, stem, stems, word_terms, words

# Letters of several scripts, marks that combine, invisible ones, white space and half a surrogate pair.
strange = st.text(
    st.one_of(st.characters(), st.sampled_from("aåÅİß’ﷺ­\u200b\u0301\ud800\x00\n\r\t  -.,1)")), max_size=60
)


@pytest.mark.parametrize(
    ("raw", "wanted"),
    [
        ("  two   blanks\tand a tab ", "two blanks and a tab"),
        ("one\r\ntwo\n\nthree", "one\ntwo\n\nthree"),
        ("null\x00and bell\x07", "null and bell"),
        ("ga\u030angprov", "gångprov"),
        ("gång\u00adanalys", "gånganalys"),
        ("cell\u200b\ufeffcount", "cellcount"),
        ("no\u00a0break", "no break"),
        ("ﬁbre m²", "fibre m2"),
        ("half \ud800 pair", "half pair"),
        ("", ""),
    ],
)
def test_cleans(raw: str, wanted: str) -> None:
    assert clean(raw) == wanted


@given(strange)
def test_what_is_clean_stays_as_it_is(raw: str) -> None:
    assert clean(clean(raw)) == clean(raw)


@given(strange)
def test_clean_text_has_no_invisible_characters_but_line_breaks(raw: str) -> None:
    kinds = {unicodedata.category(character) for character in clean(raw).replace("\n", "")}

    assert not kinds & {"Cc", "Cf", "Cs", "Co", "Cn"}


@pytest.mark.parametrize("raw", ["x" * 100_000, "ﷺ" * LONGEST_TEXT, "a b\n" * 20_000])
def test_nothing_is_longer_than_the_longest_text(raw: str) -> None:
    assert len(clean(raw)) <= LONGEST_TEXT


@pytest.mark.parametrize(
    ("raw", "wanted"), [("Gånganalys PÅ Örat", "ganganalys pa orat"), ("don’t", "don't"), ("İstanbul", "istanbul")]
)
def test_folds_letters_that_people_leave_out(raw: str, wanted: str) -> None:
    assert fold(raw) == wanted


@given(strange)
def test_folding_moves_nothing(raw: str) -> None:
    assert len(fold(raw)) == len(raw)


def test_a_hyphenated_word_gives_its_parts_too() -> None:
    assert words("Live-cell imaging, T-celler!") == ["live-cell", "live", "cell", "imaging", "t-celler", "t", "celler"]


@given(strange)
def test_words_are_folded_and_short(raw: str) -> None:
    assert all(word == fold(word) and 0 < len(word) <= LONGEST_WORD for word in words(raw))


def test_one_enormous_word_is_one_word() -> None:
    assert words("å" * 20_000) == ["a" * LONGEST_WORD]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("cell", "cells"),
        ("imaging", "images"),
        ("tested", "testing"),
        ("odlingar", "odlingarna"),
        ("provet", "prover"),
        ("Patienterna", "patienter"),
        ("mätningar", "matningarna"),
        ("antibody", "antibodies"),
        ("hjärnan", "hjärna"),
        ("sensorn", "sensorer"),
        ("cancern", "cancer"),
        ("muskeln", "muskler"),
        ("humans", "human"),
        ("models", "model"),
    ],
)
def test_inflections_share_a_stem(one: str, other: str) -> None:
    assert stems(one) == stems(other)


def test_word_terms_are_stems_and_pairs_of_neighbours() -> None:
    assert word_terms("oak chairs break") == ["oak", "chair", "break", "oak chair", "chair break"]


def test_grams_stay_within_words() -> None:
    assert grams("ab cde") == [" ab", "ab ", " ab ", " cd", "cde", "de ", " cde", "cde ", " cde "]


def test_the_shortest_words_are_one_gram() -> None:
    assert grams("a å") == [" a ", " a "]


@pytest.mark.parametrize(
    ("raw", "wanted"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("We need:\n- a lab\n- mice\n", ["We need:", "a lab", "mice"]),
        ("Three things: 1) a lab 2) mice 3. pigs", ["Three things:", "a lab", "mice", "pigs"]),
        ("a) solder b) print", ["solder", "print"]),
        ("at 3.5 degrees, e.g. now", ["at 3.5 degrees, e.g.", "now"]),
        ("> quoted\n\n> again", ["quoted", "again"]),
        (" \n - \n", []),
        ("Our virus (hantavirus, so level 3) and a spray", ["Our virus (hantavirus, so level 3) and a spray"]),
        ("Cells (e.g. T cells. Or others.) Now", ["Cells (e.g. T cells. Or others.) Now"]),
        ("(a) mice (b) rats 2) pigs", ["mice", "rats", "pigs"]),
        ("One (open. Two", ["One (open.", "Two"]),
        ("we need (1) a helmet (2) a meeting room", ["we need", "a helmet", "a meeting room"]),
        ("a lab (level 3)\nmice", ["a lab (level 3)", "mice"]),
    ],
)
def test_sentences_and_list_items(raw: str, wanted: list[str]) -> None:
    assert sentences(raw) == wanted


@given(strange)
def test_sentences_are_pieces_of_the_text(raw: str) -> None:
    text = clean(raw)

    assert all(piece.strip() and piece in text for piece in sentences(text))


def test_threads_stem_as_one_does() -> None:
    several = [
        f"{start}{end}" for start in ("cell", "prov", "test") for end in ("ing", "erna", "s", "ed", "arnas") * 40
    ]
    alone = [stem.__wrapped__(word) for word in several]

    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(stem.__wrapped__, several)) == alone


def test_a_text_that_is_read_otherwise_has_another_version() -> None:
    sample = (
        "Live-cell imaging på ÖGON: don’t fix 12 pig-lungs, gånganalysernas T-celler x; without harming cells, hjärnan"
    )
    terms = "|".join([*stems(sample), *word_terms(sample), *grams(sample), affirmed(clean(sample))])

    digest = hashlib.blake2b(terms.encode(), digest_size=4).hexdigest()

    # Kept indexes hold terms made in the old way: count VERSION up when this digest changes.
    assert (reading.VERSION, digest) == (7, "bf89e393")
