"""After the introduction: they have met, another advisor takes part, it is closed; and an advisor ends a need."""

from collections.abc import Mapping
from dataclasses import replace

from bot.desk.acting import Role, act, acting, advise, plays
from bot.desk.answerers import Advisors
from bot.desk.consequences import take
from bot.desk.ledger import Done, Ledger
from bot.desk.ports import Desk
from bot.desk.withdraw import end_introductions
from bot.domain.introduction import Introduction
from bot.domain.lifecycle import IntroductionEvent, NeedEvent, NeedState
from bot.domain.message import Message, Topic
from bot.domain.need import Need
from bot.domain.telling import TOGETHER
from bot.storage.ports import Arrival, Json

KIND = "follow"
END_NEED = "end_need"

_ANYBODY = frozenset(Role)


def met(introduction: str, user: str) -> Json:
    """The body of an arrival: we have met."""
    return acting(introduction, user, what=IntroductionEvent.MET)


def changing_advisor(introduction: str, user: str) -> Json:
    """The body of an arrival: another advisor, please."""
    return acting(introduction, user, what=IntroductionEvent.ADVISOR_CHANGED)


def closing(introduction: str, user: str) -> Json:
    """The body of an arrival: it is over; anybody who takes part may say so, and an advisor at any time."""
    return acting(introduction, user, what=IntroductionEvent.CLOSED)


def ending_need(need: str, user: str) -> Json:
    """The body of an arrival of the kind END_NEED: an advisor closes a need with all that is under way."""
    return {"need": need, "user": user}


def follow(desk: Desk, arrival: Arrival) -> None:
    """Record a step after the introduction, once however many press."""
    body = arrival.body
    is_advisor = plays(desk, body["introduction"], body["user"], {Role.ADVISOR})
    with desk.store.unit() as unit:
        busy = unit.introductions.count_by_advisor()
    changing = body["what"] == IntroductionEvent.ADVISOR_CHANGED
    advisors = Advisors(desk.directory.advisors() if changing else (), busy)

    def work(ledger: Ledger, introduction: Introduction, body: Json) -> None:
        event = IntroductionEvent(body["what"])
        allowed = introduction.state in TOGETHER or (is_advisor and event is IntroductionEvent.CLOSED)
        if not allowed or not introduction.may(event):
            return
        after = _changed(ledger, introduction, advisors) if changing else introduction.after(event)
        if after is not None:
            take(ledger, introduction, after, Done(event, body["user"]))

    act(desk, arrival, _ANYBODY, work)


def end_need(desk: Desk, arrival: Arrival) -> None:
    """Close a need by an advisor's hand."""

    def work(ledger: Ledger, need: Need, body: Json) -> None:
        if close_need(ledger, need, NeedEvent.CLOSED, body["user"]):
            tell_ended(ledger, need)

    advise(desk, arrival, work)


def close_need(
    ledger: Ledger, need: Need, event: NeedEvent, actor: str, reason: str = "", kept: Mapping[str, str] | None = None
) -> bool:
    """End a need with all that is under way; False when it was over already. Whoever ends it says so to the company."""
    if ledger.need_step(need, event, actor, reason, kept) is None:
        return False
    end_introductions(ledger, need.id, IntroductionEvent.CLOSED, actor)
    return True


def tell_ended(ledger: Ledger, need: Need) -> None:
    """Tell its company that an advisor closed a need; of one that it never agreed to, the question itself says so."""
    if need.state is not NeedState.FILED:
        ledger.tell(Message(Topic.ENDED_BY_ADVISOR, need.id))


def _changed(ledger: Ledger, introduction: Introduction, advisors: Advisors) -> Introduction | None:
    """With another advisor; None when there is no other, or no thread that they could take part in."""
    need = ledger.unit.needs.get(introduction.need)
    besides = {need.asker.user, introduction.expert_user, introduction.advisor}
    other = advisors.least_busy(besides)
    if other is None or not introduction.can_have_new_thread:
        return None
    return replace(introduction.after(IntroductionEvent.ADVISOR_CHANGED), advisor=other)
