"""What the advisors are told once a week: how the desk stands, and which corrections they have to decide on.

What it says is gathered when it leaves, by `show`.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from bot.desk.ports import Desk
from bot.domain.message import Message, Topic
from bot.storage.ports import Unit

_ANY_DIGEST: Final = Message(Topic.DIGEST, None).key


def tell_weekly(desk: Desk) -> bool:
    """Queue what is due this week and was not told; False when there is nothing.

    What was missed is told as soon as may be, and of several weeks only the last.
    """
    now = desk.now()
    with desk.store.reading() as unit:
        due = [each for each in _due(desk, unit, now) if not unit.outbox.has(each.key)]
    if not due:
        return False
    with desk.store.unit() as unit:
        told = [unit.outbox.put(each, now) for each in due]
    return any(told)


def _due(desk: Desk, unit: Unit, now: datetime) -> Iterator[Message]:
    day = desk.rules.digest_due(now)
    # A bot that starts for the first time in the middle of a week has missed no digest.
    if day is not None and (day == desk.rules.today(now) or unit.outbox.has(_ANY_DIGEST)):
        yield Message(Topic.DIGEST, None, mark=day.isoformat())
    # Also without a digest: what nobody is shown never becomes a label.
    day = desk.rules.labels_due(now)
    if any(desk.rules.today(each.at) < day for each in unit.corrections.undecided()):
        yield Message(Topic.LABELS_DUE, None, mark=day.isoformat())
