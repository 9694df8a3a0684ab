import json

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.need import Door
from bot.slack.views import all_matches, ask, brief
from bot.slack.views.choice import Choice, Picked
from bot.slack.views.match import INTRODUCE
from tests.slack.answers import DYEING, FOUND, HOSTILE, MILLING, NO_NEED, WORKSHOP, a_need, milling
from tests.slack.checking import identifiers, shown_view


def initial(view: dict[str, object]) -> str:
    blocks = json.loads(json.dumps(view["blocks"]))
    return str(next(b["element"].get("initial_value", "") for b in blocks if b["type"] == "input"))


def test_the_brief_says_what_was_chosen_who_reads_it_and_that_it_may_become_public() -> None:
    text = shown_view(brief.brief_modal(a_need(FOUND), MILLING, WORKSHOP))

    assert "Computer-controlled milling of wood" in text
    assert "master joiner at Timber Workshop" in text
    assert "may become a public document" in text


def test_the_brief_is_in_the_language_of_the_need() -> None:
    view = brief.brief_modal(a_need(FOUND, language="sv"), MILLING, WORKSHOP)

    assert "snickarmästare på Träverkstaden" in shown_view(view)
    assert view["submit"]["text"] == "Starta introduktionen"


def test_the_brief_begins_with_the_need_cut_at_a_word() -> None:
    start = initial(brief.brief_modal(a_need(FOUND, text="ordinary " * 3000), MILLING, WORKSHOP))

    assert len(start) <= 1200
    assert start.endswith("ordinary…")


def test_the_brief_carries_need_and_entry() -> None:
    view = brief.brief_modal(a_need(FOUND), MILLING, WORKSHOP)

    assert Choice.unpacked(view["private_metadata"]) == Choice("N7", MILLING)


@given(st.text(max_size=200))
def test_any_need_makes_a_brief_that_slack_takes(text: str) -> None:
    assert shown_view(brief.brief_modal(a_need(FOUND, text=text + HOSTILE), DYEING, WORKSHOP))


def test_what_was_chosen_before_can_not_be_sent_again() -> None:
    view = brief.under_way_modal(a_need(FOUND), MILLING, WORKSHOP)

    assert "already under way" in shown_view(view)
    assert "submit" not in view


def test_a_brief_without_an_expert_names_the_unit() -> None:
    assert "the person at gone whom they find" in shown_view(brief.brief_modal(a_need(FOUND), "gone/away", WORKSHOP))


def test_all_matches_has_ten_at_most_each_with_its_button() -> None:
    many = FOUND.__class__("en", "matches", (milling,) * 14)

    view = all_matches.all_matches_modal("N7", many, WORKSHOP, "en")

    assert shown_view(view)
    assert list(identifiers(view)).count(INTRODUCE) == 10


def test_a_list_without_matches_says_so() -> None:
    assert "Det finns inget i närheten" in shown_view(all_matches.all_matches_modal("N7", NO_NEED, WORKSHOP, "sv"))


def test_the_modal_for_a_need_remembers_its_door() -> None:
    view = ask.ask_modal(Door.HOME, "sv")

    assert "Ert behov, med egna ord" in shown_view(view)
    assert Door(view["private_metadata"]) is Door.HOME


def test_the_thanks_say_where_the_answer_comes() -> None:
    assert "direct message" in shown_view(ask.received_modal("en"))


@given(st.text(), st.text(), st.integers())
def test_what_a_button_carries_comes_back(need: str, entry: str, option: int) -> None:
    assert Choice.unpacked(Choice(need, entry).packed()) == Choice(need, entry)
    assert Picked.unpacked(Picked(need, option).packed()) == Picked(need, option)
