"""What the use cases ask of the two queues: what came in, and what goes out. The docstrings are the contract."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from bot.domain.message import Message

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


@dataclass(frozen=True)
class Held:
    """A parcel as `lotsen outbox` shows it.

    Attributes:
        state: queued, sending or undeliverable.
        error: what was said when it was last tried.
    """

    id: int
    message: Message
    state: str
    attempts: int
    created_at: datetime
    due_at: datetime
    error: str | None


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

    def settled(self, key: str) -> bool:
        """Whether nothing with this key waits or is worked on: it is done, given up, or was never written."""

    def erase(self, user: str, needs: Collection[str], before: int, now: datetime) -> None:
        """Empty what arrived from a person, or about their needs, before an arrival; what still waited is given up."""

    def recover(self) -> int:
        """Mark what an earlier process had taken as waiting; how many. Called once, at start."""


class Outbox(Protocol):
    """What goes out. A parcel is queued, sending, sent, undeliverable or dropped; one lane keeps its order.

    A lane is what `Message.lane` says; lanes do not wait for each other.
    """

    def put(self, message: Message, now: datetime) -> bool:
        """Queue a message; False when its key was queued before, and then nothing changes.

        An update is not queued beside one of the same kind that waits: that one will show the newest state as well.
        """

    def take(self, now: datetime) -> Parcel | None:
        """The parcel that is due longest and first in its lane, now marked as sending; its `attempts` are those before.

        What somebody has just asked for goes before what is told unasked.
        """

    def sent(self, parcel: int, channel: str, ts: str, now: datetime) -> None:
        """Mark as sent, with where it stands in Slack."""

    def postpone(self, parcel: int, until: datetime, error: str, *, untried: bool = False) -> None:
        """Queue again what is being sent, not before a time; `untried` when nothing of it can have reached Slack."""

    def undeliverable(self, parcel: int, error: str, now: datetime) -> None:
        """Mark as never to be sent; the lane goes on."""

    def drop(self, parcel: int, why: str, now: datetime) -> bool:
        """Mark as not to be sent any more; False when it was sent or dropped already."""

    def retry(self, parcel: int, now: datetime) -> bool:
        """Queue again what is undeliverable; False when it is not. Tries stay counted: one may have reached Slack."""

    def held(self) -> Sequence[Held]:
        """Everything that has not left and was not dropped, oldest first."""

    def get(self, parcel: int) -> Held | None:
        """One of those that `held` lists."""

    def has(self, key: str) -> bool:
        """Whether a message, with whatever mark, is in Slack or on its way there."""

    def place_of(self, key: str) -> tuple[str, str] | None:
        """(channel, timestamp) of a sent message by its key; the newest where its mark tells several apart."""

    def place_before(self, update: Message) -> tuple[str, str] | None:
        """(channel, timestamp) of the message whose place an update takes."""

    def told(self, need: str | None) -> Sequence[Message]:
        """All messages about a need, or about none, in Slack or on their way there, in the order of their putting."""

    def recover(self) -> int:
        """Queue again what an earlier process was sending (its attempts stay counted); how many."""
