"""Response URLs."""

import urllib.error
import urllib.request

import pytest
from slack_sdk import WebClient

from bot.rehearsal import Stage
from tests.rehearsal.blocks import button
from tests.rehearsal.calling import sent

BUTTONS = [{"type": "actions", "elements": [button(value="7")]}]


def test_a_response_url_answers_five_times(client: WebClient, stage: Stage) -> None:
    client.chat_postMessage(channel="C0NEEDS", text="x", blocks=BUTTONS)
    stage.click("company", "Go")
    url = sent(stage)["response_url"]
    for body in (b'{"text": "whispered"}', b'{"text": "aloud", "response_type": "in_channel"}'):
        respond(url, body)
    respond(url, b'{"replace_original": true, "text": "replaced"}')
    respond(url, b'{"delete_original": true}')
    with pytest.raises(urllib.error.HTTPError, match="400"):
        respond(url, b"{}")
    with pytest.raises(urllib.error.HTTPError, match="404"):
        respond(url, b'{"text": "sixth"}')

    assert [line.split("@bot ")[-1] for line in stage.lines[-5:-1]] == [
        "(only @company sees): whispered",
        "#needs @bot: aloud",
        "replaces: replaced",
        "removes: replaced",
    ]
    assert "more than 5 times" in stage.problems[0]


def respond(url: str, body: bytes) -> None:
    request = urllib.request.Request(url, body, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request) as answer:
        answer.read()
