"""The whole record as rows, for who looks after the server: read from the views, which `views` describes."""

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlite_utils import Database

from bot.domain.clock import ClockKind
from bot.storage.ports import Json
from bot.storage.rows import written

#: Columns of `rows` that hold words of companies.
WORDS: Final = ("need_text", "introduction_brief", "introduction_company")
#: Stands where an advisor would for needs that nobody has taken.
NOBODY: Final = "nobody"


@dataclass(frozen=True)
class SqliteRecord:
    """What is on record, in the order in which it was asked. Nothing is left out, and nothing is changed."""

    db: Database

    def needs(
        self,
        states: Collection[str] | None = None,
        advisor: str | None = None,
        since: datetime | None = None,
    ) -> list[Json]:
        """Needs in one of some states, taken by somebody or NOBODY, asked since a moment; None narrows nothing."""
        sql = (
            "select * from need_cases"
            " where (:states is null or state in (select value from json_each(:states)))"
            " and (:advisor is null or coalesce(advisor, :nobody) = :advisor)"
            " and (:since is null or asked_at >= :since) order by asked_at, number"
        )
        values = {
            "states": None if states is None else json.dumps(list(states)),
            "advisor": advisor,
            "nobody": NOBODY,
            "since": since and written(since),
        }
        return list(self.db.query(sql, values))

    def columns(self) -> list[str]:
        """The keys of every one of `rows`."""
        return [*_named("need", self._none("need_cases")), *_named("introduction", self._no_introduction())]

    def rows(self) -> Iterator[Json]:
        """A row for each introduction with its need, and one for each need without any."""
        introductions: dict[str, list[Json]] = {}
        for row in self.db.query("select * from introduction_times order by created_at, id"):
            introductions.setdefault(row["need"], []).append(_with_clocks(row))
        for need in self.needs():
            for introduction in introductions.get(need["id"], [self._no_introduction()]):
                yield {**_named("need", need), **_named("introduction", introduction)}

    def _no_introduction(self) -> Json:
        return _with_clocks({**self._none("introduction_times"), "clocks": "{}"})

    def _none(self, view: str) -> Json:
        return dict.fromkeys(column.name for column in self.db.view(view).columns)


def _with_clocks(introduction: Json) -> Json:
    """A column for each kind of clock, with when it rings, in place of all in one."""
    row = dict(introduction)
    clocks = json.loads(row.pop("clocks"))
    return {**row, **{f"clock_{kind}": clocks.get(kind) for kind in ClockKind}}


def _named(what: str, row: Json) -> Json:
    return {f"{what}_{column}": value for column, value in row.items()}
