"""The outbox in SQLite: what goes out, each row once and each lane in order. What comes in lives in `inbox`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from bot.domain.message import UPDATES, Message, Topic
from bot.storage.ports import Held, Json, Parcel
from bot.storage.rows import changed, first, inserted, written

# A key with a mark goes on behind a "#", and "$" is the sign after that.
_WITH_ANY_MARK = "(key = :key or (key > :key || '#' and key < :key || '$'))"


@dataclass(frozen=True)
class SqliteOutbox:
    """`ports.Outbox` on one connection."""

    db: Database

    def put(self, message: Message, now: datetime) -> bool:
        """See the protocol."""
        if message.topic in UPDATES and self._waits(message):
            return False
        return inserted(
            self.db,
            "outbox",
            {
                "key": message.key,
                "topic": message.topic,
                "need": message.need,
                "introduction": message.introduction,
                "mark": message.mark,
                "lane": message.lane,
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
            " select 1 from outbox as before where before.lane = mine.lane"
            " and before.state in ('queued', 'sending') and before.id < mine.id)"
            " order by topic not in ('answer', 'apology'), due_at, id limit 1",
            {"now": written(now)},
        )
        if row is None:
            return None
        self.db.table("outbox").update(row["id"], {"state": "sending", "attempts": row["attempts"] + 1})
        return Parcel(row["id"], _message(row), row["attempts"], datetime.fromisoformat(row["created_at"]))

    def sent(self, parcel: int, channel: str, ts: str, now: datetime) -> None:
        """See the protocol."""
        done = {"state": "sent", "channel": channel, "ts": ts, "done_at": written(now)}
        self.db.table("outbox").update(parcel, done)

    def postpone(self, parcel: int, until: datetime, error: str, *, untried: bool = False) -> None:
        """See the protocol."""
        changed(
            self.db,
            "update outbox set state = 'queued', due_at = :until, error = :error, attempts = attempts - :untried"
            " where id = :id and state = 'sending'",
            {"id": parcel, "until": written(until), "error": error, "untried": int(untried)},
        )

    def undeliverable(self, parcel: int, error: str, now: datetime) -> None:
        """See the protocol."""
        changed(
            self.db,
            "update outbox set state = 'undeliverable', error = :error, done_at = :now"
            " where id = :id and state != 'sent'",
            {"id": parcel, "error": error, "now": written(now)},
        )

    def drop(self, parcel: int, why: str, now: datetime) -> bool:
        """See the protocol."""
        sql = (
            "update outbox set state = 'dropped', error = :why, done_at = :now"
            " where id = :id and state not in ('sent', 'dropped')"
        )
        return changed(self.db, sql, {"id": parcel, "why": why, "now": written(now)}) == 1

    def retry(self, parcel: int, now: datetime) -> bool:
        """See the protocol."""
        sql = (
            "update outbox set state = 'queued', due_at = :now, done_at = null"
            " where id = :id and state = 'undeliverable'"
        )
        return changed(self.db, sql, {"id": parcel, "now": written(now)}) == 1

    def held(self) -> Sequence[Held]:
        """See the protocol."""
        rows = self.db.query("select * from outbox where state in ('queued', 'sending', 'undeliverable') order by id")
        return [_held(row) for row in rows]

    def get(self, parcel: int) -> Held | None:
        """See the protocol."""
        row = first(self.db, "select * from outbox where id = :id and state not in ('sent', 'dropped')", {"id": parcel})
        return None if row is None else _held(row)

    def has(self, key: str) -> bool:
        """See the protocol."""
        sql = f"select id from outbox where {_WITH_ANY_MARK} and state in ('queued', 'sending', 'sent') limit 1"  # noqa: S608 - names are ours
        return first(self.db, sql, {"key": key}) is not None

    def place_of(self, key: str) -> tuple[str, str] | None:
        """See the protocol."""
        sql = f"select channel, ts from outbox where {_WITH_ANY_MARK} and state = 'sent' order by id desc limit 1"  # noqa: S608 - as above
        row = first(self.db, sql, {"key": key})
        return None if row is None else (row["channel"], row["ts"])

    def place_before(self, update: Message) -> tuple[str, str] | None:
        """See the protocol."""
        if not update.erases:
            return self.place_of(update.updates or "")
        row = first(self.db, "select channel, ts from outbox where key = :key and state = 'sent'", {"key": update.mark})
        return None if row is None else (row["channel"], row["ts"])

    def told(self, need: str | None) -> Sequence[Message]:
        """See the protocol."""
        sql = "select * from outbox where need is :need and state in ('queued', 'sending', 'sent') order by id"
        return [_message(row) for row in self.db.query(sql, {"need": need})]

    def recover(self) -> int:
        """See the protocol."""
        return changed(self.db, "update outbox set state = 'queued' where state = 'sending'", {})

    def doubt(self) -> None:
        """Mark what waits as perhaps sent already, so that it is looked for in Slack first."""
        changed(self.db, "update outbox set attempts = 1 where state = 'queued' and attempts = 0", {})

    def _waits(self, update: Message) -> bool:
        sql = (
            "select id from outbox"
            " where topic = :topic and lane = :lane and introduction is :about and state = 'queued'"
        )
        values = {"topic": update.topic, "lane": update.lane, "about": update.introduction}
        return first(self.db, sql, values) is not None


def _message(row: Json) -> Message:
    return Message(Topic(row["topic"]), row["need"], row["introduction"], row["mark"])


def _held(row: Json) -> Held:
    return Held(
        id=row["id"],
        message=_message(row),
        state=row["state"],
        attempts=row["attempts"],
        created_at=datetime.fromisoformat(row["created_at"]),
        due_at=datetime.fromisoformat(row["due_at"]),
        error=row["error"],
    )
