"""Shares: what each signal added to an entry's log-odds, an expert's by way of the evidence behind it.

The weighted sums themselves are `fusion`'s.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from matcher.answer import Share
from matcher.corpus import Floats, Ints
from matcher.features import IN_GROUP, Features
from matcher.fusion import Linear

# An expert's score is the weighted sum of the best three pieces of evidence: what the expert knows, and the services
# that the expert answers for. Together 1, so that an expert stands behind the best service but for words of its own.
EVIDENCE = (0.6, 0.25, 0.15)
# Points are told with so many digits; what rounds to nothing is not told.
_DIGITS = 3

# For each expert the rows that speak for it, with their parts, which are together 1.
Evidence = Mapping[int, Mapping[int, float]]


def evidence(logits: Floats, answering: Mapping[int, Ints]) -> Evidence:
    """The best rows behind each expert: the expert itself and the services that the expert answers for."""
    return {row: _best(logits, np.append(services, row)) for row, services in answering.items()}


def _best(logits: Floats, rows: Ints) -> dict[int, float]:
    best = rows[np.argsort(-logits[rows], kind="stable")][: len(EVIDENCE)]
    parts = np.array(EVIDENCE[: len(best)])
    return dict(zip(best.tolist(), (parts / parts.sum()).tolist(), strict=True))


@dataclass(frozen=True)
class Workings:
    """How some entries came to their logits; evidence counts in the order of the rows.

    Attributes:
        rows: the entries that were scored, ascending.
        features: theirs, as the fusion weighs them.
    """

    rows: Ints
    features: Features
    evidence: Evidence

    def with_experts(self, logits: Floats) -> Floats:
        """The logits with those of experts made of their best evidence."""
        made = logits.copy()
        for row, parts in self.evidence.items():
            made[row] = sum(part * float(logits[place]) for place, part in parts.items())
        return made

    def shares(self, ranking: Linear, row: int) -> tuple[Share, ...]:
        """What each signal, by itself and by the best of the group, added to one entry's logit; the most first."""
        at = int(np.searchsorted(self.rows, row))
        parts = self.evidence.get(at, {at: 1.0})
        points: dict[str, float] = defaultdict(float)
        for name, weight in ranking.weights.items():
            if name in self.features:
                value = sum(part * float(self.features[name][place]) for place, part in parts.items())
                points[name.removesuffix(IN_GROUP)] += weight * value
        told = ((signal, round(added, _DIGITS)) for signal, added in points.items())
        return tuple(Share(*each) for each in sorted(told, key=lambda each: -each[1]) if each[1])
