"""Introductions in SQLite. The needs they belong to live in `cases`."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime

from sqlite_utils import Database

from bot.domain.card import Card
from bot.domain.introduction import ByHand, Decline, Introduction, Wait
from bot.domain.lifecycle import INTRODUCTION, IntroductionState
from bot.domain.people import Hurdle, Reach, Side
from bot.storage.ports import Json
from bot.storage.rows import changed, inserted, moment, one, stepped, text_of, written

_OVER = ", ".join(f"'{state}'" for state, steps in INTRODUCTION.items() if not steps)


@dataclass(frozen=True)
class SqliteIntroductions:
    """`ports.Introductions` on one connection."""

    db: Database

    def add(self, introduction: Introduction) -> bool:
        """See the protocol."""
        return inserted(self.db, "introductions", _row(introduction), unique="id")

    def get(self, introduction: str) -> Introduction:
        """See the protocol."""
        return _introduction(one(self.db, "select * from introductions where id = :id", {"id": introduction}))

    def of_need(self, need: str) -> Sequence[Introduction]:
        """See the protocol."""
        return self._where("need = :value", need)

    def of_expert(self, user: str) -> Sequence[Introduction]:
        """See the protocol."""
        return self._where("expert_user = :value", user)

    def waiting(self) -> Sequence[Introduction]:
        """See the protocol."""
        return self._where("state = 'approved' and (waits is null or waits != :value)", Wait.NEXT)

    def save(self, introduction: Introduction, was: str) -> bool:
        """See the protocol."""
        before = {"state": was, "step": introduction.step - 1}
        return stepped(self.db, "introductions", _row(introduction), before)

    def accompany(self, introduction: str, advisor: str) -> None:
        """See the protocol."""
        values = {"id": introduction, "advisor": advisor}
        changed(self.db, "update introductions set advisor = :advisor where id = :id", values)

    def open_requests(self) -> Mapping[str, int]:
        """See the protocol."""
        rows = self.db.query(
            "select expert_user, count(*) as n from introductions where state = 'asked' group by expert_user"
        )
        return {row["expert_user"]: row["n"] for row in rows}

    def count_by_advisor(self) -> Mapping[str, int]:
        """See the protocol."""
        going_on = f"advisor is not null and state not in ({_OVER})"
        sql = f"select advisor, count(*) as n from introductions where {going_on} group by advisor"  # noqa: S608 - states are ours
        return {row["advisor"]: row["n"] for row in self.db.query(sql)}

    def erase(self, needs: Collection[str]) -> None:
        """See the protocol."""
        for introduction in [each for need in needs for each in self.of_need(need)]:
            if introduction.card is not None:
                card = replace(introduction.card, brief="", company=None, why=())
                values = {"id": introduction.id, "card": text_of(card.to_json())}
                changed(self.db, "update introductions set card = :card where id = :id", values)

    def forget_account(self, user: str, stand_in: str) -> None:
        """See the protocol."""
        sql = "update introductions set suggested_by = :stand_in where suggested_by = :user"
        changed(self.db, sql, {"user": user, "stand_in": stand_in})
        changed(self.db, "update introductions set expert_user = null where expert_user = :user", {"user": user})
        changed(self.db, "update introductions set advisor = null where advisor = :user", {"user": user})

    def _where(self, condition: str, value: str) -> Sequence[Introduction]:
        sql = f"select * from introductions where {condition} order by created_at, rowid"  # noqa: S608 - as above
        return [_introduction(row) for row in self.db.query(sql, {"value": value})]


def _row(introduction: Introduction) -> Json:
    row = asdict(introduction)
    thread = row.pop("thread") or (None, None)
    hurdle = introduction.hurdle
    return {
        **row,
        "card": None if introduction.card is None else text_of(introduction.card.to_json()),
        "created_at": written(introduction.created_at),
        "waits_until": introduction.waits_until and written(introduction.waits_until),
        "due_at": introduction.due_at and written(introduction.due_at),
        "not_before": introduction.not_before and introduction.not_before.isoformat(),
        "hurdle": hurdle and hurdle.reach,
        "hurdle_of": hurdle and hurdle.whose,
        "channel": thread[0],
        "ts": thread[1],
    }


def _introduction(row: Json) -> Introduction:
    same = ("id", "need", "entry", "step", "expert", "expert_user", "advisor", "proposed_by", "suggested_by")
    return Introduction(
        **{name: row[name] for name in same},
        card=None if row["card"] is None else Card.from_json(json.loads(row["card"])),
        created_at=datetime.fromisoformat(row["created_at"]),
        state=IntroductionState(row["state"]),
        waits=row["waits"] and Wait(row["waits"]),
        waits_until=moment(row["waits_until"]),
        due_at=moment(row["due_at"]),
        not_before=row["not_before"] and date.fromisoformat(row["not_before"]),
        decline=row["decline"] and Decline(row["decline"]),
        by_hand=row["by_hand"] and ByHand(row["by_hand"]),
        hurdle=row["hurdle"] and Hurdle(Side(row["hurdle_of"]), Reach(row["hurdle"])),
        thread=row["channel"] and (row["channel"], row["ts"]),
    )
