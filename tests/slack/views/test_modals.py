import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.availability import Availability
from bot.domain.card import Why
from bot.domain.introduction import Decline
from bot.domain.need import Door, Need
from bot.domain.opening_hours import OpeningHours
from bot.domain.secrets import find_secrets
from bot.slack.blocks import Json
from bot.slack.views import all_matches, ask, availability, choose, decline, feedback, not_before, redirect
from bot.slack.views.brief import LATER, NAME, Draft, Form, brief_modal, marks, over_modal, under_way_modal
from bot.slack.views.choice import Choice, Picked, Subject
from bot.slack.views.match import INTRODUCE
from bot.slack.views.secrets_found import USE_CLEANED
from tests.slack.answers import (
    CAMPUS,
    DYEING,
    FOUND,
    HOSTILE,
    JOINER,
    MILLING,
    NO_NEED,
    WORKSHOP,
    a_card,
    a_need,
    milling,
)
from tests.slack.checking import identifiers, shown_view

BRIEF = "Forty chair backs in oak."


def brief_of(need: Need | None = None, text: str = BRIEF, form: Form | None = None, company: str = "") -> Json:
    need, form = need or a_need(FOUND), form or Form("N7", (MILLING,))
    cards = [
        a_card(entry, text, language=need.spoken, why=(Why("in oak", "choice of wood"),)) for entry in form.entries
    ]
    return brief_modal(need, form, Draft(text, company), cards, WORKSHOP)


def field(view: Json, action: str) -> Json:
    """The element of a field."""
    return next(b["element"] for b in view["blocks"] if b["type"] == "input" and b["element"]["action_id"] == action)


def test_the_brief_shows_the_card_who_reads_it_and_that_it_may_become_public() -> None:
    text = shown_view(brief_of())

    assert "Computer-controlled milling of wood" in text
    assert "the master joiner at Timber Workshop, or whoever stands in for them, and the innovation advisors" in text
    assert "You write “in oak”, and this matches their description: “choice of wood”" in text
    assert "may be requested by anyone until secrecy applies" in text


def test_the_brief_is_in_the_language_of_the_need() -> None:
    view = brief_of(a_need(FOUND, language="sv"))

    assert "den som svarar på Träverkstaden (snickarmästare), eller en ersättare, samt" in shown_view(view)
    assert view["submit"]["text"] == "Godkänn och fråga"


def test_the_name_is_not_shown_unless_the_company_says_so() -> None:
    view = brief_of()

    assert "They read “a company”." in shown_view(view)
    assert "initial_options" not in field(view, "brief_show_name")
    assert NAME not in str(view["blocks"])


def test_a_name_that_is_to_be_shown_has_a_field() -> None:
    view = brief_of(form=Form("N7", (MILLING,), named=True), company="Chair Makers")

    assert field(view, NAME)["initial_value"] == "Chair Makers"


def test_what_looks_secret_is_marked_with_a_cleaned_version_beside_it() -> None:
    view = brief_of(text="Write to joiner@example.com about oak.")
    text = shown_view(view)

    assert "“joiner@example.com”: an e-mail address" in text
    assert "Write to [e-mail] about oak." in text
    assert USE_CLEANED in identifiers(view)


def test_nothing_secret_is_marked_in_harmless_words() -> None:
    assert USE_CLEANED not in identifiers(brief_of())


def test_the_modal_remembers_what_it_marked_and_not_the_words() -> None:
    text = "Write to joiner@example.com about oak."
    carried = brief_of(text=text)["private_metadata"]

    assert set(Form.unpacked(carried).warned) == marks(find_secrets(text, "en"))
    assert "joiner@" not in carried


def test_several_matches_share_a_brief_and_some_may_be_asked_later() -> None:
    view = brief_of(form=Form("N7", (MILLING, DYEING)))

    assert "Dyeing cloth with plants" in shown_view(view)
    assert len(field(view, LATER)["options"]) == 2


def test_one_match_has_nothing_to_ask_later() -> None:
    assert LATER not in str(brief_of()["blocks"])


def test_a_need_without_words_leaves_the_field_empty() -> None:
    assert "initial_value" not in field(brief_of(text="  "), "brief_text")


def test_a_suggested_colleague_is_named_as_who_reads_it() -> None:
    form = Form("N7", (MILLING,), f"N7/{MILLING}/colleague", colleague=True)

    assert "a colleague at Timber Workshop whom the expert named" in shown_view(brief_of(form=form))


@given(st.text(max_size=200), st.text(max_size=40))
def test_any_words_make_a_brief_that_slack_takes(text: str, name: str) -> None:
    form = Form("N7", (MILLING, DYEING), named=True)

    assert shown_view(brief_of(text=text + HOSTILE, form=form, company=name))


@pytest.mark.parametrize(("modal", "said"), [(under_way_modal, "chosen this one before"), (over_modal, "is over")])
def test_what_cannot_be_approved_has_no_button_to_send_it(modal: object, said: str) -> None:
    view = modal(a_need(FOUND), MILLING, WORKSHOP)  # type: ignore[operator] - one of the two above

    assert said in shown_view(view)
    assert "submit" not in view


def test_a_brief_without_an_expert_names_the_unit() -> None:
    assert "the person at gone whom they find" in shown_view(brief_of(form=Form("N7", ("gone/away",))))


