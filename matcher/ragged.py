"""Rows of unlike length kept one behind the other in flat arrays: where the places of some of them are."""

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]


def places(starts: Ints, rows: Ints) -> tuple[Ints, Ints]:
    """Where the values of some rows stand, and how many each row has.

    Args:
        starts: row r's values are at starts[r] to starts[r + 1].
        rows: which rows, in any order.
    """
    first = starts[rows]
    counts = starts[rows + 1] - first
    before = np.cumsum(counts) - counts
    return np.repeat(first - before, counts) + np.arange(int(counts.sum())), counts


def runs(starts: Ints, rows: Ints) -> list[slice]:
    """The same places as slices, one for each run of neighbouring rows: much less work where rows are long or near."""
    # No row is next to -2, so that the first row always begins a run and the last one ends one.
    begins, ends = np.flatnonzero(np.diff(rows, prepend=-2) != 1), np.flatnonzero(np.diff(rows, append=-2) != 1)
    return [slice(*pair) for pair in zip(starts[rows[begins]].tolist(), starts[rows[ends] + 1].tolist(), strict=True)]
