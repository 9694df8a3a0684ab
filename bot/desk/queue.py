"""The queue of needs as an advisor sees it at this moment. Who may look is checked where it is shown."""

from collections.abc import Mapping, Sequence
from typing import Final

from bot.desk.ports import Desk
from bot.domain.case import Beside
from bot.domain.queue import Filters, Page, Pile, glance

#: As many as people read in a list of suggestions.
_SUGGESTIONS: Final = 20


def page(desk: Desk, me: str, pile: Pile, filters: Filters, offset: int = 0) -> Page:
    """A page of a pile; behind the end the last one."""
    with desk.store.reading() as unit:
        return unit.queue.page(pile, filters, glance(desk.rules, me, desk.now()), offset)


def counts(desk: Desk, me: str, filters: Filters) -> Mapping[Pile, int]:
    """How many needs each pile holds."""
    with desk.store.reading() as unit:
        return unit.queue.counts(filters, glance(desk.rules, me, desk.now()))


def search(desk: Desk, words: str, limit: int = _SUGGESTIONS) -> Sequence[Beside]:
    """The newest needs with words that begin like these, in whatever state."""
    with desk.store.reading() as unit:
        return unit.queue.search(words, limit)
