import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cli.spreadsheet import as_csv

CELLS = st.one_of(st.none(), st.text(st.characters(codec="utf-8", exclude_characters="\0")), st.integers(min_value=0))


def read(text: str) -> list[list[str]]:
    return list(csv.reader(StringIO(text.removeprefix("\ufeff"), newline="")))


@pytest.mark.parametrize("cell", ["=1+1", "+46", "-3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1"])
def test_what_would_be_a_formula_begins_with_an_apostrophe(cell: str) -> None:
    assert read(as_csv(["words"], [{"words": cell}])) == [["words"], [f"'{cell}"]]


@pytest.mark.parametrize("cell", ["oak", "a=b", "räksmörgås", 'say "oak", twice', "two\nlines", "1-2", ""])
def test_other_words_stay_as_they_are(cell: str) -> None:
    assert read(as_csv(["words", "n"], [{"words": cell, "n": 1}])) == [["words", "n"], [cell, "1"]]


def test_it_says_that_its_letters_are_in_utf_8() -> None:
    assert as_csv(["words"], []).encode().startswith(b"\xef\xbb\xbf")


@given(st.lists(st.tuples(CELLS, CELLS), max_size=5))
def test_whatever_people_wrote_every_row_is_whole_and_no_cell_is_a_formula(rows: list[tuple[object, object]]) -> None:
    _, *found = read(as_csv(["a", "b"], [{"a": a, "b": b} for a, b in rows]))

    wanted = [["" if cell is None else str(cell) for cell in row] for row in rows]
    assert [[cell.removeprefix("'") for cell in row] for row in found] == [
        [cell.removeprefix("'") for cell in row] for row in wanted
    ]
    assert not [cell for row in found for cell in row if cell.lstrip(" ").startswith(("=", "+", "-", "@"))]
