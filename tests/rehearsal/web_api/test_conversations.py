"""conversations.* and users.conversations, reading."""

from slack_sdk import WebClient

from bot.rehearsal import Stage
from tests.rehearsal.calling import refusal


def test_lists_public_channels_and_private_ones_only_with_the_bot(client: WebClient) -> None:
    names = [each["name"] for each in client.conversations_list(types="public_channel,private_channel")["channels"]]

    assert names == ["needs", "partner-connect", "advisors", "hall"]
    client.conversations_leave(channel="C0ADVISE")
    assert refusal(client.conversations_info, channel="C0ADVISE") == "channel_not_found"


def test_a_listing_asks_for_public_channels_unless_told_otherwise(client: WebClient) -> None:
    assert {each["is_private"] for each in client.users_conversations()["channels"]} == {False}


def test_members_tell_who_is_an_advisor(client: WebClient) -> None:
    assert client.conversations_members(channel="C0ADVISE")["members"] == ["U0ADVISOR", "U0ADVISOR2", "U0BOT"]


def test_a_shared_channel_says_so(client: WebClient) -> None:
    assert client.conversations_info(channel="C0CONNECT")["channel"]["is_ext_shared"]


def test_metadata_comes_only_when_asked_for(client: WebClient) -> None:
    metadata = {"event_type": "need", "event_payload": {"id": "1"}}
    client.chat_postMessage(channel="C0NEEDS", text="x", metadata=metadata)
    bare = client.conversations_history(channel="C0NEEDS")["messages"][0]
    full = client.conversations_history(channel="C0NEEDS", include_all_metadata=True)["messages"][0]

    assert "metadata" not in bare
    assert full["metadata"] == metadata


def test_history_is_newest_first_and_leaves_threads_out(client: WebClient, stage: Stage) -> None:
    root = stage.say("company", "needs", "first")
    stage.say("expert", "needs", "in thread", thread_ts=root["ts"])
    stage.say("company", "needs", "second")

    history = client.conversations_history(channel="C0NEEDS")["messages"]
    thread = client.conversations_replies(channel="C0NEEDS", ts=root["ts"])["messages"]
    assert [each["text"] for each in history] == ["second", "first"]
    assert [each["text"] for each in thread] == ["first", "in thread"]


def test_history_can_be_cut_by_time(client: WebClient, stage: Stage) -> None:
    stage.say("company", "needs", "first")
    second = stage.say("company", "needs", "second")

    late = client.conversations_history(channel="C0NEEDS", oldest=second["ts"])["messages"]
    assert [each["text"] for each in late] == ["second"]
    assert refusal(client.conversations_history, channel="C0NEEDS", oldest="soon") == "invalid_arguments"


def test_replies_need_a_message_to_reply_to(client: WebClient) -> None:
    assert refusal(client.conversations_replies, channel="C0NEEDS", ts="1.0") == "thread_not_found"
