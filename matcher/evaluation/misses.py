"""Misses: the needs that the matcher got wrong, the surest mistakes first, with what led it astray."""

from collections.abc import Sequence
from dataclasses import dataclass

from matcher.evaluation.judging import Judgement
from matcher.evaluation.units import Units
from matcher.metrics import RIGHT

# How much of a need is told; enough to find it again.
_LONGEST = 160


@dataclass(frozen=True)
class Miss:
    """One mistake.

    Attributes:
        wanted: the units that would have been right, or the outcome.
        got: what was said instead.
        surety: how sure the matcher was of it, 0 to 1.
        why: what led to it, in words.
    """

    id: str
    need: str
    wanted: str
    got: str
    surety: float
    why: str


def misses(judgements: Sequence[Judgement], units: Units, most: int) -> tuple[Miss, ...]:
    """The surest mistakes among the judged needs."""
    found = [_miss(j, units) for j in judgements if _is_mistaken(j)]
    return tuple(sorted(found, key=lambda miss: -miss.surety)[:most])


def _is_mistaken(judged: Judgement) -> bool:
    return judged.served != judged.answered or (judged.served and not judged.right)


def _miss(judged: Judgement, units: Units) -> Miss:
    wanted, got, surety, why = _told(judged, units)
    text = " ".join(judged.need.need.split())
    cut = text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0] + " …"
    return Miss(judged.need.id, cut, wanted, got, round(surety, 3), why)


def _told(judged: Judgement, units: Units) -> tuple[str, str, float, str]:
    right = [units.names[unit] for unit in judged.order if judged.grades[unit] >= RIGHT]
    first = units.names[judged.order[0]]
    if not judged.served:
        why = f"chance that somebody serves it {judged.matching:.2f}; nearest by wording and meaning: {first}"
        return judged.need.outcome, f"answered with {first}", judged.confidence, why
    wanted = ", ".join(right) or "a unit that was not shown"
    if not judged.answered:
        stands = f"{first} stood first, {'rightly' if judged.right else 'wrongly'}"
        why = f"chance that somebody serves it only {judged.matching:.2f}; {stands}"
        return wanted, judged.outcome, 1 - judged.matching, why
    place = next((at for at, unit in enumerate(judged.order, start=1) if judged.grades[unit] >= RIGHT), None)
    stands = f"the right one stands in place {place}" if place else "the right one was not shown"
    because = ", ".join(f"{name} +{gain:g}" for name, gain in judged.because)
    return wanted, first, judged.confidence, f"{stands}; led by {because}" if because else stands
