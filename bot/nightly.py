"""The daily backup: when it is due, once a day also across restarts. How the record is copied is `storage.backup`'s."""

import logging
from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from bot.storage.backup import Backups, NotCopied

log = logging.getLogger(__name__)

#: By then the day before is over, nobody is at work, and no change of the clocks skips it.
_HOUR: Final = time(3)
_AFTER_A_FAULT: Final = timedelta(hours=1)


class Nightly:
    """Makes a backup once the campus's clocks have passed the hour; what was missed is made up for at the next start.

    Which days have one can be seen from the copies themselves.
    """

    def __init__(self, backups: Backups, zone: ZoneInfo, now: Callable[[], datetime]) -> None:
        self._backups, self._zone, self._now = backups, zone, now
        self._look_at = datetime.min.replace(tzinfo=UTC)

    def back_up(self) -> bool:
        """Make the backup if one is due, and say whether; a fault is logged, and it is tried again an hour later."""
        now = self._now()
        if now < self._look_at:
            return False
        due, self._look_at = self._hours_around(now)
        try:
            newest = self._backups.newest()
            if newest is not None and newest >= due:
                return False
            log.info("backed up: %s", self._backups.make(now))
        except (NotCopied, OSError):
            log.exception("NO BACKUP: the record could not be copied")
            self._look_at = now + _AFTER_A_FAULT
            return False
        return True

    def _hours_around(self, now: datetime) -> tuple[datetime, datetime]:
        """The last time that the hour came, and the next."""
        today = datetime.combine(now.astimezone(self._zone).date(), _HOUR, self._zone)
        return (today, today + timedelta(days=1)) if today <= now else (today - timedelta(days=1), today)
