"""The inbox and the outbox in SQLite: what came in, what goes out, each row once. Cases live in `cases`."""

import json
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from bot.domain.message import Message, Topic
from bot.storage.ports import Arrival, Json, Parcel
from bot.storage.rows import changed, first, inserted, written


@dataclass(frozen=True)
class SqliteInbox:
    """`ports.Inbox` on one connection."""

    db: Database

    def write(self, key: str, kind: str, body: Json, now: datetime) -> bool:
        """See the protocol."""
        return inserted(
            self.db,
            "inbox",
            {
                "key": key,
                "kind": kind,
                "body": _text(body),
                "received_at": written(now),
                "due_at": written(now),
                "state": "waiting",
                "attempts": 0,
            },
            unique="key",
        )

    def take(self, now: datetime) -> Arrival | None:
        """See the protocol."""
        waiting = "select * from inbox where state = 'waiting' and due_at <= :now order by id limit 1"
        row = first(self.db, waiting, {"now": written(now)})
        if row is None:
            return None
        attempts = row["attempts"] + 1
        self.db.table("inbox").update(row["id"], {"state": "taken", "attempts": attempts})
        received = datetime.fromisoformat(row["received_at"])
        return Arrival(row["id"], row["key"], row["kind"], json.loads(row["body"]), received, attempts)

    def finish(self, arrival: int, now: datetime) -> None:
        """See the protocol."""
        self.db.table("inbox").update(arrival, {"state": "done", "done_at": written(now)})

    def put_back(self, arrival: int, due: datetime, error: str) -> None:
        """See the protocol."""
        changed(
            self.db,
            "update inbox set state = 'waiting', due_at = :due, error = :error where id = :id and state = 'taken'",
            {"id": arrival, "due": written(due), "error": error},
        )

    def give_up(self, arrival: int, error: str, now: datetime) -> None:
        """See the protocol."""
        changed(
            self.db,
            "update inbox set state = 'given_up', error = :error, done_at = :now where id = :id and state != 'done'",
            {"id": arrival, "error": error, "now": written(now)},
        )

    def recover(self) -> int:
        """See the protocol."""
        return changed(self.db, "update inbox set state = 'waiting' where state = 'taken'", {})


@dataclass(frozen=True)
class SqliteOutbox:
    """`ports.Outbox` on one connection."""

    db: Database

    def put(self, message: Message, now: datetime) -> bool:
        """See the protocol."""
        return inserted(
            self.db,
            "outbox",
            {
                "key": message.key,
                "topic": message.topic,
                "need": message.need,
                "introduction": message.introduction,
                "created_at": written(now),
                "due_at": written(now),
                "state": "queued",
                "attempts": 0,
            },
            unique="key",
        )

    def take(self, now: datetime) -> Parcel | None:
        """See the protocol."""
        row = first(
            self.db,
            "select * from outbox as mine where state = 'queued' and due_at <= :now and not exists ("
            " select 1 from outbox as before where before.need = mine.need"
            " and before.state in ('queued', 'sending') and before.id < mine.id) order by id limit 1",
            {"now": written(now)},
        )
        if row is None:
            return None
        self.db.table("outbox").update(row["id"], {"state": "sending", "attempts": row["attempts"] + 1})
        message = Message(Topic(row["topic"]), row["need"], row["introduction"])
        return Parcel(row["id"], message, row["attempts"], datetime.fromisoformat(row["created_at"]))

    def sent(self, parcel: int, channel: str, ts: str, now: datetime) -> None:
        """See the protocol."""
        done = {"state": "sent", "channel": channel, "ts": ts, "done_at": written(now)}
        self.db.table("outbox").update(parcel, done)

    def postpone(self, parcel: int, until: datetime, error: str) -> None:
        """See the protocol."""
        changed(
            self.db,
            "update outbox set state = 'queued', due_at = :until, error = :error where id = :id and state = 'sending'",
            {"id": parcel, "until": written(until), "error": error},
        )

    def undeliverable(self, parcel: int, error: str, now: datetime) -> None:
        """See the protocol."""
        changed(
            self.db,
            "update outbox set state = 'undeliverable', error = :error, done_at = :now"
            " where id = :id and state != 'sent'",
            {"id": parcel, "error": error, "now": written(now)},
        )

    def place_of(self, key: str) -> tuple[str, str] | None:
        """See the protocol."""
        row = first(self.db, "select channel, ts from outbox where key = :key and state = 'sent'", {"key": key})
        return None if row is None else (row["channel"], row["ts"])

    def recover(self) -> int:
        """See the protocol."""
        return changed(self.db, "update outbox set state = 'queued' where state = 'sending'", {})


def _text(body: Json) -> str:
    """JSON that can be stored: half a surrogate pair, which JSON may hold and no database takes, becomes a "?"."""
    return json.dumps(body, ensure_ascii=False).encode(errors="replace").decode()
