"""Opening the app, seen from what the bot is sent."""

from bot.rehearsal import Stage
from tests.rehearsal.calling import sent


def test_opening_the_agents_messages_tells_what_is_looked_at(stage: Stage) -> None:
    stage.open_home("company", tab="messages", viewing="needs")
    assert sent(stage)["event"]["tab"] == "messages"

    stage.look_at("company", "hall")
    assert sent(stage)["event"]["context"]["entities"][0]["value"] == "C0HALL"
