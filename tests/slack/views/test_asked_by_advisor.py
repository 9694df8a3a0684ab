"""What a company reads when an advisor acts on its need: suggestions, a question, a need written down for it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.enquiry import Enquiry
from bot.domain.introduction import Introduction
from bot.domain.lifecycle import IntroductionState, NeedState
from bot.domain.message import Message, Topic
from bot.domain.need import Need
from bot.slack.rendering import render
from bot.slack.views import answer, consent, corrected, enquiry, progress, suggestion
from tests.slack.answers import (
    CAMPUS,
    DYEING,
    FOUND,
    HOSTILE,
    MILLING,
    NO_NEED,
    NOON,
    PARTS,
    WORKSHOP,
    a_need,
    an_introduction,
    dyeing,
    milling,
    strength,
    to_company,
)
from tests.slack.checking import identifiers, shown, shown_view

QUESTION = Enquiry("N7", "", NOON, "How thick are they?")


def suggested(state: IntroductionState = IntroductionState.PROPOSED) -> Introduction:
    return replace(an_introduction(DYEING, state=state, suggested_by="U0ADVISOR"), card=None)


def filed(state: NeedState = NeedState.FILED) -> str:
    return shown(consent.consent_posting(to_company(need=replace(a_need(FOUND), state=state, answer=None))))


def test_what_an_advisor_suggests_stands_in_the_advisors_order_and_all_of_it() -> None:
    theirs = replace(FOUND, matches=(dyeing, strength, milling))

    text = shown(answer.corrected_posting(a_need(theirs), theirs, WORKSHOP))

    assert "An innovation advisor has read your need" in text
    assert text.index("Dyeing cloth") < text.index("Strength tests") < text.index("Computer-controlled milling")


def test_five_suggestions_fit_into_a_message() -> None:
    theirs = replace(FOUND, matches=(milling,) * 5)

    assert shown(answer.corrected_posting(a_need(theirs), theirs, WORKSHOP)).count("Introduce me") == 5


def test_what_nobody_has_measured_is_not_said_to_fit() -> None:
    theirs = replace(FOUND, matches=(replace(dyeing, confidence=0.0),))

    assert "Possible" not in shown(answer.corrected_posting(a_need(theirs), theirs, WORKSHOP))


def test_the_notice_of_a_suggestion_names_whom_and_opens_the_list() -> None:
    posting = corrected.advisor_suggests_posting(a_need(PARTS, language="sv"), WORKSHOP)

    assert "Växtfärgning av tyg" in shown(posting)
    assert list(identifiers(posting.blocks)) == [answer.SEE_ALL]


def test_an_introduction_that_an_advisor_suggests_is_said_to_be_theirs() -> None:
    told = to_company(suggested())
    assert told.about is not None

    text = shown(suggestion.suggestion_posting(told, told.about, CAMPUS))

    assert "An innovation advisor suggests that you ask Dyeing cloth with plants" in text
    assert "U0ADVISOR" not in text
    assert "Suggested by an innovation advisor." in shown(progress.progress_posting(told, CAMPUS))


@pytest.mark.parametrize(
    ("state", "said"),
    [(IntroductionState.WITHDRAWN, "You left this suggestion."), (IntroductionState.APPROVED, "You approved")],
)
def test_a_suggestion_of_an_advisor_that_was_decided_has_no_buttons(state: IntroductionState, said: str) -> None:
    told = to_company(suggested(state))

    posting = render(Message(Topic.SUGGESTION_CHANGED, "N7", f"N7/{DYEING}"), told, CAMPUS)

    assert said in shown(posting)
    assert list(identifiers(posting.blocks)) == []


def test_a_question_of_an_advisor_is_quoted_with_the_need_and_who_reads_the_answer() -> None:
    posting = enquiry.enquiry_posting(a_need(FOUND), QUESTION)

    assert "How thick are they?" in shown(posting)
    assert "It is about: “Forty chair backs in oak”" in shown(posting)
    assert "Only the innovation advisors read what you answer." in shown(posting)
    assert list(identifiers(posting.blocks)) == [enquiry.ANSWER]


@pytest.mark.parametrize(
    ("answered", "need", "said"),
    [
        (replace(QUESTION, answer="Thin.", answered_at=NOON), a_need(FOUND), "Thin."),
        (replace(QUESTION, answered_at=NOON), a_need(FOUND), "No answer is needed any more."),
        (QUESTION, a_need(NO_NEED), "No answer is needed any more."),
    ],
)
def test_a_question_that_waits_for_nothing_has_no_button(answered: Enquiry, need: Need, said: str) -> None:
    posting = enquiry.enquiry_posting(need, answered)

    assert said in shown(posting)
    assert list(identifiers(posting.blocks)) == []


@given(st.text(max_size=200))
def test_any_words_make_a_question_that_slack_takes(text: str) -> None:
    asked = replace(QUESTION, question=text + HOSTILE)
    need = a_need(FOUND, text=text + HOSTILE)

    assert shown(enquiry.enquiry_posting(need, asked))
    assert shown(enquiry.enquiry_posting(need, replace(asked, answer=text + HOSTILE, answered_at=NOON)))
    assert shown_view(enquiry.answer_modal(need, asked))


def test_the_thanks_for_an_answer_are_short() -> None:
    posting = enquiry.answer_received_posting(a_need(FOUND, language="sv"))

    assert shown(posting) == "Tack. Innovationsrådgivarna har fått ert svar."


def test_what_was_written_down_for_a_company_is_shown_with_what_a_yes_means() -> None:
    text = filed()

    assert "Forty chair backs in oak" in text
    assert "Nobody is asked before you have read and approved what they will see." in text
    assert "only that advisor knows of it" in text


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (NeedState.ASKED, "You said yes."),
        (NeedState.MATCHED, "You said yes."),
        (NeedState.WITHDRAWN, "You said no"),
        (NeedState.CLOSED, "An innovation advisor has closed this."),
    ],
)
def test_what_was_decided_stands_in_place_of_the_two_buttons(state: NeedState, said: str) -> None:
    text = filed(state)

    assert said in text
    assert "Yes, please look" not in text


@pytest.mark.parametrize("topic", [Topic.ENQUIRY, Topic.ENQUIRY_CHANGED, Topic.CONSENT, Topic.CONSENT_CHANGED])
def test_a_company_is_not_told_who_of_the_advisors_it_was(topic: Topic) -> None:
    told = replace(to_company(an_introduction(MILLING)), enquiry=QUESTION)

    assert "U0ADVISOR" not in shown(render(Message(topic, "N7"), told, CAMPUS))
