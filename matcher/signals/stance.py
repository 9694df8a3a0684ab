"""Stance: what a text states of hard limits as a vector, so that two texts can be asked how far they agree."""

from functools import lru_cache

import numpy as np
import numpy.typing as npt

from matcher.corpus import Floats
from matcher.limits import VALUES, ReadLimits

# What a text is about is no stance: many name cells or patients in passing.
STANCES = tuple(limit for limit in VALUES if limit != "subjects")


def stance(limits: ReadLimits) -> Floats:
    """For each limit a direction of length 1, or nothing.

    The product of two texts' stances counts 1 for every limit on which they agree, and takes away where they differ:
    1 where a limit has two values, less where there are more ways to differ.
    """
    return np.concatenate([_direction(limits, limit) for limit in STANCES]).astype(np.float32)


def _direction(limits: ReadLimits, limit: str) -> npt.NDArray[np.float64]:
    wanted, unwanted = limits.wants(limit), limits.rules_out(limit)
    signs = np.array([(value in wanted) - float(value in unwanted) for value in VALUES[limit]])
    direction = signs @ _corners(len(VALUES[limit]))
    length = float(np.linalg.norm(direction))
    # Who wants all there is, or rules all out, takes no side.
    return np.asarray(direction / length if length > 1e-6 else direction * 0)  # noqa: PLR2004 - rounding


@lru_cache
def _corners(count: int) -> npt.NDArray[np.float64]:
    """As many corners of length 1 as a limit has values, each as far from all others; shape (values, values)."""
    if count == 1:
        return np.ones((1, 1))
    away = np.eye(count) - 1 / count
    return np.asarray(away / np.linalg.norm(away, axis=1, keepdims=True))
