"""Finding, waiting, hearing."""

import pytest
from slack_sdk import WebClient

from bot.rehearsal import Stage
from bot.rehearsal.people.watching import WaitedInVainError
from tests.rehearsal.blocks import section
from tests.rehearsal.calling import refusal


def test_waiting_in_vain_says_for_what(stage: Stage) -> None:
    with pytest.raises(WaitedInVainError, match="a message of the bot like 'hello'"):
        stage.expect("hello", timeout=0)
    with pytest.raises(WaitedInVainError, match="for rain"):
        stage.until(lambda: False, timeout=0, what="rain")


def test_quiet_comes_when_the_bot_stops_calling(client: WebClient, stage: Stage) -> None:
    client.auth_test()
    stage.quiet(0.05)

    assert refusal(client.users_info, user="U0NOBODY") == "user_not_found"


def test_every_line_is_heard_as_it_is_kept() -> None:
    heard: list[str] = []
    with Stage(heard.append, echo=False) as stage:
        stage.say("company", "hall", "hello")

        assert heard == stage.lines == ["#hall @company: hello"]


def test_the_newest_message_is_found_by_place_and_words(client: WebClient, stage: Stage) -> None:
    client.chat_postMessage(channel="C0NEEDS", text="one", blocks=[section("first *answer*")])
    client.chat_postMessage(channel="U0COMPANY", text="two")

    assert stage.last(channel="bot", user="company")["text"] == "two"
    assert stage.last(contains="first .answer")["text"] == "one"
    with pytest.raises(LookupError, match="no message"):
        stage.last(channel="hall")
