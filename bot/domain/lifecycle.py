"""The lifecycles of a need and of an introduction, each one table.

Everything that moves a state stands in these tables: state, then event, then the next state. Who may cause an event,
and what is said about it, lives elsewhere.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar


class NeedState(StrEnum):
    """Where a need stands."""

    ASKED = "asked"  #: written down, not yet answered
    MATCHED = "matched"  #: somebody here can help
    UNMATCHED = "unmatched"  #: nobody here fits; the advisors have it
    UNCLEAR = "unclear"  #: one question was asked back
    NO_NEED = "no_need"  #: it asked for nothing


class NeedEvent(StrEnum):
    """What the matcher may say of a need; the words are those of `matcher.answer.Outcome`."""

    MATCHES = "matches"
    NOTHING_FITS = "nothing_fits"
    UNCLEAR = "unclear"
    NOT_A_NEED = "not_a_need"


class IntroductionState(StrEnum):
    """Where an introduction stands."""

    APPROVED = "approved"  #: the company approved the brief; the thread is being opened
    INTRODUCED = "introduced"  #: company, expert and advisor share a thread
    WITH_ADVISOR = "with_advisor"  #: an advisor makes it by hand


class IntroductionEvent(StrEnum):
    """What may happen to an introduction."""

    OPENED = "opened"
    OUT_OF_REACH = "out_of_reach"


State = TypeVar("State", bound=StrEnum)
Event = TypeVar("Event", bound=StrEnum)
Table = Mapping[State, Mapping[Event, State]]

NEED: Table[NeedState, NeedEvent] = {
    NeedState.ASKED: {
        NeedEvent.MATCHES: NeedState.MATCHED,
        NeedEvent.NOTHING_FITS: NeedState.UNMATCHED,
        NeedEvent.UNCLEAR: NeedState.UNCLEAR,
        NeedEvent.NOT_A_NEED: NeedState.NO_NEED,
    },
    NeedState.MATCHED: {},
    NeedState.UNMATCHED: {},
    NeedState.UNCLEAR: {},
    NeedState.NO_NEED: {},
}

INTRODUCTION: Table[IntroductionState, IntroductionEvent] = {
    IntroductionState.APPROVED: {
        IntroductionEvent.OPENED: IntroductionState.INTRODUCED,
        IntroductionEvent.OUT_OF_REACH: IntroductionState.WITH_ADVISOR,
    },
    IntroductionState.INTRODUCED: {},
    IntroductionState.WITH_ADVISOR: {},
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


def mermaid(table: Table[State, Event]) -> str:
    """The table as a Mermaid state diagram, in table order."""
    first = next(iter(table))
    lines = ["stateDiagram-v2", f"    [*] --> {first}"]
    for state, steps in table.items():
        lines += [f"    {state} --> {after}: {event}" for event, after in steps.items()]
        if not steps:
            lines.append(f"    {state} --> [*]")
    return "\n".join(lines)
