"""The fixed fusion, for a catalogue that has no labelled needs of its own.

What a signal is worth differs from catalogue to catalogue, so its share is not learned but fixed: where words, names
and meaning stand on one scale, the same shares serve strange catalogues well. What can be learned elsewhere is when to
be silent and how sure to be. It is learned on thinned copies of a catalogue whose needs are labelled, since in the copy
that we know best every need finds more words than a new catalogue has.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from matcher.answer import Outcome
from matcher.corpus import Ints
from matcher.fitting import (
    ANSWERED,
    RANKING_C,
    RESPECT,
    STRONG,
    Judged,
    Prepared,
    _fit_confidence,
    _fit_outcomes,
    _logistic,
    describe,
)
from matcher.fusion import OUTCOMES, Fusion, Linear
from matcher.labels import LabelledNeed

# Begun with what was best on eleven public sets of needs and services, about half to meaning and a quarter to words;
# then moved towards meaning, which reads more Swedish now, as far as that helped on the needs of this catalogue and of
# a strange one. They do not add up to 1 because only their proportions count.
SHARES: Final[Mapping[str, float]] = {
    "meaning": 0.35,
    "best two sentences": 0.3,
    "words": 0.15,
    "characters": 0.1,
    "characters of pieces": 0.1,
    "share of names": 0.05,
}
# Thinned catalogues that are learned from: enough to hold thick and thin ones, few enough for two minutes.
CATALOGUES: Final = 6
WITHOUT: Final = ("precedents",)
# How high these reach, at the best entry and at the first, says whether somebody serves a need; unlike the score of the
# fusion they mean the same whatever the signals are weighed by.
_SIGNALS: Final = ("meaning", "best two sentences", "words", "characters", "share of need", "share of names")
_TELLING: Final = frozenset({"length", *(f"{name}: {of}" for name in _SIGNALS for of in ("best", "at first"))})


def fit_fixed(catalogues: Sequence[Prepared], needs: Sequence[LabelledNeed]) -> Fusion:
    """The fixed fusion: the mean of what each of some catalogues teaches.

    Args:
        catalogues: thinned catalogues with needs labelled for them; every outcome is among the needs of each.
        needs: the labelled needs as they are, which say how often each outcome is to be expected.
    """
    expected = _shares([need.outcome for need in needs])
    fitted = [_fit_one(prepared, expected) for prepared in catalogues]
    return replace(
        fitted[0],
        ranking=_mean([fusion.ranking for fusion in fitted]),
        outcomes={outcome: _mean([fusion.outcomes[outcome] for fusion in fitted]) for outcome in OUTCOMES},
        answers_above=float(np.mean([fusion.answers_above for fusion in fitted])),
        confidence=_mean([fusion.confidence for fusion in fitted]),
        fitted_on={"needs": len(needs), "catalogues": len(catalogues), "ranking": "fixed"},
    )


def _fit_one(prepared: Prepared, expected: Mapping[Outcome, float]) -> Fusion:
    members = np.arange(len(prepared.needs))
    blank = replace(prepared.scorer.fusion, scale="scaled", strong_above=STRONG)
    prepared = replace(prepared, scorer=replace(prepared.scorer, fusion=blank))
    ranked = replace(blank, ranking=_ranking(prepared, members))
    nothing = np.zeros(prepared.examples.targets.shape[1], dtype=np.float32)
    described = [describe(prepared, ranked, number, nothing, WITHOUT) for number in range(len(members))]
    labels = [need.outcome for need in prepared.needs]
    judging = replace(ranked, outcomes=_outcomes([need for _, need in described], labels, expected))
    judged = [Judged(logits, judging.chances(need)) for logits, need in described]
    answerable = [j.chances["matches"] for j, label in zip(judged, labels, strict=True) if label == "matches"]
    return replace(
        judging,
        answers_above=float(np.quantile(answerable, 1 - ANSWERED)),
        confidence=_fit_confidence(prepared, members, judged),
    )


def _ranking(prepared: Prepared, members: Ints) -> Linear:
    """The fixed shares as a logit: stretched until the sum says how likely an entry is, and limits beside it."""
    served = [number for number in members if prepared.needs[number].outcome == "matches"]
    shares = Linear(0.0, SHARES)
    sums = [shares.of_rows(prepared.scorer.features(prepared.signals[n]))[prepared.services] for n in served]
    column = np.concatenate(sums)[:, None]
    share = prepared.grades[np.ix_(served, prepared.services)].ravel() / 3
    yes = share > 0
    labels = np.arange(len(share) + yes.sum()) < yes.sum()
    weights = np.concatenate([share[yes], 1 - share])
    stretched = _logistic(["sum"], np.vstack([column[yes], column]), labels, weights, RANKING_C)[True]
    slope = stretched.weights["sum"]
    return Linear(stretched.intercept, {name: slope * part for name, part in SHARES.items()} | dict(RESPECT))


def _outcomes(
    described: Sequence[Mapping[str, float]], labels: Sequence[Outcome], expected: Mapping[Outcome, float]
) -> dict[Outcome, Linear]:
    """Fitted on these needs, and then moved to where outcomes are as frequent as is to be expected.

    Saerens, Latinne and Decaestecker, 2002, "Adjusting the outputs of a classifier to new a priori probabilities".
    """
    telling = [{name: value for name, value in need.items() if name in _TELLING} for need in described]
    found, seen = _fit_outcomes(telling, labels), _shares(labels)
    return {
        outcome: replace(linear, intercept=linear.intercept + float(np.log(expected[outcome] / seen[outcome])))
        for outcome, linear in found.items()
    }


def _shares(labels: Sequence[Outcome]) -> dict[Outcome, float]:
    return {outcome: labels.count(outcome) / len(labels) for outcome in OUTCOMES}


def _mean(linears: Sequence[Linear]) -> Linear:
    names = linears[0].weights
    weights = {name: float(np.mean([linear.weights[name] for linear in linears])) for name in names}
    return Linear(float(np.mean([linear.intercept for linear in linears])), weights)
