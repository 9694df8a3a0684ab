"""What each audience can be told, as values: a view gets one of these and nothing else.

This is where the walls stand. `ForCompany` holds one company's own need; `ForExpert` holds the approved card, and the
company only once they are introduced; `ForGroup` holds the card and the people; and only `ForAdvisors` has a field for
private words, which are no text (`private_words.Confidential`), so that no other view can be handed them.
Gathering them from the record is `desk.show`'s.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final

from bot.domain.availability import Availability
from bot.domain.card import Card
from bot.domain.correction import Correction
from bot.domain.enquiry import Enquiry
from bot.domain.event import ERASED
from bot.domain.introduction import ByHand, Decline, Introduction, Wait
from bot.domain.lifecycle import IntroductionState
from bot.domain.message import Topic
from bot.domain.need import Need
from bot.domain.people import Contact, Hurdle, Person
from bot.domain.private_words import PrivateWords
from bot.domain.queue import Pile
from bot.domain.triage import Triage

#: From here on the expert knows who asked.
_KNOWN_TO_EACH_OTHER: Final = frozenset({IntroductionState.INTRODUCED, IntroductionState.MET})
_AGREED: Final = frozenset({IntroductionState.ACCEPTED, *_KNOWN_TO_EACH_OTHER})


@dataclass(frozen=True)
class Asked:
    """Who is asked, by the part they play; their account stands nowhere in it.

    Attributes:
        expert: the expert of the catalogue who it is; None while nobody is chosen, and for who is no expert of it.
        is_chosen: whether it is known who; else the turn is not decided yet.
        is_colleague: whether the expert who was asked first named them.
    """

    expert: str | None = None
    is_chosen: bool = False
    is_colleague: bool = False


@dataclass(frozen=True)
class Progress:
    """One introduction as its company sees it: where it stands and what happens next, and no account of an expert."""

    id: str
    entry: str
    state: IntroductionState
    card: Card | None
    asked: Asked
    by_advisor: bool
    proposed_for: str | None
    waits: Wait | None
    waits_until: datetime | None
    due_at: datetime | None
    not_before: date | None
    decline: Decline | None
    by_hand: ByHand | None
    hurdle: Hurdle | None
    has_advisor: bool
    has_thread: bool
    is_over: bool


@dataclass(frozen=True)
class ForCompany:
    """What a company can be told: its own need, and all introductions under it side by side, oldest first.

    Attributes:
        about: the introduction that the message is about, when it is about one.
        enquiry: what an advisor asked; who asked is left out.
        referral: what an advisor answered when nobody here can help.
        goes_on_in: the other need of the same company in which it goes on.
    """

    need: Need
    progress: tuple[Progress, ...] = ()
    about: Progress | None = None
    enquiry: Enquiry | None = None
    referral: str | None = None
    goes_on_in: str | None = None


@dataclass(frozen=True)
class ForExpert:
    """What the expert who is asked can be told.

    Attributes:
        user: the account that is written to.
        card: exactly what the company approved; empty of words once it has been erased.
        both_agreed: whether they said yes and an advisor brings them together, as their thread could not be opened.
        company: who asked; None until they are introduced.
    """

    introduction: str
    user: str
    expert: str | None
    card: Card
    state: IntroductionState
    can_be_answered: bool
    both_agreed: bool
    due_at: datetime | None
    not_before: date | None
    availability: Availability | None
    company: Person | None = None
    has_thread: bool = False


@dataclass(frozen=True)
class ForGroup:
    """What company, expert and advisor are told together.

    Attributes:
        company: who asked; None once their data has been erased, when the first post is emptied.
        thread: (channel, timestamp) of their thread; None until its first post stands.
    """

    introduction: str
    card: Card
    company: Person | None
    asked: Asked
    expert_user: str
    advisor: str | None
    state: IntroductionState
    thread: tuple[str, str] | None


@dataclass(frozen=True)
class Undeliverable:
    """A message that is not delivered and waits for somebody to say `retry` or `drop`."""

    parcel: int
    topic: Topic
    error: str


@dataclass(frozen=True)
class ForAdvisors:
    """What the advisors can be told: everything about a case, private words among them.

    Attributes:
        introduction: the one that the message is about.
        contact: the expert's account and address.
        private_words: of the whole need, oldest first.
        enquiries: oldest first; the message about one is about the last.
    """

    need: Need
    introductions: tuple[Introduction, ...] = ()
    introduction: Introduction | None = None
    contact: Contact | None = None
    private_words: tuple[PrivateWords, ...] = ()
    undeliverable: Undeliverable | None = None
    triage: Triage | None = None
    enquiries: tuple[Enquiry, ...] = ()


@dataclass(frozen=True)
class ForAdvisor:
    """What one advisor is told in a direct message: a case, as all of them can be told of it.

    Attributes:
        user: the account that is written to; empty when what once was written is emptied, whoever got it.
    """

    user: str
    about: ForAdvisors


@dataclass(frozen=True)
class ForDesk:
    """What the advisors are told that is about no single need.

    Attributes:
        day: the day on which it was due.
        counts: how many needs each pile holds, for the digest.
        corrections: what nobody has decided about, oldest first, each with its need.
        freed: how many needs are free again, as whoever had them is not an advisor any more.
    """

    day: date
    counts: Mapping[Pile, int] = field(default_factory=dict)
    corrections: tuple[tuple[Correction, Need], ...] = ()
    freed: int = 0


Shown = ForCompany | ForExpert | ForGroup | ForAdvisors | ForAdvisor | ForDesk


def asked_of(introduction: Introduction) -> Asked:
    """Who is asked in an introduction, or would be."""
    known = introduction.expert is not None or introduction.expert_user is not None
    return Asked(introduction.expert, known, introduction.is_to_colleague)


def progress_of(introductions: Sequence[Introduction]) -> tuple[Progress, ...]:
    """All introductions of one need as its company sees them."""
    entries = {introduction.id: introduction.entry for introduction in introductions}
    return tuple(_progress(introduction, entries.get(introduction.proposed_by or "")) for introduction in introductions)


def for_company(need: Need, introductions: Sequence[Introduction], about: str | None) -> ForCompany:
    """What the company is told about its need, and about one of its introductions."""
    progress = progress_of(introductions)
    return ForCompany(need, progress, next((each for each in progress if each.id == about), None))


def for_expert(introduction: Introduction, asker: Person, availability: Availability | None) -> ForExpert | None:
    """What the expert is told; None when nobody was asked, or nothing was approved."""
    if introduction.card is None or introduction.expert_user is None:
        return None
    return ForExpert(
        introduction=introduction.id,
        user=introduction.expert_user,
        expert=introduction.expert,
        card=introduction.card,
        state=introduction.state,
        can_be_answered=introduction.can_be_answered,
        both_agreed=introduction.by_hand is ByHand.BOTH_AGREED,
        due_at=introduction.due_at,
        not_before=introduction.not_before,
        availability=availability,
        company=asker if introduction.state in _KNOWN_TO_EACH_OTHER else None,
        has_thread=introduction.thread is not None,
    )


def for_group(introduction: Introduction, asker: Person, thread: tuple[str, str] | None) -> ForGroup | None:
    """What the thread is told; None unless both sides agreed and are known."""
    agreed = thread is not None or introduction.state in _AGREED
    if not agreed or introduction.card is None or introduction.expert_user is None:
        return None
    return ForGroup(
        introduction=introduction.id,
        card=introduction.card,
        company=None if asker.user == ERASED else asker,
        asked=asked_of(introduction),
        expert_user=introduction.expert_user,
        advisor=introduction.advisor,
        state=introduction.state,
        thread=thread,
    )


def _progress(introduction: Introduction, proposed_for: str | None) -> Progress:
    return Progress(
        id=introduction.id,
        entry=introduction.entry,
        state=introduction.state,
        card=introduction.card,
        asked=asked_of(introduction),
        by_advisor=introduction.suggested_by is not None,
        proposed_for=proposed_for,
        waits=introduction.waits,
        waits_until=introduction.waits_until,
        due_at=introduction.due_at,
        not_before=introduction.not_before,
        decline=introduction.decline,
        by_hand=introduction.by_hand,
        hurdle=introduction.hurdle,
        has_advisor=introduction.advisor is not None,
        has_thread=introduction.thread is not None,
        is_over=introduction.is_over,
    )
