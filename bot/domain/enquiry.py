"""An enquiry: the one question that an advisor asks a company about its need. A pure value; asking is the desk's."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Enquiry:
    """A question and its answer; a need has at most one that is open.

    Attributes:
        asked_by: the advisor's Slack account.
    """

    need: str
    asked_by: str
    asked_at: datetime
    question: str
    answer: str | None = None
    answered_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Whether the company has not answered yet."""
        return self.answered_at is None
