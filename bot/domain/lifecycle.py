"""The lifecycles of a need and of an introduction, each one table.

Everything that moves a state stands in these tables: state, then event, then the next state. Who may cause an event,
and what is said about it, lives elsewhere.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final, TypeVar


class NeedState(StrEnum):
    """Where a need stands."""

    FILED = "filed"  #: an advisor wrote it down for a company, which has not agreed yet
    ASKED = "asked"  #: written down, not yet answered
    MATCHED = "matched"  #: somebody here can help
    UNMATCHED = "unmatched"  #: nobody here fits; the advisors have it
    UNCLEAR = "unclear"  #: one question was asked back
    NO_NEED = "no_need"  #: it asked for nothing
    WITHDRAWN = "withdrawn"  #: the company took it back
    CLOSED = "closed"  #: an advisor ended it, or it went on as another need


class NeedEvent(StrEnum):
    """What may happen to a need; the first four are the words of `matcher.answer.Outcome`."""

    MATCHES = "matches"
    NOTHING_FITS = "nothing_fits"
    UNCLEAR = "unclear"
    NOT_A_NEED = "not_a_need"
    CONSENTED = "consented"  #: the company wants help with what an advisor wrote down
    SAID_MORE = "said_more"  #: the company answered the question, or put right what was read; it goes on as a new need
    CORRECTED = "corrected"  #: an advisor reordered or replaced the matches
    REFERRED = "referred"  #: an advisor said that nobody here can help, with a door elsewhere
    MERGED = "merged"  #: an advisor found that the company asked for the same in another need
    WITHDRAWN = "withdrawn"
    CLOSED = "closed"


class IntroductionState(StrEnum):
    """Where an introduction stands."""

    PROPOSED = "proposed"  #: an expert said "not us, try…"; the company decides
    APPROVED = "approved"  #: the company approved the card; it waits for its turn
    ASKED = "asked"  #: the expert has the card
    POSTPONED = "postponed"  #: yes, but not before a date
    ACCEPTED = "accepted"  #: both want to meet; the thread is being opened
    INTRODUCED = "introduced"  #: they know each other, in a thread or by an advisor's hand
    WITH_ADVISOR = "with_advisor"  #: an advisor asks, by other ways than Slack
    MET = "met"  #: they have met
    DECLINED = "declined"  #: the expert said no
    REDIRECTED = "redirected"  #: the expert named somebody else
    EXPIRED = "expired"  #: no answer within the promise, or no turn to be asked, and the next match is asked
    WITHDRAWN = "withdrawn"  #: the company took it back
    CLOSED = "closed"  #: over, after a meeting or without one


class IntroductionEvent(StrEnum):
    """What may happen to an introduction."""

    APPROVED = "approved"
    WAITS = "waits"  #: for its turn; the reason says why
    CALLED = "called"  #: the others said no, so that it is this one's turn
    ASKED = "asked"
    AT_ONCE = "at_once"  #: the infrastructure wants to be introduced without being asked
    ACCEPTED = "accepted"
    POSTPONED = "postponed"
    RESUMED = "resumed"  #: the date of "not before" has come
    REDIRECTED = "redirected"
    DECLINED = "declined"
    EXPIRED = "expired"
    UNANSWERED = "unanswered"  #: no answer in time, and nobody else to ask
    NO_TURN = "no_turn"  #: its turn did not come within the promise, and nobody else to ask
    OUT_OF_REACH = "out_of_reach"
    TAKEN_OVER = "taken_over"  #: an advisor asks in person
    ACCEPTED_BY_HAND = "accepted_by_hand"  #: the expert told an advisor yes
    OPENED = "opened"  #: the thread stands in Slack
    ADVISOR_CHANGED = "advisor_changed"
    MET = "met"
    WITHDRAWN = "withdrawn"
    CLOSED = "closed"


State = TypeVar("State", bound=StrEnum)
Event = TypeVar("Event", bound=StrEnum)
Table = Mapping[State, Mapping[Event, State]]

#: What the company or an advisor can do to every need, and to every introduction, that is not over.
_NEED_EXITS: Final = {
    NeedEvent.WITHDRAWN: NeedState.WITHDRAWN,
    NeedEvent.CLOSED: NeedState.CLOSED,
    NeedEvent.MERGED: NeedState.CLOSED,
}
#: What an advisor can do to the answer that a need was given.
_BY_ADVISOR: Final = {NeedEvent.CORRECTED: NeedState.MATCHED, NeedEvent.REFERRED: NeedState.CLOSED}
_EXITS: Final = {
    IntroductionEvent.WITHDRAWN: IntroductionState.WITHDRAWN,
    IntroductionEvent.CLOSED: IntroductionState.CLOSED,
}
#: How an expert may answer, first or late.
_ANSWERS: Final = {
    IntroductionEvent.ACCEPTED: IntroductionState.ACCEPTED,
    IntroductionEvent.POSTPONED: IntroductionState.POSTPONED,
    IntroductionEvent.REDIRECTED: IntroductionState.REDIRECTED,
    IntroductionEvent.DECLINED: IntroductionState.DECLINED,
}
_TO_ADVISOR: Final = {
    IntroductionEvent.OUT_OF_REACH: IntroductionState.WITH_ADVISOR,
    IntroductionEvent.TAKEN_OVER: IntroductionState.WITH_ADVISOR,
}

#: What can happen to a need that has its answer.
_ANSWERED: Final = {NeedEvent.SAID_MORE: NeedState.CLOSED, **_BY_ADVISOR, **_NEED_EXITS}

NEED: Table[NeedState, NeedEvent] = {
    NeedState.FILED: {NeedEvent.CONSENTED: NeedState.ASKED, **_NEED_EXITS},
    NeedState.ASKED: {
        NeedEvent.MATCHES: NeedState.MATCHED,
        NeedEvent.NOTHING_FITS: NeedState.UNMATCHED,
        NeedEvent.UNCLEAR: NeedState.UNCLEAR,
        NeedEvent.NOT_A_NEED: NeedState.NO_NEED,
        **_NEED_EXITS,
    },
    NeedState.MATCHED: _ANSWERED,
    NeedState.UNMATCHED: _ANSWERED,
    NeedState.UNCLEAR: _ANSWERED,
    NeedState.NO_NEED: {},
    NeedState.WITHDRAWN: {},
    NeedState.CLOSED: {},
}

INTRODUCTION: Table[IntroductionState, IntroductionEvent] = {
    IntroductionState.PROPOSED: {IntroductionEvent.APPROVED: IntroductionState.APPROVED, **_EXITS},
    IntroductionState.APPROVED: {
        IntroductionEvent.WAITS: IntroductionState.APPROVED,
        IntroductionEvent.CALLED: IntroductionState.APPROVED,
        IntroductionEvent.ASKED: IntroductionState.ASKED,
        IntroductionEvent.AT_ONCE: IntroductionState.ACCEPTED,
        IntroductionEvent.EXPIRED: IntroductionState.EXPIRED,
        IntroductionEvent.NO_TURN: IntroductionState.WITH_ADVISOR,
        **_TO_ADVISOR,
        **_EXITS,
    },
    IntroductionState.ASKED: {
        **_ANSWERS,
        IntroductionEvent.EXPIRED: IntroductionState.EXPIRED,
        IntroductionEvent.UNANSWERED: IntroductionState.WITH_ADVISOR,
        **_TO_ADVISOR,
        **_EXITS,
    },
    IntroductionState.POSTPONED: {
        IntroductionEvent.RESUMED: IntroductionState.ACCEPTED,
        **_ANSWERS,
        **_TO_ADVISOR,
        **_EXITS,
    },
    IntroductionState.ACCEPTED: {
        IntroductionEvent.OPENED: IntroductionState.INTRODUCED,
        IntroductionEvent.OUT_OF_REACH: IntroductionState.WITH_ADVISOR,
        **_EXITS,
    },
    IntroductionState.WITH_ADVISOR: {
        IntroductionEvent.ACCEPTED_BY_HAND: IntroductionState.INTRODUCED,
        **_ANSWERS,
        **_EXITS,
    },
    IntroductionState.INTRODUCED: {
        IntroductionEvent.ADVISOR_CHANGED: IntroductionState.INTRODUCED,
        IntroductionEvent.OPENED: IntroductionState.INTRODUCED,
        IntroductionEvent.MET: IntroductionState.MET,
        **_EXITS,
    },
    IntroductionState.MET: {
        IntroductionEvent.ADVISOR_CHANGED: IntroductionState.MET,
        IntroductionEvent.OPENED: IntroductionState.MET,
        **_EXITS,
    },
    IntroductionState.DECLINED: {},
    IntroductionState.REDIRECTED: {},
    IntroductionState.EXPIRED: {},
    IntroductionState.WITHDRAWN: {},
    IntroductionState.CLOSED: {},
}


class IllegalStep(Exception):
    """An event that the table does not allow in this state."""

    def __init__(self, state: StrEnum, event: StrEnum) -> None:
        """Keep state and event for the log."""
        super().__init__(f"{event!r} cannot happen in state {state!r}")
        self.state, self.event = state, event


def advance(table: Table[State, Event], state: State, event: Event) -> State:
    """The state after an event.

    Raises:
        IllegalStep: the table has no such step.
    """
    try:
        return table[state][event]
    except KeyError:
        raise IllegalStep(state, event) from None


def mermaid(table: Table[State, Event], *starts: State) -> str:
    """The table as a Mermaid state diagram, in table order; events that lead the same way share an arrow."""
    lines = ["stateDiagram-v2", *(f"    [*] --> {start}" for start in starts)]
    for state, steps in table.items():
        ways: dict[State, list[str]] = {}
        for event, after in steps.items():
            ways.setdefault(after, []).append(event)
        lines += [f"    {state} --> {after}: {', '.join(events)}" for after, events in ways.items()]
        if not steps:
            lines.append(f"    {state} --> [*]")
    return "\n".join(lines)
