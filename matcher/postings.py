"""Postings: TF-IDF learned with scikit-learn, kept as plain arrays, asked term by term or row by row.

A query for all rows reads only the postings of its own terms; a query for a few rows reads only those rows. Neither
needs scikit-learn or SciPy, and the arrays are memory mapped, so that a command starts in a second. Which texts are
indexed, and what the scores mean, is the signals' business.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from matcher import text
from matcher.ragged import Ints, places, runs
from matcher.writing import whole

Floats = npt.NDArray[np.float32]
Analyzer = Callable[[str], list[str]]

ANALYZERS: dict[str, Analyzer] = {"stems": text.stems, "word_terms": text.word_terms, "grams": text.grams}
# A few rows are read row by row; from every fourth on, reading the terms' postings is less work.
FEW = 4
# The sentences of a need are asked again for each match that is explained, and its words by several signals.
LAST = 32
# What a sketch of all rows reads at most, rarest terms first: at 100,000 rows about a millisecond. The terms that are
# left out stand in so many rows that they hardly tell them apart.
MOST_POSTINGS = 200_000


class Asked(NamedTuple):
    """The known terms of a query by their numbers, and what each of them counts."""

    terms: Ints
    counts: Floats


@dataclass(frozen=True)
class RowWise:
    """The postings once more in the order of the rows.

    Attributes:
        starts: shape (rows + 1,); row r's terms are at starts[r] to starts[r + 1].
        terms: the term of each weight.
        weights: as in the postings.
    """

    starts: npt.NDArray[np.int64]
    terms: npt.NDArray[np.int32]
    weights: Floats

    def sums(self, by_term: Floats, rows: Ints, *, weighted: bool) -> Floats:
        """For each of some rows the sum of what its terms count, each times its weight there where that is wanted."""
        sums = np.zeros(len(rows), dtype=np.float32)
        counts = self.starts[rows + 1] - self.starts[rows]
        if counts.any():
            at = runs(self.starts, rows)
            values = by_term.take(np.concatenate([self.terms[part] for part in at]))
            if weighted:
                values *= np.concatenate([self.weights[part] for part in at])
            sums[counts > 0] = np.add.reduceat(values, (np.cumsum(counts) - counts)[counts > 0])
        return sums


@dataclass(frozen=True)
class Index:
    """TF-IDF vectors of unit length for some rows of text, by term.

    A term's weight in a row is `(1 + ln tf) * idf`, with `idf = ln((1 + n) / (1 + df)) + 1`, as scikit-learn's
    `TfidfVectorizer(sublinear_tf=True)` has it; a query is weighted alike.

    Attributes:
        analyzer: how a text becomes terms, a name in `ANALYZERS`.
        terms: each known term's number.
        idf: shape (terms,).
        starts: shape (terms + 1,); term t's postings are at starts[t] to starts[t + 1].
        rows: the row of each posting.
        weights: the weight of each posting.
        by_row: the same weights by row.
    """

    analyzer: str
    terms: dict[str, int]
    idf: Floats
    starts: npt.NDArray[np.int64]
    rows: npt.NDArray[np.int32]
    weights: Floats
    by_row: RowWise

    @property
    def size(self) -> int:
        """How many rows there are."""
        return len(self.by_row.starts) - 1

    def scores(self, query: str, rows: Ints | None = None) -> Floats:
        """Cosine of the query with some rows, in their order, or with every row."""
        return self._sums(self.weigh(query), rows, weighted=True)

    def rarity(self, query: str, rows: Ints) -> Floats:
        """For some rows the idf of the query's terms that each has, added up."""
        terms = self.weigh(query).terms
        return self._sums(Asked(terms, self.idf[terms]), rows, weighted=False)

    def sketched(self, query: str) -> Floats:
        """The cosines of all rows by the query's rarest terms alone, without reading more than `MOST_POSTINGS`."""
        asked = self.weigh(query)
        rarest_first = np.argsort(-self.idf[asked.terms], kind="stable")
        terms = asked.terms[rarest_first]
        read = np.cumsum(self.starts[terms + 1] - self.starts[terms])
        most = int(np.searchsorted(read, MOST_POSTINGS, side="right"))
        return self._of_all(Asked(terms[:most], asked.counts[rarest_first[:most]]), weighted=True)

    def _sums(self, asked: Asked, rows: Ints | None, *, weighted: bool) -> Floats:
        """For each row the sum of what the terms that it has count, times their weights there where that is wanted."""
        if rows is None:
            return self._of_all(asked, weighted=weighted)
        if len(rows) * FEW >= self.size:
            return self._of_all(asked, weighted=weighted)[rows]
        by_term = np.zeros(len(self.terms), dtype=np.float32)
        by_term[asked.terms] = asked.counts
        return self.by_row.sums(by_term, rows, weighted=weighted)

    def _of_all(self, asked: Asked, *, weighted: bool) -> Floats:
        at, lengths = places(self.starts, asked.terms)
        values = np.repeat(asked.counts, lengths)
        if weighted:
            values *= self.weights[at]
        return np.bincount(self.rows[at], weights=values, minlength=self.size).astype(np.float32)

    @cached_property
    def weigh(self) -> Callable[[str], Asked]:
        """The known terms of a query with their weights, together of unit length; of the last few, kept."""
        return lru_cache(maxsize=LAST)(self._weigh)

    def _weigh(self, query: str) -> Asked:
        known = {self.terms[t]: n for t, n in Counter(ANALYZERS[self.analyzer](query)).items() if t in self.terms}
        terms, times = (np.fromiter(each, dtype=np.int64) for each in (known.keys(), known.values()))
        weights = (1 + np.log(times)) * self.idf[terms]
        return Asked(terms, (weights / (np.sqrt(weights @ weights) or 1.0)).astype(np.float32))


