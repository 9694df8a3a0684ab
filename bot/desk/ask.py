"""A company asks, or puts right what was read: the need is answered and recorded, and whoever must know is told."""

from collections.abc import Iterable
from dataclasses import replace

from bot.desk.acting import refuse, theirs
from bot.desk.enquire import answer_in_thread
from bot.desk.ledger import Ledger
from bot.desk.ports import Desk
from bot.domain.event import LOTSEN, Event
from bot.domain.lifecycle import NeedEvent, NeedState
from bot.domain.limits import Limit, reason_of
from bot.domain.message import Message, Topic
from bot.domain.need import Door, Need, Place
from bot.domain.people import Person
from bot.storage.ports import Arrival, Json
from matcher.answer import Option
from matcher.context import Context, Hint

KIND = "ask"
MATCH = "match"

_FOR_ADVISORS = frozenset({NeedState.MATCHED, NeedState.UNMATCHED})


def asking(
    person: Person,
    text: str,
    door: Door,
    place: Place,
    *,
    without: Iterable[Limit] = (),
    instead_of: str | None = None,
) -> Json:
    """The body of an arrival of this kind.

    Args:
        person: who asks.
        text: all of the words.
        door: which way it came in.
        place: where the answer goes.
        without: what the words say as a limit, and is not meant.
        instead_of: the person's own need that this one puts right.
    """
    return {
        "team": person.team,
        "user": person.user,
        "text": text,
        "door": door,
        "channel": place.channel,
        "thread": place.thread,
        "private": place.private,
        "without": [list(limit) for limit in without],
        "instead_of": instead_of,
    }


def choosing(need: Need, option: Option) -> Json:
    """The body of an arrival: the company presses an option of a need's question.

    One that stands for an entry adds no words, since the company wrote none.
    """
    text = f"{need.text}\n{option.adds}" if option.entry is None else need.text
    not_meant = need.answer.left_out if need.answer else ()
    body = asking(need.asker, text, need.door, need.place, without=not_meant)
    return {**body, "answers": need.id, "chosen": option.entry}


def matching(need: str) -> Json:
    """The body of an arrival of the kind MATCH: a need that is on record already waits for its answer."""
    return {"need": need}


def ask(desk: Desk, arrival: Arrival) -> None:
    """Answer the need in an arrival. The arrival is finished in the same transaction that holds the answer.

    Where an advisor asked the company something, its reply in that thread is no need but the answer.
    """
    if arrival.body.get("instead_of") is not None:
        _put_right(desk, arrival)
    elif not answer_in_thread(desk, arrival):
        _ask(desk, arrival)


def match(desk: Desk, arrival: Arrival) -> None:
    """Answer a need that is on record, unless it has gone on since."""
    need = _on_record(desk, arrival)
    answered = (
        need.answered(desk.matcher.answer(need.text, Context(hint=_hint(desk, need))))
        if need.state is NeedState.ASKED
        else None
    )
    with desk.store.unit() as unit:
        ledger = Ledger(unit, desk.now(), desk.rules)
        if answered is not None and unit.needs.save(answered, was=need.state):
            _tell_answer(ledger, answered)
        unit.inbox.finish(arrival.id, ledger.now)


def keep_unanswered(desk: Desk, arrival: Arrival, error: str) -> None:
    """Keep a need that could not be answered, with an apology to its company and a line to the advisors."""
    # One that is put right has all of its words, and stands where the other does.
    before = None if arrival.body.get("instead_of") else _question_before(desk, arrival.body)
    asked = _need(arrival, before)
    need = replace(asked, language=desk.matcher.language_of(asked.text, _hint(desk, asked)))
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


def _ask(desk: Desk, arrival: Arrival) -> None:
    body = arrival.body
    before = _question_before(desk, body)
    need = _need(arrival, before)
    asked = _asked_before(before) + 1 if before is not None else 0
    context = Context(_not_meant(body, before), body.get("chosen"), asked, _hint(desk, need))
    answered = need.answered(desk.matcher.answer(need.text, context))
    with desk.store.unit() as unit:
        ledger = Ledger(unit, desk.now(), desk.rules)
        if _begin(ledger, answered) and before is not None and before.state is NeedState.UNCLEAR:
            _live_on(ledger, before, answered)
        unit.inbox.finish(arrival.id, ledger.now)


