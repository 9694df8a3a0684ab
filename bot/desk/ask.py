"""A company asks: the need is answered and recorded, and whoever must know is told."""

from bot.desk.ledger import Ledger
from bot.desk.ports import Desk
from bot.domain.event import LOTSEN, Event
from bot.domain.lifecycle import NeedEvent, NeedState
from bot.domain.message import Message, Topic
from bot.domain.need import Door, Need, Place
from bot.domain.people import Person
from bot.storage.ports import Arrival, Json

KIND = "ask"


def asking(person: Person, text: str, door: Door, place: Place) -> Json:
    """The body of an arrival of this kind."""
    return {
        "team": person.team,
        "user": person.user,
        "text": text,
        "door": door,
        "channel": place.channel,
        "thread": place.thread,
        "private": place.private,
    }


def ask(desk: Desk, arrival: Arrival) -> None:
    """Answer the need in an arrival. The arrival is finished in the same transaction that holds the answer."""
    before = _question_before(desk, arrival.body)
    need = _need(arrival, before)
    answer = desk.matcher.answer(need.text)
    answered = need.answered(answer)
    now = desk.now()
    with desk.store.unit() as unit:
        if unit.needs.add(answered):
            unit.events.add([_asked(need), Event(now, need.id, None, LOTSEN, answer.outcome)])
            unit.outbox.put(Message(Topic.ANSWER, need.id), now)
            if answered.state is NeedState.UNMATCHED:
                unit.outbox.put(Message(Topic.UNMATCHED_NEED, need.id), now)
            if before is not None:
                # Its words live on in this one.
                Ledger(unit, now, desk.rules).need_step(before, NeedEvent.SAID_MORE, need.asker.user)
        unit.inbox.finish(arrival.id, now)


def keep_unanswered(desk: Desk, arrival: Arrival, error: str) -> None:
    """Keep a need that could not be answered, with an apology to its company and a line to the advisors."""
    need = _need(arrival, _question_before(desk, arrival.body))
    now = desk.now()
    with desk.store.unit() as unit:
        if unit.needs.add(need):
            unit.events.add([_asked(need), Event(now, need.id, None, LOTSEN, "broke", error)])
            unit.outbox.put(Message(Topic.APOLOGY, need.id), now)
            unit.outbox.put(Message(Topic.BREAKDOWN, need.id), now)
        unit.inbox.give_up(arrival.id, error, now)


def _need(arrival: Arrival, before: Need | None) -> Need:
    body = arrival.body
    return Need(
        id=f"N{arrival.id}",
        asker=Person(body["team"], body["user"]),
        text=_whole_text(body["text"], before),
        door=Door(body["door"]),
        place=Place(body["channel"], body["thread"], body["private"]),
        asked_at=arrival.received_at,
    )


def _question_before(desk: Desk, body: Json) -> Need | None:
    """The unclear need of the same person in whose thread this is a reply."""
    if body["thread"] is None:
        return None
    with desk.store.unit() as unit:
        before = unit.needs.latest_in_thread(body["channel"], body["thread"], body["user"])
    return before if before is not None and before.state is NeedState.UNCLEAR else None


def _whole_text(text: str, before: Need | None) -> str:
    """The text, after the words of the need that it says more about."""
    if before is None or text.startswith(before.text):
        return text
    return f"{before.text}\n{text}"


def _asked(need: Need) -> Event:
    return Event(need.asked_at, need.id, None, need.asker.user, "asked")
