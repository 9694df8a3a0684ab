"""Queues as advisors see them, at noon on the campus of wood workers and dyers."""

from datetime import timedelta
from typing import Any

from bot.domain.lifecycle import NeedState
from bot.domain.people import Person
from bot.domain.queue import PAGE, Filters, Line, Page, Pile
from bot.slack.views.desk.look import Look
from bot.slack.views.desk.queue import Queue
from tests.slack.answers import HOSTILE, NOON

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
COUNTS = dict(zip(Pile, (3, 23, 1, 0, 2, 4, 40, 5), strict=True))
EVERY_FILTER = Filters("timber-workshop", "sv", NeedState.UNMATCHED, "U0ADVISOR", 5, "oak")


def a_line(need: str = "N7", **more: Any) -> Line:
    """A need of three days ago that nobody has taken."""
    known = {
        "text_start": "Forty chair backs in oak",
        "asker": Person("T0HOME", "U0COMPANY"),
        "language": "en",
        "state": NeedState.MATCHED,
        "advisor": None,
        "asked_at": NOON - 3 * DAY,
        "last_at": NOON - HOUR,
        "due_at": None,
        "infrastructures": ("timber-workshop",),
        "snoozed_until": None,
        "same_as": None,
        **more,
    }
    return Line(need, **known)


def a_queue(*lines: Line, pile: Pile = Pile.WAITING, look: Look | None = None, **page: int) -> Queue:
    """These lines as the page of a pile; by themselves they are all of it."""
    shown = Page(lines, **{"total": len(lines), "offset": 0, **page})
    return Queue("U0ADVISOR", look or Look(pile), pile, COUNTS, shown)


def the_fullest_queue() -> Queue:
    """A page in the middle of very many needs, of which each says all that a line can say, in hostile words."""
    line = a_line(
        text_start=(HOSTILE + " ") * 4,
        language="other",
        advisor="U0EXPERT",
        asked_at=NOON - 400 * DAY,
        last_at=NOON - 300 * DAY,
        due_at=NOON - 200 * DAY,
        infrastructures=("timber-workshop", "gone", "dye-garden"),
        snoozed_until=(NOON + 400 * DAY).date(),
        same_as="N3",
    )
    filters = Filters("x" * 150, "other", NeedState.UNCLEAR, "U0ADVISOR", 3650, (HOSTILE * 10)[:200])
    return a_queue(*[line] * PAGE, look=Look(Pile.WAITING, filters, 2500), total=5000, offset=2500)
