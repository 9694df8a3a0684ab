from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.enquiry import Enquiry
from bot.domain.lifecycle import IntroductionState, NeedState
from bot.domain.secrets import find_secrets
from bot.slack.blocks import Json
from bot.slack.views.brief import marks
from bot.slack.views.desk import acts, brief, consent_refused, correction, enquiry, entries, file, introduce
from bot.slack.views.desk.about import About
from tests.slack.answers import (
    DYEING,
    FOUND,
    GARDENER,
    HOSTILE,
    JOINER,
    MILLING,
    MISSED,
    NOON,
    STRENGTH,
    WORKSHOP,
    a_need,
    an_introduction,
)
from tests.slack.checking import identifiers, shown, shown_view

ABOUT = About("N7", "en")
QUESTION = Enquiry("N7", "U0ADVISOR", NOON, f"How thick are they? {HOSTILE}")
SECRET = "Write to joiner@example.com about oak."


def field(view: Json, action: str) -> Json:
    """The element of a field."""
    return next(b["element"] for b in view["blocks"] if b["type"] == "input" and b["element"]["action_id"] == action)


def chosen(view: Json) -> list[str | None]:
    """What stands in each place."""
    menus = [field(view, place) for place in correction.PLACES]
    return [menu["initial_option"]["value"] if "initial_option" in menu else None for menu in menus]


@pytest.mark.parametrize("language", ["en", "sv"])
@given(text=st.text(max_size=200))
def test_every_modal_is_such_that_slack_takes_it_whatever_a_company_wrote(language: str, text: str) -> None:
    need, about = a_need(FOUND, text=text + HOSTILE), About("N7", language)
    draft = brief.Draft(MILLING, text + HOSTILE)

    assert shown_view(correction.correction_modal(need, about, WORKSHOP))
    assert shown_view(brief.brief_modal(need, brief.Form("N7", language), draft, WORKSHOP))
    assert shown_view(enquiry.enquire_modal(need, about))
    assert shown_view(introduce.introduce_modal([an_introduction()], about, WORKSHOP))
    assert shown_view(file.file_modal(language, text + HOSTILE, "U0COMPANY"))


def test_the_places_hold_the_matches_as_the_company_has_them_before_it() -> None:
    view = correction.correction_modal(a_need(FOUND), ABOUT, WORKSHOP)

    assert chosen(view) == [MILLING, STRENGTH, JOINER, DYEING, None]


def test_the_nearest_misses_are_not_put_into_the_places_by_themselves() -> None:
    view = correction.correction_modal(a_need(MISSED), ABOUT, WORKSHOP)

    assert chosen(view) == [None] * 5


def test_only_the_first_place_and_the_reason_must_be_filled() -> None:
    view = correction.correction_modal(a_need(FOUND), ABOUT, WORKSHOP)

    required = [b["block_id"] for b in view["blocks"] if b["type"] == "input" and not b["optional"]]
    assert required == [correction.PLACES[0], correction.REASON]


def test_a_modal_speaks_the_language_of_the_advisor_and_not_of_the_need() -> None:
    view = correction.correction_modal(a_need(FOUND, language="en"), About("N7", "sv"), WORKSHOP)

    assert "Plats 1" in shown_view(view)
    assert field(view, correction.PLACES[0])["initial_option"]["text"]["text"].startswith("Datorstyrd fräsning")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("garden DYE", [DYEING, GARDENER, "dye-garden/dyer"]),
        ("router", [MILLING]),
        ("träfräsning", [MILLING]),
        ("krapp", [GARDENER]),
        ("the wood shop strength", [STRENGTH]),
        ("nothing of the kind", []),
    ],
)
def test_an_entry_is_found_by_any_words_that_are_known_of_it(typed: str, found: list[str]) -> None:
    options = entries.entries_like(typed, WORKSHOP, "en")

    assert [option["value"] for option in options] == found


def test_who_is_called_so_comes_before_who_knows_of_it() -> None:
    options = entries.entries_like("wood", WORKSHOP, "en")

    assert [option["value"] for option in options] == [MILLING, STRENGTH, JOINER]


def test_everything_is_offered_to_who_has_not_typed_yet() -> None:
    assert len(entries.entries_like("", WORKSHOP, "sv")) == len(WORKSHOP.entry_ids)


