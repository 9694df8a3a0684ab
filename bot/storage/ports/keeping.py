"""What the use cases ask of what is kept beside the cases: clocks, experts' wishes, words for advisors only."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.availability import Availability
from bot.domain.clock import Clock, ClockKind
from bot.domain.private_words import PrivateWords


class Clocks(Protocol):
    """What is due when; one clock of a kind for an introduction, and each rings once."""

    def set(self, clocks: Iterable[Clock]) -> None:
        """Set clocks, in place of those of the same introduction and kind."""

    def stop(self, introduction: str, kinds: Iterable[ClockKind]) -> None:
        """Take clocks away; those that are not there are no matter."""

    def take(self, now: datetime) -> Clock | None:
        """The clock that has been due longest, taken away: whoever takes it does what its ringing means."""

    def next_due(self) -> datetime | None:
        """When the next one rings."""

    def of_introduction(self, introduction: str) -> Sequence[Clock]:
        """The clocks that still run, the earliest first."""


class Availabilities(Protocol):
    """How the experts want to be asked."""

    def get(self, expert: str) -> Availability:
        """An expert's wishes; the defaults for who has not said any."""

    def save(self, availability: Availability) -> None:
        """Keep an expert's wishes."""

    def forget_account(self, user: str) -> None:
        """Take an account away wherever it stands in as a deputy."""


class Private(Protocol):
    """Words that only advisors may read."""

    def add(self, words: PrivateWords) -> None:
        """Keep them."""

    def of_need(self, need: str) -> Sequence[PrivateWords]:
        """All of a need and its introductions, oldest first. Only `showing.ForAdvisors` is made from it."""

    def of_author(self, user: str) -> Sequence[PrivateWords]:
        """What somebody wrote, for their own export."""

    def erase(self, user: str, stand_in: str, needs: Collection[str]) -> None:
        """Empty what a person wrote and what was written about their needs."""
