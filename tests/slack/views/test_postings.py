from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.people import Contact, Reach
from bot.slack.blocks import Posting
from bot.slack.views import advisors, company_notes
from bot.slack.views.home import ASK, home_view, prompts
from bot.slack.views.introduction import introduction_posting
from tests.slack.answers import (
    DYEING,
    FOUND,
    HOSTILE,
    JOINER,
    MILLING,
    MISSED,
    NO_NEED,
    PRIVATE,
    WORKSHOP,
    a_need,
    an_introduction,
)
from tests.slack.checking import identifiers, shown, shown_view

CONTACT = Contact(JOINER, slack="U0EXPERT", email="joiner@example.com")


def by_hand(hurdle: Reach = Reach.UNLINKED, contact: Contact | None = CONTACT, brief: str = "Oak.") -> Posting:
    introduction = replace(an_introduction(brief=brief), hurdle=hurdle)
    return advisors.by_hand_posting(a_need(FOUND), introduction, contact, WORKSHOP)


def test_the_thread_begins_with_brief_people_agenda_and_what_to_bring() -> None:
    text = shown(introduction_posting(a_need(FOUND), an_introduction(), WORKSHOP))

    assert "Forty chair backs in oak." in text
    assert "<@U0COMPANY> — the company that asks" in text
    assert "<@U0EXPERT> — master joiner, Timber Workshop" in text
    assert "<@U0ADVISOR> — innovation advisor" in text
    assert "5 minutes: the company says" in text
    assert "The company brings: A drawing and the material." in text


def test_the_thread_without_an_advisor_names_two_people() -> None:
    alone = replace(an_introduction(), advisor=None)

    assert shown(introduction_posting(a_need(FOUND), alone, WORKSHOP)).count("<@") == 2


def test_the_thread_is_in_the_language_of_the_need() -> None:
    text = shown(introduction_posting(a_need(FOUND, language="sv"), an_introduction(), WORKSHOP))

    assert "snickarmästare, Träverkstaden" in text
    assert "7 minuter: experten berättar" in text


def test_an_expert_who_was_chosen_brings_nothing_of_the_company() -> None:
    assert "brings" not in shown(introduction_posting(a_need(FOUND), an_introduction(JOINER), WORKSHOP))


def test_the_notification_of_a_thread_tells_nothing_of_the_brief() -> None:
    posting = introduction_posting(a_need(FOUND), an_introduction(brief="a secret"), WORKSHOP)

    assert "secret" not in posting.text


def test_advisors_see_a_need_in_its_words_with_what_came_near() -> None:
    text = shown(advisors.unmatched_posting(a_need(MISSED, text="Titanium"), WORKSHOP))

    assert "Nothing fits: need N7" in text
    assert "<@U0COMPANY>" in text
    assert "a mention, <#C1>" in text
    assert "Gives no certificate." in text


def test_advisors_are_told_when_nothing_came_near() -> None:
    assert "Nothing in the catalogue comes near." in shown(advisors.unmatched_posting(a_need(NO_NEED), WORKSHOP))


def test_a_private_need_shows_no_channel() -> None:
    assert "a mention, in private" in shown(advisors.unmatched_posting(a_need(MISSED, PRIVATE), WORKSHOP))


def test_a_request_by_hand_has_everything_that_is_needed() -> None:
    text = shown(by_hand())

    for needed in ("<@U0COMPANY>", "master joiner", "<@U0EXPERT>", "joiner@example.com", "Oak.", "For: <@U0ADVISOR>"):
        assert needed in text
    assert "Why by hand: no account is linked to the expert" in text


def test_the_ready_emails_are_in_both_languages_and_do_not_name_the_company() -> None:
    emails = [block["elements"][0]["elements"][0]["text"] for block in by_hand().blocks[-2:]]

    assert emails[0].startswith("Subject: A company asks about Computer-controlled milling of wood")
    assert emails[1].startswith("Ämne: Ett företag frågar om Datorstyrd fräsning av trä")
    assert "U0COMPANY" not in "".join(emails)


def test_an_expert_without_a_contact_is_said_to_be_not_linked() -> None:
    unknown = replace(an_introduction("gone/away"), expert_user=None, expert=None)

    text = shown(advisors.by_hand_posting(a_need(FOUND), unknown, None, WORKSHOP))

    assert "Slack account: not linked" in text
    assert "nobody is named in the catalogue" in text


@pytest.mark.parametrize("hurdle", Reach)
@pytest.mark.parametrize("language", ["en", "sv"])
def test_every_hurdle_has_words_for_advisors_and_for_the_company(hurdle: Reach, language: str) -> None:
    introduction = replace(an_introduction(), hurdle=hurdle)
    need = a_need(FOUND, language=language)

    assert shown(advisors.by_hand_posting(need, introduction, None, WORKSHOP))
    assert shown(company_notes.advisor_answers_posting(need, introduction, WORKSHOP))


def test_a_breakdown_has_a_reference_and_the_words_that_were_kept() -> None:
    text = shown(advisors.breakdown_posting(a_need(FOUND, text="Forty chairs")))

    assert "Reference: N7" in text
    assert "Forty chairs" in text


def test_the_company_reads_who_is_in_the_thread_without_anybody_being_notified() -> None:
    text = shown(company_notes.thread_opened_posting(a_need(FOUND), an_introduction(), WORKSHOP))

    assert "the master joiner at Timber Workshop" in text
    assert "<@" not in text


def test_an_apology_has_a_reference() -> None:
    assert "Referens: N7" in shown(company_notes.apology_posting(a_need(FOUND, language="sv")))


@pytest.mark.parametrize("language", ["en", "sv"])
def test_the_home_tab_has_one_button(language: str) -> None:
    view = home_view(language)

    assert shown_view(view)
    assert list(identifiers(view)) == [ASK]
    assert 1 <= len(prompts(language)) <= 4


@given(st.text(max_size=100))
def test_hostile_words_are_shown_and_do_nothing(more: str) -> None:
    words = HOSTILE + more
    need, introduction = a_need(MISSED, text=words), an_introduction(DYEING, brief=words)

    assert shown(advisors.unmatched_posting(need, WORKSHOP))
    assert shown(advisors.breakdown_posting(need))
    assert shown(introduction_posting(need, introduction, WORKSHOP))
    assert shown(by_hand(brief=words))


def test_the_longest_need_fits_into_every_message() -> None:
    words = "ordinary words " * 1400
    need = a_need(MISSED, text=words)

    assert shown(advisors.unmatched_posting(need, WORKSHOP))
    assert shown(introduction_posting(need, an_introduction(MILLING, brief=words), WORKSHOP))
