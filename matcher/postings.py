"""Postings: TF-IDF learned with scikit-learn, kept as plain arrays, asked term by term.

A query reads only the postings of its own terms, never all rows, and needs neither scikit-learn nor SciPy, so that a
command starts in a second. Which texts are indexed, and what the scores mean, is the signals' business.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from matcher import text

Floats = npt.NDArray[np.float32]
Analyzer = Callable[[str], list[str]]

ANALYZERS: dict[str, Analyzer] = {"stems": text.stems, "word_terms": text.word_terms, "grams": text.grams}


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
        size: how many rows there are.
    """

    analyzer: str
    terms: dict[str, int]
    idf: Floats
    starts: npt.NDArray[np.int64]
    rows: npt.NDArray[np.int32]
    weights: Floats
    size: int

    def scores(self, query: str) -> Floats:
        """Cosine of the query with every row, shape (rows,)."""
        found = np.zeros(self.size, dtype=np.float32)
        for term, weight in self.weigh(query):
            at = slice(self.starts[term], self.starts[term + 1])
            found[self.rows[at]] += weight * self.weights[at]
        return found

    def weigh(self, query: str) -> list[tuple[int, float]]:
        """The query's known terms with their weights, together of unit length."""
        counts = Counter(ANALYZERS[self.analyzer](query))
        known = [(self.terms[t], n) for t, n in counts.items() if t in self.terms]
        raw = [(t, float((1 + np.log(n)) * self.idf[t])) for t, n in known]
        length = float(np.sqrt(sum(w * w for _, w in raw))) or 1.0
        return [(t, w / length) for t, w in raw]


def build(rows: Sequence[str], analyzer: str, *, least: int = 1) -> Index:
    """Learn the statistics of some rows of text.

    Args:
        rows: the texts.
        analyzer: a name in `ANALYZERS`.
        least: a term of fewer rows than this is left out.
    """
    from sklearn.feature_extraction.text import TfidfVectorizer

    learner = TfidfVectorizer(analyzer=ANALYZERS[analyzer], sublinear_tf=True, min_df=least, dtype=np.float32)
    matrix = learner.fit_transform(rows).tocsc()
    return Index(
        analyzer=analyzer,
        terms={str(term): int(number) for term, number in learner.vocabulary_.items()},
        idf=learner.idf_.astype(np.float32),
        starts=matrix.indptr.astype(np.int64),
        rows=matrix.indices.astype(np.int32),
        weights=matrix.data.astype(np.float32),
        size=len(rows),
    )


def save(index: Index, file: Path) -> None:
    """Write an index as one file, whole or not at all."""
    unfinished = file.with_suffix(".part")
    file.parent.mkdir(parents=True, exist_ok=True)
    names = sorted(index.terms, key=index.terms.__getitem__)
    with unfinished.open("wb") as out:
        np.savez(
            out,
            analyzer=np.array(index.analyzer),
            terms=np.frombuffer("\n".join(names).encode(), dtype=np.uint8),
            idf=index.idf,
            starts=index.starts,
            rows=index.rows,
            weights=index.weights,
            size=np.array(index.size),
        )
    unfinished.replace(file)


def load(file: Path) -> Index:
    """Read an index that `save` wrote."""
    with np.load(file) as kept:
        names = kept["terms"].tobytes().decode()
        return Index(
            analyzer=str(kept["analyzer"]),
            terms={term: number for number, term in enumerate(names.split("\n"))} if names else {},
            idf=kept["idf"],
            starts=kept["starts"],
            rows=kept["rows"],
            weights=kept["weights"],
            size=int(kept["size"]),
        )
