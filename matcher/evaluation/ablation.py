"""Ablation: what each signal adds, by fitting everything anew without it, cross-validated."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

from matcher.corpus import Ints
from matcher.crossvalidation import cross_validated, learner
from matcher.evaluation.judging import Progress
from matcher.evaluation.units import Units
from matcher.features import GRADED
from matcher.fitting import Prepared
from matcher.metrics import Estimate, estimate, first_right, ndcg

# All of them go at once: each speaks of few needs, and they would stand in for each other.
LIMITS = "limits"


@dataclass(frozen=True)
class Added:
    """What a signal adds to the needs of one language: how much the figure falls when it is switched off."""

    first_right: Estimate
    ndcg: Estimate


@dataclass(frozen=True)
class _Ranked:
    """The figures of each served need, in the order of the needs."""

    first: Sequence[float]
    depth: Sequence[float]


def ablate(prepared: Prepared, units: Units, progress: Progress) -> dict[str, dict[str, Added]]:
    """For each signal and language what it adds; intervals are of the differences need by need."""
    members = np.arange(len(prepared.needs))
    served = [need for need in prepared.needs if need.outcome == "matches"]
    languages = sorted({need.language for need in served})
    switches = _switches(prepared)
    progress("fitting with all signals")
    whole = _ranked(prepared, members, units, ())
    added: dict[str, dict[str, Added]] = {}
    for name, without in switches.items():
        progress(f"fitting without {name} ({len(added) + 1} of {len(switches)})")
        lesser = _ranked(prepared, members, units, without)
        added[name] = {
            language: _added(whole, lesser, [n for n, need in enumerate(served) if need.language == language])
            for language in languages
        }
    return added


def _switches(prepared: Prepared) -> dict[str, tuple[str, ...]]:
    graded = {name: (name,) for name in GRADED}
    limits = tuple(name for name in prepared.signals[0] if name not in GRADED)
    return {**graded, LIMITS: limits}


def _ranked(prepared: Prepared, members: Ints, units: Units, without: Collection[str]) -> _Ranked:
    first, depth = {}, {}
    for folded in cross_validated(prepared, members, learner(without), without=without):
        need = prepared.needs[folded.number]
        if need.outcome == "matches":
            order, grades = units.order(folded.judged.logits), units.grades(need.relevant)
            first[folded.number], depth[folded.number] = first_right(order, grades), ndcg(order, grades)
    return _Ranked([first[n] for n in sorted(first)], [depth[n] for n in sorted(depth)])


def _added(whole: _Ranked, lesser: _Ranked, needs: Sequence[int]) -> Added:
    return Added(
        first_right=estimate([whole.first[n] - lesser.first[n] for n in needs]),
        ndcg=estimate([whole.depth[n] - lesser.depth[n] for n in needs]),
    )
