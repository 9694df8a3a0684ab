"""A company takes back an introduction, or a whole need with all of its introductions; in every state."""

from bot.desk.acting import theirs
from bot.desk.consequences import take
from bot.desk.ledger import Done, Ledger
from bot.desk.ports import Desk
from bot.domain.introduction import Introduction
from bot.domain.lifecycle import IntroductionEvent, NeedEvent, NeedState
from bot.domain.message import Message, Topic
from bot.domain.need import Need
from bot.storage.ports import Arrival, Json

KIND = "withdraw"

#: Where the advisors have a need on their desk, whoever has taken it.
_WITH_ADVISORS = frozenset({NeedState.UNMATCHED, NeedState.ASKED})


def withdrawing(user: str, need: str, introduction: str | None = None) -> Json:
    """The body of an arrival of this kind; without an introduction the whole need is meant."""
    return {"user": user, "need": need, "introduction": introduction}


def withdraw(desk: Desk, arrival: Arrival) -> None:
    """Withdraw what the arrival names; what is over already stays as it is."""
    body = arrival.body
    with desk.store.unit() as unit:
        ledger = Ledger(unit, desk.now(), desk.rules)
        need = theirs(unit, body)
        if need is None:
            unit.inbox.give_up(arrival.id, "not theirs to withdraw", desk.now())
            return
        if body["introduction"] is None:
            withdraw_need(ledger, need, body["user"])
        else:
            chosen = [each for each in unit.introductions.of_need(need.id) if each.id == body["introduction"]]
            for introduction in chosen:
                _withdraw(ledger, introduction, body["user"])
        unit.inbox.finish(arrival.id, desk.now())


def withdraw_need(ledger: Ledger, need: Need, actor: str) -> None:
    """Withdraw a need and every introduction of it that is not over."""
    withdrawn = ledger.need_step(need, NeedEvent.WITHDRAWN, actor)
    end_introductions(ledger, need.id, IntroductionEvent.WITHDRAWN, actor)
    if withdrawn and need.state is NeedState.FILED:
        ledger.tell(Message(Topic.CONSENT_REFUSED, need.id))
    elif withdrawn and (need.state in _WITH_ADVISORS or ledger.unit.triage.get(need.id).advisor):
        ledger.tell(Message(Topic.NEED_ENDED, need.id))


def end_introductions(ledger: Ledger, need: str, event: IntroductionEvent, actor: str) -> None:
    """End every introduction of a need that is not over; next choices first, so that none is called meanwhile."""
    introductions = ledger.unit.introductions.of_need(need)
    for introduction in sorted(introductions, key=lambda each: not each.is_next_choice):
        if introduction.may(event):
            take(ledger, introduction, introduction.after(event), Done(event, actor))


def _withdraw(ledger: Ledger, introduction: Introduction, actor: str) -> None:
    if introduction.may(IntroductionEvent.WITHDRAWN):
        withdrawn = introduction.after(IntroductionEvent.WITHDRAWN)
        take(ledger, introduction, withdrawn, Done(IntroductionEvent.WITHDRAWN, actor))