def test_the_brief_of_an_advisor_is_warned_of_secrets_in_the_language_of_the_text() -> None:
    need, form = a_need(FOUND, language="sv"), brief.Form("N7", "en")
    view = brief.brief_modal(need, form, brief.Draft(MILLING, SECRET), WORKSHOP)

    assert "“joiner@example.com”: an e-mail address" in shown_view(view)
    assert set(brief.Form.unpacked(view["private_metadata"]).warned) == marks(find_secrets(SECRET, "sv"))
    assert brief.USE_CLEANED in identifiers(view)
    assert "brief_use_cleaned" not in identifiers(view)


def test_harmless_words_are_marked_nowhere() -> None:
    view = brief.brief_modal(a_need(FOUND), brief.Form("N7", "en"), brief.Draft(None, "Forty backs."), WORKSHOP)

    assert brief.USE_CLEANED not in identifiers(view)
    assert "initial_option" not in field(view, brief.MATCH)


@given(st.text(max_size=50), st.integers(), st.lists(st.text(max_size=8), max_size=3))
def test_what_a_brief_of_an_advisor_carries_comes_back(beneath: str, version: int, warned: list[str]) -> None:
    form = brief.Form("N7", "sv", beneath, version, tuple(warned))

    assert brief.Form.unpacked(form.packed()) == form
    assert About.unpacked(form.packed()) == About("N7", "sv", beneath)


def test_where_an_introduction_stands_is_told_where_it_is_taken() -> None:
    waiting = an_introduction(DYEING, state=IntroductionState.APPROVED)
    view = introduce.introduce_modal([an_introduction(), waiting], ABOUT, WORKSHOP)

    options = field(view, introduce.WHICH)["options"]
    assert [(each["value"], each["description"]["text"]) for each in options] == [
        (MILLING, "asked"),
        (DYEING, "waits for its turn"),
    ]


def test_only_what_the_company_approved_and_nobody_has_in_hand_can_be_taken() -> None:
    open_ones = [an_introduction(state=state) for state in IntroductionState]

    assert {each.state for each in introduce.to_take(open_ones)} == {
        IntroductionState.APPROVED,
        IntroductionState.ASKED,
        IntroductionState.POSTPONED,
    }


def test_a_message_that_is_too_long_for_its_field_is_cut_and_says_so() -> None:
    view = file.file_modal("en", "word " * 1000)

    assert "only its beginning stands here" in shown_view(view)
    assert len(field(view, file.TEXT)["initial_value"]) <= 3000


@pytest.mark.parametrize(
    ("state", "offered"),
    [
        (NeedState.FILED, []),
        (NeedState.ASKED, [enquiry.ASK]),
        (NeedState.MATCHED, [correction.CORRECT, brief.EDIT, enquiry.ASK]),
        (NeedState.UNMATCHED, [correction.CORRECT, brief.EDIT, enquiry.ASK]),
        (NeedState.WITHDRAWN, []),
        (NeedState.CLOSED, []),
    ],
)
def test_only_the_acts_that_can_do_something_are_offered(state: NeedState, offered: list[str]) -> None:
    buttons = acts.act_buttons(replace(a_need(FOUND), state=state), [], [], "en")

    assert list(identifiers(buttons)) == offered


def test_a_question_that_waits_leaves_no_other_to_ask() -> None:
    answered = replace(QUESTION, answer="Thin.", answered_at=NOON)

    assert enquiry.ASK not in identifiers(acts.act_buttons(a_need(FOUND), [], [answered, QUESTION], "en"))
    assert enquiry.ASK in identifiers(acts.act_buttons(a_need(FOUND), [], [answered], "en"))


def test_an_introduction_on_its_way_can_be_made_by_hand() -> None:
    buttons = acts.act_buttons(a_need(FOUND), [an_introduction()], [], "sv")

    assert buttons[-1]["text"]["text"] == "Introducera själv"


def test_that_an_answer_came_is_told_without_its_words() -> None:
    posting = enquiry.answered_posting(a_need(FOUND), replace(QUESTION, answer="Twenty millimetres.", answered_at=NOON))

    assert "How thick are they?" in shown(posting)
    assert "millimetres" not in shown(posting)


@pytest.mark.parametrize(
    ("state", "said"), [(NeedState.FILED, "I could not write to"), (NeedState.WITHDRAWN, "The company said no")]
)
def test_an_advisor_hears_why_what_they_wrote_down_goes_no_further(state: NeedState, said: str) -> None:
    text = shown(consent_refused.consent_refused_posting(replace(a_need(FOUND), state=state)))

    assert said in text
    assert "<@U0COMPANY>" in text