def _put_right(desk: Desk, arrival: Arrival) -> None:
    """Answer a need that takes the place of another one of the same person.

    Somebody else's is given up, with a line in the log: it takes a forged click to ask for it.
    """
    body = arrival.body
    named = {"need": body["instead_of"], "user": body["user"]}
    with desk.store.unit() as unit:
        said = theirs(unit, named)
        if said is None:
            refuse(unit, arrival, desk.now(), "not theirs to put right")
            return
    need, not_meant = _need(arrival, None), _not_meant(body, None)
    # What it chose it chose for these words; what it was asked it was asked.
    chosen = said.answer.chosen if said.answer is not None and said.text == need.text else None
    context = Context(not_meant, chosen, _asked_before(said), _hint(desk, need))
    answered = need.answered(desk.matcher.answer(need.text, context))
    with desk.store.unit() as unit:
        ledger = Ledger(unit, desk.now(), desk.rules)
        # As it stands now: the matcher took its time.
        before = theirs(unit, named)
        if _begin(ledger, answered) and before is not None:
            _go_on_as(ledger, before, answered, reason_of(not_meant))
        unit.inbox.finish(arrival.id, ledger.now)


def _hint(desk: Desk, need: Need) -> Hint:
    """The language of the asker's Slack, for a few words that are said in any language."""
    return lambda: desk.directory.locale(need.asker.user)


def _begin(ledger: Ledger, need: Need) -> bool:
    """Record a need that is answered, and tell of it; False when it was there before, and then nothing changes."""
    if not ledger.unit.needs.add(need):
        return False
    ledger.unit.events.add([_asked(need)])
    _tell_answer(ledger, need)
    return True


def _go_on_as(ledger: Ledger, need: Need, after: Need, reason: str) -> None:
    """End a need that was put right, unless somebody has been asked under it: that goes on beside the new one."""
    if not need.is_open:
        return
    if ledger.unit.introductions.of_need(need.id):
        ledger.log(need.id, None, "put_right", need.asker.user, reason)
    elif _live_on(ledger, need, after, reason):
        ledger.tell(Message(Topic.ANSWER_PUT_RIGHT, need.id))


def _live_on(ledger: Ledger, need: Need, after: Need, reason: str = "") -> bool:
    """End a need whose words live on in another one, which whoever had taken it sees to as well."""
    if ledger.need_step(need, NeedEvent.SAID_MORE, need.asker.user, reason) is None:
        return False
    advisor, free = ledger.unit.triage.get(need.id).advisor, ledger.unit.triage.get(after.id)
    if advisor is not None:
        ledger.triage_step(free, free.taken(advisor, ledger.now), "stays_with", LOTSEN)
    return True


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


def _not_meant(body: Json, before: Need | None) -> tuple[Limit, ...]:
    """What the words say as a limit and is not meant, by the arrival or by the need that it says more about.

    What was written down before anybody could say so names nothing.
    """
    said = {(limit, value) for limit, value in body.get("without", ())}
    earlier = before.answer.left_out if before is not None and before.answer is not None else ()
    return tuple(sorted(said.union(earlier)))


def _asked_before(need: Need) -> int:
    """How many questions the company had answered before this need was answered."""
    return need.answer.asked if need.answer is not None else 0


def _question_before(desk: Desk, body: Json) -> Need | None:
    """The same person's need whose option this is, or the unclear one in whose thread it is a reply.

    An option may be pressed when the need has gone on: the words are then answered, and that need stays as it is.
    """
    if body.get("answers") is not None:
        with desk.store.unit() as unit:
            return theirs(unit, {"need": body["answers"], "user": body["user"]})
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
    reason = reason_of(need.answer.left_out) if need.answer else ""
    return Event(need.asked_at, need.id, None, need.asker.user, "asked", reason)
