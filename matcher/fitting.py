"""Fitting: labelled needs to a fusion's coefficients, by logistic regressions. Applying them is `fusion`'s business.

Precedents know their own labels, so whatever is fitted here sees precedents that were learned without the need in
question: needs are dealt into folds by family, and each fold's precedents come from the other folds.
"""

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from matcher.answer import Outcome
from matcher.corpus import Floats, Ints
from matcher.features import Features, of_need
from matcher.fusion import OUTCOMES, Fusion, Linear, beside
from matcher.labels import LabelledNeed
from matcher.query import Query
from matcher.scoring import Scorer
from matcher.signals.precedents import LIKENESS, Examples, gist, indexed, of_whole, solve

FOLDS = 5
# Strengths of the prior on the weights (smaller is stronger), chosen by cross-validation among 0.01, 0.1 and 1.
RANKING_C = 0.1
OUTCOME_C = 0.1
CONFIDENCE_C = 1.0
# Of the needs that somebody serves this share is to be answered in cross-validation, whatever it takes of silence.
ANSWERED = 0.95
# What a stated hard limit counts at least, whatever the needs teach: most of them state none, so their lesson is too
# weak for the few that do, and a company that says GMP means it. In logits.
RESPECT: Mapping[str, float] = {
    "quality GMP conflicts": -3.0,
    "quality research conflicts": -3.0,
    "species small animals conflicts": -3.0,
    "species large animals conflicts": -3.0,
    "species people conflicts": -3.0,
    "use clinical conflicts": -2.0,
    "use research conflicts": -2.0,
    "living living conflicts": -1.0,
    "living fixed conflicts": -1.0,
    "biosafety 3 conflicts": -2.5,
    "biosafety 4 conflicts": -4.0,
    "place on campus conflicts": -2.0,
    "place elsewhere conflicts": -2.0,
}
# A match is called strong when an advisor would introduce it in seven cases of ten.
STRONG = 0.7
# The grade from which a match counts as right: an advisor would be glad to introduce it.
RIGHT = 2
# Confidence is fitted on this many first matches of each need; people see three, and ten behind "See all".
CONFIDENT_OF = 10
CONFIDENT_BY = ("logit", "behind")


@dataclass(frozen=True)
class Prepared:
    """Labelled needs with everything that does not change while fitting.

    Attributes:
        scorer: the signals, and the scale that they are put on.
        signals: for each need every signal's scores but the precedents'.
        grades: shape (needs, entries).
        examples: the catalogue's own examples, and behind them the needs in their order.
        gram: every example beside every other, shape (examples, examples).
        passages: for each need its passages beside every example, shape (passages, examples).
    """

    scorer: Scorer
    needs: tuple[LabelledNeed, ...]
    queries: tuple[Query, ...]
    signals: tuple[dict[str, Floats], ...]
    grades: Floats
    examples: Examples
    gram: npt.NDArray[np.float64]
    passages: tuple[Floats, ...]

    @cached_property
    def folds(self) -> Ints:
        """Each need's fold, by its family."""
        digests = [hashlib.md5(need.family.encode(), usedforsecurity=False).digest() for need in self.needs]
        return np.array([digest[0] % FOLDS for digest in digests], dtype=np.int64)

    @cached_property
    def services(self) -> Ints:
        """The rows that are fitted on and measured."""
        return np.flatnonzero(self.scorer.frame.measured)

    def predicted(self, learned: Ints, asked: Ints) -> Floats:
        """What precedents of some needs (and the catalogue's examples) say of others, each as `gist` has it."""
        own, entries = len(self.examples.texts) - len(self.needs), len(self.scorer.corpus.entries)
        train = np.concatenate([np.arange(own), own + learned])
        weights = solve(self.gram[np.ix_(train, train)], self.examples.targets[train])
        whole = self.gram[np.ix_(own + asked, train)] @ weights
        passages = (self.passages[number][:, train] @ weights for number in asked)
        found = [gist(np.vstack([row, rest]), entries) for row, rest in zip(whole, passages, strict=True)]
        return np.array(found, dtype=np.float32).reshape(len(asked), entries + len(LIKENESS))

    def honest(self, members: Ints) -> Floats:
        """Each member's precedents, learned from the members of other folds; rows of others stay 0."""
        found = np.zeros((len(self.needs), len(self.scorer.corpus.entries) + len(LIKENESS)), dtype=np.float32)
        for fold in range(FOLDS):
            asked = members[self.folds[members] == fold]
            found[asked] = self.predicted(members[self.folds[members] != fold], asked)
        return found


