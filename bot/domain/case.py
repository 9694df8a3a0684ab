"""A case: everything that an advisor sees of one need, as one value. Gathering it is `desk.case`'s."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.clock import Clock
from bot.domain.correction import Correction
from bot.domain.enquiry import Enquiry
from bot.domain.event import Event
from bot.domain.introduction import Introduction
from bot.domain.lifecycle import NeedState
from bot.domain.need import Need
from bot.domain.people import Contact
from bot.domain.private_words import PrivateWords
from bot.domain.triage import Triage


@dataclass(frozen=True)
class Beside:
    """A need beside the one in hand, or found by its words, whatever its state."""

    id: str
    text: str
    state: NeedState
    asked_at: datetime


@dataclass(frozen=True)
class Case:
    """One need with all that is known of it; what happened to it is in the order of time, oldest first.

    Attributes:
        clocks: by introduction, the earliest first.
        contacts: by introduction, where the expert who is asked is linked.
        earlier: needs that the same company asked before this one, newest first.
        near: needs of others that share most words, the nearest first.
        same: needs that an advisor linked to this one, either way.
    """

    need: Need
    triage: Triage
    introductions: tuple[Introduction, ...] = ()
    clocks: Mapping[str, tuple[Clock, ...]] = field(default_factory=dict)
    contacts: Mapping[str, Contact] = field(default_factory=dict)
    events: tuple[Event, ...] = ()
    private_words: tuple[PrivateWords, ...] = ()
    enquiries: tuple[Enquiry, ...] = ()
    corrections: tuple[Correction, ...] = ()
    earlier: tuple[Beside, ...] = ()
    near: tuple[Beside, ...] = ()
    same: tuple[Beside, ...] = ()
