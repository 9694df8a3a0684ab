"""Rows as CSV that a spreadsheet opens as it is meant: letters as they are, and nothing in it taken for a formula."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO
from typing import Final

#: What a spreadsheet takes for the beginning of a formula; some look past white space.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n")
#: Tells spreadsheets that the letters are in UTF-8.
_SIGNATURE: Final = "\ufeff"


def as_csv(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> str:
    """The rows under the names of their columns; None is an empty cell."""
    written = StringIO(newline="")
    written.write(_SIGNATURE)
    table = csv.writer(written)
    table.writerow(columns)
    table.writerows([_cell(row[column]) for column in columns] for row in rows)
    return written.getvalue()


def _cell(value: object) -> object:
    is_formula = isinstance(value, str) and value.lstrip(" ").startswith(_FORMULA)
    return f"'{value}" if is_formula else value
