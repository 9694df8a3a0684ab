"""An advisor asks a company one question, and the company answers: by the button, or by a reply in the thread."""

from bot.desk.acting import advise, theirs
from bot.desk.ledger import Ledger
from bot.desk.ports import Desk
from bot.domain.enquiry import Enquiry
from bot.domain.message import Message, Topic
from bot.domain.need import Need
from bot.domain.telling import UNDER_WAY
from bot.storage.ports import Arrival, Json, Unit

KIND = "enquire"
ANSWER = "enquiry_answer"


def asking(need: str, user: str, question: str) -> Json:
    """The body of an arrival: an advisor's question to whoever asked the need."""
    return {"need": need, "user": user, "question": question}


def answering(need: str, user: str, text: str) -> Json:
    """The body of an arrival of the kind ANSWER: what the company answers."""
    return {"need": need, "user": user, "text": text}


def enquire(desk: Desk, arrival: Arrival) -> None:
    """Put a question before the company, unless one waits for its answer."""
    advise(desk, arrival, _enquire)


def answer(desk: Desk, arrival: Arrival) -> None:
    """Keep the company's answer; a second one to the same question changes nothing."""
    with desk.store.unit() as unit:
        need = theirs(unit, arrival.body)
        if need is None:
            unit.inbox.give_up(arrival.id, "not theirs to answer", desk.now())
            return
        _answered(Ledger(unit, desk.now(), desk.rules), need, arrival.body["text"])
        unit.inbox.finish(arrival.id, desk.now())


def answer_in_thread(desk: Desk, arrival: Arrival) -> bool:
    """Take what a company writes as its answer, where a question waits in that thread; whether it was one."""
    with desk.store.unit() as unit:
        need = _asked_there(unit, arrival.body)
        if need is None or not _answered(Ledger(unit, desk.now(), desk.rules), need, arrival.body["text"]):
            return False
        unit.inbox.finish(arrival.id, desk.now())
    return True


def _enquire(ledger: Ledger, need: Need, body: Json) -> None:
    user, question = body["user"], body["question"].strip()
    if need.state not in UNDER_WAY or not question:
        return
    if ledger.unit.enquiries.add(Enquiry(need.id, user, ledger.now, question)):
        ledger.log(need.id, None, "enquired", user)
        _tell(ledger, need, Topic.ENQUIRY)


def _answered(ledger: Ledger, need: Need, text: str) -> bool:
    words = text.strip()
    if not need.is_open or not words or not ledger.unit.enquiries.answer(need.id, words, ledger.now):
        return False
    ledger.log(need.id, None, "enquiry_answered", need.asker.user)
    _tell(ledger, need, Topic.ENQUIRY_CHANGED, Topic.ANSWER_RECEIVED, Topic.ENQUIRY_ANSWERED)
    return True


def _tell(ledger: Ledger, need: Need, *topics: Topic) -> None:
    """About the newest enquiry, by its number."""
    number = str(len(ledger.unit.enquiries.of_need(need.id)))
    for topic in topics:
        ledger.tell(Message(topic, need.id, mark=number))


def _asked_there(unit: Unit, body: Json) -> Need | None:
    """The person's need whose question waits where they write: under the question, or under the need itself."""
    here = (body["channel"], body["thread"])
    needs = unit.needs.of_asker(body["user"]) if body["thread"] else ()
    for need in reversed(needs):
        there = (unit.outbox.place_of(Message(Topic.ENQUIRY, need.id).key), (need.place.channel, need.place.thread))
        # Somebody who chooses an option of our own question says the need's words once more.
        is_choice = body["text"].startswith(need.text)
        if here in there and not is_choice and unit.enquiries.open_of(need.id) is not None:
            return need
    return None
