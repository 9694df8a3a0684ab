"""How an expert wants to be asked: at most how often, not while away, within which hours, and who stands in."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from bot.domain.opening_hours import OpeningHours

#: Two at a time: an expert does this beside their work.
OPEN_REQUESTS: Final = 2
#: After so many requests without an answer, something is wrong that a further request does not mend.
UNANSWERED_IN_A_ROW: Final = 3


@dataclass(frozen=True)
class Availability:
    """One expert's wishes, and how many of their last requests stayed without an answer.

    Attributes:
        open_requests: how many requests may wait for their answer at a time.
        paused_until: the first day on which they may be asked again.
        deputy: who is asked when they cannot be: the id of another expert, or a Slack account.
        hours: when they may be written to; None for the campus's own hours.
        at_once: whether they want to be introduced without being asked; None for what the catalogue says.
        unanswered: requests in a row that ended without any answer.
    """

    expert: str
    open_requests: int = OPEN_REQUESTS
    paused_until: date | None = None
    deputy: str | None = None
    hours: OpeningHours | None = None
    at_once: bool | None = None
    unanswered: int = 0

    def __post_init__(self) -> None:
        if self.open_requests < 1:
            raise ValueError(f"found {self.open_requests} open requests, wanted at least 1; pausing means none")

    def is_away(self, today: date) -> bool:
        """Whether they have paused."""
        return self.paused_until is not None and today < self.paused_until

    def left_unanswered(self) -> "Availability":
        """One more request without an answer."""
        return replace(self, unanswered=self.unanswered + 1)

    def answered(self) -> "Availability":
        """They answered, whatever the answer was."""
        return replace(self, unanswered=0)

    def within(self, other: "Availability") -> "Availability":
        """These wishes, as far as another's of the same person allow: away for as long, with no more room."""
        away = [each.paused_until for each in (self, other) if each.paused_until is not None]
        room = min(self.open_requests, other.open_requests)
        return replace(self, open_requests=room, paused_until=max(away, default=None))

    @property
    def should_be_asked_how(self) -> bool:
        """Whether to ask them kindly if they want to pause, change the contact or correct the description."""
        return self.unanswered > 0 and self.unanswered % UNANSWERED_IN_A_ROW == 0
