"""Precedents: what example needs and labelled needs like this one were matched to, learned by kernel ridge regression.

The kernel adds the cosines of character n-grams, of words and of meaning, and the cube of the last, so that a near
example counts for more than several distant ones; all of it counts for more where both texts state the same hard
limits, and for less where they state others. Besides entries it learns the outcomes, so that it also says whether a
text reads like a need that somebody here serves. Solved once for a catalogue and kept.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from matcher.corpus import Corpus, Floats, Ints
from matcher.encoders import Vectors
from matcher.entries import Field
from matcher.postings import Index
from matcher.products import products
from matcher.query import Query
from matcher.signals.signal import Scores
from matcher.signals.stance import stance

OUTCOMES = ("matches", "nothing_fits", "not_a_need", "unclear")
# Pieces of an entry that read like a need, or name what it is.
EXAMPLES: frozenset[Field] = frozenset({"ask", "shows", "head", "synonyms"})
# How much weight the examples together need to move a prediction; chosen by cross-validation among 0.5, 1, 2 and 4.
RIDGE = 2.0
# How much nearer one limit stated alike brings two texts, and one stated otherwise parts them; chosen among 0.3, 0.5,
# 0.6, 0.7, 1 and 1.7, between which there is little.
STATED = 0.6
# Beyond this many examples the solution no longer fits into a minute and a gigabyte.
MOST_EXAMPLES = 12_000


@dataclass(frozen=True)
class Examples:
    """Texts whose right answers are known.

    Attributes:
        texts: as `Query.both` has them.
        vectors: of their English, shape (texts, dimensions).
        stances: what they state of hard limits, shape (texts, dimensions of `stance`).
        targets: for each entry 0 to 1, then for each outcome 0 or 1; shape (texts, entries + outcomes).
    """

    texts: tuple[str, ...]
    vectors: Vectors
    stances: Floats
    targets: Floats

    def __add__(self, other: "Examples") -> "Examples":
        """These and the others."""
        return Examples(
            self.texts + other.texts,
            np.vstack([self.vectors, other.vectors]),
            np.vstack([self.stances, other.stances]),
            np.vstack([self.targets, other.targets]),
        )


@dataclass(frozen=True)
class Precedents:
    """The learned examples: `Signal` for entries, and `outcomes` for the whole need."""

    grams: Index
    words: Index
    vectors: Vectors
    stances: Floats
    weights: Floats
    entries: int

    def scores(self, query: Query, rows: Ints) -> Scores:
        """See `Signal`."""
        return self.predict(query, rows)[0]

    def outcomes(self, query: Query) -> dict[str, float]:
        """How much the text is like those of each outcome; about 0 to 1, not calibrated."""
        return self.predict(query, np.arange(0))[1]

    def predict(self, query: Query, rows: Ints) -> tuple[Scores, dict[str, float]]:
        """The scores and the outcomes, for the work of one of them."""
        predicted = self._predicted(query)
        outcomes = dict(zip(OUTCOMES, predicted[self.entries :].tolist(), strict=True))
        return {"precedents": predicted[: self.entries][rows]}, outcomes

    def _predicted(self, query: Query) -> Floats:
        wording = self.grams.scores(query.both) + self.words.scores(query.both)
        (cosines,) = products(self.vectors, query.vectors[:1], [slice(0, len(self.vectors))])
        near = (wording + _by_meaning(cosines)) * _by_limits(self.stances @ stance(query.limits))
        return np.asarray(products(self.weights.T, near[None], [slice(0, self.weights.shape[1])])[0])


def examples(queries: Sequence[Query], targets: Floats) -> Examples:
    """Some needs as examples, with what was right for each."""
    return Examples(
        tuple(query.both for query in queries),
        np.array([query.vectors[0] for query in queries]),
        np.array([stance(query.limits) for query in queries]),
        targets,
    )


def own_examples(corpus: Corpus, queries: Sequence[Query]) -> Examples:
    """The catalogue's own; the queries belong to the `example_chunks` of the same corpus."""
    targets = np.zeros((len(queries), len(corpus.entries) + len(OUTCOMES)), dtype=np.float32)
    targets[np.arange(len(queries)), corpus.owners[example_chunks(corpus)]] = 1.0
    targets[:, len(corpus.entries) + OUTCOMES.index("matches")] = 1.0
    return examples(queries, targets)


def example_chunks(corpus: Corpus) -> list[int]:
    """The numbers of the chunks that are the catalogue's own examples, in order."""
    return [number for number, chunk in enumerate(corpus.chunks) if chunk.field in EXAMPLES]


def kernel(grams: Index, words: Index, vectors: Vectors, stances: Floats) -> npt.NDArray[np.float64]:
    """Every example beside every other, shape (examples, examples)."""
    matrices = [_matrix(index) for index in (grams, words)]
    wording = sum((m @ m.T).toarray() for m in matrices)
    near = wording + _by_meaning(vectors @ vectors.T)
    return np.asarray(near * _by_limits(stances @ stances.T), dtype=np.float64)


def solve(gram: npt.NDArray[np.float64], targets: npt.NDArray[np.floating]) -> npt.NDArray[np.float64]:
    """The dual weights of ridge regression, shape (examples, targets).

    Saunders, Gammerman and Vovk, 1998, "Ridge regression learning algorithm in dual variables".
    """
    from scipy.linalg import cho_factor, cho_solve

    regular = gram + RIDGE * np.eye(len(gram))
    return np.asarray(cho_solve(cho_factor(regular, overwrite_a=True, check_finite=False), targets))


def _by_meaning(cosines: Floats) -> Floats:
    return np.asarray(cosines + np.maximum(cosines, 0.0) ** 3, dtype=np.float32)


def _by_limits(agreement: Floats) -> Floats:
    return np.asarray(1 + STATED * agreement, dtype=np.float32)


def _matrix(index: Index):  # type: ignore[no-untyped-def]  # noqa: ANN202 - a SciPy matrix, which has no types
    from scipy.sparse import csc_matrix

    return csc_matrix((index.weights, index.rows, index.starts), shape=(index.size, len(index.terms))).tocsr()
