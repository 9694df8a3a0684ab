"""The inbox in SQLite: what came in, each row once. What goes out lives in `outbox`, cases in `cases`."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from bot.storage.ports import Arrival, Json
from bot.storage.rows import changed, first, inserted, text_of, written


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
                "body": text_of(body),
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

    def settled(self, key: str) -> bool:
        """See the protocol."""
        return first(self.db, "select id from inbox where key = :key and done_at is null", {"key": key}) is None

    def recover(self) -> int:
        """See the protocol."""
        return changed(self.db, "update inbox set state = 'waiting' where state = 'taken'", {})

    def erase(self, user: str, needs: Collection[str], before: int, now: datetime) -> None:
        """See the protocol."""
        changed(
            self.db,
            "update inbox set body = '{}', key = 'erased:' || id, done_at = coalesce(done_at, :now),"
            " state = case state when 'waiting' then 'given_up' else state end"
            " where id < :before and ("
            " :user in (json_extract(body, '$.user'), json_extract(body, '$.company'), json_extract(body, '$.to'))"
            " or json_extract(body, '$.need') in (select value from json_each(:needs)))",
            {"user": user, "needs": text_of(list(needs)), "before": before, "now": written(now)},
        )

    def leave_out(self, numbers: int) -> None:
        """Give so many numbers to nobody: they may have been given by a record that is lost."""
        (last,) = self.db.execute("select max(seq) from sqlite_sequence where name = 'inbox'").fetchone()
        self.db.execute("delete from sqlite_sequence where name = 'inbox'")
        self.db.execute("insert into sqlite_sequence values ('inbox', ?)", [(last or 0) + numbers])
