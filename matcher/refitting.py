"""Refitting: learning a catalogue's own fusion from its labelled needs, kept only where it is shown to be better.

How a fusion is fitted is `fitting`'s business, and `fixed`'s for catalogues without labels; here it is decided.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from matcher.corpus import Ints
from matcher.crossvalidation import Learner, cross_validated
from matcher.evaluation.judging import FUSION, Judgement, of_fold
from matcher.evaluation.tables import ALL, Section, section
from matcher.evaluation.units import Units
from matcher.fitting import (
    STRONG,
    Judged,
    Prepared,
    _fit_confidence,
    _fit_ranking,
    _respecting,
    describe,
    fit,
)
from matcher.fixed import WITHOUT
from matcher.fusion import OUTCOMES, Fusion
from matcher.metrics import chance_better

# With fewer needs that somebody serves, cross-validation shows nothing.
FEWEST_SERVED: Final = 20
# With fewer needs of an outcome than this, when to be silent is not learned but taken from the fixed fusion.
FEWEST_OF_OUTCOME: Final = 10
# The share of resamplings of the needs in which the new fusion must rank better than the fixed one.
SURELY_BETTER: Final = 0.9
# A fusion in use may have been fitted on these very needs, which flatters it; so much nDCG@5 it may seem ahead.
FLATTERY: Final = 0.01


class TooFewNeeds(Exception):
    """There are too few labelled needs to learn from; the message says how many are wanted."""


@dataclass(frozen=True)
class Refit:
    """A fusion fitted anew, and whether it is to be kept.

    Attributes:
        fusion: fitted on all needs, not only on those of four folds.
        standings: the figures of the fixed fusion, of the one in use if there is one, and of the new one, by name;
            each of needs that the fusion was not fitted on, but for the one in use.
        chance: that the new one ranks better than the fixed one.
        kept: whether it is shown to be better.
        why: the decision in one sentence.
    """

    fusion: Fusion
    standings: dict[str, Section]
    chance: float
    kept: bool
    why: str


def refit(
    prepared: Prepared, fixed: Fusion, in_use: Fusion | None, progress: Callable[[str], None] = lambda _: None
) -> Refit:
    """Fit a fusion on labelled needs, and compare it with what is there.

    Args:
        prepared: the needs that may be learned from, and no others.
        fixed: the fusion that holds for any catalogue.
        in_use: the fusion that was fitted for this catalogue before.
        progress: told in words what is being done.

    Raises:
        TooFewNeeds: nothing can be shown with them.
    """
    _check(prepared)
    members = np.arange(len(prepared.needs))
    progress("cross-validating the fixed fusion")
    judged = {"fixed": _judged(prepared, members, lambda *_: fixed, WITHOUT)}
    if in_use is not None:
        progress("comparing with the fusion in use")
        judged["in use"] = _judged(prepared, members, lambda *_: in_use)
    progress("cross-validating the new fusion")
    judged["new"] = _judged(prepared, members, lambda all_, some: learn(all_, some, fixed))
    chance = chance_better(*([need.ndcg for need in judged[name] if need.served] for name in ("new", "fixed")))
    standings = {name: section(name, needs, _units(prepared)) for name, needs in judged.items()}
    kept, why = decision(standings, chance)
    progress("fitting on all needs")
    return Refit(learn(prepared, members, fixed), standings, chance, kept, why)


def learn(prepared: Prepared, members: Ints, fixed: Fusion) -> Fusion:
    """The fusion that these needs teach; where they do not show every outcome, its silence is the fixed fusion's."""
    seen = Counter(prepared.needs[number].outcome for number in members)
    if all(seen[outcome] >= FEWEST_OF_OUTCOME for outcome in OUTCOMES):
        return fit(prepared, members)
    likeness = prepared.honest(members)
    ranking = _respecting(_fit_ranking(prepared, members, likeness, ()))
    ranked = replace(prepared.scorer.fusion, ranking=ranking)
    described = [describe(prepared, ranked, number, likeness[number], ()) for number in members]
    judged = [Judged(logits, fixed.chances(need)) for logits, need in described]
    return replace(
        ranked,
        outcomes=fixed.outcomes,
        answers_above=fixed.answers_above,
        confidence=_fit_confidence(prepared, members, judged),
        strong_above=STRONG,
        fitted_on={"needs": len(members), "entries": len(prepared.scorer.corpus.entries), "outcomes": "fixed"},
    )


def _check(prepared: Prepared) -> None:
    served = sum(need.outcome == "matches" and bool(need.relevant) for need in prepared.needs)
    if served < FEWEST_SERVED:
        raise TooFewNeeds(f"found {served} labelled needs that somebody serves, wanted at least {FEWEST_SERVED}")
    if len({entry.group for entry in prepared.scorer.corpus.entries}) < 2:  # noqa: PLR2004 - one cannot be ranked
        raise TooFewNeeds("found one unit in the catalogue, wanted at least two to choose between")


def _judged(prepared: Prepared, members: Ints, learner: Learner, without: Sequence[str] = ()) -> list[Judgement]:
    units = _units(prepared)
    folds = cross_validated(prepared, members, learner, without=without)
    by_need = sorted(folds, key=lambda folded: folded.number)
    return [of_fold(folded, prepared.needs[folded.number], units) for folded in by_need]


def _units(prepared: Prepared) -> Units:
    return Units(prepared.scorer.corpus, prepared.services)


def decision(standings: Mapping[str, Section], chance: float) -> tuple[bool, str]:
    """Whether the new fusion is to be kept, and why in one sentence.

    Args:
        standings: as `Refit` has them.
        chance: that the new one ranks better than the fixed one.
    """
    depth = {name: found.languages[ALL][FUSION].ndcg.value for name, found in standings.items()}
    new, fixed, in_use = depth["new"], depth["fixed"], depth.get("in use", 0.0)
    figures = f"nDCG@5 {new:.3f} against {fixed:.3f}, better in {chance:.0%} of resamplings"
    if chance < SURELY_BETTER:
        wanted = f"wanted {SURELY_BETTER:.0%}"
        return False, f"cross-validation does not show it to be better than the fixed fusion: {figures}, {wanted}"
    if new < in_use - FLATTERY:
        lead = f"nDCG@5 {new:.3f} against {in_use:.3f}"
        return False, f"it is not as good as the fusion in use: {lead}, wanted at most {FLATTERY} less"
    return True, f"cross-validation shows it to be better than the fixed fusion: {figures}"
