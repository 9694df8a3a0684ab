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

LEGAL_FOR_NEED = {
    (NeedState.ASKED, NeedEvent.MATCHES): NeedState.MATCHED,
    (NeedState.ASKED, NeedEvent.NOTHING_FITS): NeedState.UNMATCHED,
    (NeedState.ASKED, NeedEvent.UNCLEAR): NeedState.UNCLEAR,
    (NeedState.ASKED, NeedEvent.NOT_A_NEED): NeedState.NO_NEED,
}
LEGAL_FOR_INTRODUCTION = {
    (IntroductionState.APPROVED, IntroductionEvent.OPENED): IntroductionState.INTRODUCED,
    (IntroductionState.APPROVED, IntroductionEvent.OUT_OF_REACH): IntroductionState.WITH_ADVISOR,
}


@pytest.mark.parametrize(("state", "event"), list(product(NeedState, NeedEvent)))
def test_a_need_takes_the_legal_steps_and_no_others(state: NeedState, event: NeedEvent) -> None:
    check_step(NEED, state, event, LEGAL_FOR_NEED.get((state, event)))


@pytest.mark.parametrize(("state", "event"), list(product(IntroductionState, IntroductionEvent)))
def test_an_introduction_takes_the_legal_steps_and_no_others(
    state: IntroductionState, event: IntroductionEvent
) -> None:
    check_step(INTRODUCTION, state, event, LEGAL_FOR_INTRODUCTION.get((state, event)))


@pytest.mark.parametrize(("table", "states"), [(NEED, NeedState), (INTRODUCTION, IntroductionState)])
def test_every_state_stands_in_its_table(table: Table[StrEnum, StrEnum], states: type[StrEnum]) -> None:
    assert set(table) == set(states)


def test_a_need_has_an_event_for_each_outcome_of_the_matcher() -> None:
    assert {event.value for event in NeedEvent} == set(get_args(Outcome))


@given(st.lists(st.sampled_from(NeedEvent)))
def test_a_need_ends_in_a_known_state_whatever_happens(events: list[NeedEvent]) -> None:
    check_walk(NEED, NeedState.ASKED, events)


@given(st.lists(st.sampled_from(IntroductionEvent)))
def test_an_introduction_ends_in_a_known_state_whatever_happens(events: list[IntroductionEvent]) -> None:
    check_walk(INTRODUCTION, IntroductionState.APPROVED, events)


def test_an_illegal_step_names_the_state_and_the_event() -> None:
    step = IllegalStep(NeedState.MATCHED, NeedEvent.UNCLEAR)

    assert (step.state, step.event) == ("matched", "unclear")
    assert "unclear" in str(step)
    assert "matched" in str(step)


def test_the_diagram_is_drawn_from_the_table() -> None:
    assert mermaid(INTRODUCTION).splitlines() == [
        "stateDiagram-v2",
        "    [*] --> approved",
        "    approved --> introduced: opened",
        "    approved --> with_advisor: out_of_reach",
        "    introduced --> [*]",
        "    with_advisor --> [*]",
    ]


def test_the_diagram_of_a_need_starts_where_a_need_starts() -> None:
    assert mermaid(NEED).splitlines()[1] == "    [*] --> asked"


def check_step(table: Table[StrEnum, StrEnum], state: StrEnum, event: StrEnum, after: StrEnum | None) -> None:
    if after is not None:
        assert advance(table, state, event) is after
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
