"""Scoring: one need against all entries, from signals to logits. List and reasons are made from it elsewhere."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import repeat

import numpy as np

from matcher.answer import Outcome
from matcher.candidates import Candidates
from matcher.corpus import Corpus, Floats, Ints
from matcher.features import Features, Frame, of_need, scaled, standardised
from matcher.fusion import Fusion
from matcher.query import Query
from matcher.shares import Workings, evidence
from matcher.signals.precedents import Precedents
from matcher.signals.signal import Scores, Signal


class Spread(Mapping[str, Floats]):
    """Scores of some ascending rows read as those of all, where the others have 0; spread out when somebody looks."""

    def __init__(self, scores: Scores, rows: Ints, size: int) -> None:
        self._scores, self._rows, self._size = scores, rows, size
        self._spread: dict[str, Floats] = {}

    def of_row(self, row: int) -> dict[str, float]:
        """Each score of one entry."""
        at = int(np.searchsorted(self._rows, row))
        there = at < len(self._rows) and self._rows[at] == row
        return {name: float(values[at]) if there else 0.0 for name, values in self._scores.items()}

    def __getitem__(self, name: str) -> Floats:
        if name not in self._spread:
            self._spread[name] = _spread(self._scores[name], self._rows, self._size, 0.0)
        return self._spread[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._scores)

    def __len__(self) -> int:
        return len(self._scores)


@dataclass(frozen=True)
class Scored:
    """One need's scores.

    Attributes:
        signals: each signal's score for each entry.
        logits: the fused score for each entry; minus infinity for one that was not among the candidates.
        chances: the chance of each outcome.
        workings: how the logits came about.
    """

    query: Query
    signals: Spread
    logits: Floats
    chances: Mapping[Outcome, float]
    workings: Workings


@dataclass(frozen=True)
class Chosen:
    """The rows that one need is scored on; what follows counts in their order.

    Attributes:
        frame: which of them are services, and whose.
        answering: for each expert among them the services among them.
    """

    rows: Ints
    frame: Frame
    answering: Mapping[int, Ints]

    @cached_property
    def services(self) -> Ints:
        """Those that set the scale."""
        return np.flatnonzero(self.frame.measured)


@dataclass(frozen=True)
class Scorer:
    """The signals of one corpus with the fusion that was fitted for it."""

    corpus: Corpus
    signals: Sequence[Signal]
    precedents: Precedents | None
    fusion: Fusion

    def score(self, query: Query) -> Scored:
        """Score every entry for a need, or in a large catalogue the candidates."""
        return next(self.scores([query]))

    def scores(self, queries: Sequence[Query]) -> Iterator[Scored]:
        """The same for several needs; candidates are chosen for all of them together, scores made one after another."""
        if self._candidates is None:
            return map(self._score, queries, repeat(self._all))
        return map(self._score, queries, map(self._chosen, self._candidates.rows(queries)))

    def _score(self, query: Query, chosen: Chosen) -> Scored:
        signals, likeness = self._raw(query, chosen.rows)
        features = self._features(signals, chosen.frame)
        plain = self.fusion.ranking.of_rows(features)
        workings = Workings(chosen.rows, features, evidence(plain, chosen.answering))
        logits = workings.with_experts(plain)
        of_services = {name: values[chosen.services] for name, values in signals.items()}
        chances = self.fusion.chances(of_need(query, of_services, logits[chosen.services], likeness))
        size = len(self.corpus.entries)
        spread = _spread(logits, chosen.rows, size, -np.inf)
        return Scored(query, Spread(signals, chosen.rows, size), spread, chances, workings)

    def raw(self, query: Query) -> dict[str, Floats]:
        """Every signal's scores for every entry."""
        return self._raw(query, self._all.rows)[0]

    def features(self, signals: Scores) -> Features:
        """The signals of every entry on the scale that the fusion weighs."""
        return self._features(signals, self.frame)

    def fused(self, features: Features) -> Floats:
        """The logit of each entry; experts by their best evidence."""
        plain = self.fusion.ranking.of_rows(features)
        return Workings(self._all.rows, features, evidence(plain, self._all.answering)).with_experts(plain)

    @cached_property
    def frame(self) -> Frame:
        """Which rows are services, and whose."""
        return self._all.frame

    @cached_property
    def _all(self) -> Chosen:
        return self._chosen(np.arange(len(self.corpus.entries)))

    @cached_property
    def _candidates(self) -> Candidates | None:
        return None if self.corpus.outline is None else Candidates(self.corpus, self.corpus.outline)

    def _chosen(self, rows: Ints) -> Chosen:
        measured = self.corpus.services[rows]
        _, groups = np.unique(self.corpus.groups[rows], return_inverse=True)
        at = {row: position for position, row in enumerate(rows.tolist())}
        answering = {
            at[row]: np.array([at[s] for s in self.corpus.answering[row].tolist() if s in at], dtype=np.int64)
            for row in rows[~measured].tolist()
        }
        return Chosen(rows, Frame(groups, measured if measured.any() else ~measured), answering)

    def _raw(self, query: Query, rows: Ints) -> tuple[dict[str, Floats], dict[str, float]]:
        """Every signal's scores for some rows, and what precedents say of the need as a whole."""
        found = {name: values for signal in self.signals for name, values in signal.scores(query, rows).items()}
        if self.precedents is None:
            return found, {}
        precedents, likeness = self.precedents.predict(query, rows)
        return found | dict(precedents), likeness

    def _features(self, signals: Scores, frame: Frame) -> Features:
        return standardised(signals, frame) if self.fusion.scale == "standardised" else scaled(signals)


def _spread(values: Floats, rows: Ints, size: int, rest: float) -> Floats:
    spread = np.full(size, rest, dtype=np.float32)
    spread[rows] = values
    return spread
