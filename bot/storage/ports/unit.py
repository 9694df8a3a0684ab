"""One transaction over the whole record, and the record itself."""

from contextlib import AbstractContextManager
from typing import Protocol

from bot.storage.ports.cases import Contacts, Events, Introductions, Needs
from bot.storage.ports.desk import Corrections, Enquiries, Queue, Triages
from bot.storage.ports.keeping import Availabilities, Clocks, Private
from bot.storage.ports.queues import Inbox, Outbox


class Unit(Protocol):
    """One transaction over the whole record: all of it is saved, or none."""

    @property
    def inbox(self) -> Inbox:
        """What came in."""

    @property
    def outbox(self) -> Outbox:
        """What goes out."""

    @property
    def needs(self) -> Needs:
        """The needs."""

    @property
    def introductions(self) -> Introductions:
        """The introductions."""

    @property
    def events(self) -> Events:
        """What happened."""

    @property
    def contacts(self) -> Contacts:
        """Who the experts are here."""

    @property
    def clocks(self) -> Clocks:
        """What is due when."""

    @property
    def availabilities(self) -> Availabilities:
        """How the experts want to be asked."""

    @property
    def private(self) -> Private:
        """What only advisors may read."""

    @property
    def triage(self) -> Triages:
        """What advisors have done with needs."""

    @property
    def enquiries(self) -> Enquiries:
        """What advisors asked companies."""

    @property
    def corrections(self) -> Corrections:
        """How advisors changed rankings."""

    @property
    def queue(self) -> Queue:
        """The needs in piles."""


class Store(Protocol):
    """The record."""

    def unit(self) -> AbstractContextManager[Unit]:
        """A transaction of its own connection: saved at the end of the block, undone when it raises."""

    def reading(self) -> AbstractContextManager[Unit]:
        """The record as it stands at one moment, without waiting for whoever writes; a write in it raises."""
