"""Candidates: the few hundred entries of a large catalogue that are worth the finer signals. Scoring is `scoring`'s.

A small catalogue is scored whole. Of a large one about five hundred entries are chosen first: those whose vectors as
a whole are nearest to the need's (exactly: every entry's is compared), and those that share its rarest words.
"""

from collections.abc import Iterable, Sequence
from functools import cached_property

import numpy as np

from matcher.corpus import FOR, Corpus, Floats, Ints, Outline
from matcher.encoders import Vectors
from matcher.query import Query

# Up to so many entries scoring them all takes no longer than choosing.
LARGE = 2_000
# Half by meaning, half by words. With more, the first ten of a whole scoring would hardly ever change.
MOST = 500
# As many of an expert's services as count for the expert's score.
EVIDENCE = 3
# Vectors are compared and averaged so many at a time, so that only these need to be in memory.
BLOCK = 16_384


class Candidates:
    """Chooses rows of one large corpus."""

    def __init__(self, corpus: Corpus, outline: Outline) -> None:
        self._corpus = corpus
        self._outline = outline

    def rows(self, query: Query) -> Ints:
        """The rows that may match, in order; experts with the services that speak for them, and the other way round."""
        nearness = _nearness(self._outline.profiles, query.vectors)
        by_words = self._outline.words.nearest(query.both, MOST // 2)
        chosen = set(_highest(nearness, MOST // 2).tolist()) | set(by_words.tolist())
        experts = self._experts(chosen, nearness)
        return np.array(sorted(chosen | experts | self._services(experts, nearness)), dtype=np.int64)

    def _experts(self, chosen: Iterable[int], nearness: Floats) -> set[int]:
        """The experts among some rows and those who answer for one of them."""
        found = {row for row in chosen if row in self._corpus.answering}
        found.update(expert for row in chosen for expert in self._experts_of.get(row, ()))
        return set(_nearest(sorted(found), nearness, MOST))

    def _services(self, experts: Iterable[int], nearness: Floats) -> set[int]:
        answering = self._corpus.answering
        return {service for expert in experts for service in _nearest(answering[expert].tolist(), nearness, EVIDENCE)}

    @cached_property
    def _experts_of(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for expert, services in self._corpus.answering.items():
            for service in services.tolist():
                found.setdefault(service, []).append(expert)
        return found


def profiles(corpus: Corpus) -> Vectors:
    """For each entry the mean of what its chunks say that it is for, of unit length; 0 where they say nothing."""
    telling = np.array([chunk.field in FOR for chunk in corpus.chunks], dtype=bool)
    sums = np.zeros((len(corpus.entries), corpus.vectors.shape[1]), dtype=np.float32)
    for at in range(0, len(telling), BLOCK):
        numbers = at + np.flatnonzero(telling[at : at + BLOCK])
        np.add.at(sums, corpus.owners[numbers], corpus.vectors[numbers])
    return np.asarray(sums / np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-9), dtype=np.float32)


def _nearness(entries: Vectors, need: Vectors) -> Floats:
    """How near each entry is to the need as a whole or to the mean of its sentences, whichever is nearer."""
    asked = np.stack([need[0], need[1:].mean(0)], axis=1)
    found = np.zeros(len(entries), dtype=np.float32)
    for at in range(0, len(entries), BLOCK):
        found[at : at + BLOCK] = (entries[at : at + BLOCK] @ asked).max(1)
    return found


def _highest(scores: Floats, most: int) -> Ints:
    return np.argpartition(-scores, most)[:most] if most < len(scores) else np.arange(len(scores))


def _nearest(rows: Sequence[int], nearness: Floats, most: int) -> Sequence[int]:
    return rows if len(rows) <= most else sorted(rows, key=lambda row: -nearness[row])[:most]
