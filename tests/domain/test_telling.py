from dataclasses import replace

import pytest

from bot.domain.lifecycle import INTRODUCTION, IntroductionEvent, IntroductionState
from bot.domain.message import AUDIENCE, ERASURES, UPDATES, Topic
from bot.domain.telling import CHANGED_FROM, HOLDS_WORDS, TOLD, cards_changed, makes_sense, told_after
from tests.stand_ins import an_introduction

STEPS = [(state, event) for state, events in INTRODUCTION.items() for event in events]


def test_every_event_says_who_is_told_of_it() -> None:
    assert set(TOLD) == set(IntroductionEvent)


@pytest.mark.parametrize(("state", "event"), STEPS)
def test_what_a_step_tells_makes_sense_in_the_state_it_leads_to(
    state: IntroductionState, event: IntroductionEvent
) -> None:
    told = told_after(replace(an_introduction(), state=state), event)

    assert all(makes_sense(topic, INTRODUCTION[state][event]) for topic in told)


@pytest.mark.parametrize("state", ["introduced", "met"])
def test_closing_after_an_introduction_asks_both_sides(state: str) -> None:
    told = told_after(replace(an_introduction(), state=IntroductionState(state)), IntroductionEvent.CLOSED)

    assert told == (Topic.THREAD_ENDED, Topic.COMPANY_QUESTIONS, Topic.EXPERT_QUESTIONS)


def test_closing_before_one_tells_the_company() -> None:
    assert Topic.ENDED_BY_ADVISOR in told_after(an_introduction(), IntroductionEvent.CLOSED)


def test_a_second_thread_is_not_announced_again() -> None:
    introduced = replace(an_introduction(), state=IntroductionState.INTRODUCED)

    assert told_after(introduced, IntroductionEvent.OPENED) == ()


def test_every_card_of_an_introduction_is_changed_from_some_state() -> None:
    about_needs = {Topic.PROGRESS_CHANGED, Topic.ANSWER_CHANGED, Topic.ENQUIRY_CHANGED, Topic.CONSENT_CHANGED}

    others = {Topic.ANSWER_PUT_RIGHT, Topic.NEED_CHANGED, Topic.LABELS_CHANGED}
    assert set(CHANGED_FROM) == set(UPDATES) - about_needs - others


@pytest.mark.parametrize("event", [IntroductionEvent.ADVISOR_CHANGED, IntroductionEvent.OPENED])
def test_the_first_post_of_the_old_thread_stays_as_it_was(event: IntroductionEvent) -> None:
    introduced = replace(an_introduction(), state=IntroductionState.INTRODUCED)

    assert Topic.INTRODUCTION_CHANGED not in cards_changed(introduced, event)
    assert Topic.INTRODUCTION_CHANGED in cards_changed(introduced, IntroductionEvent.CLOSED)


def test_what_holds_words_can_be_erased_and_is_never_brought_up_to_date() -> None:
    assert {AUDIENCE[topic] for topic in HOLDS_WORDS} <= set(ERASURES)
    assert not HOLDS_WORDS & {*UPDATES, *UPDATES.values()}
