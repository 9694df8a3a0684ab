"""Candidates: the few hundred entries of a large catalogue that are worth the finer signals. Scoring is `scoring`'s.

A small catalogue is scored whole. Of a large one some four hundred entries are chosen first, by the sum of how near
their vectors as a whole are to the need's (exactly: every entry's is compared) and of how many rare words they share.
"""

from collections.abc import Iterable, Sequence
from functools import cached_property

import numpy as np

from matcher.corpus import FOR, Corpus, Floats, Ints, Outline
from matcher.encoders import Vectors
from matcher.products import products
from matcher.query import Query

# Up to so many entries scoring them all takes no longer than choosing.
LARGE = 2_000
# Of four thousand entries, most of them made of the shipped catalogue's words, the first match of a whole scoring stays
# the first in 0.99 of the needs, and 0.95 of the first ten stay; with 500 candidates 0.96, at a third more work.
MOST = 300
# So many experts join them, and so many services: what speaks for those chosen, and for whom they speak.
MOST_COMPANY = 100
# As many of an expert's services as count for the expert's score.
EVIDENCE = 3


class Candidates:
    """Chooses rows of one large corpus."""

    def __init__(self, corpus: Corpus, outline: Outline) -> None:
        self._corpus = corpus
        self._outline = outline

    def rows(self, queries: Sequence[Query]) -> list[Ints]:
        """For each need the rows that may match, in order."""
        near = _nearness(self._outline.profiles, [query.vectors for query in queries])
        return [self._rows(query, nearness) for query, nearness in zip(queries, near, strict=True)]

    def _rows(self, query: Query, nearness: Floats) -> Ints:
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
    sums = np.zeros((len(corpus.entries), corpus.vectors.shape[1]), dtype=np.float32)
    for numbers in corpus.table(FOR).T:
        there = np.flatnonzero(numbers >= 0)
        sums[there] += corpus.vectors[numbers[there]]
    return np.asarray(sums / np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-9), dtype=np.float32)


def _nearness(entries: Vectors, needs: Sequence[Vectors]) -> Floats:
    """How near each entry is to each need as a whole or to the mean of its sentences, whichever is nearer.

    For all needs in one go: reading the vectors of many entries takes longer than multiplying them.
    """
    asked = np.stack([vector for need in needs for vector in (need[0], need[1:].mean(0))])
    near = products(entries, asked, [slice(0, len(entries))])
    return np.maximum(near[::2], near[1::2])


def _standardised(scores: Floats) -> Floats:
    return np.asarray((scores - scores.mean()) / (scores.std() + 1e-9), dtype=np.float32)


def _highest(rows: Ints, scores: Floats, most: int) -> Ints:
    return rows if len(rows) <= most else rows[np.argpartition(-scores[rows], most)[:most]]
