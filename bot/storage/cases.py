"""Needs, introductions, events and contacts in SQLite. Queues live in `queues`."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlite_utils import Database

from bot.domain.event import Event
from bot.domain.introduction import Introduction
from bot.domain.lifecycle import IntroductionState, NeedState
from bot.domain.need import Door, Need, Place
from bot.domain.people import Contact, Person, Reach
from bot.storage.ports import Json
from bot.storage.rows import changed, first, inserted, stepped, written
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
        return _need(_one(self.db, "select * from needs where id = :id", {"id": need}))

    def save(self, need: Need, was: str) -> bool:
        """See the protocol."""
        return stepped(self.db, "needs", _need_row(need), was)

    def latest_in_thread(self, channel: str, thread: str, user: str) -> Need | None:
        """See the protocol."""
        row = first(
            self.db,
            "select * from needs where channel = :channel and thread = :thread and user = :user"
            " order by asked_at desc, rowid desc limit 1",
            {"channel": channel, "thread": thread, "user": user},
        )
        return None if row is None else _need(row)


@dataclass(frozen=True)
class SqliteIntroductions:
    """`ports.Introductions` on one connection."""

    db: Database

    def add(self, introduction: Introduction) -> bool:
        """See the protocol."""
        return inserted(self.db, "introductions", _introduction_row(introduction), unique="id")

    def get(self, introduction: str) -> Introduction:
        """See the protocol."""
        return _introduction(_one(self.db, "select * from introductions where id = :id", {"id": introduction}))

    def of_need(self, need: str) -> Sequence[Introduction]:
        """See the protocol."""
        rows = self.db.query("select * from introductions where need = :need order by approved_at, id", {"need": need})
        return [_introduction(row) for row in rows]

    def save(self, introduction: Introduction, was: str) -> bool:
        """See the protocol."""
        return stepped(self.db, "introductions", _introduction_row(introduction), was)

    def count_by_advisor(self) -> Mapping[str, int]:
        """See the protocol."""
        rows = self.db.query(
            "select advisor, count(*) as n from introductions where advisor is not null group by advisor"
        )
        return {row["advisor"]: row["n"] for row in rows}


@dataclass(frozen=True)
class SqliteEvents:
    """`ports.Events` on one connection."""

    db: Database

    def add(self, events: Iterable[Event]) -> None:
        """See the protocol."""
        rows = [{**vars(e), "at": written(e.at), "kept": json.dumps(dict(e.kept))} for e in events]
        self.db.table("events").insert_all(rows)

    def of_need(self, need: str) -> Sequence[Event]:
        """See the protocol."""
        rows = self.db.query(
            "select at, need, introduction, actor, name, reason, kept from events where need = :need order by id",
            {"need": need},
        )
        return [Event(**{**r, "at": datetime.fromisoformat(r["at"]), "kept": json.loads(r["kept"])}) for r in rows]


@dataclass(frozen=True)
class SqliteContacts:
    """`ports.Contacts` on one connection."""

    db: Database

    def link(self, contact: Contact) -> None:
        """See the protocol."""
        known = {k: v for k, v in asdict(contact).items() if v is not None}
        self.db.table("contacts").upsert(known, pk="expert")

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


def _one(db: Database, sql: str, values: Json) -> Json:
    row = first(db, sql, values)
    if row is None:
        raise KeyError(values["id"])
    return row


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
        "answer": None if need.answer is None else json.dumps(need.answer.to_json(), ensure_ascii=False),
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
    )


def _introduction_row(introduction: Introduction) -> Json:
    row = asdict(introduction)
    thread = row.pop("thread") or (None, None)
    return {
        **row,
        "approved_at": written(introduction.approved_at),
        "channel": thread[0],
        "ts": thread[1],
    }


def _introduction(row: Json) -> Introduction:
    known = dict(row)
    channel, ts = known.pop("channel"), known.pop("ts")
    return Introduction(
        **{
            **known,
            "approved_at": datetime.fromisoformat(row["approved_at"]),
            "state": IntroductionState(row["state"]),
            "hurdle": None if row["hurdle"] is None else Reach(row["hurdle"]),
            "thread": None if channel is None else (channel, ts),
        }
    )
