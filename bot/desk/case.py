"""Everything that an advisor sees of one need, gathered from the record as it stands now. Only for advisors' eyes."""

from collections.abc import Callable, Iterator
from typing import Final

from bot.desk.acting import readable
from bot.desk.ports import Desk
from bot.domain.case import Beside, Case
from bot.domain.event import ERASED
from bot.domain.need import Need
from bot.domain.triage import Triage
from bot.storage.ports import Unit

#: More near duplicates than an advisor can look at are none.
_NEAR: Final = 5


def case_of(desk: Desk, need: str, user: str) -> Case | None:
    """The case of a need for an advisor; None when there is no such need, or it is not for them."""
    with desk.store.reading() as unit:
        found = readable(unit, need, user)
        return None if found is None else _case(unit, found, lambda each: each.may_be_read_by(user))


def whole_case(unit: Unit, need: str) -> Case | None:
    """The same for who looks after the server, who may read all that is on record."""
    try:
        return _case(unit, unit.needs.get(need), lambda _: True)
    except KeyError:
        return None


def _case(unit: Unit, need: Need, may_be_read: Callable[[Need], bool]) -> Case:
    introductions = tuple(unit.introductions.of_need(need.id))
    contacts = {each.id: unit.contacts.get(each.expert) for each in introductions if each.expert}
    triage = unit.triage.get(need.id)
    return Case(
        need=need,
        triage=triage,
        introductions=introductions,
        clocks={each.id: tuple(unit.clocks.of_introduction(each.id)) for each in introductions},
        contacts={introduction: contact for introduction, contact in contacts.items() if contact},
        events=tuple(unit.events.of_need(need.id)),
        private_words=tuple(unit.private.of_need(need.id)),
        enquiries=tuple(unit.enquiries.of_need(need.id)),
        corrections=tuple(unit.corrections.of_need(need.id)),
        earlier=tuple(_beside(each) for each in _earlier(unit, need) if may_be_read(each)),
        near=tuple(unit.queue.near(need.id, _NEAR)),
        same=tuple(_beside(each) for each in _same(unit, triage) if may_be_read(each)),
    )


def _earlier(unit: Unit, need: Need) -> Iterator[Need]:
    """What the same company asked before; those who had their data erased are nobody."""
    if need.asker.user == ERASED:
        return
    for each in reversed(unit.needs.of_asker(need.asker.user)):
        if each.id != need.id and each.asked_at <= need.asked_at:
            yield each


def _same(unit: Unit, triage: Triage) -> Iterator[Need]:
    linked = [triage.same_as] if triage.same_as else []
    for need in (*linked, *unit.triage.linked_to(triage.need)):
        yield unit.needs.get(need)


def _beside(need: Need) -> Beside:
    return Beside(need.id, need.text, need.state, need.asked_at)
