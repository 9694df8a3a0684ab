"""What is posted although it should not be."""

import pytest
from slack_sdk import WebClient

from bot.rehearsal import Stage
from tests.rehearsal.blocks import section

REPORTED = {
    "@channel": ("<!channel> look", "notifies a whole group"),
    "deceptive link": ("<https://evil.example.com|bank.example.org>", "shows 'bank.example.org'"),
    "deceptive markdown": ("[bank.example.org](https://evil.example.com)", "shows 'bank.example.org'"),
}


@pytest.mark.parametrize(("text", "why"), REPORTED.values(), ids=REPORTED.keys())
def test_reports_signs_of_unescaped_words(client: WebClient, stage: Stage, text: str, why: str) -> None:
    client.chat_postMessage(channel="C0NEEDS", text=text)

    assert why in stage.problems[0]


def test_an_honest_link_is_no_problem(client: WebClient, stage: Stage) -> None:
    client.chat_postMessage(channel="C0NEEDS", text="<https://example.com/a|example.com> <https://example.com|here>")

    assert stage.problems == []


def test_reports_blocks_without_text(client: WebClient, stage: Stage) -> None:
    client.api_call("chat.postMessage", json={"channel": "C0NEEDS", "blocks": [section("shown")]})

    assert "blocks but no text" in stage.problems[0]
