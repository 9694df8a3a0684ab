"""Precedents: what example needs and labelled needs like this one were matched to, learned by kernel ridge regression.

The kernel adds the cosines of character n-grams, of words and of meaning. Shared words count for more where the
meaning is near as well, and the cube of the meaning makes one near example count for more than several distant ones;
all of it counts for more where both texts state the same hard limits, and for less where they state others. Sums and
products of kernels are kernels (Shawe-Taylor and Cristianini, 2004, "Kernel Methods for Pattern Analysis", 3.1).
Besides entries it learns the outcomes, so that it also says whether a text reads like a need that somebody here
serves. Of a long text it also reads the passages, since what is asked there may drown in what is told. Solved once for
a catalogue and kept.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from matcher.corpus import Corpus, Floats, Ints
from matcher.encoders import Vectors
from matcher.entries import Field
from matcher.postings import Index, build
from matcher.products import products
from matcher.query import Query
from matcher.signals.signal import Scores
from matcher.signals.stance import stance

# Counted up when the same examples teach otherwise: what was kept on disk is made anew.
VERSION = 2
OUTCOMES = ("matches", "nothing_fits", "not_a_need", "unclear")
# What is said of a whole need: how much it is like those of each outcome, and how much that one of its passages is
# that reads most like a need somebody serves.
LIKENESS = (*OUTCOMES, *(f"{outcome} in a passage" for outcome in OUTCOMES))
# Pieces of an entry that read like a need, or name what it is.
EXAMPLES: frozenset[Field] = frozenset({"ask", "shows", "head", "synonyms"})
# How much weight the examples together need to move a prediction; chosen by cross-validation among 0.5, 1, 1.5 and 2.
RIDGE = 1.0
# How much more shared words count where the meaning is the same, and how much one near example counts beside several
# distant ones; chosen among 0, 2, 4, 6 and 10, and among 1, 2, 3 and 5, between the last of which there is little.
TOGETHER = 6.0
NEAR = 3.0
# What any two texts have in common, so that a text like no example is told what is usual and not 0; 0.03 to 1 do alike.
COMMON = 0.3
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
class Indexed:
    """Examples with their words and n-grams indexed, so that any text can be laid beside all of them.

    Attributes:
        vectors: as `Examples` has them; so are `stances`.
    """

    grams: Index
    words: Index
    vectors: Vectors
    stances: Floats

    def kernel(self) -> npt.NDArray[np.float64]:
        """Every example beside every other, shape (examples, examples)."""
        matrices = [_matrix(index) for index in (self.grams, self.words)]
        wording = sum((m @ m.T).toarray() for m in matrices)
        return _near(wording, self.vectors @ self.vectors.T, self.stances @ self.stances.T).astype(np.float64)

    def beside(self, query: Query) -> Floats:
        """A need beside every example, and behind it each of its passages; shape (1 + passages, examples).

        A passage states what the whole need states of hard limits.
        """
        texts = [query.both, *(passage.both for passage in query.passages)]
        vectors = np.array([query.vectors[0], *(passage.vector for passage in query.passages)])
        wording = np.array([self.grams.scores(text) + self.words.scores(text) for text in texts])
        meaning = products(self.vectors, vectors, [slice(0, len(self.vectors))])
        return _near(wording, meaning, self.stances @ stance(query.limits))


@dataclass(frozen=True)
class Precedents:
    """The learned examples, and what they say of a need.

    Attributes:
        weights: as `solve` gives them, shape (examples, targets).
    """

    examples: Indexed
    weights: Floats
    entries: int

    def predict(self, query: Query, rows: Ints) -> tuple[Scores, dict[str, float]]:
        """The scores, and by the names in `LIKENESS` how much the need is like others, about 0 to 1, not calibrated."""
        beside = self.examples.beside(query)
        found = gist(products(self.weights.T, beside, [slice(0, self.weights.shape[1])]), self.entries)
        return {"precedents": found[: self.entries][rows]}, of_whole(found, self.entries)


def gist(predicted: Floats, entries: int) -> Floats:
    """What is predicted of a need and of its passages in one row: for each entry a score, then `LIKENESS`.

    The score is the mean of what the whole need and the passage that asks say; the best passage of each entry, whether
    it asks or not, is worse in cross-validation.

    Args:
        predicted: shape (1 + passages, targets), the whole need first.
        entries: how many of the targets are entries.
    """
    whole, passages = predicted[0], predicted[1:] if len(predicted) > 1 else predicted
    asking = passages[passages[:, entries + OUTCOMES.index("matches")].argmax()]
    return np.concatenate([(whole[:entries] + asking[:entries]) / 2, whole[entries:], asking[entries:]])


def of_whole(found: Floats, entries: int) -> dict[str, float]:
    """The part of a `gist` that is about the whole need."""
    return dict(zip(LIKENESS, found[entries:].tolist(), strict=True))


def examples(queries: Sequence[Query], targets: Floats) -> Examples:
    """Some needs as examples, with what was right for each."""
    return Examples(
        tuple(query.both for query in queries),
        np.array([query.vectors[0] for query in queries]),
        np.array([stance(query.limits) for query in queries]),
        targets,
    )


def indexed(known: Examples) -> Indexed:
    """The same, ready for any text to be laid beside them; what stands in one example alone tells nothing of others."""
    grams, words = (build(known.texts, analyzer, least=2) for analyzer in ("grams", "stems"))
    return Indexed(grams, words, known.vectors, known.stances)


def own_examples(corpus: Corpus, queries: Sequence[Query]) -> Examples:
    """The catalogue's own; the queries belong to the `example_chunks` of the same corpus."""
    targets = np.zeros((len(queries), len(corpus.entries) + len(OUTCOMES)), dtype=np.float32)
    targets[np.arange(len(queries)), corpus.owners[example_chunks(corpus)]] = 1.0
    targets[:, len(corpus.entries) + OUTCOMES.index("matches")] = 1.0
    return examples(queries, targets)


def example_chunks(corpus: Corpus) -> list[int]:
    """The numbers of the chunks that are the catalogue's own examples, in order."""
    return [number for number, chunk in enumerate(corpus.chunks) if chunk.field in EXAMPLES]


def solve(gram: npt.NDArray[np.float64], targets: npt.NDArray[np.floating]) -> npt.NDArray[np.float64]:
    """The dual weights of ridge regression, shape (examples, targets).

    Saunders, Gammerman and Vovk, 1998, "Ridge regression learning algorithm in dual variables".
    """
    from scipy.linalg import cho_factor, cho_solve

    regular = gram + RIDGE * np.eye(len(gram))
    return np.asarray(cho_solve(cho_factor(regular, overwrite_a=True, check_finite=False), targets))


def _near(wording: Floats, meaning: Floats, agreement: Floats) -> Floats:
    """The kernel, of the cosines by wording, of those by meaning, and of how far the stated limits agree."""
    alike = wording * (1 + TOGETHER * meaning) + meaning + NEAR * meaning**3
    return np.asarray(alike * (1 + STATED * agreement) + COMMON, dtype=np.float32)


def _matrix(index: Index):  # type: ignore[no-untyped-def]  # noqa: ANN202 - a SciPy matrix, which has no types
    from scipy.sparse import csc_matrix

    return csc_matrix((index.weights, index.rows, index.starts), shape=(index.size, len(index.terms))).tocsr()
