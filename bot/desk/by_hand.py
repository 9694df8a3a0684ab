"""An advisor asks by other ways than Slack, and tells what the expert said; the case goes on in the same log."""

from dataclasses import replace

from bot.desk.acting import Role, act, acting
from bot.desk.consequences import take
from bot.desk.ledger import Done, Ledger
from bot.desk.ports import Desk
from bot.desk.reply import decline
from bot.domain.introduction import ByHand, Decline, Introduction
from bot.domain.lifecycle import IntroductionEvent, IntroductionState
from bot.storage.ports import Arrival, Json

KIND = "by_hand"


def said_yes(introduction: str, user: str) -> Json:
    """The body of an arrival: the expert told an advisor yes."""
    return acting(introduction, user, what=IntroductionEvent.ACCEPTED_BY_HAND)


def said_no(introduction: str, user: str, why: Decline, words: str = "") -> Json:
    """The body of an arrival: the expert told an advisor no."""
    return acting(introduction, user, what=IntroductionEvent.DECLINED, why=why, words=words)


def taking_over(introduction: str, user: str) -> Json:
    """The body of an arrival: an advisor asks in person from now on."""
    return acting(introduction, user, what=IntroductionEvent.TAKEN_OVER)


def go_on_by_hand(desk: Desk, arrival: Arrival) -> None:
    """Record what an advisor did; of two advisors who press at once, the first one's word holds."""
    act(desk, arrival, {Role.ADVISOR}, _go_on)


def take_over(ledger: Ledger, introduction: Introduction, advisor: str) -> None:
    """Have an advisor ask in person; only what the company approved can be taken over."""
    taken = replace(introduction, advisor=advisor).handed_over(IntroductionEvent.TAKEN_OVER, ByHand.TAKEN_OVER)
    take(ledger, introduction, taken, Done(IntroductionEvent.TAKEN_OVER, advisor))


def _go_on(ledger: Ledger, introduction: Introduction, body: Json) -> None:
    match IntroductionEvent(body["what"]):
        case IntroductionEvent.TAKEN_OVER if introduction.may(IntroductionEvent.TAKEN_OVER):
            take_over(ledger, introduction, body["user"])
        case IntroductionEvent.ACCEPTED_BY_HAND if introduction.may(IntroductionEvent.ACCEPTED_BY_HAND):
            accepted = replace(introduction, advisor=body["user"]).after(IntroductionEvent.ACCEPTED_BY_HAND)
            take(ledger, introduction, accepted, Done(IntroductionEvent.ACCEPTED_BY_HAND, body["user"]))
        case IntroductionEvent.DECLINED if introduction.state is IntroductionState.WITH_ADVISOR:
            decline(ledger, introduction, body)
        case _:
            return
