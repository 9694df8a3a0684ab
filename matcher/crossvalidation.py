"""Cross-validation: every need scored by a fusion that was learned without it and without its family."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace

import numpy as np

from matcher.corpus import Floats, Ints
from matcher.features import Features
from matcher.fitting import FOLDS, Judged, Prepared, describe, fit
from matcher.fusion import Fusion
from matcher.signals.signal import Scores

# From the needs that may be learned from to a fusion.
Learner = Callable[[Prepared, Ints], Fusion]


@dataclass(frozen=True)
class Folded:
    """One need, scored by what the other folds teach.

    Attributes:
        number: the need's place in `Prepared.needs`.
        signals: every signal's scores of the services.
        features: the same as the fusion weighs them.
    """

    number: int
    fusion: Fusion
    judged: Judged
    signals: Scores
    features: Features


def learner(without: Collection[str] = ()) -> Learner:
    """Fits everything anew, but for the signals that are left out."""
    return lambda prepared, members: fit(prepared, members, without=without)


def cross_validated(
    prepared: Prepared, members: Ints, learn: Learner, *, without: Collection[str] = ()
) -> Iterator[Folded]:
    """Each of the members, judged once, fold by fold.

    Args:
        prepared: all needs.
        members: the numbers of those to learn from and to judge.
        learn: makes a fusion of the members of the other folds.
        without: the signals that are switched off; `learn` must leave them out too.
    """
    for fold in range(FOLDS):
        learned = members[prepared.folds[members] != fold]
        asked = members[prepared.folds[members] == fold]
        if not len(asked):
            continue
        fusion = learn(prepared, learned)
        # Features are put on the scale of the scorer's own fusion.
        scaled = replace(prepared, scorer=replace(prepared.scorer, fusion=fusion))
        for number, likeness in zip(asked.tolist(), prepared.predicted(learned, asked), strict=True):
            yield _folded(scaled, number, likeness, without)


def _folded(prepared: Prepared, number: int, likeness: Floats, without: Collection[str]) -> Folded:
    fusion = prepared.scorer.fusion
    logits, need = describe(prepared, fusion, number, likeness, without)
    entries = len(prepared.scorer.corpus.entries)
    found = prepared.signals[number] | {"precedents": likeness[:entries]}
    signals = {name: values for name, values in found.items() if name not in without}
    features = prepared.scorer.features(signals)
    return Folded(
        number=number,
        fusion=fusion,
        judged=Judged(logits, fusion.chances(need)),
        signals={name: np.asarray(values[prepared.services]) for name, values in signals.items()},
        features={name: np.asarray(values[prepared.services]) for name, values in features.items()},
    )
