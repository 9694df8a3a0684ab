"""Features: a need's signals put on scales that can be weighed, entry by entry and for the need as a whole."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from matcher.corpus import Floats, Ints
from matcher.query import Query
from matcher.signals.limits import CONFLICTS
from matcher.signals.signal import Scores

PRECEDENTS = "precedents"
# Signals with a scale of their own, which differs from need to need; the limits' scores are 0 to 1 already.
GRADED = (
    "meaning",
    "meaning of asks",
    "meaning of description",
    "best two sentences",
    "words",
    "word pairs",
    "characters",
    "characters of pieces",
    "share of need",
    "share of names",
    PRECEDENTS,
)
IN_GROUP = " in group"
# Precedents have read the need and not the entry's limits. However well they speak for an entry that conflicts with a
# stated limit, they do not count for more than this; 1, 1.5, 2 and 3 were tried by cross-validation.
MOST_IN_CONFLICT = 2.0

Features = Mapping[str, Floats]


@dataclass(frozen=True)
class Frame:
    """Which rows the entries of a scoring are.

    Attributes:
        groups: each row's group, numbered from 0.
        measured: the rows that set the scale; the services, since experts have fewer words.
    """

    groups: Ints
    measured: npt.NDArray[np.bool_]


def standardised(scores: Scores, frame: Frame) -> Features:
    """Graded signals as distances from this need's mean in its standard deviations, own and of the group's best.

    The other scores stay as they are.
    """
    features: dict[str, Floats] = {name: v for name, v in scores.items() if name not in GRADED}
    for name in GRADED:
        if name not in scores:
            continue
        values = scores[name]
        scale = values[frame.measured]
        centre, spread = float(scale.mean()), float(scale.std()) + 1e-6
        features[name] = (values - centre) / spread
        features[name + IN_GROUP] = (_best_of_group(values, frame) - centre) / spread
    return features | _held_back(features)


def _held_back(features: Features) -> dict[str, Floats]:
    """What precedents may say for entries that conflict with a stated limit, where they say anything."""
    conflicts = [values for name, values in features.items() if _is_conflict(name)]
    spoken = [name for name in (PRECEDENTS, PRECEDENTS + IN_GROUP) if name in features]
    if not (conflicts and spoken):
        return {}
    conflicting = np.max(conflicts, axis=0) > 0
    return {
        name: np.where(conflicting, np.minimum(features[name], MOST_IN_CONFLICT), features[name]).astype(np.float32)
        for name in spoken
    }


def _is_conflict(name: str) -> bool:
    return name.endswith(CONFLICTS) and not name.startswith("subjects")


def scaled(scores: Scores) -> Features:
    """Graded signals between 0, the least there can be, and 1, this need's best: Bruch et al., arXiv 2210.11934."""
    return {name: v / max(float(v.max(initial=0.0)), 1e-6) if name in GRADED else v for name, v in scores.items()}


def of_need(query: Query, scores: Scores, logits: Floats, outcomes: Mapping[str, float]) -> dict[str, float]:
    """What the whole ranking says about the need: how high its signals reach, and at which entry.

    Args:
        query: the need.
        scores: the signals' scores of the measured rows.
        logits: the fused scores of the same rows.
        outcomes: what precedents say of the need as a whole; may be empty.
    """
    best = int(logits.argmax())
    down = np.sort(logits)[::-1]
    found = {
        "first": float(down[0]),
        "second": float(down[min(1, len(down) - 1)]),
        "fifth": float(down[min(4, len(down) - 1)]),
        "sum": float(np.logaddexp.reduce(logits)),
        "length": float(np.log1p(len(query.text.split()))),
        "swedish": float(query.language == "sv"),
    }
    for name in GRADED:
        if name in scores:
            values = scores[name]
            found[f"{name}: best"] = float(values.max())
            found[f"{name}: at first"] = float(values[best])
            found[f"{name}: mean"] = float(values.mean())
    return found | {f"like {outcome}": value for outcome, value in outcomes.items()}


def _best_of_group(values: Floats, frame: Frame) -> Floats:
    best = np.full(int(frame.groups.max(initial=0)) + 1, -np.inf, dtype=np.float32)
    np.maximum.at(best, frame.groups[frame.measured], values[frame.measured])
    return np.where(np.isfinite(best), best, 0.0).astype(np.float32)[frame.groups]