def build(rows: Sequence[str], analyzer: str, *, least: int = 1) -> Index:
    """Learn the statistics of some rows of text.

    Args:
        rows: the texts.
        analyzer: a name in `ANALYZERS`.
        least: a term of fewer rows than this is left out.
    """
    from sklearn.feature_extraction.text import TfidfVectorizer

    learner = TfidfVectorizer(analyzer=ANALYZERS[analyzer], sublinear_tf=True, min_df=least, dtype=np.float32)
    try:
        matrix = learner.fit_transform(rows)
    except ValueError:  # scikit-learn refuses texts without a single term that counts
        return _without_terms(analyzer, len(rows))
    by_term = matrix.tocsc()
    return Index(
        analyzer=analyzer,
        terms={str(term): int(number) for term, number in learner.vocabulary_.items()},
        idf=learner.idf_.astype(np.float32),
        starts=by_term.indptr.astype(np.int64),
        rows=by_term.indices.astype(np.int32),
        weights=by_term.data.astype(np.float32),
        by_row=RowWise(matrix.indptr.astype(np.int64), matrix.indices.astype(np.int32), matrix.data.astype(np.float32)),
    )


def _without_terms(analyzer: str, size: int) -> Index:
    no_floats, no_ints = np.zeros(0, dtype=np.float32), np.zeros(0, dtype=np.int32)
    by_row = RowWise(np.zeros(size + 1, dtype=np.int64), no_ints, no_floats)
    return Index(analyzer, {}, no_floats, np.zeros(1, dtype=np.int64), no_ints, no_floats, by_row)


def save(index: Index, file: Path) -> None:
    """Write an index as one file, whole or not at all."""
    names = sorted(index.terms, key=index.terms.__getitem__)
    # Arrays with wide numbers first, so that each begins where a processor likes to read it.
    arrays: list[npt.NDArray[Any]] = [
        index.starts,
        index.by_row.starts,
        index.idf,
        index.rows,
        index.weights,
        index.by_row.terms,
        index.by_row.weights,
        *(np.frombuffer(words.encode() + b"\n", dtype=np.uint8) for words in ("\n".join(names), index.analyzer)),
    ]
    with whole(file) as unfinished, unfinished.open("wb") as out:
        for array in arrays:
            np.save(out, array)


def load(file: Path) -> Index:
    """An index that `save` wrote; what a query does not touch is not read."""
    starts, row_starts, idf, rows, weights, terms, term_weights, names, analyzer = _mapped(file)
    known = names.tobytes().decode().removesuffix("\n")
    return Index(
        analyzer=analyzer.tobytes().decode().strip(),
        terms={term: number for number, term in enumerate(known.split("\n"))} if known else {},
        idf=idf,
        starts=starts,
        rows=rows,
        weights=weights,
        by_row=RowWise(row_starts, terms, term_weights),
    )


def _mapped(file: Path) -> Iterator[npt.NDArray[Any]]:
    """The arrays that were saved one behind the other, each where it stands in the file."""
    with file.open("rb") as stored:
        mapped = mmap(stored.fileno(), 0, access=ACCESS_READ)
        while stored.tell() < len(mapped):
            np.lib.format.read_magic(stored)
            shape, _, kind = np.lib.format.read_array_header_1_0(stored)
            count = math.prod(shape)
            yield np.frombuffer(mapped, kind, count, stored.tell()) if count else np.zeros(0, kind)
            stored.seek(count * kind.itemsize, 1)
