"""The queue of needs in SQLite: piles, filters, pages and the search over words. Nothing is written here.

Only what indexes hold is read to count and to order, however long the needs are; texts are read for one page.
"""
# ruff: noqa: S608 - statements are put together from our own words; what people type is bound to them

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from sqlite_utils import Database

from bot.domain.case import Beside
from bot.domain.lifecycle import INTRODUCTION, NEED, NeedState
from bot.domain.people import Person
from bot.domain.queue import PAGE, Filters, Glance, Line, Page, Pile, are_alike, words_of
from bot.domain.triage import WENT_WELL
from bot.storage.ports import Json
from bot.storage.rows import first, moment, one, written

_OPEN: Final = ", ".join(f"'{state}'" for state, steps in NEED.items() if steps)
_OVER: Final = ", ".join(f"'{state}'" for state, steps in INTRODUCTION.items() if not steps)
_GOOD: Final = ", ".join(f"'{outcome}'" for outcome in sorted(WENT_WELL))

# What every pile is chosen from and ordered by; all of it stands in indexes.
_LINES: Final = """
    select n.id, n.rowid as number, n.language, n.state, n.asked_at, n.infrastructures,
        t.advisor, t.acted_at, t.snoozed_until, t.same_as,
        (select max(at) from events where need = n.id) as last_at,
        (select min(due_at) from introductions
            where need = n.id and state in ('approved', 'asked', 'with_advisor')) as due_at
    from needs n left join triage t on t.need = n.id
"""
# What a company has not agreed to only the advisor knows who wrote it down, as in `Need.may_be_read_by`.
_IS_OPEN: Final = f"n.state in ({_OPEN}) and (n.state != 'filed' or n.filed_by = :me)"
_WENT_WELL: Final = (
    "n.id in (select need from events where at >= :week_ago and (name in ('opened', 'accepted_by_hand', 'met')"
    f" or name = 'closed' and reason in ({_GOOD}))) and n.text != ''"
)

_AWAKE: Final = "(snoozed_until is null or snoozed_until <= :today)"
_INTRODUCTION: Final = "exists (select 1 from introductions i where i.need = lines.id and"
# The ball is with the advisors: the matcher broke; an advisor asks by hand; nobody fits and nothing is under way; and,
# until an advisor acts, the day of a snooze has come, the company answered, or all introductions are over. What a
# company took back by itself needs nobody; that it refused what an advisor proposed does.
_BALL: Final = f"""(
    state = 'asked'
    or {_INTRODUCTION} i.state = 'with_advisor')
    or state = 'unmatched' and not {_INTRODUCTION} i.state not in ({_OVER}))
        and not exists (select 1 from enquiries where need = lines.id and answered_at is null)
    or snoozed_until > coalesce(acted_at, '')
    or exists (select 1 from enquiries where need = lines.id and answered_at > coalesce(acted_at, ''))
    or last_at > coalesce(acted_at, '') and not {_INTRODUCTION} i.state not in ({_OVER}))
        and {_INTRODUCTION} (i.state != 'withdrawn' or i.suggested_by is not null))
)"""
_HOLDS: Final[Mapping[Pile, str]] = {
    Pile.NEW: f"{_AWAKE} and advisor is null and acted_at is null",
    Pile.WAITING: f"{_AWAKE} and (advisor is null or :me in (advisor, '')) and {_BALL}",
    Pile.BREAKS_TODAY: f"{_AWAKE} and due_at < :day_ends",
    Pile.STUCK: f"{_AWAKE} and last_at <= :stuck_since and not {_INTRODUCTION} i.state = 'postponed')",
    Pile.NO_MATCH: f"{_AWAKE} and state = 'unmatched'",
    Pile.MINE: "advisor = :me",
    Pile.ALL: "true",
    Pile.WENT_WELL: "true",
}
_ORDER: Final[Mapping[Pile, str]] = {
    Pile.NEW: "asked_at",
    Pile.WAITING: "coalesce(due_at, '9'), last_at",
    Pile.BREAKS_TODAY: "due_at",
    Pile.STUCK: "last_at",
    Pile.NO_MATCH: "asked_at",
    Pile.MINE: "coalesce(due_at, '9'), last_at",
    Pile.ALL: "asked_at desc",
    Pile.WENT_WELL: "last_at desc",
}
_FILTERS: Final = {
    "infrastructure": "(instr(' ' || n.infrastructures || ' ', ' ' || :infrastructure || ' ')"
    " or exists (select 1 from introductions where need = n.id"
    " and substr(entry, 1, length(:infrastructure) + 1) = :infrastructure || '/'))",
    "language": "n.language = :language",
    "state": "n.state = :state",
    "advisor": "coalesce(t.advisor, '') = :advisor",
    "asked_before": "n.asked_at <= :asked_before",
    "match": "n.rowid in (select rowid from needs_fts where needs_fts match :match)",
}

_TEXT_START: Final = 200
#: Long words say the most about what two needs share, and there are few of each.
_TELLING_WORDS: Final = 12
#: The best by words are compared in full.
_COMPARED: Final = 50


