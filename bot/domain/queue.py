"""The queue of needs as advisors see it: its piles, filters, lines and pages. Finding them is `storage`'s."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Final

from bot.domain.clock import Rules
from bot.domain.lifecycle import NeedState
from bot.domain.people import Person
from matcher.answer import Language

#: How many needs stand on a page.
PAGE: Final = 10

#: Stands in `Filters.advisor` for needs that nobody has taken.
NOBODY: Final = ""

#: How far back the good news of `Pile.WENT_WELL` goes.
_A_WEEK: Final = timedelta(days=7)
#: From this share of words in common two needs are near duplicates.
_ALIKE: Final = 0.5


class Pile(StrEnum):
    """A view of the queue. Snoozed needs are hidden from all but MINE, ALL and WENT_WELL until their day."""

    NEW = "new"  #: nobody has taken it, and no advisor has acted since it came or was given back
    WAITING = "waiting"  #: taken by whoever looks or by nobody, and the ball is with the advisors
    BREAKS_TODAY = "breaks_today"  #: a promise ends today, or has ended
    STUCK = "stuck"  #: nothing has happened for too many working days
    NO_MATCH = "no_match"  #: nobody here fits
    MINE = "mine"
    ALL = "all"  #: every open need
    WENT_WELL = "went_well"  #: introduced, met or helped within a week, open or not; for the digest


@dataclass(frozen=True)
class Filters:
    """What narrows a pile; None, and no words, narrow nothing.

    Attributes:
        infrastructure: an id of the catalogue, among the first matches or the introductions.
        advisor: who has taken it; NOBODY for what is free.
        older_than_days: asked at least so many days ago.
        words: beginnings of words that the need holds, all of them.
    """

    infrastructure: str | None = None
    language: Language | None = None
    state: NeedState | None = None
    advisor: str | None = None
    older_than_days: int | None = None
    words: str = ""


@dataclass(frozen=True)
class Line:
    """A need in the queue.

    Attributes:
        text_start: the first characters of its words, at most 200.
        advisor: who has taken it.
        last_at: when anything last happened.
        due_at: the next promise to the company that is not kept yet.
        infrastructures: of the first matches, best first.
    """

    need: str
    text_start: str
    asker: Person
    language: Language
    state: NeedState
    advisor: str | None
    asked_at: datetime
    last_at: datetime
    due_at: datetime | None
    infrastructures: tuple[str, ...]
    snoozed_until: date | None
    same_as: str | None


@dataclass(frozen=True)
class Page:
    """Some lines of a pile; `total` counts all of it."""

    lines: tuple[Line, ...]
    total: int
    offset: int


@dataclass(frozen=True)
class Glance:
    """Who looks, and what "today" and "stuck" mean at that moment.

    Attributes:
        me: the advisor's Slack account; empty for the advisors together, for whom what any of them has waits.
        day_ends: what is promised before is promised for today.
        stuck_since: where nothing has happened since then, nothing moves.
        week_ago: since when things that went well are told.
    """

    me: str
    now: datetime
    today: date
    day_ends: datetime
    stuck_since: datetime
    week_ago: datetime


def glance(rules: Rules, me: str, now: datetime) -> Glance:
    """What an advisor who looks at a moment is to see as due and as stuck."""
    today = rules.today(now)
    day_ends = datetime.combine(today + timedelta(days=1), time(), rules.campus.zone)
    return Glance(me, now, today, day_ends, rules.campus.ago(now, rules.stuck_days), now - _A_WEEK)


def words_of(text: str) -> list[str]:
    """The words and numbers of a text in order, each once, in small letters."""
    return list(dict.fromkeys(re.findall(r"\w+", text.lower())))


def are_alike(one: str, other: str) -> bool:
    """Whether two needs share most of their words."""
    here, there = set(words_of(one)), set(words_of(other))
    return bool(here) and len(here & there) >= _ALIKE * len(here | there)
