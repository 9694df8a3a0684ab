"""Candidates: the few hundred entries of a large catalogue that are worth the finer signals. Scoring is `scoring`'s.

A small catalogue is scored whole. Of a large one about five hundred entries are chosen first, by the sum of how near
their vectors as a whole are to the need's (exactly: every entry's is compared) and of how many rare words they share.
"""

from collections.abc import Iterable
from functools import cached_property

import numpy as np

from matcher.corpus import FOR, Corpus, Floats, Ints, Outline
from matcher.encoders import Vectors
from matcher.query import Query

# Up to so many entries scoring them all takes no longer than choosing.
LARGE = 2_000
# Of ten thousand made of the shipped catalogue's words, 0.95 of the first matches of a whole scoring are among them and
# 0.96 of the first ten; with twice as many 1.00 and 0.98.
MOST = 500
# So many experts join them, and so many services: what speaks for those chosen, and for whom they speak.
MOST_COMPANY = 100
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
        """The rows that may match, in order."""
        nearness = _nearness(self._outline.profiles, query.vectors)
        promise = _standardised(nearness) + _standardised(self._outline.words.sketched(query.both))
        chosen = set(_highest(np.arange(len(promise)), promise, MOST).tolist())
        company = self._experts(chosen, promise) | self._services(chosen, promise)
        return np.array(sorted(chosen | company), dtype=np.int64)

    def _experts(self, chosen: Iterable[int], promise: Floats) -> set[int]:
        """Those who answer for one of some services: they stand or fall with them."""
        experts = {expert for row in chosen for expert in self._experts_of.get(row, ())}
        return set(_highest(np.array(sorted(experts), dtype=np.int64), promise, MOST_COMPANY).tolist())

    def _services(self, chosen: Iterable[int], promise: Floats) -> set[int]:
        """The services that say most of some experts."""
        answering = [self._corpus.answering[row] for row in chosen if row in self._corpus.answering]
        services = {service for rows in answering for service in _highest(rows, promise, EVIDENCE).tolist()}
        return set(_highest(np.array(sorted(services), dtype=np.int64), promise, MOST_COMPANY).tolist())

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


def _standardised(scores: Floats) -> Floats:
    return np.asarray((scores - scores.mean()) / (scores.std() + 1e-9), dtype=np.float32)


def _highest(rows: Ints, scores: Floats, most: int) -> Ints:
    return rows if len(rows) <= most else rows[np.argpartition(-scores[rows], most)[:most]]
