"""What the use cases ask of the advisors' side of the record: triage, enquiries, corrections, and the queue."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.case import Beside
from bot.domain.correction import Correction
from bot.domain.enquiry import Enquiry
from bot.domain.queue import Filters, Glance, Page, Pile
from bot.domain.triage import Triage


class Triages(Protocol):
    """What advisors have done with needs."""

    def get(self, need: str) -> Triage:
        """A need's triage; the untouched one where there is none."""

    def save(self, triage: Triage, was: str | None) -> bool:
        """Save, only over the advisor it was decided on; False when somebody else was first."""

    def held(self) -> Sequence[Triage]:
        """Those of needs on the advisors' desk that somebody has, oldest first."""

    def acted(self, need: str, now: datetime) -> None:
        """Keep that an advisor did something with a need."""

    def linked_to(self, need: str) -> Sequence[str]:
        """The needs that are known to ask for the same as this one."""

    def forget_account(self, user: str) -> None:
        """Free whatever an account has taken."""


class Enquiries(Protocol):
    """The advisors' questions to companies, one open at a time for a need."""

    def add(self, enquiry: Enquiry) -> bool:
        """Add an open one; False when one is open already, and then nothing changes."""

    def open_of(self, need: str) -> Enquiry | None:
        """The one that waits for its answer."""

    def of_need(self, need: str) -> Sequence[Enquiry]:
        """All of a need, oldest first."""

    def answer(self, need: str, text: str, now: datetime) -> bool:
        """Answer the open one; False when none is open."""

    def erase(self, user: str, stand_in: str, needs: Collection[str]) -> None:
        """Empty those of these needs, ending what is open, and put a stand-in for an advisor."""


class Corrections(Protocol):
    """Matches that advisors reordered or replaced."""

    def add(self, correction: Correction) -> bool:
        """Keep one; False when its id is known already."""

    def get(self, correction: str) -> Correction:
        """One of them. Raises KeyError when there is none."""

    def of_need(self, need: str) -> Sequence[Correction]:
        """All of a need, oldest first."""

    def undecided(self) -> Sequence[Correction]:
        """Those that nobody has approved or left out, oldest first."""

    def approved(self) -> Sequence[Correction]:
        """Those that are labels, oldest first."""

    def decide(self, correction: str, user: str, now: datetime, *, approved: bool) -> bool:
        """Approve one or leave it out; False when that was decided before."""

    def erase(self, user: str, stand_in: str, needs: Collection[str]) -> None:
        """Empty the reasons of these needs, take them from the labels, and put a stand-in for an advisor."""


class Queue(Protocol):
    """The needs as advisors look for them; read only.

    What a company has not agreed to yet is shown to nobody but the advisor who wrote it down.
    """

    def page(self, pile: Pile, filters: Filters, glance: Glance, offset: int) -> Page:
        """A page of a pile from an offset, what presses most first; behind the end the last page."""

    def counts(self, filters: Filters, glance: Glance) -> Mapping[Pile, int]:
        """How many needs each pile holds."""

    def search(self, words: str, limit: int) -> Sequence[Beside]:
        """The need of this id, and the newest needs, open or not, that hold words with each of these beginnings."""

    def near(self, need: str, limit: int) -> Sequence[Beside]:
        """Needs of others that share most words with one, the nearest first."""
