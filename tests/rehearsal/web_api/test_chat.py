"""chat.*: posting, updating, deleting, whispering."""

import pytest
from slack_sdk import WebClient

from bot.rehearsal import Stage
from bot.rehearsal.wire import Json
from tests.rehearsal.blocks import button, section
from tests.rehearsal.calling import refusal

BUTTONS = [section("shown"), {"type": "actions", "elements": [button("Go", "go")]}]


def test_posts_where_the_bot_is_a_member(client: WebClient, stage: Stage) -> None:
    answer = client.chat_postMessage(channel="C0NEEDS", text="Hello")

    assert stage.last("needs", bot=True)["ts"] == answer["ts"]
    assert stage.lines == ["#needs @bot: Hello"]


REFUSALS = {
    "not_in_channel": {"channel": "C0HALL", "text": "x"},
    "channel_not_found": {"channel": "C0NOWHERE", "text": "x"},
    "no_text": {"channel": "C0NEEDS", "text": ""},
    "msg_too_long": {"channel": "C0NEEDS", "text": "x" * 40_001},
    "invalid_blocks": {"channel": "C0NEEDS", "text": "x", "blocks": [{"type": "header"}]},
    "thread_not_found": {"channel": "C0NEEDS", "text": "x", "thread_ts": "1.0"},
    "invalid_metadata_format": {"channel": "C0NEEDS", "text": "x", "metadata": {"event_type": "need"}},
}


@pytest.mark.parametrize(("error", "arguments"), REFUSALS.items(), ids=REFUSALS.keys())
def test_refuses_to_post(client: WebClient, error: str, arguments: Json) -> None:
    assert refusal(client.api_call, api_method="chat.postMessage", json=arguments) == error


def test_refuses_deactivated_people_and_archived_channels(client: WebClient) -> None:
    client.conversations_archive(channel="C0NEEDS")

    assert refusal(client.chat_postMessage, channel="U0GONE", text="x") == "channel_not_found"
    assert refusal(client.chat_postMessage, channel="C0NEEDS", text="x") == "is_archived"


@pytest.mark.parametrize(
    ("change", "kept"),
    [
        ({"text": "new"}, False),
        ({"text": "new", "blocks": []}, False),
        ({"metadata": {"event_type": "n", "event_payload": {}}}, True),
    ],
    ids=["text alone replaces blocks", "empty blocks clear", "neither keeps"],
)
def test_an_update_treats_blocks_as_slack_does(client: WebClient, stage: Stage, change: Json, *, kept: bool) -> None:
    posted = client.chat_postMessage(channel="C0NEEDS", text="old", blocks=BUTTONS)
    client.api_call("chat.update", json={"channel": "C0NEEDS", "ts": posted["ts"], **change})

    assert ("[Go]" in stage.visible_to("company")) is kept


def test_changes_and_deletes_only_its_own_messages(client: WebClient, stage: Stage) -> None:
    said = stage.say("company", "needs", "mine")

    assert refusal(client.chat_update, channel="C0NEEDS", ts=said["ts"], text="x") == "cant_update_message"
    assert refusal(client.chat_delete, channel="C0NEEDS", ts=said["ts"]) == "cant_delete_message"


def test_a_deleted_message_is_gone(client: WebClient, stage: Stage) -> None:
    posted = client.chat_postMessage(channel="C0NEEDS", text="soon gone")
    client.chat_delete(channel="C0NEEDS", ts=posted["ts"])

    assert "soon gone" not in stage.visible_to("company")
    assert refusal(client.chat_delete, channel="C0NEEDS", ts=posted["ts"]) == "message_not_found"


def test_a_whisper_is_seen_by_one(client: WebClient, stage: Stage) -> None:
    client.chat_postEphemeral(channel="C0NEEDS", user="U0COMPANY", text="between us")

    assert "between us" in stage.visible_to("company")
    assert "between us" not in stage.visible_to("company2")


def test_whispers_only_to_members(client: WebClient) -> None:
    arguments = {"channel": "C0NEEDS", "user": "U0EXPERT2", "text": "x"}

    assert refusal(client.chat_postEphemeral, **arguments) == "user_not_in_channel"


def test_gives_permalinks(client: WebClient) -> None:
    posted = client.chat_postMessage(channel="C0NEEDS", text="x")
    link = client.chat_getPermalink(channel="C0NEEDS", message_ts=posted["ts"])["permalink"]

    assert link.endswith("/C0NEEDS/p" + posted["ts"].replace(".", ""))
