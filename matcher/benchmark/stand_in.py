"""Vectors for catalogues that would take hours to embed: hashed random projections of their words.

Only sizes and distances matter here: like texts have like vectors, and the arrays are as large as the real ones.
"""

import zlib
from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from matcher.encoders import Encoder, Vectors
from matcher.minilm import DIMENSIONS


class StandIn:
    """A random vector for each word, and for a text the sum of its words', of unit length."""

    key = "hashed words"

    def encode(self, texts: Sequence[str]) -> Vectors:
        """See `encoders.Encoder`."""
        sums = np.array([np.sum([_of_word(word) for word in ["", *text.lower().split()]], axis=0) for text in texts])
        lengths = np.linalg.norm(sums.reshape(-1, DIMENSIONS), axis=1, keepdims=True)
        return np.asarray(sums.reshape(-1, DIMENSIONS) / lengths, dtype=np.float32)


class TakingTheTimeOf:
    """A stand-in that calls a real encoder too, so that a need takes as long as with the real one's vectors."""

    key = StandIn.key

    def __init__(self, real: Encoder) -> None:
        self._real = real
        self._stand_in = StandIn()

    def encode(self, texts: Sequence[str]) -> Vectors:
        """See `encoders.Encoder`; the real encoder's vectors are dropped."""
        self._real.encode(texts)
        return self._stand_in.encode(texts)


@lru_cache(maxsize=100_000)
def _of_word(word: str) -> Vectors:
    return np.random.default_rng(zlib.crc32(word.encode())).standard_normal(DIMENSIONS, dtype=np.float32)
