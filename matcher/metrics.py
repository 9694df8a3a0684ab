"""Measures of rankings, of chances and of differences, on plain numbers. Where the numbers come from is `evaluation`'s.

All resampling is seeded, so that the same numbers give the same interval on every machine.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

# People see three matches first and ten behind a button; five stands between.
DEPTH = 5
# The grade from which a unit counts as right: an advisor would be glad to introduce it.
RIGHT = 2
RESAMPLES = 2_000
BINS = 10
_SEED = 20

Grades = npt.NDArray[np.floating]


@dataclass(frozen=True)
class Estimate:
    """A mean over needs with the interval that holds it in 95 of 100 resamplings of the needs."""

    value: float
    low: float
    high: float
    needs: int


@dataclass(frozen=True)
class Bin:
    """The needs whose confidence lies between `low` and `high`: what was claimed, and what was true."""

    low: float
    high: float
    needs: int
    claimed: float
    true: float


def first_right(order: Sequence[int], grades: Grades) -> float:
    """1 when the first of a ranking is one that an advisor would be glad to introduce, else 0."""
    return float(len(order) > 0 and grades[order[0]] >= RIGHT)


def ndcg(order: Sequence[int], grades: Grades) -> float:
    """How good the first `DEPTH` are, 1 being the best there can be; the gain of a grade is 2^grade - 1.

    Järvelin and Kekäläinen, 2002, "Cumulated gain-based evaluation of IR techniques"; gains as Burges et al., 2005.

    Args:
        order: what was ranked, best first, as places in `grades`; what is not in it was not found.
        grades: of everything that could be ranked; where all are 0, nothing can be good and the measure is 0.
    """
    best = _discounted(np.sort(grades)[::-1][:DEPTH])
    return _discounted(grades[list(order[:DEPTH])]) / best if best else 0.0


def _discounted(grades: Grades) -> float:
    return float(((2.0**grades - 1) / np.log2(np.arange(2, len(grades) + 2))).sum())


def estimate(values: Sequence[float]) -> Estimate:
    """The mean of one value a need (at least one), with its interval by percentile bootstrap."""
    means = _resampled(np.asarray(values, dtype=np.float64))
    low, high = np.quantile(means, (0.025, 0.975))
    return Estimate(float(np.mean(values)), float(low), float(high), len(values))


def chance_better(new: Sequence[float], old: Sequence[float]) -> float:
    """The share of resamplings of the same needs in which the new values have the greater mean; ties count half."""
    differences = np.asarray(new, dtype=np.float64) - np.asarray(old, dtype=np.float64)
    means = _resampled(differences)
    return float((means > 0).mean() + (means == 0).mean() / 2)


def _resampled(values: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """The mean of each resampling."""
    return np.asarray(_draws(len(values)) @ values / len(values), dtype=np.float64)


@lru_cache(maxsize=8)
def _draws(size: int) -> npt.NDArray[np.float32]:
    """How often each resampling draws each of `size` needs; the same for every method, so that they stay paired."""
    drawn = np.random.default_rng(_SEED).integers(size, size=(RESAMPLES, size))
    places = drawn + np.arange(RESAMPLES)[:, None] * size
    return np.bincount(places.ravel(), minlength=RESAMPLES * size).reshape(RESAMPLES, size).astype(np.float32)


def reliability(confidences: Sequence[float], right: Sequence[bool]) -> tuple[Bin, ...]:
    """Claimed beside true, in `BINS` equal bins of confidence; bins without needs are left out."""
    claimed, true = np.asarray(confidences, dtype=np.float64), np.asarray(right, dtype=np.float64)
    places = np.minimum((claimed * BINS).astype(np.int64), BINS - 1)
    bins = []
    for place in range(BINS):
        here = places == place
        if here.any():
            means = float(claimed[here].mean()), float(true[here].mean())
            bins.append(Bin(place / BINS, (place + 1) / BINS, int(here.sum()), *means))
    return tuple(bins)


def calibration_error(bins: Sequence[Bin]) -> float:
    """The expected calibration error: the mean distance of claimed from true, each need counting alike.

    Naeini, Cooper and Hauskrecht, 2015, "Obtaining well calibrated probabilities using Bayesian binning".
    """
    needs = sum(b.needs for b in bins)
    return sum(b.needs * abs(b.claimed - b.true) for b in bins) / needs if needs else 0.0
