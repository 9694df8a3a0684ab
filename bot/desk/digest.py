"""What the advisors are told once a week: how the desk stands, and which corrections they have to decide on.

What it says is gathered when it leaves, by `show`.
"""

from bot.desk.ports import Desk
from bot.domain.message import Message, Topic


def tell_weekly(desk: Desk) -> bool:
    """Queue what is due this week and was not told; False when there is nothing.

    What was missed is told later on the same day, or not at all.
    """
    day = desk.rules.digest_due(desk.now())
    if day is None:
        return False
    with desk.store.unit() as unit:
        if not unit.outbox.put(Message(Topic.DIGEST, None, mark=day.isoformat()), desk.now()):
            return False
        if any(desk.rules.today(each.at) < day for each in unit.corrections.undecided()):
            unit.outbox.put(Message(Topic.LABELS_DUE, None, mark=day.isoformat()), desk.now())
    return True
