"""Scoring: one need against all entries, from signals to logits. List and reasons are made from it elsewhere."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from matcher.answer import Outcome
from matcher.candidates import Candidates
from matcher.corpus import Corpus, Floats, Ints
from matcher.features import Features, Frame, of_need, scaled, standardised
from matcher.fusion import Fusion
from matcher.query import Query
from matcher.signals.precedents import Precedents
from matcher.signals.signal import Scores, Signal

# An expert's score is the weighted sum of the best three pieces of evidence: what the expert knows, and the services
# that the expert answers for. Together 1, so that an expert stands behind the best service but for words of its own.
EVIDENCE = (0.6, 0.25, 0.15)


class Spread(Mapping[str, Floats]):
    """Scores of some rows read as those of all, where the others have 0; spread out only when somebody looks."""

    def __init__(self, scores: Scores, rows: Ints, size: int) -> None:
        self._scores, self._rows, self._size = scores, rows, size
        self._spread: dict[str, Floats] = {}

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
    """

    query: Query
    signals: Scores
    logits: Floats
    chances: Mapping[Outcome, float]


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
        candidates = self._candidates
        chosen = self._all if candidates is None else self._chosen(candidates.rows(query))
        signals, likeness = self._raw(query, chosen.rows)
        logits = _with_experts(self.fusion.ranking.of_rows(self._features(signals, chosen.frame)), chosen.answering)
        of_services = {name: values[chosen.services] for name, values in signals.items()}
        chances = self.fusion.chances(of_need(query, of_services, logits[chosen.services], likeness))
        if candidates is None:
            return Scored(query, signals, logits, chances)
        size = len(self.corpus.entries)
        spread = _spread(logits, chosen.rows, size, -np.inf)
        return Scored(query, Spread(signals, chosen.rows, size), spread, chances)

    def raw(self, query: Query) -> dict[str, Floats]:
        """Every signal's scores for every entry."""
        return self._raw(query, self._all.rows)[0]

    def features(self, signals: Scores) -> Features:
        """The signals of every entry on the scale that the fusion weighs."""
        return self._features(signals, self.frame)

    def fused(self, features: Features) -> Floats:
        """The logit of each entry; experts by their best evidence."""
        return _with_experts(self.fusion.ranking.of_rows(features), self._all.answering)

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


def _with_experts(logits: Floats, answering: Mapping[int, Ints]) -> Floats:
    """The logits with those of experts made of their best evidence."""
    with_experts = logits.copy()
    for row, services in answering.items():
        evidence = np.sort(np.append(logits[services], logits[row]))[::-1][: len(EVIDENCE)]
        weights = np.array(EVIDENCE[: len(evidence)])
        with_experts[row] = float(evidence @ weights / weights.sum())
    return with_experts


def _spread(values: Floats, rows: Ints, size: int, rest: float) -> Floats:
    spread = np.full(size, rest, dtype=np.float32)
    spread[rows] = values
    return spread
