"""Ranking: from scores to the order that people see. A campus's units share the list, and so do the parts of a need."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import zip_longest

import numpy as np

from matcher.corpus import Floats, Ints

# Of one unit at most this many entries stand before the others have had their turn: a third way into the same unit
# helps a company less than another unit does.
MOST_OF_GROUP = 2


def ranked(logits: Floats, groups: Ints) -> list[int]:
    """The scored rows from best to worst, with what a group has too many of behind the rest; equals keep order."""
    scored = np.flatnonzero(logits > -np.inf)
    order = scored[np.argsort(-logits[scored], kind="stable")].tolist()
    return _fairly(order, groups)


def united(rankings: Sequence[Sequence[int]], groups: Ints) -> list[int]:
    """One ranking of several, taking turns, so that every part is served before one is served twice.

    In each turn a ranking gives the row of its next group, and passes when another has named that group before.
    """
    order: list[int] = []
    named: set[int] = set()
    for turn in zip_longest(*(_first_of_groups(r, groups) for r in rankings)):
        for row in turn:
            if row is not None and groups[row] not in named:
                named.add(int(groups[row]))
                order.append(row)
    rest = (row for turn in zip_longest(*rankings) for row in turn if row is not None)
    return list(dict.fromkeys([*order, *rest]))


def _first_of_groups(ranking: Iterable[int], groups: Ints) -> list[int]:
    seen: dict[int, int] = {}
    for row in ranking:
        seen.setdefault(int(groups[row]), row)
    return list(seen.values())


def _fairly(order: Sequence[int], groups: Ints) -> list[int]:
    count: Counter[int] = Counter()
    early: list[int] = []
    late: list[int] = []
    for row in order:
        count[int(groups[row])] += 1
        (early if count[int(groups[row])] <= MOST_OF_GROUP else late).append(row)
    return early + late
