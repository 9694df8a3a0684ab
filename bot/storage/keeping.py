"""What is kept beside the cases, in SQLite: clocks, experts' wishes, and words for advisors only."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime

from sqlite_utils import Database

from bot.domain.availability import Availability
from bot.domain.clock import Clock, ClockKind
from bot.domain.opening_hours import OpeningHours
from bot.domain.private_words import About, Confidential, PrivateWords
from bot.storage.ports import Json
from bot.storage.rows import changed, first, moment, written


@dataclass(frozen=True)
class SqliteClocks:
    """`ports.Clocks` on one connection."""

    db: Database

    def set(self, clocks: Iterable[Clock]) -> None:
        """See the protocol."""
        for clock in clocks:
            row = {"introduction": clock.introduction, "kind": clock.kind, "due_at": written(clock.due_at)}
            changed(self.db, "insert or replace into clocks values (:introduction, :kind, :due_at)", row)

    def stop(self, introduction: str, kinds: Iterable[ClockKind]) -> None:
        """See the protocol."""
        for kind in kinds:
            sql = "delete from clocks where introduction = :introduction and kind = :kind"
            changed(self.db, sql, {"introduction": introduction, "kind": kind})

    def take(self, now: datetime) -> Clock | None:
        """See the protocol."""
        due = "select * from clocks where due_at <= :now order by due_at, rowid limit 1"
        row = first(self.db, due, {"now": written(now)})
        if row is None:
            return None
        clock = _clock(row)
        self.stop(clock.introduction, [clock.kind])
        return clock

    def next_due(self) -> datetime | None:
        """See the protocol."""
        row = first(self.db, "select min(due_at) as due_at from clocks", {})
        return moment(row["due_at"]) if row else None

    def of_introduction(self, introduction: str) -> Sequence[Clock]:
        """See the protocol."""
        sql = "select * from clocks where introduction = :introduction order by due_at, kind"
        return [_clock(row) for row in self.db.query(sql, {"introduction": introduction})]


@dataclass(frozen=True)
class SqliteAvailabilities:
    """`ports.Availabilities` on one connection."""

    db: Database

    def get(self, expert: str) -> Availability:
        """See the protocol."""
        row = first(self.db, "select * from availabilities where expert = :expert", {"expert": expert})
        return Availability(expert) if row is None else _availability(row)

    def save(self, availability: Availability) -> None:
        """See the protocol."""
        row = asdict(availability)
        row["paused_until"] = availability.paused_until and availability.paused_until.isoformat()
        row["hours"] = availability.hours and str(availability.hours)
        self.db.table("availabilities").upsert(row, pk="expert")

    def forget_account(self, user: str) -> None:
        """See the protocol."""
        changed(self.db, "update availabilities set deputy = null where deputy = :user", {"user": user})


@dataclass(frozen=True)
class SqlitePrivate:
    """`ports.Private` on one connection."""

    db: Database

    def add(self, words: PrivateWords) -> None:
        """See the protocol."""
        row = {**vars(words), "at": written(words.at), "words": words.words.for_advisors()}
        self.db.table("private_words").insert(row)

    def of_need(self, need: str) -> Sequence[PrivateWords]:
        """See the protocol."""
        return self._where("need = :value", need)

    def of_author(self, user: str) -> Sequence[PrivateWords]:
        """See the protocol."""
        return self._where("author = :value", user)

    def erase(self, user: str, stand_in: str, needs: Collection[str]) -> None:
        """See the protocol."""
        for need in needs:
            changed(self.db, "update private_words set words = '' where need = :need", {"need": need})
        sql = "update private_words set words = '', author = :stand_in where author = :user"
        changed(self.db, sql, {"user": user, "stand_in": stand_in})

    def _where(self, condition: str, value: str) -> Sequence[PrivateWords]:
        sql = f"select * from private_words where {condition} order by id"  # noqa: S608 - conditions are ours
        return [_private(row) for row in self.db.query(sql, {"value": value})]


def _clock(row: Json) -> Clock:
    return Clock(row["introduction"], ClockKind(row["kind"]), datetime.fromisoformat(row["due_at"]))


def _availability(row: Json) -> Availability:
    return Availability(
        expert=row["expert"],
        open_requests=row["open_requests"],
        paused_until=row["paused_until"] and date.fromisoformat(row["paused_until"]),
        deputy=row["deputy"],
        hours=row["hours"] and OpeningHours.parse(row["hours"]),
        at_once=None if row["at_once"] is None else bool(row["at_once"]),
        unanswered=row["unanswered"],
    )


def _private(row: Json) -> PrivateWords:
    return PrivateWords(
        at=datetime.fromisoformat(row["at"]),
        need=row["need"],
        introduction=row["introduction"],
        author=row["author"],
        about=About(row["about"]),
        words=Confidential(row["words"]),
        useful=None if row["useful"] is None else bool(row["useful"]),
    )
