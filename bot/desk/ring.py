"""What the ringing of a clock means: a reminder, a warning, the end of a promise, the date of a "not before"."""

from collections.abc import Callable, Mapping
from typing import Final

from bot.desk.consequences import hand_over, next_choice, take
from bot.desk.ledger import Done, Ledger
from bot.domain.clock import RUNS_IN, Clock, ClockKind
from bot.domain.introduction import ByHand, Introduction
from bot.domain.lifecycle import IntroductionEvent
from bot.domain.message import Message, Topic


def ring(ledger: Ledger, clock: Clock) -> None:
    """Do what a clock's ringing means, unless the case has gone on since."""
    introduction = ledger.unit.introductions.get(clock.introduction)
    if introduction.state in RUNS_IN[clock.kind]:
        _MEANS[clock.kind](ledger, introduction)


def _turn(ledger: Ledger, introduction: Introduction) -> None:
    ledger.take_turn_later([introduction])


def _no_turn(ledger: Ledger, introduction: Introduction) -> None:
    _make_way(ledger, introduction, ByHand.NO_TURN)


def _promise(ledger: Ledger, introduction: Introduction) -> None:
    _count_unanswered(ledger, introduction)
    _make_way(ledger, introduction, ByHand.NO_ANSWER)


def _make_way(ledger: Ledger, introduction: Introduction, why: ByHand) -> None:
    """Nobody is blamed: the next choice is asked, or an advisor takes it, and the expert's card says so."""
    if next_choice(ledger, introduction.need) is None:
        hand_over(ledger, introduction, why)
    else:
        expired = introduction.after(IntroductionEvent.EXPIRED)
        take(ledger, introduction, expired, Done(IntroductionEvent.EXPIRED))


def _resume(ledger: Ledger, introduction: Introduction) -> None:
    resumed = introduction.after(IntroductionEvent.RESUMED)
    take(ledger, introduction, resumed, Done(IntroductionEvent.RESUMED))


def _check_back(ledger: Ledger, introduction: Introduction) -> None:
    topic = Topic.CHECK_BACK if introduction.thread else Topic.DID_YOU_MEET
    _told(topic, "asked_whether_met")(ledger, introduction)


def _told(topic: Topic, name: str) -> Callable[[Ledger, Introduction], None]:
    def tell(ledger: Ledger, introduction: Introduction) -> None:
        ledger.log(introduction.need, introduction.id, name)
        ledger.tell(Message(topic, introduction.need, introduction.id), mark=str(introduction.step))

    return tell


def _count_unanswered(ledger: Ledger, introduction: Introduction) -> None:
    """After three in a row the expert is asked kindly how they want to be asked, if at all."""
    if introduction.expert is None:
        return
    availability = ledger.unit.availabilities.get(introduction.expert).left_unanswered()
    ledger.unit.availabilities.save(availability)
    if availability.should_be_asked_how:
        ledger.tell(Message(Topic.HOW_TO_ASK, introduction.need, introduction.id))


_MEANS: Final[Mapping[ClockKind, Callable[[Ledger, Introduction], None]]] = {
    ClockKind.TURN: _turn,
    ClockKind.NO_TURN: _no_turn,
    ClockKind.REMINDER: _told(Topic.REMINDER, "reminded"),
    ClockKind.WARNING: _told(Topic.LATE, "late"),
    ClockKind.PROMISE: _promise,
    ClockKind.RESUME: _resume,
    ClockKind.BY_HAND: _told(Topic.BY_HAND_WAITS, "waits_for_advisor"),
    ClockKind.CHECK_BACK: _check_back,
    ClockKind.UNDECIDED: _told(Topic.UNDECIDED, "reminded_company"),
}
