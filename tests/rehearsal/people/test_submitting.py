"""Modals, seen from what the bot is sent."""

from collections.abc import Callable

import pytest
from slack_sdk import WebClient

from bot.rehearsal import Stage
from bot.rehearsal.people.forms import Choice
from bot.rehearsal.wire import Json
from tests.rehearsal.blocks import actions, asking, button, modal, options, plain, section, select
from tests.rehearsal.calling import sent, trigger
from tests.rehearsal.conftest import Play
from tests.rehearsal.small_bot import Listeners

MENU = {
    "type": "static_select",
    "action_id": "menu",
    "options": [{"text": plain("First"), "value": "1"}, {"text": plain("Second"), "value": "2"}],
}


def test_a_required_field_stops_a_submission(client: WebClient, stage: Stage) -> None:
    client.views_open(trigger_id=trigger(stage), view=modal())

    assert stage.submit("company") == {"blocked": "What do you need?"}
    with pytest.raises(LookupError, match="no field"):
        stage.submit("company", {"elsewhere": "x"})


def test_a_submission_carries_every_field_raw(client: WebClient, stage: Stage) -> None:
    picks = {"type": "input", "block_id": "pick", "label": plain("Pick"), "element": MENU, "optional": True}
    people = {"type": "multi_users_select", "action_id": "people", "initial_users": ["U0EXPERT"]}
    asks = {"type": "section", "block_id": "who", "text": plain("Who?"), "accessory": people}
    typed = {
        "type": "input",
        "block_id": "t",
        "label": plain("T"),
        "element": {"type": "plain_text_input", "action_id": "t"},
    }
    client.views_open(trigger_id=trigger(stage), view=modal(picks, asks, typed))
    stage.submit("company", {"Pick": "First", "t": "<b> & c"})

    values = sent(stage)["view"]["state"]["values"]
    assert values["pick"]["menu"]["selected_option"]["value"] == "1"
    assert values["who"]["people"]["selected_users"] == ["U0EXPERT"]
    assert values["t"]["t"]["value"] == "<b> & c"


@pytest.mark.parametrize(("ticked", "sent_as"), [(None, ["0", "1"]), (["1"], ["1"]), ([], [])])
def test_boxes_that_were_ticked_from_the_start_stay_so_unless_they_are_unticked(
    client: WebClient, stage: Stage, ticked: list[str] | None, sent_as: list[str]
) -> None:
    boxes = select(type="checkboxes", options=options(3), initial_options=options(2))
    client.views_open(trigger_id=trigger(stage), view=modal({**asking(boxes, block_id="b"), "optional": True}))

    stage.submit("company", {} if ticked is None else {"pick": ticked})

    chosen = sent(stage)["view"]["state"]["values"]["b"]["pick"]["selected_options"]
    assert [option["value"] for option in chosen] == sent_as


def test_the_bot_hears_of_a_closed_modal_only_if_it_asked(client: WebClient, stage: Stage) -> None:
    client.views_open(trigger_id=trigger(stage), view=modal())
    stage.close("company")
    assert "command" in stage.deliveries[-1]["what"]

    client.views_open(trigger_id=trigger(stage), view=modal(notify_on_close=True))
    stage.close("company")
    assert sent(stage)["type"] == "view_closed"
    with pytest.raises(LookupError, match="no open modal"):
        stage.close("company")


def opened_modal(stage: Stage, listeners: Listeners, answer: Json) -> None:
    """Let the bot open a modal whose submission it will acknowledge with this."""

    def show(ack: Callable[[], object], body: Json, client: WebClient) -> None:
        ack()
        client.views_open(trigger_id=body["trigger_id"], view=modal(callback_id="asked"))

    def acknowledge(ack: Callable[..., object]) -> None:
        ack(**answer)

    listeners.app.command("/open")(show)
    listeners.app.view("asked")(acknowledge)
    stage.slash("company", "needs", "/open")
    stage.until(lambda: "modal for @company: New need" in str(stage.lines))


ANSWERS = {
    "update": ({"response_action": "update", "view": modal(section("The second page"))}, ["New need"]),
    "push": ({"response_action": "push", "view": modal(section("The second page"))}, ["New need", "New need"]),
    "clear": ({"response_action": "clear"}, []),
    "nothing": ({}, []),
}


@pytest.mark.parametrize(("answer", "left"), ANSWERS.values(), ids=ANSWERS.keys())
def test_an_answer_changes_what_is_open(play: Play, answer: Json, left: list[str]) -> None:
    with play(manifest=None) as (stage, listeners):
        opened_modal(stage, listeners, answer)
        stage.submit("company", {"need": "a need"})

        assert ("The second page" in stage.visible_to("company")) is ("view" in answer)
        for _ in left:
            stage.close("company")
        with pytest.raises(LookupError, match="no open modal"):
            stage.close("company")


def test_errors_belong_to_inputs(play: Play) -> None:
    with play(manifest=None) as (stage, listeners):
        opened_modal(stage, listeners, {"response_action": "errors", "errors": {"elsewhere": "Wrong."}})
        stage.submit("company", {"need": "a need"})

        assert "not inputs of this view: {'elsewhere'}" in stage.problems[0]


def test_a_submission_from_another_workspace_names_that_workspace(client: WebClient, stage: Stage) -> None:
    client.chat_postMessage(channel="C0CONNECT", text="x", blocks=[actions(button())])
    stage.click("partner", "Go")
    client.views_open(trigger_id=sent(stage)["trigger_id"], view=modal())
    stage.submit("partner", {"need": "a need"})

    assert sent(stage)["team"]["id"] == "T0PARTNER"
    assert sent(stage)["view"]["app_installed_team_id"] == "T0HOME"


CHOICES = {
    "checkboxes": (select(type="checkboxes", options=options(3)), ["1", "2"], "selected_options"),
    "users": (select(type="users_select"), "U0EXPERT", "selected_user"),
    "date": (select(type="datepicker"), "2026-11-23", "selected_date"),
    "external": ({"type": "external_select", "action_id": "pick"}, "pkl", "selected_option"),
}


@pytest.mark.parametrize(("element", "choice", "key"), CHOICES.values(), ids=CHOICES.keys())
def test_every_kind_of_input_has_its_own_value(
    client: WebClient, stage: Stage, element: Json, choice: Choice, key: str
) -> None:
    client.views_open(trigger_id=trigger(stage), view=modal(asking(element, block_id="b")))
    stage.submit("company", {"pick": choice})

    assert sent(stage)["view"]["state"]["values"]["b"]["pick"][key]
