"""What the use cases ask of the record: small protocols, whose docstrings are the contract. Nothing is stored here."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from bot.domain.event import Event
from bot.domain.introduction import Introduction
from bot.domain.message import Message
from bot.domain.need import Need
from bot.domain.people import Contact

Json = dict[str, Any]


@dataclass(frozen=True)
class Arrival:
    """Something that came in, written down before it is worked on.

    Attributes:
        key: unique; the same thing delivered ten times has one key.
        kind: which use case works on it.
        body: what that use case needs, as JSON.
        attempts: how often work on it has begun.
    """

    id: int
    key: str
    kind: str
    body: Json
    received_at: datetime
    attempts: int


@dataclass(frozen=True)
class Parcel:
    """A message on its way out.

    Attributes:
        attempts: how often sending has begun; 0 means that it cannot be in Slack yet.
        created_at: when it was written; nothing older in Slack can be it.
    """

    id: int
    message: Message
    attempts: int
    created_at: datetime


class Inbox(Protocol):
    """What came in. An arrival is waiting, taken, done or given up; what is done stays done.

    Moments are written in UTC, and half a surrogate pair in a body as "?"; all else comes back as it was.
    """

    def write(self, key: str, kind: str, body: Json, now: datetime) -> bool:
        """Write an arrival down; False when its key is known already, and then nothing changes."""

    def take(self, now: datetime) -> Arrival | None:
        """The oldest waiting arrival that is due, marked as taken and its attempts counted; None when there is none."""

    def finish(self, arrival: int, now: datetime) -> None:
        """Mark as done; part of the transaction that holds the work's results."""

    def put_back(self, arrival: int, due: datetime, error: str) -> None:
        """Mark what is taken as waiting again after a fault, not before a time."""

    def give_up(self, arrival: int, error: str, now: datetime) -> None:
        """Mark as given up: kept whole, never taken again."""

    def recover(self) -> int:
        """Mark what an earlier process had taken as waiting; how many. Called once, at start."""


class Outbox(Protocol):
    """What goes out. A parcel is queued, sending, sent or undeliverable; one lane keeps its order.

    A lane is a need: its messages leave in the order in which they were written.
    """

    def put(self, message: Message, now: datetime) -> bool:
        """Queue a message; False when its key was queued before, and then nothing changes."""

    def take(self, now: datetime) -> Parcel | None:
        """The oldest parcel that is due, first in its lane, now marked as sending; its `attempts` are those before."""

    def sent(self, parcel: int, channel: str, ts: str, now: datetime) -> None:
        """Mark as sent, with where it stands in Slack."""

    def postpone(self, parcel: int, until: datetime, error: str) -> None:
        """Queue again what is being sent, not before a time."""

    def undeliverable(self, parcel: int, error: str, now: datetime) -> None:
        """Mark as never to be sent; the lane goes on."""

    def place_of(self, key: str) -> tuple[str, str] | None:
        """(channel, timestamp) of a sent message by its key."""

    def recover(self) -> int:
        """Queue again what an earlier process was sending (its attempts stay counted); how many."""


class Needs(Protocol):
    """The needs."""

    def add(self, need: Need) -> bool:
        """Add a new need; False when it was added before, and then nothing changes."""

    def get(self, need: str) -> Need:
        """The need. Raises KeyError when there is none."""

    def save(self, need: Need, was: str) -> bool:
        """Save a step, only from the state it was decided on; False when somebody else was first."""

    def latest_in_thread(self, channel: str, thread: str, user: str) -> Need | None:
        """The person's newest need in a thread."""


class Introductions(Protocol):
    """The introductions."""

    def add(self, introduction: Introduction) -> bool:
        """Add a new one; False when this match of this need was chosen before."""

    def get(self, introduction: str) -> Introduction:
        """The introduction. Raises KeyError when there is none."""

    def of_need(self, need: str) -> Sequence[Introduction]:
        """All introductions of a need, oldest first."""

    def save(self, introduction: Introduction, was: str) -> bool:
        """Save a step, only from the state it was decided on; False when somebody else was first."""

    def count_by_advisor(self) -> Mapping[str, int]:
        """How many introductions each advisor has, by Slack user."""


class Events(Protocol):
    """The log that is only added to."""

    def add(self, events: Iterable[Event]) -> None:
        """Append, in order."""

    def of_need(self, need: str) -> Sequence[Event]:
        """What happened to a need and its introductions, oldest first."""


class Contacts(Protocol):
    """Who the catalogue's experts are in this installation."""

    def link(self, contact: Contact) -> None:
        """Set an expert's account or address; what the contact leaves out is kept as it was."""

    def unlink(self, expert: str) -> bool:
        """Forget an expert's account and address; False when there was none."""

    def get(self, expert: str) -> Contact | None:
        """The expert's contact."""

    def all(self) -> Sequence[Contact]:
        """Every linked expert, by id."""


class Unit(Protocol):
    """One transaction over the whole record: all of it is saved, or none."""

    @property
    def inbox(self) -> Inbox:
        """What came in."""

    @property
    def outbox(self) -> Outbox:
        """What goes out."""

    @property
    def needs(self) -> Needs:
        """The needs."""

    @property
    def introductions(self) -> Introductions:
        """The introductions."""

    @property
    def events(self) -> Events:
        """What happened."""

    @property
    def contacts(self) -> Contacts:
        """Who the experts are here."""


class Store(Protocol):
    """The record."""

    def unit(self) -> AbstractContextManager[Unit]:
        """A transaction of its own connection: saved at the end of the block, undone when it raises."""
