from dataclasses import replace

import pytest

from bot.domain.queue import NOBODY, Filters
from bot.slack.blocks import MOST_OPTIONS, menu_of, option
from bot.slack.views.desk.filters import ADVISOR, FREE, UNIT, filters_modal
from bot.slack.views.desk.look import Look
from tests.slack.answers import CAMPUS
from tests.slack.checking import shown_view
from tests.slack.queues import EVERY_FILTER, the_fullest_queue


def elements(filters: Filters) -> dict[str, dict[str, object]]:
    view = filters_modal(Look(filters=filters), CAMPUS, "en")
    return {block["block_id"]: block["element"] for block in view["blocks"] if block["type"] == "input"}


@pytest.mark.parametrize("language", ["en", "sv"])
def test_the_form_is_one_that_slack_takes_empty_and_full(language: str) -> None:
    assert shown_view(filters_modal(Look(), CAMPUS, language))
    assert shown_view(filters_modal(Look(filters=EVERY_FILTER), CAMPUS, language))
    assert shown_view(filters_modal(the_fullest_queue().look, CAMPUS, language))


def test_the_form_begins_with_the_filters_as_they_stand() -> None:
    form = elements(EVERY_FILTER)

    assert form[ADVISOR]["initial_users"] == ["U0ADVISOR"]
    assert form[UNIT]["initial_option"]["value"] == "timber-workshop"  # type: ignore[index] - an option
    assert form["desk_words"]["initial_value"] == "oak"
    assert form["desk_age"]["initial_value"] == "5"


def test_what_is_free_is_a_tick_and_nobody_by_name() -> None:
    form = elements(replace(EVERY_FILTER, advisor=NOBODY))

    assert "initial_options" in form[FREE]
    assert "initial_users" not in form[ADVISOR]


def test_every_field_can_be_left_alone() -> None:
    view = filters_modal(Look(), CAMPUS, "en")

    assert all(block["optional"] for block in view["blocks"] if block["type"] == "input")


def test_more_infrastructures_than_a_menu_takes_stand_in_groups() -> None:
    menu = menu_of([option(f"Unit {n:03}", f"u{n}") for n in range(250)], "u120")

    assert [len(group["options"]) for group in menu["option_groups"]] == [MOST_OPTIONS, MOST_OPTIONS, 50]
    assert menu["option_groups"][1]["label"]["text"] == "Unit 100 – Unit 199"
    assert menu["initial_option"]["value"] == "u120"
