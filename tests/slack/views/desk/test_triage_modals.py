from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.triage import NoMatch, Outcome
from bot.rehearsal.wire import Json
from bot.slack.views.desk import ending, hand_over, merge, no_match, noting, rest
from bot.slack.views.desk.about import About
from bot.slack.views.desk.heard import Heard, heard_no_modal
from bot.slack.views.entry import entry_facts
from tests.slack.answers import HOSTILE, MILLING, MISSED, NO_NEED, WORKSHOP, a_need
from tests.slack.cases import SCORED, beside
from tests.slack.checking import shown_view

NEED = a_need(SCORED, text=f"Forty chair backs {HOSTILE} " * 30)


def field(view: Json, action: str) -> Json:
    """The element of a field."""
    return next(b["element"] for b in view["blocks"] if b["type"] == "input" and b["element"]["action_id"] == action)


def refers(language: str = "en", *, spoken: str = "en", answer: object = SCORED) -> Json:
    need = a_need(answer, language=spoken)  # type: ignore[arg-type] - an answer, and a language that is spoken
    return no_match.no_match_modal(
        need, no_match.Form("N7", language), no_match.first_referral(need, WORKSHOP), WORKSHOP
    )


@pytest.mark.parametrize("language", ["en", "sv"])
def test_every_modal_of_triage_is_such_that_slack_takes_it(language: str) -> None:
    about = About("N7", language, "x" * 500)

    assert shown_view(hand_over.hand_over_modal(NEED, about))
    assert shown_view(rest.rest_modal(NEED, about, date(2026, 3, 2)))
    assert shown_view(noting.note_modal(NEED, about))
    assert shown_view(ending.ending_modal(NEED, about))
    assert shown_view(merge.merge_modal(NEED, about))
    assert shown_view(
        heard_no_modal(Heard("N7", language, "", f"N7/{MILLING}"), entry_facts(WORKSHOP, MILLING, language))
    )
    assert shown_view(refers(language))


def test_a_need_rests_for_a_week_to_begin_with() -> None:
    assert field(rest.rest_modal(NEED, About("N7", "en"), date(2026, 3, 2)), rest.DAY)["initial_date"] == "2026-03-09"


def test_a_duplicate_is_no_way_to_close_since_it_has_a_modal_of_its_own() -> None:
    values = [each["value"] for each in field(ending.ending_modal(NEED, About("N7", "en")), ending.OUTCOME)["options"]]

    assert set(values) == set(Outcome) - {Outcome.DUPLICATE}


def test_an_outcome_or_reason_of_an_earlier_version_is_another() -> None:
    assert ending.outcome_of("not_now") is Outcome.NOT_NOW
    assert ending.outcome_of("eaten") is ending.outcome_of(None) is Outcome.OTHER
    assert no_match.reason_of("not_open") is NoMatch.NOT_OPEN
    assert no_match.reason_of("eaten") is no_match.reason_of(None) is None


@given(st.lists(st.tuples(st.integers(1, 50), st.text(max_size=200)), max_size=60))
def test_needs_in_the_menu_are_options_that_slack_takes(found: list[tuple[int, str]]) -> None:
    options = merge.candidates([beside(f"N{number}", text + HOSTILE) for number, text in found])

    assert len({each["value"] for each in options}) == len(options) <= 30
    assert all(0 < len(each["text"]["text"]) <= 75 for each in options)


def test_the_answer_is_drafted_in_the_companys_language_with_the_nearest_door() -> None:
    view = refers("sv")

    assert "Another way: Metal is milled at the shipyard." in field(view, no_match.TEXT)["initial_value"]
    assert "https://workshop.example.com/neighbours" in field(view, no_match.TEXT)["initial_value"]
    assert "Företaget skriver på engelska" in shown_view(view)


def test_a_swedish_company_is_answered_in_swedish() -> None:
    draft = field(refers("en", spoken="sv"), no_match.TEXT)["initial_value"]

    assert "En annan väg: Metall fräses på varvet." in draft
    assert "The company writes Swedish" in shown_view(refers("en", spoken="sv"))


def test_no_door_is_chosen_where_no_near_match_has_one() -> None:
    view = refers(answer=NO_NEED)

    assert field(view, no_match.DOOR)["initial_option"]["value"] == no_match.NOWHERE
    assert len(field(view, no_match.DOOR)["options"]) == 2
    assert "Another way" not in field(view, no_match.TEXT)["initial_value"]


def test_the_door_of_what_is_hardly_a_match_is_not_put_before_a_company() -> None:
    hardly = tuple(replace(match, confidence=0.02) for match in MISSED.matches)

    referral = no_match.first_referral(a_need(replace(MISSED, matches=hardly)), WORKSHOP)

    assert referral.door == no_match.NOWHERE
    assert "Another way" not in referral.text


@pytest.mark.parametrize("why", NoMatch)
@pytest.mark.parametrize("spoken", ["en", "sv"])
def test_every_draft_is_known_again_and_what_somebody_wrote_is_not(why: NoMatch, spoken: str) -> None:
    need = a_need(MISSED, language=spoken)  # type: ignore[arg-type] - one of the two
    for door in (no_match.NOWHERE, *no_match.doors_for(need, WORKSHOP)):
        draft = no_match.drafted(need, WORKSHOP, why, door)

        assert no_match.is_a_draft(draft.replace("\n\n", "\n"), need, WORKSHOP)
        assert not no_match.is_a_draft(f"{draft} Call us.", need, WORKSHOP)


def test_an_empty_text_may_be_drafted_anew() -> None:
    assert no_match.is_a_draft("  ", a_need(MISSED), WORKSHOP)
    need = a_need(MISSED)
    emptied = no_match.Referral(None, no_match.NOWHERE, "")

    assert "initial_value" not in field(
        no_match.no_match_modal(need, no_match.Form("N7", "en"), emptied, WORKSHOP), no_match.TEXT
    )


@given(st.text(), st.text(), st.text(), st.text(), st.integers())
def test_what_these_modals_carry_comes_back(need: str, language: str, beneath: str, other: str, version: int) -> None:
    heard = Heard(need, language, beneath, other)
    form = no_match.Form(need, language, beneath, version)

    assert Heard.unpacked(heard.packed()) == heard
    assert no_match.Form.unpacked(form.packed()) == form
    assert About.unpacked(heard.packed()) == About.unpacked(form.packed()) == About(need, language, beneath)