def test_all_matches_has_ten_at_most_each_with_its_button_and_boxes_to_choose_several() -> None:
    many = replace(FOUND, matches=(milling,) * 14)

    view = all_matches.all_matches_modal(a_need(many), many, WORKSHOP)

    assert shown_view(view)
    assert list(identifiers(view)).count(INTRODUCE) == 10
    assert len(field(view, choose.CHOSEN)["options"]) == 10


def test_a_list_without_matches_says_so_and_has_nothing_to_send() -> None:
    view = all_matches.all_matches_modal(a_need(NO_NEED, language="sv"), NO_NEED, WORKSHOP)

    assert "Det finns inget i närheten" in shown_view(view)
    assert "submit" not in view


def test_ticked_boxes_are_the_matches_in_their_order() -> None:
    assert choose.entries_chosen(FOUND, ("3", "0", "9")) == (MILLING, DYEING)


def test_the_modal_for_a_need_remembers_its_door() -> None:
    view = ask.ask_modal(Door.HOME, "sv")

    assert "Ert behov, med egna ord" in shown_view(view)
    assert Door(view["private_metadata"]) is Door.HOME


def test_the_thanks_say_where_the_answer_comes() -> None:
    assert "direct message" in shown_view(ask.received_modal("en"))


@pytest.mark.parametrize("language", ["en", "sv"])
def test_the_modals_of_an_expert_are_such_that_slack_takes_them(language: str) -> None:
    about = Subject(f"N7/{MILLING}", language)

    assert shown_view(not_before.not_before_modal(about, date(2026, 3, 2)))
    assert shown_view(redirect.redirect_modal(about))
    assert shown_view(decline.decline_modal(about, decline.CALLBACK))
    assert shown_view(feedback.feedback_modal(about))


def test_a_service_is_found_by_letters_of_its_name_or_unit() -> None:
    found = redirect.services_like("garden DYE", WORKSHOP, "en")

    assert [option["value"] for option in found] == [DYEING, "dye-garden/head-gardener", "dye-garden/dyer"]
    assert redirect.services_like("nothing of the kind", WORKSHOP, "en") == []


def test_a_reason_of_an_earlier_version_is_another_reason() -> None:
    assert decline.reason_of("no_time") is Decline.NO_TIME
    assert decline.reason_of("gone_fishing") is decline.reason_of(None) is Decline.OTHER


def test_an_experts_wishes_stand_in_the_form_as_they_are() -> None:
    hours = OpeningHours(frozenset({0, 4}))
    wishes = Availability(JOINER, 12, date(2026, 4, 1), "U0EXPERT2", hours, at_once=False)

    view = availability.availability_modal(wishes, CAMPUS, "sv")

    assert shown_view(view)
    assert field(view, availability.PAUSE)["initial_date"] == "2026-04-01"
    assert field(view, availability.DEPUTY)["initial_user"] == "U0EXPERT2"
    assert field(view, availability.CAP)["initial_option"]["value"] == "12"
    assert [o["value"] for o in field(view, availability.DAYS)["initial_options"]] == ["0", "4"]
    assert field(view, availability.AT_ONCE)["initial_option"]["value"] == availability.FIRST


def test_a_pause_that_is_over_and_a_deputy_by_role_leave_their_fields_empty() -> None:
    view = availability.availability_modal(Availability(JOINER, 2, date(2025, 4, 1), "dye-garden/dyer"), CAMPUS, "en")

    assert "initial_date" not in field(view, availability.PAUSE)
    assert "initial_user" not in field(view, availability.DEPUTY)


def test_a_deputy_by_role_is_named_and_whoever_has_none_has_nothing_to_take_away() -> None:
    view = availability.availability_modal(Availability(JOINER, deputy="dye-garden/dyer"), CAMPUS, "en")
    alone = availability.availability_modal(Availability(JOINER), CAMPUS, "en")

    assert "Your deputy now: Dyer — Dye Garden." in shown_view(view)
    assert availability.NO_DEPUTY not in str(alone)


def test_wishes_are_told_in_short_sentences() -> None:
    wishes = Availability(JOINER, 3, date(2026, 4, 1), None, OpeningHours(frozenset({0})), at_once=True)

    assert " ".join(availability.told(wishes, CAMPUS, "en")) == (
        "Paused until Wednesday 1 April. At most 3 open at a time. Monday, 09:00 to 17:00. You are introduced at once."
    )
    assert " ".join(availability.told(Availability("dye-garden/dyer"), CAMPUS, "sv")) == (
        "Du är inte pausad. Högst 2 öppna åt gången. Under campus tider. Du blir frågad först."
    )


@given(st.text(), st.text(), st.integers())
def test_what_a_button_carries_comes_back(need: str, entry: str, option: int) -> None:
    assert Choice.unpacked(Choice(need, entry).packed()) == Choice(need, entry)
    assert Picked.unpacked(Picked(need, option).packed()) == Picked(need, option)
    assert Subject.unpacked(Subject(need, entry).packed()) == Subject(need, entry)


@given(st.lists(st.text(), max_size=4), st.none() | st.text(), st.integers(), st.booleans())
def test_what_a_brief_carries_comes_back(entries: list[str], proposal: str | None, version: int, named: bool) -> None:  # noqa: FBT001 - drawn by Hypothesis
    form = Form("N7", tuple(entries), proposal, version=version, named=named, warned=tuple(entries))

    assert Form.unpacked(json.loads(json.dumps(form.packed()))) == form
