"""What every signal is: a few named scores for chosen entries, for one query."""

from collections.abc import Mapping
from typing import Protocol

from matcher.corpus import Floats, Ints
from matcher.query import Query

Scores = Mapping[str, Floats]


class Signal(Protocol):
    """One kind of evidence.

    A signal is built once from a corpus and asked from several threads, so it keeps nothing of a query.
    """

    def scores(self, query: Query, rows: Ints) -> Scores:
        """Each of its named scores for the given entries, shape (rows,); more is better, 0 is nothing."""
