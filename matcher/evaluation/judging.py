"""Judging: every labelled need with the ranking of every method, by a fusion that has not seen it.

Needs that the fusion in use was learned from are judged by cross-validation; all others by the matcher as it is, down
to its whole answer. What the rankings are worth is `tables`' business.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from matcher.answer import Answer, Outcome
from matcher.baselines import BY_SIGNALS
from matcher.corpus import Floats, Ints
from matcher.crossvalidation import Folded, cross_validated, learner
from matcher.evaluation.plain import PlainMethods
from matcher.evaluation.units import Order, Units
from matcher.features import GRADED, Features
from matcher.fitting import Prepared
from matcher.fusion import Fusion
from matcher.labels import LabelledNeed
from matcher.metrics import DEPTH, RIGHT, Grades, first_right, ndcg
from matcher.signals.signal import Scores
from matcher.study import Study

LOTSEN = "Lotsen, whole answer"
FUSION = "Lotsen, fusion"
# What the name of each signal by itself ends with.
ALONE = " by itself"
# People see ten; the measures of rankings look at five units, which twice as many matches hold for sure.
SHOWN = 10
_ASKED_FOR = 2 * SHOWN
_TELLING = 3

# Told in words how far the work has come.
Progress = Callable[[str], None]


@dataclass(frozen=True)
class Judgement:
    """One need, judged.

    Attributes:
        grades: each unit's.
        orders: for each method the units from best to worst.
        matching: the chance that somebody here serves the need.
        confidence: of the first match.
        parts: for each of the need's labelled parts whether a right unit stands among the first five units, and
            whether one stands among the first ten matches; empty where no whole answer was given.
        because: what put the first unit before the best right one, as (feature, by how much).
    """

    need: LabelledNeed
    grades: Grades
    orders: Mapping[str, Order]
    outcome: Outcome
    matching: float
    confidence: float
    parts: tuple[tuple[bool, bool], ...] = ()
    because: tuple[tuple[str, float], ...] = ()

    @property
    def served(self) -> bool:
        """Whether somebody here serves the need."""
        return self.need.outcome == "matches"

    @property
    def answered(self) -> bool:
        """Whether the need was answered with matches."""
        return self.outcome == "matches"

    @property
    def order(self) -> Order:
        """The ranking that people see, as far as it was made."""
        return self.orders.get(LOTSEN) or self.orders[FUSION]

    @cached_property
    def right(self) -> bool:
        """Whether the first match is one that an advisor would be glad to introduce."""
        return self.served and bool(first_right(self.order, self.grades))

    @cached_property
    def ndcg(self) -> float:
        """Of the ranking that people see; only for a need that is served."""
        return ndcg(self.order, self.grades)


@dataclass(frozen=True)
class Judge:
    """Judges labelled needs over one catalogue."""

    study: Study
    progress: Progress

    @cached_property
    def units(self) -> Units:
        """The catalogue's."""
        scorer = self.study.matcher.scorer
        return Units(scorer.corpus, np.flatnonzero(scorer.frame.measured))

    @cached_property
    def prepared(self) -> Prepared:
        """All needs that the fusion in use was learned from."""
        self.progress("scoring the labelled needs with every signal")
        return self.study.prepare([need for need in self.study.experience.needs if need.split == "fit"])

    def has_learned(self, need: LabelledNeed) -> bool:
        """Whether the fusion in use was learned from this need, also when it comes from another file."""
        return need.split == "fit" and need.need in self._learned

    @cached_property
    def _learned(self) -> frozenset[str]:
        return frozenset(need.need for need in self.study.experience.needs if need.split == "fit")

    def by_matcher(self, needs: Sequence[LabelledNeed]) -> list[Judgement]:
        """Needs that were not learned from, by the matcher in use and its whole answers."""
        plain = self._plain(needs)
        return [self._answered(need, plain[at]) for at, need in enumerate(self._told(needs))]

    def by_folds(self, needs: Sequence[LabelledNeed]) -> list[Judgement]:
        """Needs that were learned from, each by what the others teach."""
        wanted = {need.need: at for at, need in enumerate(needs)}
        plain = self._plain(needs)
        members = self.prepared.needs
        judged: dict[int, Judgement] = {}
        for folded in cross_validated(self.prepared, np.arange(len(members)), learner()):
            at = wanted.get(members[folded.number].need)
            self.progress(f"cross-validating, {len(judged)} of {len(needs)} needs judged")
            if at is not None:
                found = of_fold(folded, needs[at], self.units)
                judged[at] = replace(found, orders={**found.orders, **plain[at]})
        return [judged[at] for at in sorted(judged)]

    def _plain(self, needs: Sequence[LabelledNeed]) -> list[dict[str, Order]]:
        self.progress("ranking with plain methods")
        scores = PlainMethods(self.study, self.units).scores([need.need for need in needs])
        return [{name: self.units.order(rows[at]) for name, rows in scores.items()} for at in range(len(needs))]

    def _told(self, needs: Sequence[LabelledNeed]) -> Iterator[LabelledNeed]:
        for done, need in enumerate(needs, start=1):
            self.progress(f"answering {done} of {len(needs)} needs")
            yield need

    def _answered(self, need: LabelledNeed, plain: Mapping[str, Order]) -> Judgement:
        matcher, services = self.study.matcher, self.units.services
        scored = matcher.scorer.score(matcher.reader.read([need.need])[0])
        features = matcher.scorer.features(scored.signals)
        answer = matcher.answer(need.need, top=_ASKED_FOR)
        orders = _orders(_rows(scored.signals, services), scored.logits[services], self.units)
        told = {LOTSEN: self.units.order_of(answer.matches), **orders, **plain}
        grades = self.units.grades(need.relevant)
        return Judgement(
            need=need,
            grades=grades,
            orders=told,
            outcome=answer.outcome,
            matching=scored.chances["matches"],
            confidence=answer.matches[0].confidence if answer.matches else 0.0,
            parts=tuple(self._served(part.relevant, answer) for part in need.parts),
            because=_because(_rows(features, services), matcher.scorer.fusion, told[LOTSEN], grades, self.units),
        )

    def _served(self, relevant: Mapping[str, int], answer: Answer) -> tuple[bool, bool]:
        grades = self.units.grades(relevant)
        units, of_shown = self.units.order_of(answer.matches)[:DEPTH], self.units.order_of(answer.matches[:SHOWN])
        return any(grades[unit] >= RIGHT for unit in units), any(grades[unit] >= RIGHT for unit in of_shown)


