"""Small stand-ins for what is outside the record, and an office that puts them around the real one."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.desk.approve import Choice, approving
from bot.desk.ask import asking
from bot.desk.ports import Desk
from bot.domain.card import Card
from bot.domain.catalogue import Catalogue
from bot.domain.clock import Rules
from bot.domain.introduction import Introduction, introduction_id
from bot.domain.limits import Limit
from bot.domain.need import Door, Need, Place
from bot.domain.people import Person, Reach
from bot.storage.ports import Arrival, Json
from bot.storage.sqlite import SqliteStore
from matcher.answer import Answer, Language, Match, Outcome
from matcher.context import NOTHING_MORE, Context, Hint

MORNING = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
COMPANY, FIRST_EXPERT, SECOND_EXPERT, ADVISOR, OTHER_ADVISOR = "UCOMPANY", "UFIRST", "USECOND", "UADVISOR", "UOTHER"
DRYING, CARVING, NOBODYS = "joinery/drying", "joinery/carving", "joinery/nobodys"
FIRST, SECOND = "joinery/first", "joinery/second"
PUBLIC = Place("C1", "100.1", private=False)

#: The office's days begin on a Monday morning; what is told then has tests of its own.
NO_DIGEST = Rules(digest=None)

#: What companies of the stand-ins approve to be read.
BRIEF = "We want to dry oak."

#: A need whose words are said in any language.
UNTOLD = "MRI"

OUTCOMES: Mapping[str, Outcome] = {"hello": "not_a_need", "moon": "nothing_fits", "thing": "unclear"}
#: Words that are read as a limit.
LIMITS: Mapping[str, Limit] = {"GMP": ("quality", "GMP"), "patients": ("subjects", "humans")}


class WordMatcher:
    """Answers by single words; keeps what it was asked, can be slow, and can fail a number of times."""

    def __init__(self, *, seconds: float = 0.0, failures: int = 0) -> None:
        self.asked: list[str] = []
        self.seconds, self.failures = seconds, failures

    def answer(self, need: str, context: Context = NOTHING_MORE) -> Answer:
        self.asked.append(need)
        time.sleep(self.seconds)
        if self.failures:
            self.failures -= 1
            raise RuntimeError("no model")
        outcome = next((OUTCOMES[word] for word in reversed(need.split()) if word in OUTCOMES), "matches")
        if context.chosen is not None or (outcome == "unclear" and context.has_been_asked_enough):
            outcome = "matches"
        match = Match("service", DRYING, "joinery", "Drying of timber", 0.9, "strong")
        said = [LIMITS[word] for word in need.split() if word in LIMITS]
        limits = {limit: value for limit, value in said if (limit, value) not in context.without}
        left_out = tuple(sorted(set(said) & set(context.without)))
        found = Answer(self.language_of(need, context.hint), outcome, (match,), limits=limits, left_out=left_out)
        return replace(found, chosen=context.chosen, asked=context.asked)

    def language_of(self, text: str, hint: Hint | None = None) -> Language:
        if text == UNTOLD:
            return hint() if hint else "en"
        return "sv" if "torka" in text else "en"


class Villagers:
    """Who is who in a small Slack: everybody can be reached unless said otherwise; can be out of order."""

    def __init__(self, advisors: Sequence[str] = (ADVISOR,)) -> None:
        self.reaches: dict[str, Reach] = {}
        self.emails: dict[str, str] = {}
        self.guests: set[str] = set()
        self.locales: dict[str, Language] = {}
        self.there = list(advisors)
        self.failures = 0

    def reach(self, user: str, *, fresh: bool = False) -> Reach:  # noqa: ARG002 - nothing is remembered
        if self.failures:
            self.failures -= 1
            raise ConnectionError("Slack does not answer")
        return self.reaches.get(user, Reach.REACHABLE)

    def is_guest(self, user: str) -> bool:
        return user in self.guests

    def locale(self, user: str) -> Language:
        return self.locales.get(user, "en")

    def user_with_email(self, email: str) -> str | None:
        return self.emails.get(email)

    def has_address(self, user: str, email: str) -> bool:
        return self.emails.get(email) == user

    def advisors(self) -> Sequence[str]:
        return self.there


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.at = MORNING

    def __call__(self) -> datetime:
        return self.at

    def move(self, **step: float) -> None:
        self.at += timedelta(**step)


class Office:
    """A desk on a real record in a folder, with the stand-ins around it."""

    def __init__(
        self, folder: Path | None, matcher: WordMatcher | None = None, *, store: SqliteStore | None = None
    ) -> None:
        self.store = store or SqliteStore((folder or Path()) / "record.db")
        self.matcher, self.villagers, self.clock = matcher or WordMatcher(), Villagers(), Clock()
        self.desk = Desk(self.store, joinery(), self.matcher, self.villagers, self.clock, NO_DIGEST)
        self.written = 0

    def write(self, kind: str, body: Json) -> None:
        with self.store.unit() as unit:
            self.written += 1
            unit.inbox.write(f"key {self.written}", kind, body, self.clock())

    def taken(self, kind: str, body: Json) -> Arrival:
        """What came in, written down and taken off the inbox as a worker does it."""
        self.write(kind, body)
        with self.store.unit() as unit:
            arrival = unit.inbox.take(self.clock())
        assert arrival is not None
        return arrival

    def asks(self, text: str, user: str = COMPANY, place: Place = PUBLIC) -> Arrival:
        return self.taken("ask", asking(Person("T1", user), text, Door.MENTION, place))

    def approves(self, need: str, *entries: str | Choice, user: str = COMPANY, company: str | None = None) -> Arrival:
        """A company's choices with its approved brief, taken off the inbox."""
        choices = [entry if isinstance(entry, Choice) else Choice(entry) for entry in entries]
        return self.taken("approve", approving(need, user, choices, BRIEF, company))

    def has_need(self, need: str) -> None:
        """Put a matched need on record, as if it had been asked before."""
        with self.store.unit() as unit:
            unit.needs.add(a_need(need).answered(WordMatcher().answer("oak")))

    def told(self) -> list[str]:
        """The keys of all messages that were put in the outbox, in order."""
        return [row[0] for row in self.rows("select key from outbox order by id")]

    def happened(self, need: str) -> list[str]:
        with self.store.unit() as unit:
            return [event.name for event in unit.events.of_need(need)]

    def inbox_states(self) -> list[str]:
        return [row[0] for row in self.rows("select state from inbox order by id")]

    def rows(self, sql: str) -> list[tuple[str, ...]]:
        with self.store._transaction() as db:
            return db.execute(sql).fetchall()


