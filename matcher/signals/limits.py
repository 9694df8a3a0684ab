"""Limits: whether what a need demands or rules out agrees with what an entry can do. `matcher.limits` reads them."""

import numpy as np

from matcher.corpus import Corpus, Floats, Ints
from matcher.entries import EntryLimits
from matcher.limits import NAMES
from matcher.query import Query
from matcher.signals.signal import Scores

SMALL = frozenset({"mouse", "rat", "rabbit", "guinea pig", "small animals"})
LARGE = frozenset({"pig", "minipig", "sheep", "large animals"})
BOTH_SIZES = frozenset({"small animals", "large animals"})
# What a need that names its animals cannot be served with: work on people, products, places. Samples, cells and data
# may come from animals.
NO_ANIMALS = frozenset({"humans", "devices"})
# Made for patients, or to find out; and answers that care may act on, or that science may.
MADE = {"GMP": "GMP", "pre-GMP": "research"}
ANSWERED = {"clinical": "clinical", "research": "research"}


def offered(limits: EntryLimits) -> dict[str, frozenset[str]]:
    """For each limit the values that an entry offers, in the words of the limits data; empty where none is stated."""
    living = {True: {"living"}, False: {"fixed"}, None: set[str]()}[limits.living]
    return {
        "subjects": frozenset(limits.subjects),
        "species": _sizes(limits),
        "quality": frozenset({MADE[limits.quality]} if limits.quality in MADE else ()),
        "use": frozenset({ANSWERED[limits.quality]} if limits.quality in ANSWERED else ()),
        "living": frozenset(living),
        "biosafety": frozenset(str(n) for n in range(2, (limits.biosafety or 1) + 1)),
        "place": frozenset({"on campus"} if limits.on_campus else ()),
    }


class Agreement:
    """For each limit four scores: agrees, conflicts, is all ruled out, or is offered though nobody asked."""

    def __init__(self, corpus: Corpus) -> None:
        # Few entries have limits that no other has, so that whatever is said of limits is said once of many entries.
        kinds: dict[EntryLimits, int] = {}
        numbers = [kinds.setdefault(entry.limits, len(kinds)) for entry in corpus.entries]
        self._kinds = np.array(numbers, dtype=np.int64)
        self._offers = [offered(limits) for limits in kinds]

    def scores(self, query: Query, rows: Ints) -> Scores:
        """See `Signal`; each score is 0 to 1."""
        kinds = self._kinds[rows]
        return {
            f"{limit} {name}": values[kinds] for limit in NAMES for name, values in self._of_limit(limit, query).items()
        }

    def _of_limit(self, limit: str, query: Query) -> dict[str, Floats]:
        """For each kind of entry."""
        wanted, unwanted = query.limits.wants(limit), query.limits.rules_out(limit)
        offers = [offers[limit] for offers in self._offers]
        return {
            "agrees": _floats([len(wanted & o) / len(wanted) if wanted else 0.0 for o in offers]),
            "conflicts": _floats([bool(wanted and o and not wanted & o) for o in offers]),
            "ruled out": _floats([bool(unwanted and o and o <= unwanted) for o in offers]),
            "unasked": _floats([bool(o) and not wanted for o in offers]),
        }


def _sizes(limits: EntryLimits) -> frozenset[str]:
    if limits.subjects and set(limits.subjects) <= NO_ANIMALS:
        return frozenset({"no animals"})
    if not limits.species:
        return BOTH_SIZES if "animals" in limits.subjects else frozenset()
    kinds = set(limits.species)
    return frozenset(size for size, names in (("small animals", SMALL), ("large animals", LARGE)) if kinds & names)


def _floats(values: list[float] | list[bool]) -> Floats:
    return np.array(values, dtype=np.float32)
