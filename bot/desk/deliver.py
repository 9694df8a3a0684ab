"""What follows when a message has left for Slack, or never can: the case moves on, and the next is told."""

from dataclasses import replace
from datetime import datetime

from bot.domain.event import LOTSEN, Event
from bot.domain.introduction import Introduction
from bot.domain.lifecycle import IntroductionEvent
from bot.domain.message import Audience, Message, Topic
from bot.domain.need import Need, Place
from bot.domain.people import Reach
from bot.storage.ports import Unit


def delivered(unit: Unit, message: Message, channel: str, ts: str, now: datetime) -> None:
    """Record what a message's arrival in Slack means; part of the transaction that marks it as sent."""
    if message.topic is Topic.ANSWER:
        _settle(unit, unit.needs.get(message.need), channel, ts)
    if message.topic is not Topic.INTRODUCTION or message.introduction is None:
        return
    introduction = unit.introductions.get(message.introduction)
    opened = introduction.opened(channel, ts)
    if unit.introductions.save(opened, was=introduction.state):
        unit.events.add([Event(now, message.need, introduction.id, LOTSEN, IntroductionEvent.OPENED)])
        unit.outbox.put(Message(Topic.THREAD_OPENED, message.need, introduction.id), now)


def undelivered(unit: Unit, message: Message, hurdle: Reach, now: datetime) -> None:
    """Take the other way when a message can never be delivered; part of the transaction that gives it up."""
    if message.topic is Topic.INTRODUCTION and message.introduction is not None:
        hand_over(unit, unit.introductions.get(message.introduction), hurdle, now)
    elif message.audience is Audience.COMPANY:
        # The company hears nothing where it asked, so somebody has to find another way to it.
        unit.outbox.put(Message(Topic.BREAKDOWN, message.need, message.introduction), now)


def hand_over(unit: Unit, introduction: Introduction, hurdle: Reach, now: datetime) -> None:
    """Give an introduction to the advisors, and tell the company who will answer."""
    handed = introduction.handed_over(hurdle)
    if unit.introductions.save(handed, was=introduction.state):
        step = IntroductionEvent.OUT_OF_REACH
        unit.events.add([Event(now, introduction.need, introduction.id, LOTSEN, step, reason=hurdle)])
        unit.outbox.put(Message(Topic.REQUEST_BY_HAND, introduction.need, introduction.id), now)
        unit.outbox.put(Message(Topic.ADVISOR_ANSWERS, introduction.need, introduction.id), now)


def _settle(unit: Unit, need: Need, channel: str, ts: str) -> None:
    """A need asked without a place of its own lives on under its answer: replies and later notes belong there."""
    if not need.place.channel:
        unit.needs.save(replace(need, place=Place(channel, ts, need.place.private)), was=need.state)