_AGREED: Final = "(n.filed_by is null or n.answer is not null or n.state = 'asked')"
_BESIDE: Final = "select n.id, n.text, n.state, n.asked_at from needs n"
_FOUND: Final = f"{_BESIDE} join needs_fts f on f.rowid = n.rowid where f.needs_fts match :match and {_AGREED}"


@dataclass(frozen=True)
class SqliteQueue:
    """`ports.Queue` on one connection."""

    db: Database

    def page(self, pile: Pile, filters: Filters, glance: Glance, offset: int) -> Page:
        """See the protocol."""
        values = _values(filters, glance)
        total = self._count((pile,), values)[pile]
        offset = max(0, min(offset, (total - 1) // PAGE * PAGE))
        sql = (
            f"with {_lines(pile, values)} select * from lines where {_HOLDS[pile]}"
            f" order by {_ORDER[pile]}, number limit {PAGE} offset {offset}"
        )
        return Page(tuple(self._line(row) for row in self.db.query(sql, values)), total, offset)

    def counts(self, filters: Filters, glance: Glance) -> Mapping[Pile, int]:
        """See the protocol."""
        values = _values(filters, glance)
        open_piles = [pile for pile in Pile if pile is not Pile.WENT_WELL]
        return {**self._count(open_piles, values), **self._count([Pile.WENT_WELL], values)}

    def search(self, words: str, limit: int) -> Sequence[Beside]:
        """See the protocol."""
        match = _beginnings(words)
        if not match:
            return []
        values = {"match": match, "id": words.strip().upper(), "limit": limit}
        named = self.db.query(f"{_BESIDE} where n.id = :id and n.text != '' and {_AGREED}", values)
        found = self.db.query(f"{_FOUND} and n.id != :id order by f.rowid desc limit :limit", values)
        return [_beside(row) for row in (*named, *found)][:limit]

    def near(self, need: str, limit: int) -> Sequence[Beside]:
        """See the protocol."""
        here = one(self.db, "select id, text, user from needs where id = :id", {"id": need})
        telling = sorted(words_of(here["text"]), key=len, reverse=True)[:_TELLING_WORDS]
        if not telling:
            return []
        values = {"match": " OR ".join(f'"{word}"' for word in telling), "user": here["user"]}
        sql = f"{_FOUND} and n.user != :user order by f.rank limit {_COMPARED}"
        rows = [row for row in self.db.query(sql, values) if are_alike(row["text"], here["text"])]
        return [_beside(row) for row in rows[:limit]]

    def _count(self, piles: Sequence[Pile], values: Json) -> Mapping[Pile, int]:
        """How many needs are in each of some piles, all of which are chosen from the same lines."""
        counted = ", ".join(f'count(*) filter (where {_HOLDS[pile]}) as "{pile}"' for pile in piles)
        row = first(self.db, f"with {_lines(piles[0], values)} select {counted} from lines", values) or {}
        return {Pile(name): n for name, n in row.items()}

    def _line(self, row: Json) -> Line:
        sql = f"select id, substr(text, 1, {_TEXT_START}) as start, team, user from needs where id = :id"
        words = one(self.db, sql, {"id": row["id"]})
        return Line(
            need=row["id"],
            text_start=words["start"],
            asker=Person(words["team"], words["user"]),
            language=row["language"],
            state=NeedState(row["state"]),
            advisor=row["advisor"],
            asked_at=datetime.fromisoformat(row["asked_at"]),
            last_at=datetime.fromisoformat(row["last_at"] or row["asked_at"]),
            due_at=moment(row["due_at"]),
            infrastructures=tuple(row["infrastructures"].split()),
            snoozed_until=row["snoozed_until"] and date.fromisoformat(row["snoozed_until"]),
            same_as=row["same_as"],
        )


def _lines(pile: Pile, values: Json) -> str:
    """The open needs that pass the filters, as a table of a query; for its own pile those that went well."""
    population = _WENT_WELL if pile is Pile.WENT_WELL else _IS_OPEN
    conditions = [population, *(sql for name, sql in _FILTERS.items() if name in values)]
    return f"lines as ({_LINES} where {' and '.join(conditions)})"


def _values(filters: Filters, glance: Glance) -> Json:
    """What the statements are bound to: the moment, and the filters that are set."""
    age = filters.older_than_days
    chosen = {
        "infrastructure": filters.infrastructure,
        "language": filters.language,
        "state": filters.state,
        "advisor": filters.advisor,
        "asked_before": None if age is None else written(glance.now - timedelta(days=age)),
        "match": _beginnings(filters.words) or None,
    }
    return {
        "me": glance.me,
        "today": glance.today.isoformat(),
        "day_ends": written(glance.day_ends),
        "stuck_since": written(glance.stuck_since),
        "week_ago": written(glance.week_ago),
        **{name: value for name, value in chosen.items() if value is not None},
    }


def _beginnings(words: str) -> str:
    """Words as people type them, as a question to the full-text index; nothing of them is its syntax."""
    return " ".join(f'"{word}"*' for word in words_of(words))


def _beside(row: Json) -> Beside:
    return Beside(row["id"], row["text"], NeedState(row["state"]), datetime.fromisoformat(row["asked_at"]))
