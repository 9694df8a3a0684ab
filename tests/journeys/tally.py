"""What became of everything that people did: what Slack saw the bot take, beside the record and what stands in Slack.

Slack's own list of deliveries says what was acknowledged, the log of events what took effect, and Slack's channels what
was told of it.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.domain.event import Event
from bot.domain.introduction import introduction_id
from bot.domain.message import Topic
from bot.rehearsal import Stage
from bot.rehearsal.wire import Delivery, Json
from bot.slack.views import brief, by_hand, decline, not_before, progress, redirect, request, suggestion
from bot.slack.views.choice import Subject
from tests.journeys.campus import Campus

_MARK = re.compile(r"No \d{4}")
#: Whoever comes after one of these comes too late.
_SETTLED = frozenset({"accepted", "accepted_by_hand", "redirected", "declined", "expired", "withdrawn", "closed"})


@dataclass(frozen=True)
class Row:
    """One kind of thing, and what became of all of its kind.

    Attributes:
        taken: how many the bot acknowledged, or wrote into its log when it is the bot itself that does it.
        overtaken: those to which something else of the record came first.
    """

    what: str
    taken: int
    once: int
    overtaken: int = 0
    lost: int = 0
    twice: int = 0


def _pressed(payload: Json) -> Sequence[str]:
    return [payload["actions"][0]["value"]]


def _subject(payload: Json) -> Sequence[str]:
    return [Subject.unpacked(payload["view"]["private_metadata"]).id]


def _chosen(payload: Json) -> Sequence[str]:
    form = brief.Form.unpacked(payload["view"]["private_metadata"])
    return [introduction_id(form.need, entry) for entry in form.entries]


#: What people do, as Slack calls it; which cases it is about; and the event that it is in the log.
_ACTS: Mapping[str, tuple[str, Callable[[Json], Sequence[str]], str]] = {
    f"submit {brief.CALLBACK}": ("choices approved", _chosen, "approved"),
    f"click {request.YES}": ("yes", _pressed, "accepted"),
    f"submit {not_before.CALLBACK}": ("yes, but not before a day", _subject, "postponed"),
    f"submit {redirect.CALLBACK}": ("not us, try …", _subject, "redirected"),
    f"submit {decline.CALLBACK}": ("no", _subject, "declined"),
    f"click {suggestion.NO_THANKS}": ("suggestions left", _pressed, "withdrawn"),
    f"click {by_hand.SAID_YES}": ("by hand: they said yes", _pressed, "accepted_by_hand"),
    f"submit {decline.BY_HAND_CALLBACK}": ("by hand: they said no", _subject, "declined"),
    f"click {progress.WITHDRAW}": ("introductions withdrawn", _pressed, "withdrawn"),
    f"click {progress.WITHDRAW_NEED}": ("needs withdrawn", _pressed, "withdrawn"),
}
#: What people are told of an event, wherever else it may have led by then.
_TOLD: Mapping[str, tuple[Topic, ...]] = {
    "asked": (Topic.REQUEST,),
    "proposed": (Topic.SUGGESTION,),
    "accepted": (Topic.INTRODUCTION,),
    "opened": (Topic.THREAD_OPENED,),
    "postponed": (Topic.NOT_BEFORE,),
    "declined": (Topic.SAID_NO,),
    "out_of_reach": (Topic.REQUEST_BY_HAND, Topic.ADVISOR_ANSWERS),
    "accepted_by_hand": (Topic.INTRODUCED_BY_HAND,),
}


@dataclass(frozen=True)
class Record:
    """The log by case, what stands in Slack, and what was dropped on the way since it no longer made sense."""

    log: Mapping[str, Counter[str]]
    keys: Counter[str]
    dropped: Counter[str]

    @classmethod
    def of(cls, campus: Campus) -> "Record":
        """As it stands now."""
        log: dict[str, Counter[str]] = {}
        with campus.store.unit() as unit:
            needs = [row["id"] for row in unit.needs.db.query("select id from needs")]
            for event in (each for need in needs for each in unit.events.of_need(need)):
                log.setdefault(_about(event), Counter())[event.name] += 1
            dropped = Counter(_bare(row["key"]) for row in _dropped(unit.outbox.db.query))
        return cls(log, campus.keys(), dropped)


def tally(campus: Campus) -> Iterator[Row]:
    """A row for each kind of thing that people did, and one for each kind of message that follows from the log."""
    record = Record.of(campus)
    yield _needs(campus)
    for act, (what, about, event) in _ACTS.items():
        done = [each["payload"] for each in campus.stage.deliveries if each["acked"] and each["what"] == act]
        yield _acts(record, what, {case for payload in done for case in about(payload)}, event)
    for event, topics in _TOLD.items():
        for topic in topics:
            yield _messages(record, event, topic)


def unsent(campus: Campus) -> int:
    """How many messages have neither left nor been overtaken."""
    with campus.store.unit() as unit:
        return len(unit.outbox.held())


def given_up(stage: Stage) -> int:
    """How many messages Slack has stopped telling the bot about, since it never acknowledged them."""
    return sum(not each["acked"] for each in stage.deliveries if each["kind"] == "events_api" and _asked(each))


def _needs(campus: Campus) -> Row:
    """Needs by the marks in their words: which were taken at any door, and how often each was answered.

    A command that got no acknowledgement is typed once more, and is two needs when the first had been written down.
    """
    deliveries = [(each, mark) for each in campus.stage.deliveries for mark in _MARK.findall(_asked(each))]
    taken = {mark for each, mark in deliveries if each["acked"]}
    asked = Counter(mark for mark, _ in {(mark, _identity(each)) for each, mark in deliveries})
    keys, answered = campus.keys(), Counter[str]()
    with campus.store.unit() as unit:
        rows = list(unit.needs.db.query("select id, text from needs"))
    for row in rows:
        for mark in _MARK.findall(row["text"]):
            answered[mark] += keys[f"{Topic.ANSWER}:{row['id']}"]
    lost = sum(not answered[mark] for mark in taken)
    twice = sum(answered[mark] > asked[mark] for mark in taken)
    return Row("needs answered", len(taken), len(taken) - lost - twice, lost=lost, twice=twice)


def _acts(record: Record, what: str, cases: Collection[str], event: str) -> Row:
    times = {case: record.log.get(case, Counter())[event] for case in cases}
    late = {case for case, seen in times.items() if not seen and _SETTLED & set(record.log.get(case, ()))}
    counted = Counter(min(seen, 2) for case, seen in times.items() if case not in late)
    return Row(what, len(cases), counted[1], len(late), counted[0], counted[2])


def _messages(record: Record, event: str, topic: Topic) -> Row:
    """Each event tells once; where a case has several, its messages differ by a mark."""
    standing = Counter(_bare(key) for key in record.keys)
    once = overtaken = lost = 0
    # The log holds needs as well, and those have only a number.
    introductions = {case: events for case, events in record.log.items() if "/" in case}
    for case, events in introductions.items():
        wanted, key = events[event], f"{topic}:{case}"
        missing = max(0, wanted - standing[key])
        once += wanted - missing
        overtaken += min(missing, record.dropped[key])
        lost += max(0, missing - record.dropped[key])
    twice = sum(times - 1 for key, times in record.keys.items() if key.startswith(f"{topic}:"))
    return Row(f"told of “{event}”: {topic}", once + overtaken + lost, once, overtaken, lost, twice)


def _dropped(query: Callable[[str], Iterator[Json]]) -> list[Json]:
    return list(query("select key from outbox where state = 'dropped' and error = 'overtaken'"))


def _about(event: Event) -> str:
    return event.introduction or event.need


def _bare(key: str) -> str:
    return key.partition("#")[0]


def _identity(delivery: Delivery) -> str:
    """The same for everything that tells of one message, and of one command."""
    payload = delivery["payload"]
    return str(payload["event"]["ts"] if "event" in payload else payload["trigger_id"])


def _asked(delivery: Delivery) -> str:
    payload = delivery["payload"]
    event = payload.get("event") or payload
    return str(event.get("text") or "") if event.get("user") != "U0BOT" else ""
