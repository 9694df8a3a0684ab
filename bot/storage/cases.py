"""Needs, events and contacts in SQLite. Introductions live in `introductions`, queues in `inbox` and `outbox`."""

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlite_utils import Database

from bot.domain.event import Event
from bot.domain.lifecycle import NeedState
from bot.domain.need import Door, Need, Place
from bot.domain.people import Contact, Person
from bot.storage.ports import Json
from bot.storage.rows import changed, first, inserted, one, stepped, text_of, written
from matcher.answer import Answer


@dataclass(frozen=True)
class SqliteNeeds:
    """`ports.Needs` on one connection."""

    db: Database

    def add(self, need: Need) -> bool:
        """See the protocol."""
        return inserted(self.db, "needs", _need_row(need), unique="id")

    def get(self, need: str) -> Need:
        """See the protocol."""
        return _need(one(self.db, "select * from needs where id = :id", {"id": need}))

    def save(self, need: Need, was: str) -> bool:
        """See the protocol."""
        return stepped(self.db, "needs", _need_row(need), {"state": was})

    def latest_in_thread(self, channel: str, thread: str, user: str) -> Need | None:
        """See the protocol."""
        row = first(
            self.db,
            "select * from needs where channel = :channel and thread = :thread and user = :user"
            " order by asked_at desc, rowid desc limit 1",
            {"channel": channel, "thread": thread, "user": user},
        )
        return None if row is None else _need(row)

    def of_asker(self, user: str) -> Sequence[Need]:
        """See the protocol."""
        rows = self.db.query("select * from needs where user = :user order by asked_at, rowid", {"user": user})
        return [_need(row) for row in rows]

    def erase(self, user: str, stand_in: str) -> Sequence[str]:
        """See the protocol."""
        needs = [need.id for need in self.of_asker(user)]
        changed(
            self.db,
            "update needs set text = '', answer = null, infrastructures = '', team = '', user = :stand_in,"
            " channel = '', thread = null where user = :user",
            {"user": user, "stand_in": stand_in},
        )
        changed(
            self.db,
            "update needs set filed_by = :stand_in where filed_by = :user",
            {"user": user, "stand_in": stand_in},
        )
        # What a full-text index forgets it keeps on disk until its pieces are put together.
        self.db.execute("insert into needs_fts (needs_fts) values ('optimize')")
        return needs


@dataclass(frozen=True)
class SqliteEvents:
    """`ports.Events` on one connection."""

    db: Database

    def add(self, events: Iterable[Event]) -> None:
        """See the protocol."""
        rows = [{**vars(e), "at": written(e.at), "kept": text_of(dict(e.kept))} for e in events]
        self.db.table("events").insert_all(rows)

    def of_need(self, need: str) -> Sequence[Event]:
        """See the protocol."""
        rows = self.db.query(
            "select at, need, introduction, actor, name, reason, kept from events where need = :need order by id",
            {"need": need},
        )
        return [Event(**{**r, "at": datetime.fromisoformat(r["at"]), "kept": json.loads(r["kept"])}) for r in rows]

    def erase(self, user: str, stand_in: str, needs: Collection[str]) -> None:
        """See the protocol."""
        for need in needs:
            changed(self.db, "update events set kept = '{}' where need = :need", {"need": need})
        changed(
            self.db, "update events set actor = :stand_in where actor = :user", {"user": user, "stand_in": stand_in}
        )


@dataclass(frozen=True)
class SqliteContacts:
    """`ports.Contacts` on one connection."""

    db: Database

    def link(self, contact: Contact) -> None:
        """See the protocol."""
        self.db.table("contacts").upsert(asdict(contact), pk="expert")

    def unlink(self, expert: str) -> bool:
        """See the protocol."""
        return changed(self.db, "delete from contacts where expert = :expert", {"expert": expert}) == 1

    def get(self, expert: str) -> Contact | None:
        """See the protocol."""
        row = first(self.db, "select * from contacts where expert = :expert", {"expert": expert})
        return None if row is None else Contact(**row)

    def all(self) -> Sequence[Contact]:
        """See the protocol."""
        return [Contact(**row) for row in self.db.query("select * from contacts order by expert")]

    def forget_account(self, user: str) -> None:
        """See the protocol."""
        changed(self.db, "delete from contacts where slack = :user", {"user": user})


def _need_row(need: Need) -> Json:
    return {
        "id": need.id,
        "team": need.asker.team,
        "user": need.asker.user,
        "text": need.text,
        "door": need.door,
        "channel": need.place.channel,
        "thread": need.place.thread,
        "private": int(need.place.private),
        "asked_at": written(need.asked_at),
        "language": need.language,
        "state": need.state,
        "answer": None if need.answer is None else text_of(need.answer.to_json()),
        "filed_by": need.filed_by,
        "infrastructures": " ".join(need.infrastructures),
    }


def _need(row: Json) -> Need:
    return Need(
        id=row["id"],
        asker=Person(row["team"], row["user"]),
        text=row["text"],
        door=Door(row["door"]),
        place=Place(row["channel"], row["thread"], bool(row["private"])),
        asked_at=datetime.fromisoformat(row["asked_at"]),
        language=row["language"],
        state=NeedState(row["state"]),
        answer=None if row["answer"] is None else Answer.from_json(json.loads(row["answer"])),
        filed_by=row["filed_by"],
    )
