"""What the end of one introduction means for others: the next choice is called, room is made for those who wait."""

from collections.abc import Sequence
from typing import Final

from bot.desk.ledger import Done, Ledger
from bot.domain.event import LOTSEN
from bot.domain.introduction import ByHand, Introduction, Wait
from bot.domain.lifecycle import IntroductionEvent, IntroductionState, NeedEvent
from bot.domain.message import Message, Topic
from bot.domain.people import Hurdle
from bot.domain.telling import TOGETHER

_PENDING: Final = frozenset(
    {
        IntroductionState.APPROVED,
        IntroductionState.ASKED,
        IntroductionState.POSTPONED,
        IntroductionState.ACCEPTED,
        IntroductionState.WITH_ADVISOR,
        *TOGETHER,
    }
)
_BY_HAND: Final = {
    ByHand.NO_ANSWER: IntroductionEvent.UNANSWERED,
    ByHand.NO_TURN: IntroductionEvent.NO_TURN,
    ByHand.TAKEN_OVER: IntroductionEvent.TAKEN_OVER,
}


def take(ledger: Ledger, before: Introduction, after: Introduction, done: Done) -> bool:
    """Take a step with everything that follows from it; False when somebody else was first."""
    if not ledger.step(before, after, done):
        return False
    if before.state is IntroductionState.ASKED:
        make_room(ledger)
    if after.is_over and before.state not in TOGETHER:
        call_next(ledger, after)
    return True


def hand_over(ledger: Ledger, introduction: Introduction, why: ByHand, hurdle: Hurdle | None = None) -> bool:
    """Give an introduction to the advisors; the company is told why, and who will answer."""
    event = _BY_HAND.get(why, IntroductionEvent.OUT_OF_REACH)
    after = introduction.handed_over(event, why, hurdle)
    return take(ledger, introduction, after, Done(event, reason=hurdle.reach if hurdle else why))


def next_choice(ledger: Ledger, need: str) -> Introduction | None:
    """The match that the company wants asked next."""
    return next((each for each in ledger.unit.introductions.of_need(need) if each.is_next_choice), None)


def call_next(ledger: Ledger, ended: Introduction) -> None:
    """Have the next choice asked once nothing else of the need is under way; when none is left, advisors hear of it."""
    if not ledger.unit.needs.get(ended.need).may(NeedEvent.WITHDRAWN):
        return
    introductions = ledger.unit.introductions.of_need(ended.need)
    if any(each.state in _PENDING and not each.is_next_choice for each in introductions):
        return
    following = next((each for each in introductions if each.is_next_choice), None)
    if following is None:
        _nothing_left(ledger, ended, introductions)
        return
    call(ledger, following)


def call(ledger: Ledger, following: Introduction, actor: str = LOTSEN) -> None:
    """Have a next choice take its turn, with a promise from now on."""
    called = following.called(ledger.rules.promise(ledger.now))
    if ledger.step(following, called, Done(IntroductionEvent.CALLED, actor)):
        ledger.take_turn_later([called])


def make_room(ledger: Ledger) -> None:
    """Whoever waits for room may have a turn now; the first who waits for this room takes it.

    Whose it is does not show: an account may be an expert of several units, or somebody's deputy there.
    """
    waiting = ledger.unit.introductions.waiting()
    ledger.take_turn_later(each for each in waiting if each.waits is Wait.CAP)


def _nothing_left(ledger: Ledger, ended: Introduction, introductions: Sequence[Introduction]) -> None:
    """A company that took back what it had chosen needs nobody; a suggestion that it did not want was not its own."""
    taken_back = ended.state is IntroductionState.WITHDRAWN and ended.card is not None
    if not taken_back and all(each.is_over for each in introductions):
        ledger.tell(Message(Topic.NOTHING_LEFT, ended.need, ended.id))
