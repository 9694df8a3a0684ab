"""Filters and the search of the queue, as advisors fill them in."""

import pytest

from bot.rehearsal.block_kit.rendering import render
from bot.slack.views.desk import filters as form
from bot.slack.views.desk.look import CALLBACK
from bot.slack.views.desk.opening import SEARCH
from bot.slack.views.desk.queue import CLEAR, FILTER
from tests.slack.looking import after, fill, home, in_home, open_desk, open_home, top
from tests.slack.rig import Rig


def open_form(rig: Rig, *, on_home: bool = False) -> None:
    rig.stage.click("advisor", FILTER, home=on_home, modal=not on_home)
    rig.modal_of("advisor", form.CALLBACK)


def test_filters_narrow_the_list_beneath_and_say_so(desk: Rig) -> None:
    fill(desk, 1, "Cushions to dye", first=4)
    open_desk(desk)
    open_form(desk)
    desk.stage.submit("advisor", {form.WORDS: "cush", form.LANGUAGE: "en", form.STATE: "matched"})
    desk.stage.until(lambda: "Only:" in render(top(desk)["blocks"]), what="the narrowed list")

    text = render(top(desk)["blocks"])
    assert "Only: in English · Answered with matches · with the words “cush”" in text
    assert "*New: 1 need*" in text
    assert "Cushions to dye 4" in text


def test_filters_on_home_narrow_home_until_they_are_cleared(desk: Rig) -> None:
    open_home(desk)
    open_form(desk, on_home=True)

    narrowed = after(desk, lambda: home(desk), lambda: desk.stage.submit("advisor", {form.ADVISOR: ["U0ADVISOR2"]}))
    assert "Only: taken by <@U0ADVISOR2>" in narrowed
    assert "[All 1]" in narrowed
    assert "[All 3]" in in_home(desk, CLEAR)


@pytest.mark.parametrize(
    ("field", "value", "kept"),
    [
        (form.UNIT, "timber-workshop", 3),
        (form.UNIT, "dye-garden", 0),
        (form.LANGUAGE, "sv", 0),
        (form.STATE, "unmatched", 0),
        (form.FREE, [form.FREE], 1),
        (form.AGE, "6", 3),
        (form.AGE, "8", 0),
        (form.AGE, "no number", 3),
        (form.WORDS, "<oak> & “chair”", 3),
    ],
)
def test_each_filter_means_what_it_says(desk: Rig, field: str, value: str | list[str], kept: int) -> None:
    open_desk(desk)
    open_form(desk)
    desk.stage.submit("advisor", {field: value})

    desk.stage.until(lambda: top(desk)["callback_id"] == CALLBACK, what="the desk")
    desk.stage.until(lambda: f"[All {kept}]" in render(top(desk)["blocks"]), what="the narrowed list")


def test_somebody_and_nobody_at_once_is_asked_about(desk: Rig) -> None:
    open_desk(desk)
    open_form(desk)

    answer = desk.stage.submit("advisor", {form.ADVISOR: ["U0ADVISOR"], form.FREE: [form.FREE]})

    assert answer is not None
    assert form.ADVISOR in answer["errors"]


def test_the_search_finds_a_need_by_its_words_and_opens_it(desk: Rig) -> None:
    fill(desk, 1, "Cushions to dye", first=4)
    open_desk(desk)

    found = desk.stage.suggest("advisor", SEARCH, "cush")
    desk.stage.click("advisor", SEARCH, modal=True, option="N4")

    assert [each["value"] for each in found["options"]] == ["N4"]
    assert "Cushions to dye 4" in render(desk.modal_of("advisor", "desk_case")["blocks"])


def test_the_search_finds_a_need_by_its_number(desk: Rig) -> None:
    open_desk(desk)

    assert [each["value"] for each in desk.stage.suggest("advisor", SEARCH, "n3")["options"]] == ["N3"]
