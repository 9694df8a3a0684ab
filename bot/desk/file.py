"""An advisor writes a need down for a company; nobody else learns of it before the company has agreed."""

from functools import partial

from bot.desk import ask
from bot.desk.acting import advise_at_large, theirs
from bot.desk.ledger import Ledger
from bot.desk.ports import Desk
from bot.desk.withdraw import withdraw_need
from bot.domain.lifecycle import NeedEvent, NeedState
from bot.domain.message import Message, Topic
from bot.domain.need import Door, Need, Place
from bot.domain.people import Person
from bot.domain.triage import Triage
from bot.storage.ports import Arrival, Json
from matcher.answer import Language

KIND = "file"
CONSENT = "consent"


def filing(user: str, company: Person, text: str, language: Language) -> Json:
    """The body of an arrival: an advisor writes down what a company needs, in the company's language."""
    return {"user": user, "company": company.user, "team": company.team, "text": text, "language": language}


def consenting(need: str, user: str, *, agrees: bool) -> Json:
    """The body of an arrival of the kind CONSENT: whether the company wants help with it."""
    return {"need": need, "user": user, "agrees": agrees}


def file(desk: Desk, arrival: Arrival) -> None:
    """Write the need down and ask its company, and nobody else, whether to look for help."""
    advise_at_large(desk, arrival, partial(_file, arrival))


def keep_unasked(desk: Desk, arrival: Arrival, error: str) -> None:
    """Keep a need that could not be put before its company, and tell the advisor who wrote it down, and nobody else."""
    with desk.store.unit() as unit:
        ledger = Ledger(unit, desk.now(), desk.rules)
        need = _written_down(arrival, ledger)
        if need is not None:
            ledger.log(need.id, None, "broke", reason=error)
            ledger.tell(Message(Topic.CONSENT_REFUSED, need.id))
        unit.inbox.give_up(arrival.id, error, ledger.now)


def waiting_for_consent(desk: Desk, user: str, channel: str, thread: str | None) -> Need | None:
    """The need that a person's word in a conversation agrees to: the one that it stands under, or the only one."""
    with desk.store.reading() as unit:
        filed = [each for each in unit.needs.of_asker(user) if each.state is NeedState.FILED]
    there = [each for each in filed if each.place.channel == channel and thread in {None, each.place.thread}]
    return there[0] if len(there) == 1 else None


def consent(desk: Desk, arrival: Arrival) -> None:
    """Keep what the company says: with a yes its need is matched as any other, with a no it has ended."""
    body = arrival.body
    with desk.store.unit() as unit:
        need = theirs(unit, body)
        if need is None:
            unit.inbox.give_up(arrival.id, "not theirs to agree to", desk.now())
            return
        ledger = Ledger(unit, desk.now(), desk.rules)
        if need.state is NeedState.FILED and body["agrees"]:
            ledger.need_step(need, NeedEvent.CONSENTED, body["user"], kept={"text": need.text})
            unit.inbox.write(f"{ask.MATCH}:{need.id}", ask.MATCH, ask.matching(need.id), desk.now())
        elif need.state is NeedState.FILED:
            withdraw_need(ledger, need, body["user"])
        unit.inbox.finish(arrival.id, desk.now())


def _file(arrival: Arrival, ledger: Ledger, _body: Json) -> None:
    need = _written_down(arrival, ledger)
    if need is not None:
        ledger.tell(Message(Topic.CONSENT, need.id))


def _written_down(arrival: Arrival, ledger: Ledger) -> Need | None:
    """The need, on record as its advisor's; None when it has no words, or was there before."""
    body = arrival.body
    need = Need(
        id=f"N{arrival.id}",
        asker=Person(body["team"], body["company"]),
        text=body["text"].strip(),
        door=Door.ADVISOR,
        place=Place("", None, private=True),
        asked_at=arrival.received_at,
        language=body["language"],
        state=NeedState.FILED,
        filed_by=body["user"],
    )
    if not need.text or not ledger.unit.needs.add(need):
        return None
    ledger.log(need.id, None, "filed", body["user"])
    ledger.unit.triage.save(Triage(need.id).taken(body["user"], ledger.now), was=None)
    return need
