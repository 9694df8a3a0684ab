"""What an advisor does with a need as a whole: take, hand over, give back, snooze, close, merge, refer elsewhere.

Of two advisors who press at once the first one's word holds, and what makes no sense any more changes nothing.
"""

from collections.abc import Callable, Collection, Mapping
from datetime import date
from enum import StrEnum
from functools import partial
from typing import Final

from bot.desk.acting import advise, readable
from bot.desk.follow import close_need, tell_ended
from bot.desk.ledger import Ledger
from bot.desk.notes import note
from bot.desk.ports import Desk
from bot.domain.lifecycle import NeedEvent
from bot.domain.message import Message, Topic
from bot.domain.need import Need
from bot.domain.triage import NoMatch, NotPossible, Outcome, Triage
from bot.storage.ports import Arrival, Json

KIND = "triage"


class Act(StrEnum):
    """What an advisor does."""

    TAKEN = "taken"
    HANDED_OVER = "handed_over"
    GIVEN_BACK = "given_back"
    SNOOZED = "snoozed"
    WOKEN = "woken"
    CONCLUDED = "concluded"
    MERGED = "merged"
    REFERRED = "referred"


def taking(need: str, user: str) -> Json:
    """The body of an arrival: I see to it."""
    return _doing(Act.TAKEN, need, user)


def handing_over(need: str, user: str, to: str, note: str = "") -> Json:
    """The body of an arrival: another advisor sees to it; to oneself it takes over what another has."""
    return _doing(Act.HANDED_OVER, need, user, to=to, note=note)


def giving_back(need: str, user: str) -> Json:
    """The body of an arrival: somebody else, please."""
    return _doing(Act.GIVEN_BACK, need, user)


def snoozing(need: str, user: str, day: date) -> Json:
    """The body of an arrival: out of sight until a day."""
    return _doing(Act.SNOOZED, need, user, day=day.isoformat())


def waking(need: str, user: str) -> Json:
    """The body of an arrival: in sight again."""
    return _doing(Act.WOKEN, need, user)


def concluding(need: str, user: str, outcome: Outcome, words: str = "") -> Json:
    """The body of an arrival: it is over, and how; the words are for advisors only."""
    return _doing(Act.CONCLUDED, need, user, outcome=outcome, words=words)


def merging(need: str, user: str, into: str) -> Json:
    """The body of an arrival: it asks for the same as another need.

    One company's goes on as the other. Those of two companies, or one under which anything is under way, are linked
    for the advisors' eyes, and both go on.
    """
    return _doing(Act.MERGED, need, user, into=into)


def referring(need: str, user: str, why: NoMatch, text: str) -> Json:
    """The body of an arrival: nobody here can help; the text is what the company reads."""
    return _doing(Act.REFERRED, need, user, why=why, text=text)


def triage(desk: Desk, arrival: Arrival) -> None:
    """Do what an advisor asked for."""
    advise(desk, arrival, partial(_act, desk.directory.advisors()))


def _act(advisors: Collection[str], ledger: Ledger, need: Need, body: Json) -> None:
    act = Act(body["what"])
    if not need.is_open or (act is Act.HANDED_OVER and body["to"] not in advisors):
        return
    _DOING[act](ledger, need, body)


def _doing(act: Act, need: str, user: str, **more: str) -> Json:
    return {"need": need, "user": user, "what": act, **more}


def _step(ledger: Ledger, need: Need, body: Json, move: Callable[[Triage], Triage], name: str = "") -> bool:
    """A step of the triage alone, logged by its name or as what was asked for; False when it cannot be taken."""
    before = ledger.unit.triage.get(need.id)
    try:
        after = move(before)
    except NotPossible:
        return False
    return ledger.triage_step(before, after, name or body["what"], body["user"])


def _take(ledger: Ledger, need: Need, body: Json) -> None:
    if _step(ledger, need, body, lambda each: each.taken(body["user"], ledger.now)):
        _take_part(ledger, need, body["user"])


