"""views.*: modals and App Homes."""

from slack_sdk import WebClient

from bot.rehearsal import Stage
from tests.rehearsal.blocks import modal, section
from tests.rehearsal.calling import refusal, trigger

HOME = {"type": "home", "blocks": [section("Waiting: 2")]}


def test_a_trigger_opens_one_view(client: WebClient, stage: Stage) -> None:
    key = trigger(stage)
    client.views_open(trigger_id=key, view=modal())

    assert refusal(client.views_open, trigger_id=key, view=modal()) == "exchanged_trigger_id"
    assert refusal(client.views_open, trigger_id="made-up", view=modal()) == "invalid_trigger_id"


def test_modals_stack_three_high(client: WebClient, stage: Stage) -> None:
    assert refusal(client.views_push, trigger_id=trigger(stage), view=modal()) == "not_found"
    client.views_open(trigger_id=trigger(stage), view=modal())
    client.views_push(trigger_id=trigger(stage), view=modal())
    top = client.views_push(trigger_id=trigger(stage), view=modal())["view"]

    assert top["previous_view_id"] != top["root_view_id"]
    assert refusal(client.views_push, trigger_id=trigger(stage), view=modal()) == "push_limit_reached"


def test_a_view_is_updated_only_while_it_is_open_and_unchanged(client: WebClient, stage: Stage) -> None:
    view = client.views_open(trigger_id=trigger(stage), view=modal())["view"]
    updated = client.views_update(view_id=view["id"], hash=view["hash"], view=modal())["view"]

    assert updated["id"] == view["id"]
    assert refusal(client.views_update, view_id=view["id"], hash=view["hash"], view=modal()) == "hash_conflict"
    stage.close("company")
    assert refusal(client.views_update, view_id=view["id"], view=modal()) == "not_found"


def test_a_view_is_found_by_the_bots_own_name_for_it(client: WebClient, stage: Stage) -> None:
    view = client.views_open(trigger_id=trigger(stage), view=modal(external_id="need-7"))["view"]

    assert client.views_update(external_id="need-7", view=modal())["view"]["id"] == view["id"]


def test_a_bad_view_is_refused_and_reported(client: WebClient, stage: Stage) -> None:
    assert refusal(client.views_open, trigger_id=trigger(stage), view=modal(submit=None)) == "invalid_arguments"
    assert "submit is required" in stage.problems[0]


def test_a_home_keeps_its_id(client: WebClient) -> None:
    first = client.views_publish(user_id="U0ADVISOR", view=HOME)["view"]
    second = client.views_publish(user_id="U0ADVISOR", view=HOME, hash=first["hash"])["view"]

    assert first["id"] == second["id"]
    assert refusal(client.views_publish, user_id="U0ADVISOR", view=HOME, hash=first["hash"]) == "hash_conflict"
    assert refusal(client.views_publish, user_id="U0NOBODY", view=HOME) == "user_not_found"


def test_a_home_can_be_updated_by_its_id(client: WebClient, stage: Stage) -> None:
    home = client.views_publish(user_id="U0ADVISOR", view=HOME)["view"]
    client.views_update(view_id=home["id"], view={"type": "home", "blocks": [section("Waiting: 0")]})

    assert "Waiting: 0" in stage.visible_to("advisor")
    assert stage.homes["U0ADVISOR"]["blocks"][0]["text"]["text"] == "Waiting: 0"
