"""A whole office at play: what is pressed, the workers, the clocks, and a recording stand-in for Slack.

The stand-in delivers messages as the real one does, by the values that a view would get, and keeps who saw what.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

from sqlite_utils import Database

from bot.clock import ring_once
from bot.desk.approve import Choice, approving
from bot.desk.ask import asking
from bot.desk.deliver import delivered, undelivered
from bot.desk.ledger import Ledger
from bot.desk.show import shown
from bot.domain.availability import Availability
from bot.domain.event import ERASED
from bot.domain.introduction import Introduction
from bot.domain.message import Audience, Message, Topic
from bot.domain.need import Door, Place
from bot.domain.people import Contact, Hurdle, Person, Reach, Side
from bot.domain.showing import ForAdvisor, ForAdvisors, ForCompany, ForDesk, ForExpert, ForGroup, Shown
from bot.storage.ports import Json, Parcel
from bot.storage.sqlite import SqliteStore
from bot.workers import work_once
from tests.stand_ins import ADVISOR, BRIEF, COMPANY, FIRST, FIRST_EXPERT, SECOND, SECOND_EXPERT, Office, WordMatcher


@dataclass(frozen=True)
class Post:
    """One message in the stand-in, as it stands after its last update."""

    message: Message
    readers: frozenset[str]
    value: Shown
    at: datetime


@dataclass
class Slack:
    """Keeps every post, and every value that each person was ever shown."""

    posts: dict[str, Post] = field(default_factory=dict)
    seen: list[Post] = field(default_factory=list)
    refused: set[str] = field(default_factory=set)

    def show(self, post: Post, advisors: frozenset[str]) -> str | None:
        """Take a message in; the people who refuse, when it cannot be delivered."""
        if post.message.audience is not Audience.ADVISORS and post.readers & self.refused:
            return "cannot_dm"
        key = post.message.updates or post.message.key
        self.posts[key] = post
        self.seen.append(post)
        assert ERASED not in post.readers
        assert post.message.audience is not Audience.ADVISORS or post.readers == advisors
        return None

    def value(self, topic: Topic) -> Shown:
        """What the newest message of a topic says."""
        return next(post.value for post in reversed(self.seen) if post.message.topic is topic)

    def topics(self, user: str) -> list[Topic]:
        """What somebody was told, in order, updates among it; but for the announcement, which every step changes."""
        told = [post.message.topic for post in self.seen if user in post.readers]
        return [topic for topic in told if topic not in {Topic.NEED, Topic.NEED_CHANGED}]


class MemoryStore(SqliteStore):
    """The same record on one connection in memory: for walks of many thousand steps."""

    def __init__(self) -> None:
        self._connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        _template().backup(self._connection)
        self._connection.execute("PRAGMA foreign_keys = ON")

    @contextmanager
    def _transaction(self, *, writes: bool = True) -> Iterator[Database]:
        with self._connection:
            self._connection.execute(f"PRAGMA query_only = {not writes}")
            self._connection.execute("BEGIN")
            yield Database(self._connection, execute_plugins=False)

    def _connect(self) -> sqlite3.Connection:
        return self._connection


@cache
def _template() -> sqlite3.Connection:
    from bot.storage.migrations import migrations

    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    migrations.apply(Database(connection))
    return connection


class Play(Office):
    """An office in which everything that is due happens when it is told to settle."""

    def __init__(
        self,
        folder: Path | None = None,
        advisors: tuple[str, ...] = (ADVISOR,),
        store: SqliteStore | None = None,
    ) -> None:
        super().__init__(folder, WordMatcher(), store=store or (MemoryStore() if folder is None else None))
        self.villagers.there = list(advisors)
        self.slack = Slack()
        with self.store.unit() as unit:
            unit.contacts.link(Contact(FIRST, FIRST_EXPERT))
            unit.contacts.link(Contact(SECOND, SECOND_EXPERT))

    def happens(self, kind: str, body: Json) -> None:
        """Somebody presses something, and everything that follows at once takes place."""
        self.write(kind, body)
        self.settle()

    def asked(self, *entries: str | Choice, user: str = COMPANY, text: str = "oak", company: str | None = None) -> str:
        """Somebody asks and approves a card for each of these; the need's id."""
        self.happens("ask", asking(Person("T1", user), text, Door.DIRECT_MESSAGE, Place("", None, private=True)))
        with self.store.unit() as unit:
            need = unit.needs.of_asker(user)[-1].id
        if entries:
            self.approved(need, *entries, user=user, company=company)
        return need

    def approved(self, need: str, *entries: str | Choice, user: str = COMPANY, company: str | None = None) -> None:
        """A company approves a card for each of these."""
        choices = [entry if isinstance(entry, Choice) else Choice(entry) for entry in entries]
        self.happens("approve", approving(need, user, choices, BRIEF, company))

    def wishes(self, availability: Availability) -> None:
        """Put an expert's wishes on record."""
        with self.store.unit() as unit:
            unit.availabilities.save(availability)

    def settle(self) -> None:
        """Work, ring and send until nothing more is due at this moment."""
        steps: tuple[Callable[[], bool], ...] = (lambda: work_once(self.desk), lambda: ring_once(self.desk), self.send)
        while any(step() for step in steps):
            pass

    def later(self, **step: float) -> None:
        """Time passes, and everything that falls due meanwhile happens in its moment."""
        self.wait_until(self.clock.at + timedelta(**step))

    def wait_until(self, until: datetime) -> None:
        """Time passes up to a moment, and everything that falls due meanwhile happens in its own."""
        self.settle()
        while (due := self._next_due()) is not None and due <= until:
            self.clock.at = max(due, self.clock.at)
            self.settle()
        self.clock.at = until
        self.settle()

    def send(self) -> bool:
        """Send the next message as the real outbox does; False when none is due."""
        now = self.clock()
        with self.store.unit() as unit:
            parcel = unit.outbox.take(now)
            value = shown(self.desk, unit, parcel.message) if parcel else None
            if parcel and value is None:
                unit.outbox.drop(parcel.id, "overtaken", now)
        if parcel is not None and value is not None:
            self.post(parcel, value)
        return parcel is not None

    def post(self, parcel: Parcel, value: Shown) -> None:
        """Put a message into the stand-in, and record what became of it."""
        now, advisors = self.clock(), frozenset(self.villagers.there)
        post = Post(parcel.message, readers_of(value, advisors), value, now)
        # What may have been posted before a kill is looked for first, as the real outbox does.
        there = parcel.attempts and any(each.message.key == parcel.message.key for each in self.slack.seen)
        error = None if there else self.slack.show(post, advisors)
        with self.store.unit() as unit:
            ledger = Ledger(unit, now, self.desk.rules)
            if error:
                unit.outbox.undeliverable(parcel.id, error, now)
                undelivered(ledger, parcel, Hurdle(Side.EXPERT, Reach.REFUSED))
            else:
                unit.outbox.sent(parcel.id, f"D{parcel.id}", f"{parcel.id}.1", now)
                delivered(ledger, parcel.message, f"D{parcel.id}", f"{parcel.id}.1")

    def introduction(self, introduction: str) -> Introduction:
        with self.store.unit() as unit:
            return unit.introductions.get(introduction)

    def state(self, introduction: str) -> str:
        return self.introduction(introduction).state.value

    def steps(self, introduction: str) -> list[str]:
        """The events of an introduction, in order."""
        with self.store.unit() as unit:
            events = unit.events.of_need(introduction.partition("/")[0])
        return [event.name for event in events if event.introduction == introduction]

    def clocks(self, introduction: str) -> dict[str, datetime]:
        """When each clock of an introduction rings."""
        with self.store.unit() as unit:
            return {clock.kind.value: clock.due_at for clock in unit.clocks.of_introduction(introduction)}

    def _next_due(self) -> datetime | None:
        with self.store.unit() as unit:
            return unit.clocks.next_due()


def readers_of(value: Shown, advisors: frozenset[str]) -> frozenset[str]:
    """Who reads a message, by its value alone."""
    match value:
        case ForCompany():
            return frozenset({value.need.asker.user})
        case ForExpert() | ForAdvisor():
            return frozenset(filter(None, {value.user}))
        case ForGroup():
            company = value.company.user if value.company else None
            return frozenset(filter(None, (company, value.expert_user, value.advisor)))
        case ForAdvisors() | ForDesk():
            return advisors
