"""Limits: whether what a need demands or rules out agrees with what an entry can do. `matcher.limits` reads them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from matcher.corpus import Corpus, Ints
from matcher.entries import EntryLimits
from matcher.limits import VALUES
from matcher.query import Query
from matcher.signals.signal import Scores

Offers = Mapping[str, frozenset[str]]
Bools = npt.NDArray[np.bool_]

SMALL = frozenset({"mouse", "rat", "rabbit", "guinea pig", "small animals"})
LARGE = frozenset({"pig", "minipig", "sheep", "large animals"})
BOTH_SIZES = frozenset({"small animals", "large animals"})
# What a need that names its animals cannot be served with: work on people, products, places. Samples, cells and data
# may come from animals.
NO_ANIMALS = frozenset({"humans", "devices"})
# Made for patients, or to find out; and answers that care may act on, or that science may.
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
    makes = makes or limits.grades_products
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


def offers_at(corpus: Corpus, row: int) -> Offers:
    """What an entry offers, its unit considered."""
    entry = corpus.entries[row]
    return offered(entry.limits, makes=entry.group in corpus.makers)


def offers_of(corpus: Corpus) -> tuple[list[Offers], Ints]:
    """What the entries offer, each kind of offer once, and the number of each entry's kind.

    Few entries have limits that no other has, so that whatever is said of limits is said once of many entries.
    """
    kinds: dict[tuple[EntryLimits, bool], int] = {}
    numbers = [kinds.setdefault((entry.limits, entry.group in corpus.makers), len(kinds)) for entry in corpus.entries]
    return [offered(limits, makes=makes) for limits, makes in kinds], np.array(numbers, dtype=np.int64)


class Agreement:
    """For each value of a limit four scores: agrees, conflicts, is all ruled out, or is offered though nobody asked."""

    def __init__(self, corpus: Corpus) -> None:
        offers, self._kinds = offers_of(corpus)
        # For each limit and value which kinds of offer have it; whatever a need says is put together of these.
        self._having = {limit: _having([each[limit] for each in offers], limit) for limit in VALUES}
        self._none = np.zeros(len(offers), dtype=np.bool_)

    def scores(self, query: Query, rows: Ints) -> Scores:
        """See `Signal`; each score is 0 or 1."""
        kinds = self._kinds[rows]
        return {name: found[kinds].astype(np.float32) for limit in VALUES for name, found in self._of(limit, query)}

    def _of(self, limit: str, query: Query) -> Iterator[tuple[str, Bools]]:
        """The scores of a limit by name, for each kind of offer."""
        wanted, unwanted = query.limits.wants(limit), query.limits.rules_out(limit)
        having = self._having[limit]
        stated = self._any(limit, having)
        unmet = stated & ~self._any(limit, wanted)
        all_ruled_out = stated & ~self._any(limit, having.keys() - unwanted)
        for value in VALUES[limit]:
            yield f"{limit} {value} agrees", having[value] if value in wanted else self._none
            yield f"{limit} {value} {CONFLICTS}", unmet if value in wanted else self._none
            yield f"{limit} {value} ruled out", all_ruled_out if value in unwanted else self._none
            yield f"{limit} {value} unasked", self._none if wanted else having[value]

    def _any(self, limit: str, values: Iterable[str]) -> Bools:
        """The kinds of offer that have one of these values."""
        having = self._having[limit]
        return np.asarray(np.logical_or.reduce([self._none, *(having[value] for value in values)]))


def _having(offers: Sequence[frozenset[str]], limit: str) -> dict[str, Bools]:
    values = frozenset(VALUES[limit]).union(*offers)
    return {value: np.array([value in offer for offer in offers], dtype=np.bool_) for value in sorted(values)}


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