@dataclass(frozen=True)
class Judged:
    """A need scored by a fusion that has not seen it.

    Attributes:
        logits: of the services, in the order of `Prepared.services`.
        chances: of each outcome.
    """

    logits: Floats
    chances: Mapping[Outcome, float]


def prepare(scorer: Scorer, needs: Sequence[LabelledNeed], queries: Sequence[Query], examples: Examples) -> Prepared:
    """Score every need with every signal once.

    Args:
        scorer: the signals; its precedents and its fusion are set aside.
        needs: the labelled needs.
        queries: the same needs as queries.
        examples: the catalogue's and the needs', as `building.gather_examples` gives them.
    """
    rows = {entry.id: row for row, entry in enumerate(scorer.corpus.entries)}
    grades = np.zeros((len(needs), len(rows)), dtype=np.float32)
    for number, need in enumerate(needs):
        for entry, grade in need.relevant.items():
            grades[number, rows[entry]] = grade
    known = indexed(examples)
    none = np.zeros((0, len(examples.texts)), dtype=np.float32)
    passages = tuple(known.beside(query)[1:] if query.passages else none for query in queries)
    signals = tuple(scorer.raw(query) for query in queries)
    fitted = replace(scorer, fusion=replace(scorer.fusion, scale="standardised"), precedents=None)
    return Prepared(fitted, tuple(needs), tuple(queries), signals, grades, examples, known.kernel(), passages)


def fit(prepared: Prepared, members: Ints, *, without: Collection[str] = ()) -> Fusion:
    """The fusion that these needs teach.

    Args:
        prepared: all needs.
        members: the numbers of those to learn from.
        without: names of signals to leave out, to show their worth.
    """
    likeness = prepared.honest(members)
    blank = prepared.scorer.fusion
    ranking = _respecting(_fit_ranking(prepared, members, likeness, without))
    ranked = replace(blank, ranking=ranking)
    described = [describe(prepared, ranked, n, likeness[n], without) for n in members]
    labels = [prepared.needs[n].outcome for n in members]
    outcomes = _fit_outcomes([need for _, need in described], labels)
    judging = replace(ranked, outcomes=outcomes)
    judged = [Judged(logits, judging.chances(need)) for logits, need in described]
    matching = np.array([j.chances["matches"] for j in judged])
    answerable = matching[[label == "matches" for label in labels]]
    return replace(
        judging,
        answers_above=float(np.quantile(answerable, 1 - ANSWERED)),
        confidence=_fit_confidence(prepared, members, judged),
        strong_above=STRONG,
        fitted_on={"needs": len(members), "entries": len(prepared.scorer.corpus.entries)},
    )


def judge(
    prepared: Prepared, fusion: Fusion, learned: Ints, asked: Ints, *, without: Collection[str] = ()
) -> list[Judged]:
    """Score needs by a fusion, with the precedents of the needs that it was learned from."""
    likeness = prepared.predicted(learned, asked)
    judged = []
    for number, like in zip(asked, likeness, strict=True):
        logits, need = describe(prepared, fusion, number, like, without)
        judged.append(Judged(logits, fusion.chances(need)))
    return judged


def describe(
    prepared: Prepared, fusion: Fusion, number: int, likeness: Floats, without: Collection[str]
) -> tuple[Floats, dict[str, float]]:
    """A need's logits of the services, and what its ranking says of it as a whole."""
    signals = _with_precedents(prepared, number, likeness, without)
    logits = fusion.ranking.of_rows(prepared.scorer.features(signals))[prepared.services]
    of_services = {name: values[prepared.services] for name, values in signals.items()}
    entries = len(prepared.scorer.corpus.entries)
    like = {} if "precedents" in without else of_whole(likeness, entries)
    return logits, of_need(prepared.queries[number], of_services, logits, like)


