"""Limits: whether what a need demands or rules out agrees with what an entry can do. `matcher.limits` reads them."""

from collections.abc import Mapping

import numpy as np

from matcher.corpus import Corpus, Floats, Ints
from matcher.entries import EntryLimits
from matcher.limits import VALUES
from matcher.query import Query
from matcher.signals.signal import Scores

Offers = Mapping[str, frozenset[str]]

SMALL = frozenset({"mouse", "rat", "rabbit", "guinea pig", "small animals"})
LARGE = frozenset({"pig", "minipig", "sheep", "large animals"})
BOTH_SIZES = frozenset({"small animals", "large animals"})
# What a need that names its animals cannot be served with: work on people, products, places. Samples, cells and data
# may come from animals.
NO_ANIMALS = frozenset({"humans", "devices"})
# Made for patients, or to find out; and answers that care may act on, or that science may. A unit that makes something
# of the first two makes what it calls research too.
MAKERS = frozenset({"GMP", "pre-GMP"})
MADE = {"GMP": "GMP", "pre-GMP": "research", "research": "research"}
# How the name of a score ends that says that an entry cannot meet what is wanted.
CONFLICTS = "conflicts"
ANSWERED = {"clinical": "clinical", "research": "research"}


def offered(limits: EntryLimits, *, makes: bool = False) -> Offers:
    """For each limit the values that an entry offers, in the words of the limits data; empty where none is stated.

    Args:
        limits: the entry's.
        makes: whether its unit is one that makes what may be given to people, so that its grade is that of a product.
    """
    grade = limits.quality
    makes = makes or grade in MAKERS
    living = {True: {"living"}, False: {"fixed"}, None: set[str]()}[limits.living]
    place = {True: {"on campus"}, False: {"elsewhere"}, None: set[str]()}[limits.on_campus]
    return {
        "subjects": frozenset(limits.subjects),
        "species": _bodies(limits),
        "quality": frozenset({MADE[grade]} if makes and grade in MADE else ()),
        "use": frozenset() if makes else _answers(limits),
        "living": frozenset(living),
        "biosafety": frozenset(str(n) for n in range(2, (limits.biosafety or 1) + 1)),
        "place": frozenset(place),
    }


def offers_of(corpus: Corpus) -> tuple[list[Offers], Ints]:
    """What the entries offer, each kind of offer once, and the number of each entry's kind.

    Few entries have limits that no other has, so that whatever is said of limits is said once of many entries.
    """
    makers = {entry.group for entry in corpus.entries if entry.limits.quality in MAKERS}
    kinds: dict[tuple[EntryLimits, bool], int] = {}
    numbers = [kinds.setdefault((entry.limits, entry.group in makers), len(kinds)) for entry in corpus.entries]
    return [offered(limits, makes=makes) for limits, makes in kinds], np.array(numbers, dtype=np.int64)


class Agreement:
    """For each value of a limit four scores: agrees, conflicts, is all ruled out, or is offered though nobody asked."""

    def __init__(self, corpus: Corpus) -> None:
        self._offers, self._kinds = offers_of(corpus)

    def scores(self, query: Query, rows: Ints) -> Scores:
        """See `Signal`; each score is 0 or 1."""
        kinds = self._kinds[rows]
        return {
            f"{limit} {value} {name}": found[kinds]
            for limit, values in VALUES.items()
            for value in values
            for name, found in self._of_value(limit, value, query).items()
        }

    def _of_value(self, limit: str, value: str, query: Query) -> dict[str, Floats]:
        """For each kind of offer."""
        wanted, unwanted = query.limits.wants(limit), query.limits.rules_out(limit)
        offers = [offers[limit] for offers in self._offers]
        return {
            "agrees": _floats([value in wanted and value in o for o in offers]),
            CONFLICTS: _floats([bool(value in wanted and o and not wanted & o) for o in offers]),
            "ruled out": _floats([bool(value in unwanted and o and o <= unwanted) for o in offers]),
            "unasked": _floats([value in o and not wanted for o in offers]),
        }


def _answers(limits: EntryLimits) -> frozenset[str]:
    """Who may act on what is found out; a unit that treats people finds out nothing about samples."""
    answered = ANSWERED.get(limits.quality)
    if answered == "clinical" and limits.subjects and not {"samples", "data"} & set(limits.subjects):
        return frozenset({"care"})
    return frozenset({answered} if answered else ())


def _bodies(limits: EntryLimits) -> frozenset[str]:
    """In whom or what the work is done; empty where no living body is needed, or nothing is known."""
    if limits.subjects and set(limits.subjects) <= NO_ANIMALS:
        return frozenset({"people"} if "humans" in limits.subjects else {"people", "no animals"})
    if not limits.species:
        return BOTH_SIZES if "animals" in limits.subjects else frozenset()
    kinds = set(limits.species)
    return frozenset(size for size, names in (("small animals", SMALL), ("large animals", LARGE)) if kinds & names)


def _floats(values: list[bool]) -> Floats:
    return np.array(values, dtype=np.float32)
