"""What a message tells, gathered from the record for its audience only, as it stands now; or nothing any more.

The walls are the types of `bot.domain.showing`: this is the only place that makes them from the record, one function an
audience, and only the one for advisors reads private words.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from bot.desk.ports import Desk
from bot.domain.enquiry import Enquiry
from bot.domain.event import ERASED
from bot.domain.introduction import Introduction
from bot.domain.lifecycle import NeedEvent
from bot.domain.message import Audience, Message, Topic
from bot.domain.need import Need
from bot.domain.queue import NOBODY, Filters, glance
from bot.domain.showing import (
    ForAdvisor,
    ForAdvisors,
    ForCompany,
    ForDesk,
    ForExpert,
    ForGroup,
    Shown,
    Undeliverable,
    for_company,
    for_expert,
    for_group,
)
from bot.domain.telling import HOLDS_WORDS, makes_sense, makes_sense_for
from bot.storage.ports import Unit

#: The mark of each is the number of the enquiry that it is about.
_ABOUT_ENQUIRY: Final = frozenset({Topic.ENQUIRY, Topic.ENQUIRY_CHANGED, Topic.ANSWER_RECEIVED, Topic.ENQUIRY_ANSWERED})


def shown(desk: Desk, unit: Unit, message: Message) -> Shown | None:
    """What the message's view gets; None when there is nothing left to tell, and the message is to be dropped."""
    if message.updates and unit.outbox.place_before(message) is None:
        return None
    if message.need is None:
        return _for_desk(desk, unit, message)
    need = unit.needs.get(message.need)
    introduction = unit.introductions.get(message.introduction) if message.introduction else None
    if introduction is not None and not makes_sense(message.topic, introduction.state):
        return None
    if not makes_sense_for(message.topic, need.state):
        return None
    return _FOR[message.audience](unit, message, need, introduction)


def _for_desk(desk: Desk, unit: Unit, message: Message) -> ForDesk:
    """How the desk stands now, and what was due or done by the mark; corrections made since wait for the next time."""
    today = desk.rules.today(desk.now())
    if message.erases:
        return ForDesk(today)
    if message.topic is Topic.DIGEST:
        return ForDesk(today, unit.queue.counts(Filters(), glance(desk.rules, "", desk.now())))
    marked = message.mark.partition(".")[0]
    if message.topic is Topic.SET_FREE:
        return ForDesk(today, freed=int(marked))
    day = date.fromisoformat(marked)
    due = [each for each in unit.corrections.undecided() if desk.rules.today(each.at) < day]
    return ForDesk(day, corrections=tuple((each, unit.needs.get(each.need)) for each in due))


def _for_company(unit: Unit, message: Message, need: Need, _introduction: Introduction | None) -> ForCompany | None:
    if need.asker.user == ERASED:
        return None
    told = for_company(need, unit.introductions.of_need(need.id), message.introduction)
    match message.topic:
        case topic if topic in _ABOUT_ENQUIRY:
            enquiries = _enquiries(unit, message, need)
            return replace(told, enquiry=replace(enquiries[-1], asked_by="")) if enquiries else None
        case Topic.REFERRED:
            return replace(told, referral=_referral(unit, need))
        case Topic.MERGED:
            other = unit.triage.get(need.id).same_as
            is_theirs = other is not None and unit.needs.get(other).asker == need.asker
            return replace(told, goes_on_in=other) if is_theirs else None
        case _:
            return told


def _for_expert(unit: Unit, _message: Message, need: Need, introduction: Introduction | None) -> ForExpert | None:
    if introduction is None:
        return None
    expert = introduction.expert
    return for_expert(introduction, need.asker, unit.availabilities.get(expert) if expert else None)


def _for_group(unit: Unit, message: Message, need: Need, introduction: Introduction | None) -> ForGroup | None:
    """Nothing but the first post is said before the thread stands; a post in it can outlive the asker's erasure."""
    if introduction is None or (need.asker.user == ERASED and not message.updates):
        return None
    thread = introduction.thread or unit.outbox.place_of(Message(Topic.INTRODUCTION, need.id, introduction.id).key)
    if thread is None and message.topic is not Topic.INTRODUCTION:
        return None
    return for_group(introduction, need.asker, thread)


def _for_advisors(unit: Unit, message: Message, need: Need, introduction: Introduction | None) -> ForAdvisors | None:
    """What its company never agreed to is not told to all; what was told is brought up to date, whatever happened."""
    is_gone = need.asker.user == ERASED and message.topic is Topic.NEED
    may_be_told = bool(message.updates) or (not is_gone and need.may_be_read_by(NOBODY))
    return _case(unit, message, need, introduction) if may_be_told else None


def _for_advisor(unit: Unit, message: Message, need: Need, introduction: Introduction | None) -> ForAdvisor | None:
    """Whoever has the need now; what is erased was told to somebody who may not have it any more."""
    case = _case(unit, message, need, introduction)
    if message.erases:
        return ForAdvisor("", case) if case else None
    user = need.filed_by if message.topic is Topic.CONSENT_REFUSED else unit.triage.get(need.id).advisor
    return None if user is None or user == ERASED or case is None else ForAdvisor(user, case)


def _case(unit: Unit, message: Message, need: Need, introduction: Introduction | None) -> ForAdvisors | None:
    undeliverable = None
    if need.asker.user == ERASED and message.topic in HOLDS_WORDS:
        return None
    if message.topic is Topic.UNDELIVERABLE:
        held = unit.outbox.get(int(message.mark))
        if held is None:
            return None
        undeliverable = Undeliverable(held.id, held.message.topic, held.error or "")
    expert = introduction.expert if introduction else None
    return ForAdvisors(
        need=need,
        introductions=tuple(unit.introductions.of_need(need.id)),
        introduction=introduction,
        contact=unit.contacts.get(expert) if expert else None,
        private_words=tuple(unit.private.of_need(need.id)),
        undeliverable=undeliverable,
        triage=unit.triage.get(need.id),
        enquiries=_enquiries(unit, message, need),
    )


def _enquiries(unit: Unit, message: Message, need: Need) -> tuple[Enquiry, ...]:
    """A need's enquiries; for a message about one, up to that one."""
    enquiries = tuple(unit.enquiries.of_need(need.id))
    return enquiries[: int(message.mark)] if message.topic in _ABOUT_ENQUIRY else enquiries


def _referral(unit: Unit, need: Need) -> str | None:
    """What an advisor answered, word for word as the company was to read it."""
    kept = [each.kept for each in unit.events.of_need(need.id) if each.name == NeedEvent.REFERRED]
    return kept[-1].get("text") if kept else None


_FOR: Final[Mapping[Audience, Callable[[Unit, Message, Need, Introduction | None], Shown | None]]] = {
    Audience.COMPANY: _for_company,
    Audience.EXPERT: _for_expert,
    Audience.GROUP: _for_group,
    Audience.ADVISORS: _for_advisors,
    Audience.ADVISOR: _for_advisor,
}
