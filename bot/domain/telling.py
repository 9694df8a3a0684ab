"""Who is told what after each step of an introduction, as tables, and until when each message still makes sense."""

from collections.abc import Mapping
from typing import Final

from bot.domain.introduction import ByHand, Introduction
from bot.domain.lifecycle import NEED, IntroductionEvent, IntroductionState, NeedState
from bot.domain.message import Topic

_BY_HAND: Final = (Topic.REQUEST_BY_HAND, Topic.ADVISOR_ANSWERS)

#: What each step tells, beside the cards that it changes and the company's list of introductions.
TOLD: Final[Mapping[IntroductionEvent, tuple[Topic, ...]]] = {
    IntroductionEvent.APPROVED: (),
    IntroductionEvent.WAITS: (),
    IntroductionEvent.CALLED: (),
    IntroductionEvent.ASKED: (Topic.REQUEST,),
    IntroductionEvent.AT_ONCE: (Topic.INTRODUCTION,),
    IntroductionEvent.ACCEPTED: (Topic.INTRODUCTION,),
    IntroductionEvent.POSTPONED: (Topic.NOT_BEFORE,),
    IntroductionEvent.RESUMED: (Topic.INTRODUCTION,),
    IntroductionEvent.REDIRECTED: (),
    IntroductionEvent.DECLINED: (Topic.SAID_NO,),
    IntroductionEvent.EXPIRED: (Topic.NO_ANSWER,),
    IntroductionEvent.UNANSWERED: _BY_HAND,
    IntroductionEvent.NO_TURN: _BY_HAND,
    IntroductionEvent.OUT_OF_REACH: _BY_HAND,
    IntroductionEvent.TAKEN_OVER: _BY_HAND,
    IntroductionEvent.ACCEPTED_BY_HAND: (Topic.INTRODUCED_BY_HAND,),
    IntroductionEvent.OPENED: (Topic.THREAD_OPENED,),
    IntroductionEvent.ADVISOR_CHANGED: (Topic.ADVISOR_CHANGED, Topic.INTRODUCTION),
    IntroductionEvent.MET: (),
    IntroductionEvent.WITHDRAWN: (Topic.THREAD_ENDED,),
    IntroductionEvent.CLOSED: (Topic.THREAD_ENDED,),
}

#: Where both sides know each other.
TOGETHER: Final = frozenset({IntroductionState.INTRODUCED, IntroductionState.MET})
_WAITED_FOR: Final = frozenset({IntroductionState.APPROVED, IntroductionState.ASKED})

#: The cards that show an introduction, and the states in which a step changes what they say.
CHANGED_FROM: Final[Mapping[Topic, frozenset[IntroductionState]]] = {
    Topic.REQUEST_CHANGED: frozenset(IntroductionState),
    Topic.SUGGESTION_CHANGED: frozenset({IntroductionState.PROPOSED}),
    Topic.REQUEST_BY_HAND_CHANGED: frozenset({IntroductionState.WITH_ADVISOR}),
    Topic.LATE_CHANGED: _WAITED_FOR,
    Topic.INTRODUCTION_CHANGED: frozenset({IntroductionState.ACCEPTED, *TOGETHER}),
}

#: What shows somebody's words and is never brought up to date; when they are erased, nothing of it is left.
HOLDS_WORDS: Final = frozenset(
    {
        Topic.REMINDER,
        Topic.NOTHING_LEFT,
        Topic.PRIVATE_WORDS,
        Topic.ENQUIRY_ANSWERED,
        Topic.HANDED_OVER,
        Topic.BREAKDOWN,
        Topic.UNDELIVERABLE,
    }
)

#: In which states a message still makes sense when it is about to leave; topics that stand in no row always do.
MAKES_SENSE_IN: Final[Mapping[Topic, frozenset[IntroductionState]]] = {
    Topic.REQUEST: frozenset({IntroductionState.ASKED}),
    Topic.REMINDER: frozenset({IntroductionState.ASKED}),
    Topic.LATE: _WAITED_FOR,
    Topic.SUGGESTION: frozenset({IntroductionState.PROPOSED}),
    Topic.UNDECIDED: frozenset({IntroductionState.PROPOSED}),
    Topic.NOT_BEFORE: frozenset({IntroductionState.POSTPONED}),
    Topic.INTRODUCTION: frozenset({IntroductionState.ACCEPTED, *TOGETHER}),
    Topic.ADVISOR_CHANGED: TOGETHER,
    Topic.THREAD_OPENED: TOGETHER,
    Topic.INTRODUCED_BY_HAND: TOGETHER,
    Topic.REQUEST_BY_HAND: frozenset({IntroductionState.WITH_ADVISOR}),
    Topic.BY_HAND_WAITS: frozenset({IntroductionState.WITH_ADVISOR}),
    Topic.ADVISOR_ANSWERS: frozenset({IntroductionState.WITH_ADVISOR}),
    Topic.CHECK_BACK: frozenset({IntroductionState.INTRODUCED}),
    Topic.DID_YOU_MEET: frozenset({IntroductionState.INTRODUCED}),
}

#: Needs that an advisor can ask about or do something with, beside closing them: their company wants help.
UNDER_WAY: Final = frozenset(state for state in NEED if NEED[state] and state is not NeedState.FILED)

#: The same for what is about a need as such.
MAKES_SENSE_FOR: Final[Mapping[Topic, frozenset[NeedState]]] = {
    Topic.ADVISOR_SUGGESTS: frozenset({NeedState.MATCHED}),
    Topic.ENQUIRY: UNDER_WAY,
    Topic.CONSENT: frozenset({NeedState.FILED}),
    Topic.HANDED_OVER: frozenset(state for state in NEED if NEED[state]),
    Topic.CONSENT_REFUSED: frozenset({NeedState.FILED, NeedState.WITHDRAWN}),
}


def told_after(before: Introduction, event: IntroductionEvent) -> tuple[Topic, ...]:
    """What a step tells, given where it was taken from."""
    match event:
        case IntroductionEvent.CLOSED if before.state in TOGETHER:
            return (*TOLD[event], Topic.COMPANY_QUESTIONS, Topic.EXPERT_QUESTIONS)
        case IntroductionEvent.CLOSED:
            return (*TOLD[event], Topic.ENDED_BY_ADVISOR)
        case IntroductionEvent.OPENED if before.state in TOGETHER:
            # Another thread with another advisor: those who are in it see it.
            return ()
        case IntroductionEvent.ACCEPTED_BY_HAND if before.by_hand is ByHand.BOTH_AGREED:
            # The company has read of the yes, and hears from the advisor.
            return ()
        case _:
            return TOLD[event]


def cards_changed(before: Introduction, event: IntroductionEvent) -> tuple[Topic, ...]:
    """Which cards a step changes; the old thread's first post stays as it was when the advisor changes."""
    changed = [topic for topic, states in CHANGED_FROM.items() if before.state in states]
    if event in {IntroductionEvent.ADVISOR_CHANGED, IntroductionEvent.OPENED}:
        changed = [topic for topic in changed if topic is not Topic.INTRODUCTION_CHANGED]
    return tuple(changed)


def makes_sense(topic: Topic, state: IntroductionState) -> bool:
    """Whether a message still says something true and of use."""
    states = MAKES_SENSE_IN.get(topic)
    return states is None or state in states


def makes_sense_for(topic: Topic, state: NeedState) -> bool:
    """The same for a message about a need as such."""
    states = MAKES_SENSE_FOR.get(topic)
    return states is None or state in states
