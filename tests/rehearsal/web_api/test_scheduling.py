"""Messages for later."""

import time

import pytest
from slack_sdk import WebClient

from tests.rehearsal.calling import refusal


def test_schedules_lists_and_takes_back(client: WebClient) -> None:
    planned = client.chat_scheduleMessage(channel="C0NEEDS", text="later", post_at=int(time.time()) + 600)
    key = planned["scheduled_message_id"]

    assert [each["id"] for each in client.chat_scheduledMessages_list()["scheduled_messages"]] == [key]
    client.chat_deleteScheduledMessage(channel="C0NEEDS", scheduled_message_id=key)
    arguments = {"channel": "C0NEEDS", "scheduled_message_id": key}
    assert refusal(client.chat_deleteScheduledMessage, **arguments) == "invalid_scheduled_message_id"


@pytest.mark.parametrize(("days", "error"), [(-1, "time_in_past"), (121, "time_too_far")])
def test_schedules_only_ahead_and_not_too_far(client: WebClient, days: int, error: str) -> None:
    post_at = int(time.time()) + days * 86_400

    assert refusal(client.chat_scheduleMessage, channel="C0NEEDS", text="x", post_at=post_at) == error
