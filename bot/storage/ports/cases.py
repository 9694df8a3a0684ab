"""What the use cases ask of the cases on record: needs, introductions, what happened, who the experts are."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Protocol

from bot.domain.event import Event
from bot.domain.introduction import Introduction
from bot.domain.need import Need
from bot.domain.people import Contact


class Needs(Protocol):
    """The needs."""

    def add(self, need: Need) -> bool:
        """Add a new need; False when it was added before, and then nothing changes."""

    def get(self, need: str) -> Need:
        """The need. Raises KeyError when there is none."""

    def save(self, need: Need, was: str) -> bool:
        """Save a step, only from the state it was decided on; False when somebody else was first."""

    def latest_in_thread(self, channel: str, thread: str, user: str) -> Need | None:
        """The person's newest need in a thread."""

    def of_asker(self, user: str) -> Sequence[Need]:
        """All needs of a person, oldest first."""

    def erase(self, user: str, stand_in: str) -> Sequence[str]:
        """Empty a person's needs of all words; which needs these are. A stand-in takes the person's place in all."""


class Introductions(Protocol):
    """The introductions."""

    def add(self, introduction: Introduction) -> bool:
        """Add a new one; False when this match of this need was chosen before."""

    def get(self, introduction: str) -> Introduction:
        """The introduction. Raises KeyError when there is none."""

    def of_need(self, need: str) -> Sequence[Introduction]:
        """All introductions of a need, oldest first."""

    def save(self, introduction: Introduction, was: str) -> bool:
        """Save a step, only over the state and the step it was decided on; False when somebody else was first."""

    def accompany(self, introduction: str, advisor: str) -> None:
        """Have an advisor take part from now on; that is no step, and the log of the need says why."""

    def of_expert(self, user: str) -> Sequence[Introduction]:
        """All introductions for which an account was asked, oldest first."""

    def open_requests(self) -> Mapping[str, int]:
        """How many requests wait for an answer, by the account that was asked."""

    def waiting(self) -> Sequence[Introduction]:
        """Approved ones that wait for an expert to have room or time, oldest first; next choices are not among them."""

    def count_by_advisor(self) -> Mapping[str, int]:
        """How many introductions that are not over each advisor has, by Slack user."""

    def erase(self, needs: Collection[str]) -> None:
        """Empty the cards of all introductions of these needs."""

    def forget_account(self, user: str, stand_in: str) -> None:
        """Take an account out of the introductions for which it was asked, or in which it takes part as advisor.

        A stand-in takes its place where an advisor proposed the introduction.
        """


class Events(Protocol):
    """The log that is only added to."""

    def add(self, events: Iterable[Event]) -> None:
        """Append, in order."""

    def of_need(self, need: str) -> Sequence[Event]:
        """What happened to a need and its introductions, oldest first."""

    def erase(self, user: str, stand_in: str, needs: Collection[str]) -> None:
        """Put a stand-in for a person in every event, and empty what the events of these needs kept."""


class Contacts(Protocol):
    """Who the catalogue's experts are in this installation."""

    def link(self, contact: Contact) -> None:
        """Set who an expert is; a contact linked before is replaced whole."""

    def unlink(self, expert: str) -> bool:
        """Forget an expert's account and address; False when there was none."""

    def get(self, expert: str) -> Contact | None:
        """The expert's contact."""

    def all(self) -> Sequence[Contact]:
        """Every linked expert, by id."""

    def forget_account(self, user: str) -> None:
        """Unlink whoever has this account."""
