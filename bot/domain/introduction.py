"""An introduction: one chosen match on its way to a thread where people meet. Pure values; no I/O."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from bot.domain.card import Card
from bot.domain.lifecycle import INTRODUCTION, IntroductionEvent, IntroductionState, advance
from bot.domain.people import Hurdle


class Wait(StrEnum):
    """Why an approved introduction has not been asked yet."""

    NEXT = "next"  #: the company wants it asked only when the others say no
    CAP = "cap"  #: the expert has as many open requests as they want at a time
    PAUSED = "paused"  #: the expert is away until a date
    HOURS = "hours"  #: it is outside the expert's hours


class Decline(StrEnum):
    """Why an expert said no; the short list that they choose from. What a company reads of it are our words."""

    NO_TIME = "no_time"
    NOT_OUR_FIELD = "not_our_field"
    NOT_POSSIBLE = "not_possible"  #: technically or legally
    NOT_OPEN = "not_open"  #: not open to companies now
    TOO_LITTLE = "too_little"  #: the brief says too little to judge
    OTHER = "other"


class ByHand(StrEnum):
    """Why an advisor has it."""

    OUT_OF_REACH = "out_of_reach"  #: the hurdle says who cannot be reached, and why
    OWN_REQUEST = "own_request"  #: who asked is the one who would be asked
    NO_ANSWER = "no_answer"
    NO_TURN = "no_turn"
    TAKEN_OVER = "taken_over"
    BROKE = "broke"  #: a fault of ours
    BOTH_AGREED = "both_agreed"  #: the expert was asked and said yes, but the hurdle kept their thread from opening


#: Late answers are welcome as long as an advisor has not heard one by other ways.
_ANSWERABLE_BY_HAND: Final = frozenset({ByHand.NO_ANSWER, ByHand.TAKEN_OVER})
_ANSWERABLE: Final = frozenset({IntroductionState.ASKED, IntroductionState.POSTPONED})
_NOT_OPENED: Final = frozenset({IntroductionState.APPROVED, IntroductionState.ASKED, IntroductionState.POSTPONED})
_PROMISED: Final = frozenset({IntroductionState.APPROVED, IntroductionState.ASKED, IntroductionState.WITH_ADVISOR})


@dataclass(frozen=True)
class Introduction:
    """One match of a need, with the card that the company approved.

    Attributes:
        entry: the chosen service or expert, an id of the catalogue.
        card: exactly what the company approved to be shown; None only while an expert's proposal waits.
        step: how many steps it has taken; a step is saved only over the one before.
        expert: the expert of the catalogue who is asked; None when nobody is known.
        expert_user: the Slack account that is asked; for a proposal, the colleague who was named.
        advisor: the Slack account of the advisor who takes part or answers; None when there is none.
        proposed_by: the introduction whose expert said "not us, try…".
        suggested_by: the Slack account of the advisor who proposed it.
        waits, waits_until: why it has not been asked yet, and until when, where that is known.
        due_at: when the company was promised an answer by.
        not_before: the date of a "yes, but not before…".
        by_hand, hurdle: why an advisor has it.
        thread: (channel, timestamp) of the introduction thread's first post; None when made by hand.
    """

    id: str
    need: str
    entry: str
    card: Card | None
    created_at: datetime
    state: IntroductionState = IntroductionState.APPROVED
    step: int = 0
    expert: str | None = None
    expert_user: str | None = None
    advisor: str | None = None
    proposed_by: str | None = None
    suggested_by: str | None = None
    waits: Wait | None = None
    waits_until: datetime | None = None
    due_at: datetime | None = None
    not_before: date | None = None
    decline: Decline | None = None
    by_hand: ByHand | None = None
    hurdle: Hurdle | None = None
    thread: tuple[str, str] | None = None

    def after(self, event: IntroductionEvent) -> "Introduction":
        """This introduction one step on; what the step brings with it is added with the methods below.

        Raises:
            IllegalStep: the event cannot happen in its state.
        """
        return replace(self, state=advance(INTRODUCTION, self.state, event), step=self.step + 1)

    def may(self, event: IntroductionEvent) -> bool:
        """Whether an event can happen in its state."""
        return event in INTRODUCTION[self.state]

    def approved(self, card: Card, due_at: datetime) -> "Introduction":
        """What an expert proposed, approved by the company."""
        return replace(self.after(IntroductionEvent.APPROVED), card=card, due_at=due_at)

    def waiting(self, why: Wait, until: datetime | None) -> "Introduction":
        """Approved, and not asked yet."""
        return replace(self.after(IntroductionEvent.WAITS), waits=why, waits_until=until)

    def called(self, due_at: datetime) -> "Introduction":
        """A next choice whose turn has come, since the others said no."""
        return replace(self.after(IntroductionEvent.CALLED), waits=None, due_at=due_at)

    def asked(self, expert: str | None, user: str, due_at: datetime) -> "Introduction":
        """Put before an expert, who has until a moment to answer."""
        asked = self.after(IntroductionEvent.ASKED)
        return replace(asked, expert=expert, expert_user=user, due_at=due_at, waits=None, waits_until=None)

    def opened_at_once(self, expert: str | None, user: str) -> "Introduction":
        """On its way to a thread without the expert being asked, as their infrastructure wants it."""
        opened = self.after(IntroductionEvent.AT_ONCE)
        return replace(opened, expert=expert, expert_user=user, due_at=None, waits=None, waits_until=None)

    def postponed(self, until: date) -> "Introduction":
        """Yes, but not before a date."""
        return replace(self.after(IntroductionEvent.POSTPONED), not_before=until, due_at=None)

    def declined(self, why: Decline) -> "Introduction":
        """No, for a reason."""
        return replace(self.after(IntroductionEvent.DECLINED), decline=why)

    def handed_over(self, event: IntroductionEvent, why: ByHand, hurdle: Hurdle | None = None) -> "Introduction":
        """An advisor has it from now on; with a yes the company has the answer that it was promised."""
        due_at = None if why is ByHand.BOTH_AGREED else self.due_at
        given = replace(self.after(event), by_hand=why, hurdle=hurdle, due_at=due_at)
        return replace(given, waits=None, waits_until=None)

    def opened(self, channel: str, ts: str) -> "Introduction":
        """Its thread stands in Slack."""
        return replace(self.after(IntroductionEvent.OPENED), thread=(channel, ts))

    @property
    def is_to_colleague(self) -> bool:
        """Whether an expert named somebody to be asked in their place, for the same entry."""
        return self.proposed_by is not None and self.id == colleague_id(self.proposed_by)

    @property
    def is_next_choice(self) -> bool:
        """Whether it waits for the others to say no."""
        return self.state is IntroductionState.APPROVED and self.waits is Wait.NEXT

    @property
    def promise(self) -> datetime | None:
        """Until when the company was promised an answer that it still waits for."""
        return self.due_at if self.state in _PROMISED else None

    @property
    def goes_with_need(self) -> bool:
        """Whether whoever takes its need takes part: nobody meets yet, and no advisor was named who asks by hand."""
        waits = self.state is IntroductionState.WITH_ADVISOR and self.advisor is None
        return waits or self.state in _NOT_OPENED

    @property
    def is_over(self) -> bool:
        """Whether nothing can happen to it any more."""
        return not INTRODUCTION[self.state]

    @property
    def can_have_new_thread(self) -> bool:
        """Whether both sides can be brought into another thread: they had one, and neither account is gone since."""
        return self.thread is not None and self.expert_user is not None

    @property
    def can_be_answered(self) -> bool:
        """Whether the expert's buttons still do something."""
        by_hand = self.state is IntroductionState.WITH_ADVISOR and self.by_hand in _ANSWERABLE_BY_HAND
        return by_hand or self.state in _ANSWERABLE


def introduction_id(need: str, entry: str, before: int = 0) -> str:
    """The one id that a match of a need can have as an introduction, so that choosing twice is one choice.

    With as many `before` it, all of them over, it is another introduction: an advisor may propose the same anew.
    """
    return f"{need}/{entry}/{before + 1}" if before else f"{need}/{entry}"


def colleague_id(introduction: str) -> str:
    """The id of the introduction to a colleague for the same entry, whom an expert named; no account stands in it."""
    return f"{introduction}/colleague"
