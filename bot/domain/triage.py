"""Triage: the advisors' side of a need, as a pure value. The need's own steps live in `lifecycle`, lists in `queue`."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Final


class Outcome(StrEnum):
    """How a need ended, in the words of the advisor who closed it."""

    INTRODUCED = "introduced"
    HELPED_OTHERWISE = "helped_otherwise"  #: an answer, a door elsewhere, a word at the right time
    NOTHING_HERE = "nothing_here"
    NO_ANSWER = "no_answer"  #: the company is heard of no more
    NOT_NOW = "not_now"
    DUPLICATE = "duplicate"
    OTHER = "other"


#: Outcomes that are good news.
WENT_WELL: Final = frozenset({Outcome.INTRODUCED, Outcome.HELPED_OTHERWISE})


class NoMatch(StrEnum):
    """Why an advisor says that nobody here can help."""

    NOT_OUR_FIELD = "not_our_field"
    NOT_OPEN = "not_open"  #: those who could are not open to companies
    NOT_POSSIBLE = "not_possible"  #: technically or legally
    NO_CAPACITY = "no_capacity"
    BETTER_ELSEWHERE = "better_elsewhere"  #: somebody elsewhere does it every day
    NOT_RESEARCH = "not_research"  #: an ordinary purchase
    OTHER = "other"


#: Names of events that are among advisors: no company and no expert is told of them, also in what they can export.
AMONG_ADVISORS: Final = frozenset(
    {
        "taken",
        "stays_with",
        "handed_over",
        "given_back",
        "set_free",
        "snoozed",
        "woken",
        "linked",
        "note",
        "label_approved",
        "label_left_out",
    }
)


class NotPossible(Exception):
    """Something that cannot be done with a need as its triage stands."""


@dataclass(frozen=True)
class Triage:
    """What the advisors have done with a need.

    Attributes:
        advisor: the Slack account of the advisor who has taken it; None while it is free.
        taken_at: since when they have it.
        acted_at: when an advisor last did anything with the need; None again once it is given back.
        snoozed_until: the day on which it comes back.
        outcome: how it ended; None while it is open, or when no advisor ended it.
        same_as: the need that asks for the same.
    """

    need: str
    advisor: str | None = None
    taken_at: datetime | None = None
    acted_at: datetime | None = None
    snoozed_until: date | None = None
    outcome: Outcome | None = None
    same_as: str | None = None

    def taken(self, user: str, now: datetime) -> "Triage":
        """Taken by an advisor.

        Raises:
            NotPossible: somebody has it already.
        """
        if self.advisor is not None:
            raise NotPossible(f"{self.need} is taken")
        return replace(self, advisor=user, taken_at=now)

    def handed_over(self, user: str, now: datetime) -> "Triage":
        """In the hands of another advisor, who sees it at once.

        Raises:
            NotPossible: they have it already.
        """
        if self.advisor == user:
            raise NotPossible(f"{self.need} is theirs already")
        return replace(self, advisor=user, taken_at=now, snoozed_until=None)

    def given_back(self, user: str) -> "Triage":
        """Free again, and new to everybody.

        Raises:
            NotPossible: it is not theirs to give back.
        """
        if self.advisor != user:
            raise NotPossible(f"{self.need} is not theirs")
        return replace(self, advisor=None, taken_at=None, acted_at=None, snoozed_until=None)

    def snoozed(self, until: date, today: date) -> "Triage":
        """Out of sight until a day.

        Raises:
            NotPossible: the day is not to come.
        """
        if until <= today:
            raise NotPossible(f"{until} is not to come")
        return replace(self, snoozed_until=until)

    def woken(self) -> "Triage":
        """In sight again, before its day.

        Raises:
            NotPossible: it does not sleep.
        """
        if self.snoozed_until is None:
            raise NotPossible(f"{self.need} does not sleep")
        return replace(self, snoozed_until=None)

    def concluded(self, outcome: Outcome) -> "Triage":
        """Ended, with how."""
        return replace(self, outcome=outcome, snoozed_until=None)

    def linked(self, other: str) -> "Triage":
        """Known to ask for the same as another need.

        Raises:
            NotPossible: it is that need.
        """
        if other == self.need:
            raise NotPossible(f"{self.need} is itself")
        return replace(self, same_as=other)
