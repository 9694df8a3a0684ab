"""Tables: judged needs to figures with intervals, per language and per style. How they are printed is the command's."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from matcher.answer import Outcome
from matcher.evaluation.judging import Judgement
from matcher.evaluation.misses import Miss, misses
from matcher.evaluation.units import Units
from matcher.metrics import Bin, Estimate, calibration_error, estimate, first_right, ndcg, reliability

ALL = "all"
_MOST_MISSES = 10

# By language or style, and then by method.
Qualities = Mapping[str, Mapping[str, "Quality"]]


@dataclass(frozen=True)
class Quality:
    """How good a method's rankings are, over needs that somebody serves."""

    first_right: Estimate
    ndcg: Estimate


@dataclass(frozen=True)
class Silence:
    """How often a need that nobody serves is not answered with matches, and how often one that is served is."""

    silent: Estimate | None
    answered: Estimate | None


@dataclass(frozen=True)
class Calibration:
    """The confidence of the first match beside how often it is right.

    Attributes:
        error: over all needs.
        error_of_answered: over those that were answered with matches, since nobody sees a confidence otherwise.
    """

    error: float
    error_of_answered: float
    bins: tuple[Bin, ...]


@dataclass(frozen=True)
class PartsServed:
    """The share of needs with several parts of which every part is served among the first units, or matches."""

    in_five_units: Estimate
    in_ten_matches: Estimate


@dataclass(frozen=True)
class Section:
    """All figures of needs that were judged alike."""

    judged: str
    needs: int
    languages: Qualities
    styles: Qualities
    silence: Mapping[str, Silence]
    confusion: Mapping[Outcome, Mapping[Outcome, int]]
    calibration: Calibration
    parts: PartsServed | None
    pairs: Estimate | None
    misses: tuple[Miss, ...]

    def to_json(self) -> dict[str, Any]:
        """As one JSON object."""
        return asdict(self)


def section(judged_by: str, judgements: Sequence[Judgement], units: Units) -> Section:
    """All figures of some needs.

    Args:
        judged_by: how they were judged, for people.
        judgements: at least one.
        units: the catalogue's.
    """
    by_language = {ALL: list(judgements)} | _grouped(judgements, lambda judged: [judged.need.language])
    return Section(
        judged=judged_by,
        needs=len(judgements),
        languages=_qualities(by_language),
        styles=_qualities(_grouped(judgements, lambda judged: judged.need.style)),
        silence={language: _silence(some) for language, some in by_language.items()},
        confusion=_confusion(judgements),
        calibration=_calibration(judgements),
        parts=_parts(judgements),
        pairs=_pairs(judgements),
        misses=misses(judgements, units, _MOST_MISSES),
    )


def _grouped(judgements: Iterable[Judgement], keys: Callable[[Judgement], Iterable[str]]) -> dict[str, list[Judgement]]:
    groups: dict[str, list[Judgement]] = defaultdict(list)
    for judged in judgements:
        for key in keys(judged):
            groups[key].append(judged)
    return dict(sorted(groups.items()))


def _qualities(groups: Mapping[str, Sequence[Judgement]]) -> dict[str, dict[str, Quality]]:
    served = {name: [judged for judged in some if judged.served] for name, some in groups.items()}
    return {name: {m: _quality(some, m) for m in some[0].orders} for name, some in served.items() if some}


def _quality(served: Sequence[Judgement], method: str) -> Quality:
    return Quality(
        first_right=estimate([first_right(judged.orders[method], judged.grades) for judged in served]),
        ndcg=estimate([ndcg(judged.orders[method], judged.grades) for judged in served]),
    )


def _silence(judgements: Sequence[Judgement]) -> Silence:
    return Silence(
        silent=_estimate_of([not judged.answered for judged in judgements if not judged.served]),
        answered=_estimate_of([judged.answered for judged in judgements if judged.served]),
    )


def _confusion(judgements: Iterable[Judgement]) -> dict[Outcome, dict[Outcome, int]]:
    counted: dict[Outcome, Counter[Outcome]] = defaultdict(Counter)
    for judged in judgements:
        counted[judged.need.outcome][judged.outcome] += 1
    return {wanted: dict(got) for wanted, got in counted.items()}


def _calibration(judgements: Sequence[Judgement]) -> Calibration:
    answered = [judged for judged in judgements if judged.answered]
    bins, seen = (reliability([j.confidence for j in some], [j.right for j in some]) for some in (judgements, answered))
    return Calibration(calibration_error(bins), calibration_error(seen), bins)


def _parts(judgements: Iterable[Judgement]) -> PartsServed | None:
    several = [judged.parts for judged in judgements if len(judged.parts) > 1]
    if not several:
        return None
    return PartsServed(
        in_five_units=estimate([all(five for five, _ in parts) for parts in several]),
        in_ten_matches=estimate([all(ten for _, ten in parts) for parts in several]),
    )


def _pairs(judgements: Iterable[Judgement]) -> Estimate | None:
    """Both of a pair right: the right unit first, or no matches where nobody serves the need."""
    pairs: dict[str, list[bool]] = defaultdict(list)
    for judged in judgements:
        if judged.need.pair:
            pairs[judged.need.pair].append(judged.right if judged.served else not judged.answered)
    return _estimate_of([all(both) for both in pairs.values() if len(both) > 1])


def _estimate_of(values: Sequence[float]) -> Estimate | None:
    return estimate(values) if values else None
