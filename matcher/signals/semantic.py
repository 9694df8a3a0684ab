"""Meaning: how near the need's vectors are to those of an entry's pieces, the best few rather than one blurred mean."""

import numpy as np

from matcher.corpus import FOR, Corpus, Floats, Ints, best
from matcher.query import Query
from matcher.signals.signal import Scores

# The best three pieces: measured on eleven sets of needs, better than the best one and than the mean of all.
PIECES = 3


class Meaning:
    """Cosines between vectors of the need (whole, and sentence by sentence) and of an entry's chunks."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._all = corpus.table(FOR)
        self._asks = corpus.table({"ask"})
        self._says = corpus.table({"head", "shows", "knows"})

    def scores(self, query: Query, rows: Ints) -> Scores:
        """See `Signal`."""
        excerpt = self._corpus.excerpt(rows)
        cosines = np.maximum(self._corpus.nearness(query.vectors, excerpt), 0.0)
        whole, pieces = cosines[0], excerpt.table(self._all)
        return {
            "meaning": best(whole, pieces, PIECES),
            "meaning of asks": best(whole, excerpt.table(self._asks), 2),
            "meaning of description": best(whole, excerpt.table(self._says), 2),
            "best two sentences": _mean_of_best(best(cosines[1:], pieces, 2), 2),
        }


def _mean_of_best(scores: Floats, count: int) -> Floats:
    return np.asarray(np.sort(scores, axis=0)[::-1][:count].mean(0), dtype=np.float32)
