"""Who may post when, where Slack has asked to be left alone: those who wait stand in line, one a second.

Without a line all of them would try again together, and hold up those who write elsewhere.
"""

import threading
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

#: Slack takes one message a second in each channel; the rest is for a message that leaves a little late.
_GAP: Final = timedelta(seconds=1.1)


@dataclass
class _Line:
    """Those who wait for the same.

    Attributes:
        quiet_until: Slack has asked for nothing before.
        last: the last turn that was given.
        turns: when each message has its own.
    """

    quiet_until: datetime
    last: datetime | None = None
    turns: dict[int, datetime] = field(default_factory=dict)

    def join(self, parcel: int) -> datetime:
        """Stand at the end; when it is one's turn."""
        self.last = max(self.quiet_until, self.last + _GAP) if self.last else self.quiet_until
        self.turns[parcel] = self.last
        return self.last


class Pace:
    """The lines, by what shares a rate limit. Several threads may share one; a bot that starts again has none."""

    def __init__(self) -> None:
        self._lines: dict[str, _Line] = {}
        self._lock = threading.Lock()

    def turn(self, parcel: int, limited_by: str, now: datetime) -> datetime | None:
        """When a message may be posted; None when it may at once."""
        with self._lock:
            line = self._lines.get(limited_by)
            if line is None or max(line.quiet_until, line.last or now) < now:
                # Everybody's turn has come.
                self._lines.pop(limited_by, None)
                return None
            if line.quiet_until <= now and line.turns.get(parcel, now + _GAP) <= now:
                del line.turns[parcel]
                return None
            return line.join(parcel)

    def refused(self, parcel: int, limited_by: str, until: datetime) -> datetime:
        """Slack asked to be left alone; when the message that it refused may be posted."""
        with self._lock:
            line = self._lines.setdefault(limited_by, _Line(until))
            line.quiet_until = max(line.quiet_until, until)
            return line.join(parcel)
