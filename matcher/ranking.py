"""Ranking: from scores to the order that people see. A campus's units share the list, and so do the parts of a need."""

from collections import Counter
from collections.abc import Sequence
from itertools import zip_longest

import numpy as np

from matcher.corpus import Floats, Ints

# Of one unit at most this many entries stand before the others have had their turn: a third way into the same unit
# helps a company less than another unit does.
MOST_OF_GROUP = 2


def ranked(logits: Floats, groups: Ints) -> list[int]:
    """The scored rows from best to worst, with what a group has too many of behind the rest; equals keep order."""
    order = _sorted(logits)
    return _fairly(order.tolist(), groups[order].tolist())


def leading(logits: Floats, count: int) -> list[int]:
    """The scored rows that are best, the best first."""
    return list(map(int, _sorted(logits)[:count]))


def united(rankings: Sequence[Sequence[int]], groups: Ints) -> list[int]:
    """One ranking of several, taking turns, so that every part is served before one is served twice.

    In each turn a ranking gives the row of its next group, and passes when another has named that group before.
    """
    order: list[int] = []
    named: set[int] = set()
    for turn in zip_longest(*(_first_of_groups(r, groups) for r in rankings)):
        for row in turn:
            if row is not None and int(groups[row]) not in named:
                named.add(int(groups[row]))
                order.append(row)
    rest = (row for turn in zip_longest(*rankings) for row in turn if row is not None)
    return list(dict.fromkeys([*order, *rest]))


def _first_of_groups(ranking: Sequence[int], groups: Ints) -> list[int]:
    seen: dict[int, int] = {}
    for row, group in zip(ranking, groups[ranking].tolist(), strict=True):
        seen.setdefault(group, row)
    return list(seen.values())


def _sorted(logits: Floats) -> Ints:
    """In a large catalogue few rows are scored, and the others are not sorted."""
    scored = np.flatnonzero(logits > -np.inf)
    return scored[np.argsort(-logits[scored], kind="stable")]


def _fairly(order: Sequence[int], groups: Sequence[int]) -> list[int]:
    count: Counter[int] = Counter()
    early: list[int] = []
    late: list[int] = []
    for row, group in zip(order, groups, strict=True):
        count[group] += 1
        (early if count[group] <= MOST_OF_GROUP else late).append(row)
    return early + late
