"""Scoring: one need against all entries, from signals to logits. List and reasons are made from it elsewhere."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from matcher.answer import Outcome
from matcher.corpus import Corpus, Floats, Ints
from matcher.features import Features, Frame, of_need, scaled, standardised
from matcher.fusion import Fusion
from matcher.query import Query
from matcher.signals.precedents import Precedents
from matcher.signals.signal import Scores, Signal

# An expert's score is the weighted sum of the best three pieces of evidence: what the expert knows, and the services
# that the expert answers for. Together 1, so that an expert stands behind the best service but for words of its own.
EVIDENCE = (0.6, 0.25, 0.15)


@dataclass(frozen=True)
class Scored:
    """One need's scores.

    Attributes:
        signals: each signal's score for each entry.
        logits: the fused score for each entry.
        chances: the chance of each outcome.
    """

    query: Query
    signals: Scores
    logits: Floats
    chances: Mapping[Outcome, float]


@dataclass(frozen=True)
class Scorer:
    """The signals of one corpus with the fusion that was fitted for it."""

    corpus: Corpus
    signals: Sequence[Signal]
    precedents: Precedents | None
    fusion: Fusion

    def score(self, query: Query) -> Scored:
        """Score every entry for a need."""
        signals = self.raw(query)
        logits = self.fused(self.features(signals))
        of_services = {name: values[self._services] for name, values in signals.items()}
        likeness = {} if self.precedents is None else self.precedents.outcomes(query)
        need = of_need(query, of_services, logits[self._services], likeness)
        return Scored(query, signals, logits, self.fusion.chances(need))

    def raw(self, query: Query) -> dict[str, Floats]:
        """Every signal's scores for every entry."""
        rows = np.arange(len(self.corpus.entries))
        found = {name: values for signal in self.signals for name, values in signal.scores(query, rows).items()}
        return found if self.precedents is None else found | dict(self.precedents.scores(query, rows))

    def features(self, signals: Scores) -> Features:
        """The signals on the scale that the fusion weighs."""
        return standardised(signals, self.frame) if self.fusion.scale == "standardised" else scaled(signals)

    def fused(self, features: Features) -> Floats:
        """The logit of each entry; experts by their best evidence."""
        logits = self.fusion.ranking.of_rows(features)
        with_experts = logits.copy()
        for row, services in self._answering.items():
            evidence = np.sort(np.append(logits[services], logits[row]))[::-1][: len(EVIDENCE)]
            weights = np.array(EVIDENCE[: len(evidence)])
            with_experts[row] = float(evidence @ weights / weights.sum())
        return with_experts

    @cached_property
    def frame(self) -> Frame:
        """Which rows are services, and whose."""
        measured = np.array([e.kind == "service" for e in self.corpus.entries], dtype=bool)
        return Frame(self.corpus.groups, measured if measured.any() else ~measured)

    @cached_property
    def _services(self) -> Ints:
        return np.flatnonzero(self.frame.measured)

    @cached_property
    def _answering(self) -> dict[int, list[int]]:
        rows = {entry.id: row for row, entry in enumerate(self.corpus.entries)}
        return {
            rows[entry.id]: [rows[service] for service in entry.answers_for if service in rows]
            for entry in self.corpus.entries
            if entry.kind == "expert"
        }
