"""Faults on order, and the limit on posting: the ways this Slack can refuse a call that is right in itself."""

import time
from dataclasses import dataclass
from typing import TypedDict

from bot.rehearsal.wire import RateLimitedError


class FaultOptions(TypedDict, total=False):
    """What `fault` takes beside the method and the number of times."""

    status: int
    error: str
    retry_after: int
    delay: float


@dataclass
class Fault:
    """The next `left` calls of a method (`*`: of any) are answered late, fail, or both."""

    method: str
    left: int
    status: int = 200
    error: str = ""
    retry_after: int | None = None
    delay: float = 0.0

    @property
    def fails(self) -> bool:
        """Whether the call is refused, and not only late."""
        return bool(self.error) or self.status != 200  # noqa: PLR2004 - the one status everybody knows

    @property
    def headers(self) -> dict[str, str]:
        """The headers of the refusal."""
        return {} if self.retry_after is None else {"Retry-After": str(self.retry_after)}


class Faults:
    """The faults still to come."""

    def __init__(self) -> None:
        self._faults: list[Fault] = []

    def order(self, fault: Fault) -> None:
        """Add one."""
        self._faults.append(fault)

    def next_for(self, method: str) -> Fault | None:
        """Take the first that fits this call."""
        for fault in self._faults:
            if fault.left and fault.method in (method, "*"):
                fault.left -= 1
                return fault
        return None


class PostingLimit:
    """Slack takes about one message a second in each channel; when on, more is answered with 429."""

    def __init__(self, *, on: bool) -> None:
        self._on = on
        self._last: dict[str, float] = {}

    def take(self, channel: str) -> None:
        """Count a message, or refuse it."""
        now = time.monotonic()
        if self._on and now - self._last.get(channel, float("-inf")) < 1:
            raise RateLimitedError(retry_after=1)
        self._last[channel] = now
