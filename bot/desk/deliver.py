"""What follows when a message has left for Slack, or never can: the case moves on, and the next is told."""

from dataclasses import replace

from bot.desk.consequences import hand_over, take
from bot.desk.ledger import Done, Ledger
from bot.domain.introduction import ByHand, Introduction
from bot.domain.lifecycle import IntroductionEvent, IntroductionState
from bot.domain.message import Message, Topic
from bot.domain.need import Need, Place
from bot.domain.people import Hurdle, Reach
from bot.storage.ports import Parcel

#: Without the first the expert was not asked, without the last they did not meet, and who cannot be reminded will not
#: answer any more: somebody else has to do it.
_CARRIES_THE_CASE = {
    Topic.REQUEST: IntroductionState.ASKED,
    Topic.REMINDER: IntroductionState.ASKED,
    Topic.INTRODUCTION: IntroductionState.ACCEPTED,
}
#: Which steps to a thread come from an expert's own yes.
_YES = frozenset({IntroductionEvent.ACCEPTED, IntroductionEvent.RESUMED})
#: Where a need without a place of its own goes on.
_NEED_LIVES_UNDER = frozenset({Topic.ANSWER, Topic.CONSENT})


def delivered(ledger: Ledger, message: Message, channel: str, ts: str) -> None:
    """Record what a message's arrival in Slack means; part of the transaction that marks it as sent."""
    if message.topic in _NEED_LIVES_UNDER:
        _settle(ledger, ledger.unit.needs.get(message.need or ""), channel, ts)
    elif message.topic is Topic.INTRODUCTION:
        introduction = _introduction(ledger, message)
        if introduction.may(IntroductionEvent.OPENED):
            take(ledger, introduction, introduction.opened(channel, ts), Done(IntroductionEvent.OPENED))


def undelivered(ledger: Ledger, parcel: Parcel, hurdle: Hurdle) -> None:
    """Take the other way when a message can never be delivered; part of the transaction that gives it up."""
    message = parcel.message
    if message.need is None or message.topic is Topic.UNDELIVERABLE:
        return
    if message.topic is Topic.CONSENT:
        # Only the advisor who wrote it down may know of it.
        ledger.log(message.need, None, "out_of_reach", reason=hurdle.reach)
        ledger.tell(Message(Topic.CONSENT_REFUSED, message.need))
        return
    # A reminder that we made wrong says nothing of the expert, who has the request all the same.
    is_ours = message.topic is Topic.REMINDER and hurdle.reach is Reach.UNTRIED
    if message.topic in _CARRIES_THE_CASE and not is_ours:
        introduction = _introduction(ledger, message)
        if introduction.state is _CARRIES_THE_CASE[message.topic]:
            why = ByHand.BOTH_AGREED if _said_yes(ledger, introduction) else ByHand.OUT_OF_REACH
            hand_over(ledger, introduction, why, hurdle)
            return
    ledger.tell(Message(Topic.UNDELIVERABLE, message.need, message.introduction, mark=str(parcel.id)))


def _said_yes(ledger: Ledger, introduction: Introduction) -> bool:
    """Whether the expert wants to meet; one who is introduced at once was not asked."""
    if introduction.state is not IntroductionState.ACCEPTED:
        return False
    events = ledger.unit.events.of_need(introduction.need)
    return any(each.introduction == introduction.id and each.name in _YES for each in events)


def _introduction(ledger: Ledger, message: Message) -> Introduction:
    return ledger.unit.introductions.get(message.introduction or "")


def _settle(ledger: Ledger, need: Need, channel: str, ts: str) -> None:
    """A need asked without a place of its own lives on under what it was told first: replies and notes belong there."""
    if not need.place.channel:
        ledger.unit.needs.save(replace(need, place=Place(channel, ts, need.place.private)), was=need.state)
