from dataclasses import replace

import pytest

from bot.domain.message import Message, Topic
from bot.domain.showing import ForAdvisors
from bot.domain.triage import Triage
from bot.slack.rendering import Incomplete, render
from bot.slack.views.desk.handed_over import handed_over_posting
from bot.slack.views.desk.opening import OPEN
from bot.slack.views.referred import merged_posting, referred_posting
from tests.slack.answers import CAMPUS, FOUND, HOSTILE, NOON, WEDNESDAY, a_need, to_company
from tests.slack.cases import a_note
from tests.slack.checking import identifiers, shown


@pytest.mark.parametrize(("language", "said"), [("en", "An innovation advisor answers"), ("sv", "rådgivare svarar")])
def test_a_company_reads_the_advisors_answer_word_for_word(language: str, said: str) -> None:
    need = a_need(FOUND, language=language)  # type: ignore[arg-type] - one of the two

    text = shown(referred_posting(need, f"Turn to the shipyard. {HOSTILE}"))

    assert said in text
    assert "Turn to the shipyard. <!channel>" in text
    assert need.text in text


def test_an_answer_of_any_length_is_a_message_that_slack_takes() -> None:
    assert shown(referred_posting(a_need(FOUND, text="oak " * 5000), "x" * 3000))


@pytest.mark.parametrize(("language", "said"), [("en", "goes on in need N3"), ("sv", "går vidare i behov N3")])
def test_a_company_reads_in_which_of_its_needs_it_goes_on(language: str, said: str) -> None:
    need = a_need(FOUND, language=language)  # type: ignore[arg-type] - one of the two

    assert said in shown(merged_posting(replace(to_company(need=need), goes_on_in="N3")))


@pytest.mark.parametrize(("language", "said"), [("en", "handed over to you"), ("sv", "lämnats över till dig")])
def test_an_advisor_reads_what_was_handed_over_and_the_word_that_came_with_it(language: str, said: str) -> None:
    need = a_need(FOUND, language=language)  # type: ignore[arg-type] - one of the two
    notes = (a_note("Older.", at=NOON), a_note("They know you.", at=WEDNESDAY))
    posting = handed_over_posting(ForAdvisors(need, private_words=notes, triage=Triage("N7", "U0ADVISOR", WEDNESDAY)))

    assert said in shown(posting)
    assert "They know you." in shown(posting)
    assert "Older." not in shown(posting)
    assert OPEN in identifiers(posting.blocks)


def test_a_need_can_be_handed_over_without_a_word() -> None:
    assert "With a word" not in shown(handed_over_posting(ForAdvisors(a_need(FOUND))))


def test_an_answer_that_was_never_given_is_not_told() -> None:
    with pytest.raises(Incomplete):
        render(Message(Topic.REFERRED, "N7"), to_company(), CAMPUS)
