from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.introduction import Introduction
from bot.domain.lifecycle import IntroductionState, NeedState
from bot.domain.need import Need
from bot.domain.showing import ForAdvisors
from bot.domain.triage import Outcome, Triage
from bot.slack.views.desk.announcement import need_posting
from bot.slack.views.desk.opening import OPEN, TAKE
from tests.slack.answers import (
    CAMPUS,
    DYEING,
    FOUND,
    HOSTILE,
    MISSED,
    NO_NEED,
    NOON,
    PRIVATE,
    a_need,
    an_introduction,
    to_advisors,
)
from tests.slack.cases import an_enquiry
from tests.slack.checking import identifiers, shown

TAKEN = Triage("N7", advisor="U0ADVISOR")


def told(need: Need, *introductions: Introduction, triage: Triage | None = None, **more: object) -> ForAdvisors:
    return replace(to_advisors(need=need), introductions=introductions, introduction=None, triage=triage, **more)


def text_of(need: Need, *introductions: Introduction, triage: Triage | None = None, **more: object) -> str:
    return shown(need_posting(told(need, *introductions, triage=triage, **more), CAMPUS))


def buttons_of(need: Need, triage: Triage | None = None) -> set[str]:
    return set(identifiers(need_posting(told(need, triage=triage), CAMPUS).blocks))


def test_what_is_over_waits_for_nobody_to_take_it() -> None:
    over = replace(a_need(FOUND), state=NeedState.CLOSED)

    assert "Taken by" not in text_of(over)
    assert "Taken by: <@U0ADVISOR>" in text_of(over, triage=TAKEN)


def test_a_need_is_told_with_who_asked_where_when_and_what_fits() -> None:
    text = text_of(a_need(FOUND))

    assert "# Need N7: answered with matches\nTaken by: nobody yet\n" in text
    assert "From <@U0COMPANY>  ·  2 March, 13:00  ·  a mention, <#C1>" in text
    assert "Forty chair backs in oak" in text
    assert "*Computer-controlled milling of wood* — Timber Workshop: Good match" in text


def test_a_need_in_swedish_is_told_in_swedish() -> None:
    text = text_of(a_need(FOUND, language="sv"))

    assert "# Behov N7: besvarat med träffar" in text
    assert "Taget av: ingen än" in text
    assert "[Ta det]  [Öppna]" in text


def test_a_free_need_can_be_taken_and_a_taken_one_only_opened() -> None:
    assert buttons_of(a_need(FOUND)) == {TAKE, OPEN}
    assert buttons_of(a_need(FOUND), TAKEN) == {OPEN}
    assert "Taken by: <@U0ADVISOR>" in text_of(a_need(FOUND), triage=TAKEN)


def test_a_need_that_is_over_can_be_opened_and_says_how_it_ended() -> None:
    over = replace(a_need(FOUND), state=NeedState.CLOSED)
    helped = Triage("N7", outcome=Outcome.HELPED_OTHERWISE)

    assert buttons_of(over) == {OPEN}
    assert "# Need N7: closed, helped in another way" in text_of(over, triage=helped)


def test_a_need_that_nothing_fits_is_told_with_what_came_near() -> None:
    text = text_of(a_need(MISSED, text="Titanium"))

    assert "# Need N7: nothing fits" in text
    assert "Mind the quality level: you ask for GMP" in text
    assert "The company has been told that an advisor answers." in text


def test_advisors_are_told_when_nothing_came_near() -> None:
    nothing = replace(a_need(NO_NEED), state=NeedState.UNMATCHED)

    assert "Nothing in the catalogue comes near." in text_of(nothing)


def test_a_private_need_shows_no_channel() -> None:
    assert "a mention, in private" in text_of(a_need(MISSED, PRIVATE))


def test_introductions_are_told_with_where_they_stand_and_what_was_promised() -> None:
    text = text_of(a_need(FOUND), an_introduction(), an_introduction(DYEING, state=IntroductionState.DECLINED))

    assert "Timber Workshop: asked; answer promised by Wednesday 4 March, 13:00" in text
    assert "*Dyeing cloth with plants* — Dye Garden: no" in text


def test_a_promise_that_was_kept_is_told_no_more() -> None:
    text = text_of(a_need(FOUND), an_introduction(state=IntroductionState.INTRODUCED))

    assert "Timber Workshop: introduced" in text
    assert "promised" not in text


def test_of_many_introductions_the_newest_are_told() -> None:
    text = text_of(a_need(FOUND), *[an_introduction()] * 20)

    assert text.count("asked; answer promised by Wednesday") == 8
    assert "and 12 earlier ones" in text


def test_a_question_to_the_company_is_told_without_its_words() -> None:
    asked = (an_enquiry(question="How many a year?"),)
    answered = (an_enquiry(answer="Four hundred", answered_at=NOON),)

    assert "A question to the company: no answer yet" in text_of(a_need(FOUND), enquiries=asked)
    assert "A question to the company: answered, see the thread" in text_of(a_need(FOUND), enquiries=answered)
    assert "Four hundred" not in text_of(a_need(FOUND), enquiries=answered)


def test_what_sleeps_what_is_linked_and_who_wrote_it_down_is_told() -> None:
    triage = replace(TAKEN, snoozed_until=(NOON + timedelta(days=7)).date(), same_as="N3")
    text = text_of(replace(a_need(FOUND), filed_by="U0ADVISOR"), triage=triage)

    assert "Taken by: <@U0ADVISOR>, asleep until Monday 9 March" in text
    assert "Asks the same as: N3" in text
    assert "Written down by <@U0ADVISOR>" in text


def test_erased_words_are_said_to_be_erased() -> None:
    assert "The words have been erased." in text_of(a_need(FOUND, text=""))


def test_a_match_that_an_advisor_put_there_claims_no_certainty() -> None:
    chosen = replace(FOUND, matches=(replace(FOUND.matches[0], confidence=0.0),))

    assert "Good match" not in text_of(a_need(chosen))


@pytest.mark.parametrize("state", NeedState)
@pytest.mark.parametrize("language", ["en", "sv"])
def test_every_state_is_one_that_slack_takes_with_hostile_words_and_a_very_long_need(
    state: NeedState, language: str
) -> None:
    need = replace(a_need(FOUND, text=(HOSTILE + " ") * 1000, language=language), state=state)  # type: ignore[arg-type] - one of the two

    assert text_of(need, *[an_introduction()] * 60, triage=TAKEN)
