"""The queue in Home and in its modal, pressed as advisors press it; the record is SQLite and the Slack a strict one."""

import logging

import pytest

from bot.domain.need import Door, Need
from bot.domain.queue import Pile
from bot.rehearsal.block_kit.rendering import render
from bot.rehearsal.wire import Json
from bot.slack.views.desk.digest import FIGURE
from bot.slack.views.desk.look import CALLBACK
from bot.slack.views.desk.opening import TAKE
from bot.slack.views.desk.queue import EARLIER, LATER, PILE
from tests.slack.advising import pressing
from tests.slack.looking import COMPANY, PLACE, fill, home, in_home, in_modal, open_desk, open_home, take, top
from tests.slack.rig import MONDAY, Rig


def test_an_advisor_sees_the_desk_before_the_ordinary_home(desk: Rig) -> None:
    text = open_home(desk)

    assert text.startswith("# The advisors' desk")
    assert "[Due today 0]  [Waiting for you 0]  [New 1]  [Stuck 0]  [No match 0]  [Mine 1]  [All 3]" in text
    assert "# Find the right help on campus" in text


def test_an_advisor_whose_slack_is_swedish_sees_it_in_swedish(desk: Rig) -> None:
    desk.stage.users["U0ADVISOR"].locale = "sv-SE"

    text = open_home(desk)

    assert text.startswith("# Rådgivarnas bord")
    assert "Nya: 1 behov" in text


@pytest.mark.parametrize("user", ["company", "company2", "expert", "guest"])
def test_nobody_else_sees_anything_of_the_desk(desk: Rig, user: str) -> None:
    text = open_home(desk, user)

    assert "desk" not in text.lower()
    assert home(desk, user)["private_metadata"] == ""


def test_a_press_turns_home_to_another_pile(desk: Rig) -> None:
    open_home(desk)
    text = in_home(desk, f"{PILE}_mine")

    assert "*Mine: 1 need*" in text
    assert "N2 “A chair of oak 2”" in text


@pytest.mark.parametrize("pile", [pile for pile in Pile if pile not in {Pile.WENT_WELL, Pile.ALL}])
def test_every_pile_can_be_pressed_and_shows_what_it_counts(desk: Rig, pile: Pile) -> None:
    open_home(desk)
    in_home(desk, f"{PILE}_all")

    text = in_home(desk, f"{PILE}_{pile}")
    counts = {each["value"]: each["text"]["text"] for each in home(desk)["blocks"][1]["elements"]}
    assert counts[pile].endswith(f" {text.count('[Open]')}")


def test_home_stays_at_a_pile_for_the_day_and_begins_anew_the_next(desk: Rig) -> None:
    open_home(desk)
    in_home(desk, f"{PILE}_mine")

    assert "*Mine: 1 need*" in open_home(desk)
    desk.clock.move(days=1)
    assert "*New: 1 need*" in open_home(desk)


@pytest.mark.parametrize("words", ["desk", "Skrivbord", "bord", " DESK "])
def test_the_command_opens_the_desk(desk: Rig, words: str) -> None:
    desk.stage.slash("advisor", "needs", "/lotsen", words)
    text = render(desk.modal_of("advisor", CALLBACK)["blocks"])

    assert "*New: 1 need*" in text
    assert "N1 “A chair of oak 1”" in text


def test_advisors_alone_find_the_command_in_the_help(rig: Rig) -> None:
    rig.stage.slash("advisor", "needs", "/lotsen", "help")
    rig.stage.slash("company", "needs", "/lotsen", "help")

    rig.stage.until(lambda: "/lotsen desk opens the desk" in rig.stage.visible_to("advisor"), what="the help")
    rig.stage.until(lambda: "/lotsen withdraw" in rig.stage.visible_to("company"), what="the help")
    assert "/lotsen desk" not in rig.stage.visible_to("company")


def test_pages_lead_to_each_other_and_no_need_is_left_out(rig: Rig) -> None:
    fill(rig, 23)
    first = open_desk(rig)
    second, third = in_modal(rig, LATER), in_modal(rig, LATER)

    assert "New: 21–23 of 23 needs" in third
    assert all(any(f"N{n} “" in page for page in (first, second, third)) for n in range(1, 24))
    assert in_modal(rig, EARLIER) == second


def test_a_page_that_is_not_there_any_more_becomes_the_last(rig: Rig) -> None:
    fill(rig, 11)
    open_home(rig)
    in_home(rig, LATER)
    take(rig, "N1", "U0ADVISOR2")

    text = open_home(rig)
    assert "*New: 10 needs*" in text
    assert "N11" in text


@pytest.mark.parametrize("pile", Pile)
def test_each_figure_of_the_digest_opens_its_list(desk: Rig, pile: Pile) -> None:
    desk.dispatch(pressing(desk, "advisor", f"{FIGURE}_{pile}", pile))

    assert desk.modal_of("advisor", CALLBACK)


def test_the_figure_of_what_waits_opens_what_waits_for_any_advisor(rig: Rig) -> None:
    with rig.store.unit() as unit:
        unit.needs.add(Need("N1", COMPANY, "oak", Door.MENTION, PLACE, MONDAY))
    take(rig, "N1", "U0ADVISOR2")

    rig.dispatch(pressing(rig, "advisor", f"{FIGURE}_{Pile.WAITING}", Pile.WAITING))

    text = render(rig.modal_of("advisor", CALLBACK)["blocks"])
    assert "N1 “oak”" in text
    assert "<@U0ADVISOR2> has it" in text


def test_a_need_opens_its_page_on_the_list_and_closing_it_leads_back(desk: Rig) -> None:
    open_desk(desk)
    desk.stage.click("advisor", "N1", modal=True)
    desk.modal_of("advisor", "desk_case")

    desk.stage.close("advisor")
    assert top(desk)["callback_id"] == CALLBACK


def take_on_page(rig: Rig) -> None:
    """An advisor takes the need whose page is open, sees that it is theirs, and closes the page."""
    rig.modal_of("advisor", "desk_case")
    rig.stage.click("advisor", TAKE, modal=True)
    rig.work()
    rig.stage.close("advisor")


def test_the_list_beneath_a_page_is_up_to_date_when_the_page_is_closed(desk: Rig) -> None:
    open_desk(desk)
    desk.stage.click("advisor", "N1", modal=True)
    take_on_page(desk)

    desk.stage.until(lambda: "[New 0]" in render(top(desk)["blocks"]), what="the list as it is now")
    assert "[Mine 2]" in render(top(desk)["blocks"])


def test_home_is_up_to_date_when_a_page_opened_there_is_closed(desk: Rig) -> None:
    open_home(desk)
    desk.stage.click("advisor", "N1", home=True)
    take_on_page(desk)

    desk.stage.until(lambda: "[Mine 2]" in render(home(desk)["blocks"]), what="Home as it is now")


def closed(rig: Rig, page: Json, **more: object) -> Json:
    """What Slack tells when a page was closed."""
    slack = rig.stage.slack
    return {**slack.interaction(slack.person("advisor"), "view_closed"), "view": page, "is_cleared": False, **more}


def test_a_list_that_was_closed_with_its_page_is_left_alone(desk: Rig, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    open_desk(desk)
    desk.stage.click("advisor", "N1", modal=True)
    page = desk.modal_of("advisor", "desk_case")
    desk.stage.slack.world.screens.stacks["U0ADVISOR"].clear()

    desk.dispatch(closed(desk, page, is_cleared=True))
    desk.dispatch(closed(desk, page))

    desk.stage.until(lambda: "the queue was closed too" in caplog.text, what="a line in the log")
    assert "failed" not in caplog.text
