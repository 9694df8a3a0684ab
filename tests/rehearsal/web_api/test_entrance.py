"""What every call goes through."""

import json
import urllib.error
import urllib.request

import pytest
from slack_sdk import WebClient

from bot.rehearsal import Stage
from tests.rehearsal.calling import refusal


def test_the_bot_knows_itself_and_its_workspace(client: WebClient) -> None:
    assert client.auth_test()["user_id"] == "U0BOT"
    assert client.team_info()["team"]["name"] == "Research Network"
    assert client.api_test(foo="1")["args"]["foo"] == "1"


def test_an_unknown_method_is_refused_and_reported(client: WebClient, stage: Stage) -> None:
    assert refusal(client.api_call, api_method="chat.shout") == "unknown_method"
    assert stage.problems == ["the rehearsal has no method chat.shout"]


def test_a_missing_argument_is_refused_and_reported(client: WebClient, stage: Stage) -> None:
    assert refusal(client.api_call, api_method="chat.postMessage") == "invalid_arguments"
    assert stage.problems == ["chat.postMessage without channel"]


@pytest.mark.parametrize(("token", "error"), [("xoxb-other", "invalid_auth"), (None, "not_authed")])
def test_a_call_needs_the_right_token(stage: Stage, token: str | None, error: str) -> None:
    stranger = WebClient(token, base_url=stage.env()["SLACK_API_URL"])

    assert refusal(stranger.auth_test) == error


def test_a_socket_needs_the_apps_token(client: WebClient, stage: Stage) -> None:
    assert refusal(client.apps_connections_open, app_token=stage.env()["SLACK_BOT_TOKEN"]) == "not_allowed_token_type"


def test_forms_are_understood_and_broken_json_is_not(client: WebClient) -> None:
    body = {"channel": "C0NEEDS", "text": "x", "blocks": "[not json"}

    assert refusal(client.api_call, api_method="chat.postMessage", data=body) == "invalid_blocks"
    assert client.api_call("chat.postMessage", data={**body, "blocks": "[]"})["ok"]


def test_only_who_was_invited_opens_a_socket(stage: Stage) -> None:
    url = stage.env()["SLACK_API_URL"].replace("api/", "link?ticket=made-up")

    with pytest.raises(urllib.error.HTTPError, match="400"):
        urllib.request.urlopen(url)


def test_calls_are_kept_with_arguments_and_result(client: WebClient, stage: Stage) -> None:
    client.chat_postMessage(channel="C0NEEDS", text="x")

    call = stage.calls[-1]
    assert (call["method"], call["args"]["text"], call["result"]["ok"]) == ("chat.postMessage", "x", True)
    assert json.dumps(call)
