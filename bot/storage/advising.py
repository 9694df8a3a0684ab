"""The advisors' side of needs in SQLite: triage, enquiries, corrections. The list of needs lives in `queue`."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from sqlite_utils import Database

from bot.domain.correction import Correction
from bot.domain.enquiry import Enquiry
from bot.domain.telling import UNDER_WAY
from bot.domain.triage import Outcome, Triage
from bot.storage.ports import Json
from bot.storage.rows import changed, first, inserted, moment, one, text_of, written

_UNDER_WAY: Final = ", ".join(f"'{state}'" for state in sorted(UNDER_WAY))


@dataclass(frozen=True)
class SqliteTriages:
    """`ports.Triages` on one connection."""

    db: Database

    def get(self, need: str) -> Triage:
        """See the protocol."""
        row = first(self.db, "select * from triage where need = :need", {"need": need})
        return Triage(need) if row is None else _triage(row)

    def save(self, triage: Triage, was: str | None) -> bool:
        """See the protocol."""
        row = {
            **vars(triage),
            "taken_at": triage.taken_at and written(triage.taken_at),
            "acted_at": triage.acted_at and written(triage.acted_at),
            "snoozed_until": triage.snoozed_until and triage.snoozed_until.isoformat(),
        }
        names, holes = ", ".join(row), ", ".join(f":{name}" for name in row)
        settings = ", ".join(f"{name} = excluded.{name}" for name in row if name != "need")
        sql = (
            f"insert into triage ({names}) values ({holes})"  # noqa: S608 - names are ours
            f" on conflict (need) do update set {settings} where advisor is :was"
        )
        return changed(self.db, sql, {**row, "was": was}) == 1

    def held(self) -> Sequence[Triage]:
        """See the protocol."""
        sql = (
            "select t.* from triage t join needs n on n.id = t.need"  # noqa: S608 - states are ours
            f" where t.advisor is not null and n.state in ({_UNDER_WAY}) order by n.rowid"
        )
        return [_triage(row) for row in self.db.query(sql)]

    def acted(self, need: str, now: datetime) -> None:
        """See the protocol."""
        sql = (
            "insert into triage (need, acted_at) values (:need, :now)"
            " on conflict (need) do update set acted_at = excluded.acted_at"
        )
        changed(self.db, sql, {"need": need, "now": written(now)})

    def linked_to(self, need: str) -> Sequence[str]:
        """See the protocol."""
        rows = self.db.query("select need from triage where same_as = :need order by rowid", {"need": need})
        return [row["need"] for row in rows]

    def forget_account(self, user: str) -> None:
        """See the protocol."""
        changed(self.db, "update triage set advisor = null, taken_at = null where advisor = :user", {"user": user})


@dataclass(frozen=True)
class SqliteEnquiries:
    """`ports.Enquiries` on one connection."""

    db: Database

    def add(self, enquiry: Enquiry) -> bool:
        """See the protocol."""
        if self.open_of(enquiry.need) is not None:
            return False
        self.db.table("enquiries").insert({**vars(enquiry), "asked_at": written(enquiry.asked_at)})
        return True

    def open_of(self, need: str) -> Enquiry | None:
        """See the protocol."""
        row = first(self.db, "select * from enquiries where need = :need and answered_at is null", {"need": need})
        return None if row is None else _enquiry(row)

    def of_need(self, need: str) -> Sequence[Enquiry]:
        """See the protocol."""
        rows = self.db.query("select * from enquiries where need = :need order by id", {"need": need})
        return [_enquiry(row) for row in rows]

    def answer(self, need: str, text: str, now: datetime) -> bool:
        """See the protocol."""
        sql = "update enquiries set answer = :text, answered_at = :now where need = :need and answered_at is null"
        return changed(self.db, sql, {"need": need, "text": text, "now": written(now)}) == 1

    def erase(self, user: str, stand_in: str, needs: Collection[str]) -> None:
        """See the protocol."""
        for need in needs:
            sql = (
                "update enquiries set question = '', answer = '', answered_at = coalesce(answered_at, asked_at)"
                " where need = :need"
            )
            changed(self.db, sql, {"need": need})
        sql = "update enquiries set asked_by = :stand_in where asked_by = :user"
        changed(self.db, sql, {"user": user, "stand_in": stand_in})


@dataclass(frozen=True)
class SqliteCorrections:
    """`ports.Corrections` on one connection."""

    db: Database

    def add(self, correction: Correction) -> bool:
        """See the protocol."""
        row = {
            **vars(correction),
            "at": written(correction.at),
            "before": text_of(correction.before),
            "after": text_of(correction.after),
            "decided_at": correction.decided_at and written(correction.decided_at),
        }
        return inserted(self.db, "corrections", row, unique="id")

    def get(self, correction: str) -> Correction:
        """See the protocol."""
        return _correction(one(self.db, "select * from corrections where id = :id", {"id": correction}))

    def of_need(self, need: str) -> Sequence[Correction]:
        """See the protocol."""
        return self._where("need = :value", need)

    def undecided(self) -> Sequence[Correction]:
        """See the protocol."""
        return self._where("approved is :value", None)

    def approved(self) -> Sequence[Correction]:
        """See the protocol."""
        return self._where("approved = :value", 1)

    def decide(self, correction: str, user: str, now: datetime, *, approved: bool) -> bool:
        """See the protocol."""
        sql = (
            "update corrections set approved = :approved, decided_by = :user, decided_at = :now"
            " where id = :id and approved is null"
        )
        values = {"id": correction, "user": user, "approved": int(approved), "now": written(now)}
        return changed(self.db, sql, values) == 1

    def erase(self, user: str, stand_in: str, needs: Collection[str]) -> None:
        """See the protocol."""
        for need in needs:
            changed(self.db, "update corrections set reason = '', approved = 0 where need = :need", {"need": need})
        for column in ("advisor", "decided_by"):
            sql = f"update corrections set {column} = :stand_in where {column} = :user"  # noqa: S608 - as above
            changed(self.db, sql, {"user": user, "stand_in": stand_in})

    def _where(self, condition: str, value: str | int | None) -> Sequence[Correction]:
        sql = f"select * from corrections where {condition} order by at, rowid"  # noqa: S608 - as above
        return [_correction(row) for row in self.db.query(sql, {"value": value})]


def _triage(row: Json) -> Triage:
    return Triage(
        need=row["need"],
        advisor=row["advisor"],
        taken_at=moment(row["taken_at"]),
        acted_at=moment(row["acted_at"]),
        snoozed_until=row["snoozed_until"] and date.fromisoformat(row["snoozed_until"]),
        outcome=row["outcome"] and Outcome(row["outcome"]),
        same_as=row["same_as"],
    )


def _enquiry(row: Json) -> Enquiry:
    return Enquiry(
        need=row["need"],
        asked_by=row["asked_by"],
        asked_at=datetime.fromisoformat(row["asked_at"]),
        question=row["question"],
        answer=row["answer"],
        answered_at=moment(row["answered_at"]),
    )


def _correction(row: Json) -> Correction:
    return Correction(
        **{
            **row,
            "at": datetime.fromisoformat(row["at"]),
            "before": tuple(json.loads(row["before"])),
            "after": tuple(json.loads(row["after"])),
            "approved": None if row["approved"] is None else bool(row["approved"]),
            "decided_at": moment(row["decided_at"]),
        }
    )
