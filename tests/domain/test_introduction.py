from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.introduction import ByHand, Decline, Introduction, Wait, colleague_id, introduction_id
from bot.domain.lifecycle import INTRODUCTION, IllegalStep, IntroductionEvent, IntroductionState
from bot.domain.people import Hurdle, Reach, Side
from tests.stand_ins import DRYING, FIRST, FIRST_EXPERT, MORNING, a_card, an_introduction

Step = Callable[[Introduction], Introduction]

DUE = MORNING + timedelta(days=2)
ELSEWHERE = Hurdle(Side.COMPANY, Reach.ELSEWHERE)

STEPS: dict[str, Step] = {
    "approved": lambda each: each.approved(a_card(), DUE),
    "waits": lambda each: each.waiting(Wait.PAUSED, DUE),
    "called": lambda each: each.called(DUE),
    "asked": lambda each: each.asked(FIRST, FIRST_EXPERT, DUE),
    "at_once": lambda each: each.opened_at_once(FIRST, FIRST_EXPERT),
    "postponed": lambda each: each.postponed(date(2026, 4, 1)),
    "declined": lambda each: each.declined(Decline.NO_TIME),
    "out_of_reach": lambda each: each.handed_over(IntroductionEvent.OUT_OF_REACH, ByHand.OUT_OF_REACH, ELSEWHERE),
    "opened": lambda each: each.opened("G1", "200.1"),
    "accepted": lambda each: each.after(IntroductionEvent.ACCEPTED),
    "redirected": lambda each: each.after(IntroductionEvent.REDIRECTED),
    "met": lambda each: each.after(IntroductionEvent.MET),
    "closed": lambda each: each.after(IntroductionEvent.CLOSED),
}


def in_state(state: IntroductionState) -> Introduction:
    return replace(an_introduction(), state=state)


@pytest.mark.parametrize("state", IntroductionState)
@pytest.mark.parametrize("name", STEPS)
def test_a_step_goes_where_the_table_says_and_is_counted(state: IntroductionState, name: str) -> None:
    event, before = IntroductionEvent(name), in_state(state)
    if before.may(event):
        after = STEPS[name](before)
        assert (after.state, after.step) == (INTRODUCTION[state][event], before.step + 1)
    else:
        with pytest.raises(IllegalStep):
            STEPS[name](before)


@given(st.lists(st.sampled_from([step for name, step in STEPS.items() if name != "approved"])))
def test_the_card_stays_as_it_was_approved(steps: list[Step]) -> None:
    introduction = an_introduction()
    for step in steps:
        try:
            introduction = step(introduction)
        except IllegalStep:
            continue

    assert introduction.card == an_introduction().card


def test_asking_ends_the_waiting_and_sets_the_promise() -> None:
    asked = an_introduction().waiting(Wait.CAP, None).asked(FIRST, FIRST_EXPERT, DUE)

    assert (asked.waits, asked.due_at, asked.expert_user) == (None, DUE, FIRST_EXPERT)


def test_a_next_choice_that_is_called_is_one_no_more() -> None:
    waiting = replace(an_introduction(), waits=Wait.NEXT)

    assert waiting.is_next_choice
    assert not waiting.called(DUE).is_next_choice


def test_a_handed_over_introduction_knows_whose_hurdle_it_is() -> None:
    assert STEPS["out_of_reach"](an_introduction()).hurdle == ELSEWHERE


@pytest.mark.parametrize(
    ("state", "by_hand", "open_to_answer"),
    [
        (IntroductionState.ASKED, None, True),
        (IntroductionState.POSTPONED, None, True),
        (IntroductionState.WITH_ADVISOR, ByHand.NO_ANSWER, True),
        (IntroductionState.WITH_ADVISOR, ByHand.TAKEN_OVER, True),
        (IntroductionState.WITH_ADVISOR, ByHand.OUT_OF_REACH, False),
        (IntroductionState.ACCEPTED, None, False),
        (IntroductionState.EXPIRED, None, False),
    ],
)
def test_an_expert_may_answer_late_while_an_advisor_asks_them(
    state: IntroductionState,
    by_hand: ByHand | None,
    open_to_answer: bool,  # noqa: FBT001 - a case
) -> None:
    assert replace(in_state(state), by_hand=by_hand).can_be_answered is open_to_answer


@pytest.mark.parametrize("state", IntroductionState)
def test_what_has_no_way_on_is_over(state: IntroductionState) -> None:
    assert in_state(state).is_over == (not INTRODUCTION[state])


def test_other_matches_other_needs_and_a_colleague_are_other_choices() -> None:
    ids = {introduction_id(need, entry) for need in ("N1", "N11") for entry in (DRYING, FIRST)}

    assert len({*ids, colleague_id(introduction_id("N1", DRYING))}) == 5


def test_what_is_proposed_anew_has_an_id_of_its_own_and_what_was_first_keeps_its_id() -> None:
    ids = [introduction_id("N1", DRYING, before) for before in range(12)]

    assert ids[0] == introduction_id("N1", DRYING)
    assert len({*ids, *map(colleague_id, ids)}) == 24


@pytest.mark.parametrize("state", IntroductionState)
def test_it_goes_with_its_need_until_somebody_meets_or_an_advisor_is_to_ask_by_hand(state: IntroductionState) -> None:
    alone = replace(in_state(state), advisor=None)

    assert alone.goes_with_need == (state in {"approved", "asked", "postponed", "with_advisor"})
    assert in_state(state).goes_with_need == (state in {"approved", "asked", "postponed"})