def _hand_over(ledger: Ledger, need: Need, body: Json) -> None:
    """The other hears of it, unless it is who pressed."""
    user, other = body["user"], body["to"]
    name = "taken_over" if other == user else ""
    if not _step(ledger, need, body, lambda each: each.handed_over(other, ledger.now), name):
        return
    note(ledger, need, user, body["note"])
    _take_part(ledger, need, other)
    if other != user:
        ledger.tell(Message(Topic.HANDED_OVER, need.id, mark=ledger.mark_of(need.id)))


def _take_part(ledger: Ledger, need: Need, advisor: str) -> None:
    """Who has a need meets those whom it brings together, unless they are one side of it."""
    for each in ledger.unit.introductions.of_need(need.id):
        if each.goes_with_need and advisor not in {need.asker.user, each.expert_user, each.advisor}:
            ledger.unit.introductions.accompany(each.id, advisor)
            ledger.update_cards(each, [Topic.REQUEST_BY_HAND_CHANGED], mark=f"by.{ledger.mark_of(need.id)}")


def _give_back(ledger: Ledger, need: Need, body: Json) -> None:
    _step(ledger, need, body, lambda each: each.given_back(body["user"]))


def _snooze(ledger: Ledger, need: Need, body: Json) -> None:
    day, today = date.fromisoformat(body["day"]), ledger.rules.today(ledger.now)
    _step(ledger, need, body, lambda each: each.snoozed(day, today))


def _wake(ledger: Ledger, need: Need, body: Json) -> None:
    _step(ledger, need, body, Triage.woken)


def _conclude(ledger: Ledger, need: Need, body: Json) -> None:
    outcome, user = Outcome(body["outcome"]), body["user"]
    note(ledger, need, user, body["words"])
    _keep(ledger, ledger.unit.triage.get(need.id).concluded(outcome))
    close_need(ledger, need, NeedEvent.CLOSED, user, outcome)
    tell_ended(ledger, need)


def _merge(ledger: Ledger, need: Need, body: Json) -> None:
    """The competitor wall stands between two companies: neither need ends for the other's sake, and neither hears.

    Nor does a need end, for the sake of another of its own company, under which an expert was asked: nothing is lost.
    """
    other = readable(ledger.unit, body["into"], body["user"])
    if other is None:
        return
    is_under_way = any(not each.is_over for each in ledger.unit.introductions.of_need(need.id))
    if other.asker != need.asker or is_under_way:
        _step(ledger, need, body, lambda each: each.linked(other.id), "linked")
    elif other.is_open and other.id != need.id:
        _keep(ledger, ledger.unit.triage.get(need.id).linked(other.id).concluded(Outcome.DUPLICATE))
        close_need(ledger, need, NeedEvent.MERGED, body["user"], Outcome.DUPLICATE)
        ledger.tell(Message(Topic.MERGED, need.id))


def _refer(ledger: Ledger, need: Need, body: Json) -> None:
    """What the company is told is kept word for word."""
    why = NoMatch(body["why"])
    if need.may(NeedEvent.REFERRED) and body["text"].strip():
        _keep(ledger, ledger.unit.triage.get(need.id).concluded(Outcome.NOTHING_HERE))
        close_need(ledger, need, NeedEvent.REFERRED, body["user"], why, {"text": body["text"]})
        ledger.tell(Message(Topic.REFERRED, need.id))


def _keep(ledger: Ledger, triage: Triage) -> None:
    """With the need's own step, which stands in the log."""
    ledger.unit.triage.save(triage, was=triage.advisor)


_DOING: Final[Mapping[Act, Callable[[Ledger, Need, Json], None]]] = {
    Act.TAKEN: _take,
    Act.HANDED_OVER: _hand_over,
    Act.GIVEN_BACK: _give_back,
    Act.SNOOZED: _snooze,
    Act.WOKEN: _wake,
    Act.CONCLUDED: _conclude,
    Act.MERGED: _merge,
    Act.REFERRED: _refer,
}