def _with_precedents(prepared: Prepared, number: int, likeness: Floats, without: Collection[str]) -> dict[str, Floats]:
    signals = prepared.signals[number] | {"precedents": likeness[: len(prepared.scorer.corpus.entries)]}
    return {name: values for name, values in signals.items() if name not in without}


def _fit_ranking(prepared: Prepared, members: Ints, likeness: Floats, without: Collection[str]) -> Linear:
    """Logistic regression on every (need, service) pair; a grade of 3 is a yes, 1 a third of one."""
    served = [n for n in members if prepared.needs[n].outcome == "matches"]
    features = [prepared.scorer.features(_with_precedents(prepared, n, likeness[n], without)) for n in served]
    names = sorted(features[0])
    table = np.vstack([_table(names, found, prepared.services) for found in features])
    share = prepared.grades[np.ix_(served, prepared.services)].ravel() / 3
    yes = share > 0
    weights = np.concatenate([share[yes], 1 - share])
    labels = np.arange(len(weights)) < yes.sum()
    return _logistic(names, np.vstack([table[yes], table]), labels, weights, RANKING_C)[True]


def _respecting(ranking: Linear) -> Linear:
    """The same weights, those of hard limits not weaker than `RESPECT` says."""
    firm = {
        name: min(weight, RESPECT[name]) if RESPECT[name] < 0 else max(weight, RESPECT[name])
        for name, weight in ranking.weights.items()
        if name in RESPECT
    }
    return replace(ranking, weights={**ranking.weights, **firm})


def _table(names: Sequence[str], features: Features, rows: Ints) -> Floats:
    return np.stack([features[name][rows] for name in names], axis=1)


def _fit_outcomes(described: Sequence[Mapping[str, float]], labels: Sequence[Outcome]) -> dict[Outcome, Linear]:
    names = sorted(described[0])
    table = np.array([[need[name] for name in names] for need in described], dtype=np.float32)
    found = _logistic(names, table, np.array(labels), None, OUTCOME_C)
    return {outcome: found[outcome] for outcome in OUTCOMES}


def _fit_confidence(prepared: Prepared, members: Ints, judged: Sequence[Judged]) -> Linear:
    """From the first few matches of each need that somebody serves: is the unit one that an advisor would introduce?"""
    groups = prepared.scorer.corpus.groups[prepared.services]
    table, right, weights = [], [], []
    for number, need in zip(members, judged, strict=True):
        if prepared.needs[number].outcome != "matches":
            continue
        fit_for = set(groups[prepared.grades[number, prepared.services] >= RIGHT].tolist())
        features = beside(need.logits)
        for place, row in enumerate(np.argsort(-need.logits)[:CONFIDENT_OF]):
            table.append([features[name][row] for name in CONFIDENT_BY])
            right.append(int(groups[row]) in fit_for)
            weights.append(1 / (1 + place))
    return _logistic(CONFIDENT_BY, np.array(table), np.array(right), np.array(weights), CONFIDENCE_C)[True]


def _logistic(
    names: Sequence[str],
    table: npt.NDArray[np.floating[Any]],
    labels: npt.NDArray[Any],
    weights: npt.NDArray[np.floating[Any]] | None,
    strength: float,
) -> dict[Any, Linear]:
    """A logistic regression on standardised features; each label's weights, for the features as they are."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.preprocessing import StandardScaler

    scaler = StandardScaler().fit(table)
    model = LogisticRegression(C=strength, max_iter=1000).fit(scaler.transform(table), labels, sample_weight=weights)
    slopes = model.coef_ / scaler.scale_
    intercepts = model.intercept_ - slopes @ scaler.mean_
    fitted = model.classes_[-len(slopes) :]  # of two labels, scikit-learn fits the second only
    return {
        label: Linear(float(intercept), dict(zip(names, map(float, slope), strict=True)))
        for label, slope, intercept in zip(fitted.tolist(), slopes, intercepts, strict=True)
    }
