import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.negation import REACH, affirmed, ruled_out

# Texts made of what negations are made of, and of letters whose lower case is longer.
pieces = st.sampled_from(
    ["no", "not", "inte", "utan", "utan att", "men", "but", ",", ".", "İ", "djur", "GMP", "don’t", "\n"]
)
texts = st.one_of(st.lists(pieces).map(" ".join), st.text(max_size=40))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("no animals, only people", ", only people"),
        ("We don't want GMP but research", "We but research"),
        ("We don’t want GMP but research", "We but research"),
        ("Cells without any virus. Then mice", "Cells . Then mice"),
        ("people instead of mice; today", "people ; today"),
        ("vi vill inte ha djur men celler", "vi vill men celler"),
        ("Helst utan GMP, på möss", "Helst , på möss"),
        ("inga möss bara människor", "bara människor"),
        ("I stället för grisar: celler", ": celler"),
        ("a need without limits", "a need "),
        ("No mice, rats or pigs. People", ". People"),
        ("Inga möss, råttor eller grisar, bara celler", ", bara celler"),
        ("no cells, genes or anything living in it", " in it"),
        ("no animals, just cells or tissue", ", just cells or tissue"),
        ("two species other than man", "two species "),
        ("for people, which rules out lab-grade material", "for people, which "),
        ("var som helst utom i Huddinge", "var som helst "),
        ("Knowing notes and nothingness", "Knowing notes and nothingness"),
        ("nothing negative here", ""),
        ("", ""),
    ],
)
def test_leaves_out_what_is_ruled_out(text: str, wanted: str) -> None:
    assert affirmed(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("inte djur utan celler", "utan celler"),
        ("Vi söker inte på möss, utan på grisar", "Vi söker , utan på grisar"),
        ("inga djur, utan människor utan GMP", ", utan människor "),
        ("utan djur, utan GMP", ", "),
        ("frys dem inte utan att fråga", "frys dem "),
    ],
)
def test_tells_the_swedish_but_from_without(text: str, wanted: str) -> None:
    assert affirmed(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "not only mice",
        "inte bara möss",
        "we have no idea how",
        "no matter what",
        "utan problem",
        "no bigger than mice",
        "nothing bigger than mice",
        "inte större än möss",
        "it has never been on people",
        "den har aldrig suttit på folk",
    ],
)
def test_some_negations_rule_nothing_out(text: str) -> None:
    assert ruled_out(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("film it without harming the cells in there", "film it  the cells in there"),
        ("inte döda cellerna, bara filma", " cellerna, bara filma"),
    ],
)
def test_what_must_not_be_harmed_is_there(text: str, wanted: str) -> None:
    assert affirmed(text) == wanted


def test_a_negation_reaches_a_few_words() -> None:
    words = [f"w{n}" for n in range(REACH + 2)]

    assert affirmed(f"no {' '.join(words)}") == " w6 w7"


@given(texts)
def test_what_is_ruled_out_stands_in_the_text_in_order(text: str) -> None:
    offsets = [offset for span in ruled_out(text) for offset in span]

    assert offsets == sorted(offsets)
    assert all(0 <= offset <= len(text) for offset in offsets)


@given(texts)
def test_what_is_affirmed_is_never_longer(text: str) -> None:
    assert len(affirmed(text)) <= len(text)


@given(texts)
def test_a_text_without_negations_is_all_affirmed(text: str) -> None:
    assert (affirmed(text) == text) == (ruled_out(text) == [])


@given(st.lists(pieces, max_size=12).map(" ".join))
def test_affirming_comes_to_an_end(text: str) -> None:
    for _ in range(text.count(" ") + 1):
        text = affirmed(text)

    assert affirmed(text) == text


def test_ten_thousand_negations_are_read_in_one_go() -> None:
    assert len(ruled_out("no a b c d e f g " * 10_000)) == 10_000
