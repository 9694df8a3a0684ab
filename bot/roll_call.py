"""The daily look at who is an advisor still: Slack tells of whoever leaves, but not while the bot is down.

Nor does it tell of an account that is closed. What follows is `desk.leave`'s.
"""

from datetime import date

from bot.desk import leave
from bot.desk.ports import Desk


class RollCall:
    """Has the desk look once at each start, and then once on each of the campus's days."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._called: date | None = None

    def call(self) -> bool:
        """Have it look if that is due, and say whether."""
        now = self._desk.now()
        today = self._desk.rules.today(now)
        if today == self._called:
            return False
        with self._desk.store.unit() as unit:
            unit.inbox.write(f"{leave.KIND}:{now.isoformat()}", leave.KIND, {}, now)
        self._called = today
        return True
