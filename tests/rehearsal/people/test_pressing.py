"""Clicks, seen from what the bot is sent."""

import pytest
from slack_sdk import WebClient

from bot.rehearsal import Stage
from tests.rehearsal.blocks import button, modal, plain
from tests.rehearsal.calling import sent, trigger

BUTTONS = [{"type": "actions", "elements": [button(value="7")]}]


MENU = {
    "type": "static_select",
    "action_id": "menu",
    "options": [{"text": plain("First"), "value": "1"}, {"text": plain("Second"), "value": "2"}],
}


def test_a_click_is_found_by_label_and_carries_the_value(client: WebClient, stage: Stage) -> None:
    posted = client.chat_postMessage(channel="C0NEEDS", text="x", blocks=BUTTONS)
    stage.click("company", "Go")

    assert sent(stage)["actions"][0]["value"] == "7"
    assert sent(stage)["message"]["ts"] == posted["ts"]


def test_nobody_clicks_in_what_they_cannot_see(client: WebClient, stage: Stage) -> None:
    client.chat_postEphemeral(channel="C0NEEDS", user="U0COMPANY", text="x", blocks=BUTTONS)

    with pytest.raises(LookupError, match="@company2 sees no 'Go'"):
        stage.click("company2", "Go")
    stage.click("company", "Go")
    assert sent(stage)["container"]["is_ephemeral"]


def test_nobody_clicks_in_a_message_that_is_gone(client: WebClient, stage: Stage) -> None:
    client.chat_postMessage(channel="C0NEEDS", text="x", blocks=BUTTONS)
    seen = stage.expect("x")
    client.chat_delete(channel="C0NEEDS", ts=seen["ts"])

    with pytest.raises(LookupError, match="sees no"):
        stage.click("company", "Go", seen)


def test_a_choice_in_a_menu_is_found_by_its_words(client: WebClient, stage: Stage) -> None:
    client.chat_postMessage(channel="C0NEEDS", text="x", blocks=[{"type": "actions", "elements": [MENU]}])
    stage.click("company", "menu", option="Second")

    assert sent(stage)["actions"][0]["selected_option"]["value"] == "2"
    with pytest.raises(LookupError, match="no option 'Third'"):
        stage.click("company", "menu", option="Third")


def test_a_button_in_a_card_can_be_clicked(client: WebClient, stage: Stage) -> None:
    card = {"type": "card", "title": plain("A service"), "actions": [button("Introduce me", "introduce", value="pkl")]}
    client.chat_postMessage(channel="C0NEEDS", text="x", blocks=[{"type": "carousel", "elements": [card]}])
    stage.click("company", "Introduce me")

    assert sent(stage)["actions"][0]["value"] == "pkl"


def test_a_button_in_a_home_and_in_a_modal_names_the_view(client: WebClient, stage: Stage) -> None:
    client.views_publish(user_id="U0COMPANY", view={"type": "home", "blocks": BUTTONS})
    client.views_open(trigger_id=trigger(stage), view=modal(*BUTTONS))
    stage.click("company", "Go", home=True)
    assert sent(stage)["view"]["type"] == "home"

    stage.click("company", "Go", modal=True)
    assert sent(stage)["view"]["type"] == "modal"


def test_typing_into_an_external_menu_asks_the_bot(client: WebClient, stage: Stage) -> None:
    menu = {"type": "external_select", "action_id": "service"}
    block = {"type": "input", "block_id": "s", "label": plain("Service"), "element": menu}
    client.views_open(trigger_id=trigger(stage), view=modal(block))
    stage.suggest("company", "service", "micro")

    assert (sent(stage)["type"], sent(stage)["value"]) == ("block_suggestion", "micro")
