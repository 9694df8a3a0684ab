"""A company asks: the need is answered and recorded, and whoever must know is told."""

from dataclasses import replace

from bot.desk.enquire import answer_in_thread
from bot.desk.ledger import Ledger
from bot.desk.ports import Desk
from bot.domain.event import Event
from bot.domain.lifecycle import NeedEvent, NeedState
from bot.domain.message import Message, Topic
from bot.domain.need import Door, Need, Place
from bot.domain.people import Person
from bot.storage.ports import Arrival, Json

KIND = "ask"
MATCH = "match"

_FOR_ADVISORS = frozenset({NeedState.MATCHED, NeedState.UNMATCHED})


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


def matching(need: str) -> Json:
    """The body of an arrival of the kind MATCH: a need that is on record already waits for its answer."""
    return {"need": need}


def ask(desk: Desk, arrival: Arrival) -> None:
    """Answer the need in an arrival. The arrival is finished in the same transaction that holds the answer.

    Where an advisor asked the company something, its reply in that thread is no need but the answer.
    """
    if answer_in_thread(desk, arrival):
        return
    before = _question_before(desk, arrival.body)
    need = _need(arrival, before)
    answered = need.answered(desk.matcher.answer(need.text))
    with desk.store.unit() as unit:
        ledger = Ledger(unit, desk.now(), desk.rules)
        if unit.needs.add(answered):
            unit.events.add([_asked(need)])
            _tell_answer(ledger, answered)
            if before is not None:
                # Its words live on in this one.
                ledger.need_step(before, NeedEvent.SAID_MORE, need.asker.user)
        unit.inbox.finish(arrival.id, ledger.now)


def match(desk: Desk, arrival: Arrival) -> None:
    """Answer a need that is on record, unless it has gone on since."""
    need = _on_record(desk, arrival)
    answered = need.answered(desk.matcher.answer(need.text)) if need.state is NeedState.ASKED else None
    with desk.store.unit() as unit:
        ledger = Ledger(unit, desk.now(), desk.rules)
        if answered is not None and unit.needs.save(answered, was=need.state):
            _tell_answer(ledger, answered)
        unit.inbox.finish(arrival.id, ledger.now)


def keep_unanswered(desk: Desk, arrival: Arrival, error: str) -> None:
    """Keep a need that could not be answered, with an apology to its company and a line to the advisors."""
    asked = _need(arrival, _question_before(desk, arrival.body))
    need = replace(asked, language=desk.matcher.language_of(asked.text))
    with desk.store.unit() as unit:
        if unit.needs.add(need):
            unit.events.add([_asked(need)])
            _apologise(Ledger(unit, desk.now(), desk.rules), need, error)
        unit.inbox.give_up(arrival.id, error, desk.now())


def keep_unmatched(desk: Desk, arrival: Arrival, error: str) -> None:
    """The same for a need that is on record already."""
    need = _on_record(desk, arrival)
    with desk.store.unit() as unit:
        if need.state is NeedState.ASKED:
            _apologise(Ledger(unit, desk.now(), desk.rules), need, error)
        unit.inbox.give_up(arrival.id, error, desk.now())


def _tell_answer(ledger: Ledger, need: Need) -> None:
    """The company first; the advisors hear of every need that asks for something and needs no question back."""
    ledger.log(need.id, None, need.answer.outcome if need.answer else "")
    ledger.tell(Message(Topic.ANSWER, need.id))
    if need.state in _FOR_ADVISORS:
        ledger.announce(need.id)


def _apologise(ledger: Ledger, need: Need, error: str) -> None:
    ledger.log(need.id, None, "broke", reason=error)
    ledger.tell(Message(Topic.APOLOGY, need.id))
    ledger.tell(Message(Topic.BREAKDOWN, need.id))


def _on_record(desk: Desk, arrival: Arrival) -> Need:
    with desk.store.unit() as unit:
        return unit.needs.get(arrival.body["need"])


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
