"""Scopes: by method, and by kind of channel where Slack asks so."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from slack_sdk import WebClient
from slack_sdk.web import SlackResponse

from bot.rehearsal import Stage
from bot.rehearsal.web_api.registry import METHODS
from bot.rehearsal.web_api.scopes import _BY_KIND, _BY_METHOD
from tests.rehearsal.calling import refused

READABLE = {"public_channel": "C0NEEDS", "private_channel": "C0ADVISE"}


@contextmanager
def granted(*scopes: str) -> Iterator[tuple[Stage, WebClient]]:
    with Stage(manifest={"oauth_config": {"scopes": {"bot": list(scopes)}}}) as stage:
        env = stage.env()
        yield stage, WebClient(env["SLACK_BOT_TOKEN"], base_url=env["SLACK_API_URL"])


def needed(method: Callable[..., SlackResponse], **arguments: object) -> str:
    answer = refused(method, **arguments)
    assert answer["error"] == "missing_scope"
    return str(answer["needed"])


def direct_messages(client: WebClient) -> dict[str, str]:
    im = client.conversations_open(users="U0COMPANY")["channel"]["id"]
    mpim = client.conversations_open(users="U0COMPANY,U0EXPERT")["channel"]["id"]
    return {"im": im, "mpim": mpim}


@pytest.mark.parametrize("sort", ["public_channel", "private_channel", "im", "mpim"])
@pytest.mark.parametrize(
    ("right", "method"),
    [("history", "conversations.history"), ("read", "conversations.info"), ("read", "conversations.members")],
)
def test_reading_needs_the_scope_of_that_kind_of_channel(sort: str, right: str, method: str) -> None:
    every = {"public_channel": "channels", "private_channel": "groups", "im": "im", "mpim": "mpim"}
    others = [f"{prefix}:{right}" for kind, prefix in every.items() if kind != sort]
    with granted("im:write", "mpim:write", *others) as (stage, client):
        places = {**READABLE, **direct_messages(client)}

        assert needed(client.api_call, api_method=method, params={"channel": places[sort]}) == f"{every[sort]}:{right}"
        assert f"{method} ({sort}) needs" in stage.problems[0]
        for kind in every.keys() - {sort}:
            client.api_call(method, params={"channel": places[kind]})


def test_a_listing_needs_the_scope_of_every_kind_it_asks_for() -> None:
    with granted("channels:read") as (_, client):
        client.conversations_list()

        assert needed(client.conversations_list, types="public_channel,private_channel") == "groups:read"


def test_group_messages_need_another_scope_than_direct_ones() -> None:
    with granted("im:write") as (_, client):
        client.conversations_open(users="U0COMPANY")

        assert needed(client.conversations_open, users="U0COMPANY,U0EXPERT") == "mpim:write"


def test_private_channels_need_another_scope_than_public_ones() -> None:
    with granted("channels:manage") as (_, client):
        client.conversations_create(name="open")

        assert needed(client.conversations_create, name="closed", is_private=True) == "groups:write"


def test_a_method_without_any_of_its_scopes_is_refused_and_reported() -> None:
    with granted("commands") as (stage, client):
        assert needed(client.chat_postMessage, channel="C0NEEDS", text="x") == "chat:write"
        assert stage.problems == [
            "chat.postMessage needs one of the scopes ['chat:write']; the manifest has none of them"
        ]


def test_the_granted_scopes_stand_in_every_answer() -> None:
    with granted("chat:write", "im:write") as (_, client):
        assert client.auth_test().headers["x-oauth-scopes"] == "chat:write,im:write"


def test_e_mail_addresses_need_a_scope_of_their_own() -> None:
    with granted("users:read") as (_, client):
        assert "email" not in client.users_info(user="U0COMPANY")["user"]["profile"]


def test_no_scope_is_asked_for_a_method_that_does_not_exist() -> None:
    assert (_BY_METHOD.keys() | _BY_KIND.keys()) - METHODS.keys() == set()
