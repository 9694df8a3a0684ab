import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from matcher.glossary import NO_GLOSSARY, Glossary, parse_glossary
from matcher.text import LONGEST_WORD

GLOSSARY = Glossary(
    [
        ("gång", "gait; walking"),
        ("analys", "analysis"),
        ("cell", "cell"),
        ("odling", "culture"),
        ("vävnad", "tissue"),
        ("prov", "sample; test"),
        ("levande", "living"),
        ("mus", "mouse"),
        ("möss", "mice"),
        ("skola", "school"),
        ("barn", "child"),
        ("fas i", "phase I"),
        ("levande celler", "live cells"),
        ("på plats", "on site"),
        ("på", "on"),
    ]
)


def test_a_word_has_all_its_meanings_and_a_compound_one() -> None:
    assert [GLOSSARY.meanings(word) for word in ("Prov", "vävnadsprov", "okänd")] == [
        ("sample", "test"),
        ("tissue sample test",),
        (),
    ]


# Words of which every beginning is a word: as many ways to cut a compound as there can be.
TANGLED = Glossary([("a" * size, f"a{size}") for size in range(3, 12)])


@pytest.mark.parametrize(
    ("swedish", "english"),
    [
        ("cell", "cell"),
        ("Analys", "analysis"),
        ("gång", "gait walking"),
        ("gang", "gait"),
        ("vavnad", "tissue"),
        ("proverna", "sample"),
        ("analysen", "analysis"),
        ("gånganalys", "gait walking analysis"),
        ("ganganalys", "gait analysis"),
        ("vävnadsprov", "tissue sample test"),
        ("cellodlingar", "cell culture"),
        ("skolbarn", "school child"),
        ("cell-odling", "cell culture"),
        ("T-cellerna", "t cell"),
        ("skolbarnsprov", "school child sample test"),
    ],
)
def test_puts_words_into_english(swedish: str, english: str) -> None:
    assert GLOSSARY.english(swedish) == english


@pytest.mark.parametrize(
    ("swedish", "english"),
    [
        ("levande celler på plats", "live cells on site"),
        ("Levande cellerna?", "live cells?"),
        ("på levande möss", "on living mice"),
        ("en fas I-studie", "en fas I-studie"),
        ("prov i fas I", "sample test i phase I"),
        ("möss,\n(på) IKEA", "mice,\n ( on) IKEA"),
        ("🙂 möss 🙂", "🙂 mice 🙂"),
        ("", ""),
    ],
)
def test_puts_sentences_into_english(swedish: str, english: str) -> None:
    assert GLOSSARY.english(swedish) == english


@pytest.mark.parametrize("word", ["xyz", "pro", "gå", "cellxyz", "xyzcell", "lov-lov", "åäö"])
def test_leaves_what_it_does_not_know(word: str) -> None:
    assert GLOSSARY.english(word) == word
    assert not GLOSSARY.knows(word)


def test_knows_inflections_and_compounds() -> None:
    assert GLOSSARY.knows("Cellodlingarna")


def test_counts_words_and_phrases() -> None:
    assert (len(GLOSSARY), len(NO_GLOSSARY)) == (15, 0)


def test_the_first_meaning_of_a_word_stays() -> None:
    assert Glossary([("prov", "sample"), ("prov", "exam")]).english("prov") == "sample"


def test_has_another_key_with_other_words() -> None:
    assert Glossary([("a", "b")]).key != Glossary([("a", "c")]).key


pieces = st.sampled_from(
    ["cell", "odling", "s", "prov", "gang", "-", "  ", "\n", "_", "på plats", "fas i", "é", "İ", "🙂"]
)


@given(st.one_of(st.text(), st.lists(pieces).map("".join)))
@example("_" * 100)
@example("-" * 20_000)
@example("cellprov" * 2_500)
@example("prov " * 4_000)
def test_any_text_becomes_english_of_like_length(text: str) -> None:
    longest = max(len(GLOSSARY.english(word)) for word in ("prov", "gång", "levande celler"))

    # No token is shorter than one letter, and each is followed by at most one blank.
    assert len(GLOSSARY.english(text)) <= (longest + 1) * len(text)


def test_a_word_with_a_million_cuts_is_looked_up_at_once() -> None:
    word = "a" * (LONGEST_WORD - 3) + "bbb"

    assert TANGLED.english(word) == word


def test_reads_files_in_order_of_their_names() -> None:
    files = {"b.tsv": "sv\ten\nprov\texam\n", "a.tsv": "sv\ten\nprov\tsample\n\n"}

    assert parse_glossary(files).english("prov") == "sample"


@pytest.mark.parametrize("line", ["prov", "prov\tsample\ttest", "prov\t", "\tsample"])
def test_names_the_line_that_is_no_row(line: str) -> None:
    with pytest.raises(ValueError, match=r"^a\.tsv:3: found .*, wanted a Swedish word, one tab, and its English$"):
        parse_glossary({"a.tsv": f"sv\ten\ncell\tcell\n{line}\n"})