def a_need(need: str = "N1", place: Place = PUBLIC, asked_at: datetime = MORNING, text: str = "oak") -> Need:
    return Need(need, Person("T1", COMPANY), text, Door.MENTION, place, asked_at)


def an_introduction(need: str = "N1", entry: str = DRYING, advisor: str | None = ADVISOR) -> Introduction:
    """One that was approved and waits for its turn."""
    chosen = introduction_id(need, entry)
    return Introduction(chosen, need, entry, a_card(entry), MORNING, advisor=advisor)


def a_card(entry: str = DRYING, brief: str = BRIEF, company: str | None = None) -> Card:
    return Card(entry, brief, "en", company)


def joinery() -> Catalogue:
    """One unit of wood workers: a service with two experts, one with one, one with none."""

    def both(words: str) -> Json:
        return {"en": words, "sv": words}

    def service(short: str) -> Json:
        texts = {field: both(f"{short} {field}") for field in ("name", "shows", "does_not", "you_bring")}
        return {"id": short, **texts, "asks": {"en": [f"we need {short}"], "sv": [f"vi behöver {short}"]}}

    def expert(short: str, *answers_for: str) -> Json:
        knows = {"en": ["wood"], "sv": ["trä"]}
        return {"id": short, "role": both(short), "knows": knows, "answers_for": list(answers_for)}

    unit = {
        "id": "joinery",
        "kind": "infrastructure",
        "name": both("Joinery"),
        "summary": both("Works with wood."),
        "host": both("The village"),
        "location": {"campus": "Village"},
        "open_to_companies": {"value": "yes", "basis": both("The sign says so.")},
        "services": [service("drying"), service("carving"), service("nobodys")],
        "experts": [expert("first", "drying", "carving"), expert("second", "drying")],
        "resource_organisation": "The village",
        "confidence": "high",
    }
    return Catalogue.from_documents({"joinery.yaml": unit})
