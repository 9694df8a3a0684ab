"""What a message tells, gathered from the record for its audience only, as it stands now; or nothing any more.

The walls are the types of `bot.domain.showing`: this is the only place that makes them from the record, one function an
audience, and only the one for advisors reads private words.
"""

from collections.abc import Callable, Mapping
from typing import Final

from bot.domain.event import ERASED
from bot.domain.introduction import Introduction
from bot.domain.message import Audience, Message, Topic
from bot.domain.need import Need
from bot.domain.showing import (
    ForAdvisors,
    ForCompany,
    ForExpert,
    ForGroup,
    Shown,
    Undeliverable,
    for_company,
    for_expert,
    for_group,
)
from bot.domain.telling import HOLDS_WORDS, makes_sense
from bot.storage.ports import Unit


def shown(unit: Unit, message: Message) -> Shown | None:
    """What the message's view gets; None when there is nothing left to tell, and the message is to be dropped."""
    need = unit.needs.get(message.need)
    introduction = unit.introductions.get(message.introduction) if message.introduction else None
    if introduction is not None and not makes_sense(message.topic, introduction.state):
        return None
    if message.updates and unit.outbox.place_before(message) is None:
        return None
    return _FOR[message.audience](unit, message, need, introduction)


def _for_company(unit: Unit, message: Message, need: Need, _introduction: Introduction | None) -> ForCompany | None:
    if need.asker.user == ERASED:
        return None
    return for_company(need, unit.introductions.of_need(need.id), message.introduction)


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
    )


_FOR: Final[Mapping[Audience, Callable[[Unit, Message, Need, Introduction | None], Shown | None]]] = {
    Audience.COMPANY: _for_company,
    Audience.EXPERT: _for_expert,
    Audience.GROUP: _for_group,
    Audience.ADVISORS: _for_advisors,
}
