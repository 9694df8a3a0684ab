from enum import StrEnum
from itertools import product
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.lifecycle import (
    INTRODUCTION,
    NEED,
    IllegalStep,
    IntroductionEvent,
    IntroductionState,
    NeedEvent,
    NeedState,
    Table,
    advance,
    mermaid,
)
from matcher.answer import Outcome

# Written out by hand, state by state, beside the tables that they check.
LEGAL_FOR_NEED = {
    "filed": "consented:asked withdrawn closed merged:closed",
    "asked": "matches:matched nothing_fits:unmatched unclear:unclear not_a_need:no_need withdrawn closed merged:closed",
    "matched": "said_more:closed corrected:matched referred:closed withdrawn closed merged:closed",
    "unmatched": "said_more:closed corrected:matched referred:closed withdrawn closed merged:closed",
    "unclear": "said_more:closed corrected:matched referred:closed withdrawn closed merged:closed",
    "no_need": "",
    "withdrawn": "",
    "closed": "",
}
LEGAL_FOR_INTRODUCTION = {
    "proposed": "approved withdrawn closed",
    "approved": "waits:approved called:approved asked at_once:accepted expired no_turn:with_advisor"
    " out_of_reach:with_advisor taken_over:with_advisor withdrawn closed",
    "asked": "accepted postponed redirected declined expired unanswered:with_advisor out_of_reach:with_advisor"
    " taken_over:with_advisor withdrawn closed",
    "postponed": "resumed:accepted accepted postponed redirected declined out_of_reach:with_advisor"
    " taken_over:with_advisor withdrawn closed",
    "accepted": "opened:introduced out_of_reach:with_advisor withdrawn closed",
    "with_advisor": "accepted_by_hand:introduced accepted postponed redirected declined withdrawn closed",
    "introduced": "advisor_changed:introduced opened:introduced met withdrawn closed",
    "met": "advisor_changed:met opened:met withdrawn closed",
    "declined": "",
    "redirected": "",
    "expired": "",
    "withdrawn": "",
    "closed": "",
}


def legal(table: dict[str, str], state: str, event: str) -> str | None:
    steps = dict(step.partition(":")[::2] for step in table[state].split())
    return (steps[event] or event) if event in steps else None


@pytest.mark.parametrize(("state", "event"), list(product(NeedState, NeedEvent)))
def test_a_need_takes_the_legal_steps_and_no_others(state: NeedState, event: NeedEvent) -> None:
    check_step(NEED, state, event, legal(LEGAL_FOR_NEED, state, event))


@pytest.mark.parametrize(("state", "event"), list(product(IntroductionState, IntroductionEvent)))
def test_an_introduction_takes_the_legal_steps_and_no_others(
    state: IntroductionState, event: IntroductionEvent
) -> None:
    check_step(INTRODUCTION, state, event, legal(LEGAL_FOR_INTRODUCTION, state, event))


@pytest.mark.parametrize(("table", "states"), [(NEED, NeedState), (INTRODUCTION, IntroductionState)])
def test_every_state_stands_in_its_table(table: Table[StrEnum, StrEnum], states: type[StrEnum]) -> None:
    assert set(table) == set(states)


@pytest.mark.parametrize(("table", "first"), [(NEED, "filed"), (INTRODUCTION, "proposed")])
def test_every_state_can_be_reached(table: Table[StrEnum, StrEnum], first: str) -> None:
    reached = {state for steps in table.values() for state in steps.values()}

    assert reached | {first} == set(table)


@pytest.mark.parametrize("state", [state for state, steps in INTRODUCTION.items() if steps])
def test_what_is_not_over_can_be_withdrawn_and_closed(state: IntroductionState) -> None:
    assert {IntroductionEvent.WITHDRAWN, IntroductionEvent.CLOSED} <= set(INTRODUCTION[state])


def test_a_need_has_an_event_for_each_outcome_of_the_matcher() -> None:
    assert set(get_args(Outcome)) <= {event.value for event in NeedEvent}


@pytest.mark.parametrize("state", [state for state, steps in NEED.items() if steps])
def test_a_need_that_is_open_can_be_withdrawn_closed_and_merged(state: NeedState) -> None:
    assert {NeedEvent.WITHDRAWN, NeedEvent.CLOSED, NeedEvent.MERGED} <= set(NEED[state])


@given(st.lists(st.sampled_from(NeedEvent)))
def test_a_need_ends_in_a_known_state_whatever_happens(events: list[NeedEvent]) -> None:
    check_walk(NEED, NeedState.FILED, events)


@given(st.lists(st.sampled_from(IntroductionEvent)))
def test_an_introduction_ends_in_a_known_state_whatever_happens(events: list[IntroductionEvent]) -> None:
    check_walk(INTRODUCTION, IntroductionState.APPROVED, events)


def test_an_illegal_step_names_the_state_and_the_event() -> None:
    step = IllegalStep(NeedState.MATCHED, NeedEvent.UNCLEAR)

    assert (step.state, step.event) == ("matched", "unclear")
    assert "unclear" in str(step)
    assert "matched" in str(step)


def test_the_diagram_is_drawn_from_the_table_with_one_arrow_for_events_that_lead_the_same_way() -> None:
    table = {NeedState.UNCLEAR: NEED[NeedState.UNCLEAR], NeedState.CLOSED: {}}

    assert mermaid(table, NeedState.UNCLEAR).splitlines() == [
        "stateDiagram-v2",
        "    [*] --> unclear",
        "    unclear --> closed: said_more, referred, closed, merged",
        "    unclear --> matched: corrected",
        "    unclear --> withdrawn: withdrawn",
        "    closed --> [*]",
    ]


def check_step(table: Table[StrEnum, StrEnum], state: StrEnum, event: StrEnum, after: str | None) -> None:
    if after is not None:
        assert advance(table, state, event) == after
        return
    with pytest.raises(IllegalStep):
        advance(table, state, event)


def check_walk(table: Table[StrEnum, StrEnum], first: StrEnum, events: list[StrEnum]) -> None:
    """Every state on the way is known, and one without a way out is never left."""
    state, closed = first, False
    for event in events:
        try:
            after = advance(table, state, event)
        except IllegalStep:
            after = state
        assert after in table
        assert not (closed and after is not state)
        state, closed = after, not table[after]