def of_fold(folded: Folded, need: LabelledNeed, units: Units) -> Judgement:
    """A need as cross-validation scored it; without a whole answer, and without the plain methods."""
    logits, chances = folded.judged.logits, folded.judged.chances
    orders = _orders(folded.signals, logits, units)
    grades = units.grades(need.relevant)
    return Judgement(
        need=need,
        grades=grades,
        orders=orders,
        outcome=folded.fusion.outcome(chances, float(logits.max())),
        matching=chances["matches"],
        confidence=float(folded.fusion.confidences(logits, chances["matches"]).max()),
        because=_because(folded.features, folded.fusion, orders[FUSION], grades, units),
    )


def _orders(signals: Scores, logits: Floats, units: Units) -> dict[str, Order]:
    """By the fusion, by each signal alone, and by plain ways to join them."""
    alone = {name + ALONE: units.order(signals[name]) for name in GRADED if name in signals}
    joined = {name: units.order(join(signals)) for name, join in BY_SIGNALS.items()}
    return {FUSION: units.order(logits), **alone, **joined}


def _because(
    features: Features, fusion: Fusion, order: Order, grades: Grades, units: Units
) -> tuple[tuple[str, float], ...]:
    """The features that speak for the first unit's best service rather than for that of the best right unit."""
    right = next((unit for unit in order if grades[unit] >= RIGHT), None)
    if right is None or right == order[0]:
        return ()
    logits = fusion.ranking.of_rows(features)
    got, wanted = (units.best_of(unit, logits) for unit in (order[0], right))
    gains = {
        name: weight * float(features[name][got] - features[name][wanted])
        for name, weight in fusion.ranking.weights.items()
        if name in features
    }
    told = sorted(gains.items(), key=lambda gain: -gain[1])[:_TELLING]
    return tuple((name, round(gain, 2)) for name, gain in told if gain > 0)


def _rows(scores: Mapping[str, Floats], rows: Ints) -> dict[str, Floats]:
    return {name: np.asarray(values[rows]) for name, values in scores.items()}
