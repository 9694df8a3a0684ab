from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.introduction import Introduction, introduction_id
from bot.domain.lifecycle import IllegalStep, IntroductionState
from bot.domain.people import Reach
from tests.stand_ins import DRYING, FIRST, an_introduction

Step = Callable[[Introduction], Introduction]

opened: Step = lambda introduction: introduction.opened("G1", "200.1")  # noqa: E731 - named for the test's id
handed_over: Step = lambda introduction: introduction.handed_over(Reach.ELSEWHERE)  # noqa: E731 - as above


def test_an_opened_introduction_knows_its_thread() -> None:
    assert opened(an_introduction()).thread == ("G1", "200.1")
    assert opened(an_introduction()).state is IntroductionState.INTRODUCED


def test_a_handed_over_introduction_knows_its_hurdle() -> None:
    assert handed_over(an_introduction()).hurdle is Reach.ELSEWHERE
    assert handed_over(an_introduction()).state is IntroductionState.WITH_ADVISOR


@pytest.mark.parametrize("first", [opened, handed_over])
@pytest.mark.parametrize("second", [opened, handed_over])
def test_an_introduction_goes_one_way_once(first: Step, second: Step) -> None:
    gone = first(an_introduction())

    with pytest.raises(IllegalStep):
        second(gone)


@given(st.lists(st.sampled_from([opened, handed_over])))
def test_the_brief_stays_as_it_was_approved(steps: list[Step]) -> None:
    introduction = an_introduction()
    for step in steps:
        try:
            introduction = step(introduction)
        except IllegalStep:
            continue

    assert introduction.brief == an_introduction().brief
    assert (introduction.thread is not None) == (introduction.state is IntroductionState.INTRODUCED)


def test_choosing_a_match_twice_is_one_choice() -> None:
    assert introduction_id("N1", DRYING) == introduction_id("N1", DRYING)


def test_other_matches_and_other_needs_are_other_choices() -> None:
    ids = {introduction_id(need, entry) for need in ("N1", "N11") for entry in (DRYING, FIRST)}

    assert len(ids) == 4
