"""The bot's reactions."""

from slack_sdk import WebClient

from bot.rehearsal import Stage
from tests.rehearsal.calling import refusal


def test_the_bot_reacts_once_with_each_name(client: WebClient, stage: Stage) -> None:
    where = {"channel": "C0NEEDS", "timestamp": stage.say("company", "needs", "x")["ts"], "name": "eyes"}
    stage.react("company", "needs", where["timestamp"], "eyes")
    client.reactions_add(**where)

    assert refusal(client.reactions_add, **where) == "already_reacted"
    client.reactions_remove(**where)
    assert refusal(client.reactions_remove, **where) == "no_reaction"
    assert client.reactions_get(channel="C0NEEDS", timestamp=where["timestamp"])["message"]["text"] == "x"
