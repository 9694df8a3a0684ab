"""The clock of the demonstration: a Monday morning on which every campus is open, whenever it is played."""

import time
from datetime import UTC, datetime, timedelta

#: At ten in Stockholm. It lies in the past, so that what the bot looks for in the rehearsal Slack is never older.
_MONDAY = datetime(2024, 3, 4, 9, 0, tzinfo=UTC)


class PlayClock:
    """Goes on as time does."""

    def __init__(self) -> None:
        self._began = time.monotonic()

    def __call__(self) -> datetime:
        """The moment on the stage."""
        return _MONDAY + timedelta(seconds=time.monotonic() - self._began)
