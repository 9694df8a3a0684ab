"""conversations.*, changing."""

import pytest
from slack_sdk import WebClient

from bot.rehearsal import Stage
from tests.rehearsal.calling import refusal


def test_a_group_message_is_opened_once(client: WebClient) -> None:
    first = client.conversations_open(users=["U0COMPANY", "U0EXPERT", "U0ADVISOR"])["channel"]
    again = client.conversations_open(users="U0ADVISOR,U0EXPERT,U0COMPANY")["channel"]

    assert first["is_mpim"]
    assert first["id"] == again["id"]


OPENING = {
    "user_not_visible": ["U0PARTNER"],
    "user_disabled": ["U0GONE"],
    "user_not_found": ["U0NOBODY"],
    "users_list_not_supplied": ["U0BOT"],
    "too_many_users": [f"U{n}" for n in range(9)],
}


@pytest.mark.parametrize(("error", "users"), OPENING.items(), ids=OPENING.keys())
def test_refuses_to_open(client: WebClient, error: str, users: list[str]) -> None:
    assert refusal(client.conversations_open, users=users) == error


def test_people_of_another_workspace_can_be_written_to_where_that_is_allowed() -> None:
    with Stage(external_dm=True) as stage:
        env = stage.env()
        client = WebClient(env["SLACK_BOT_TOKEN"], base_url=env["SLACK_API_URL"])

        assert client.conversations_open(users="U0PARTNER", return_im=True)["channel"]["user"] == "U0PARTNER"


def test_creates_invites_and_tells_who_joined(client: WebClient, stage: Stage) -> None:
    created = client.conversations_create(name="need-7", is_private=True)["channel"]["id"]
    client.conversations_invite(channel=created, users=["U0COMPANY", "U0EXPERT"])
    stage.until(lambda: len(stage.deliveries) == 2)

    assert client.conversations_members(channel=created)["members"] == ["U0BOT", "U0COMPANY", "U0EXPERT"]
    assert {each["what"] for each in stage.deliveries} == {"member_joined_channel"}


@pytest.mark.parametrize(
    ("name", "error"),
    [("Needs!", "invalid_name_specials"), ("x" * 81, "invalid_name_maxlength"), ("needs", "name_taken")],
)
def test_refuses_names(client: WebClient, name: str, error: str) -> None:
    assert refusal(client.conversations_create, name=name) == error


INVITING = {
    "cant_invite_self": "U0BOT",
    "user_not_found": "U0NOBODY",
    "already_in_channel": "U0COMPANY",
    "user_team_not_in_channel": "U0PARTNER",
}


@pytest.mark.parametrize(("error", "user"), INVITING.items(), ids=INVITING.keys())
def test_refuses_to_invite(client: WebClient, error: str, user: str) -> None:
    assert refusal(client.conversations_invite, channel="C0NEEDS", users=user) == error


def test_guests_stay_where_they_were_invited(client: WebClient) -> None:
    assert refusal(client.conversations_invite, channel="C0ADVISE", users="U0GUEST") == "ura_max_channels"


def test_joins_and_leaves(client: WebClient) -> None:
    client.conversations_join(channel="C0HALL")
    client.chat_postMessage(channel="C0HALL", text="Hello")
    client.conversations_leave(channel="C0HALL")

    assert refusal(client.chat_postMessage, channel="C0HALL", text="x") == "not_in_channel"


def test_removes_people(client: WebClient) -> None:
    client.conversations_kick(channel="C0NEEDS", user="U0GUEST")

    assert refusal(client.conversations_kick, channel="C0NEEDS", user="U0GUEST") == "not_in_channel"


def test_topics_and_purposes_are_short(client: WebClient) -> None:
    client.conversations_setTopic(channel="C0NEEDS", topic="Needs")
    told = client.conversations_setPurpose(channel="C0NEEDS", purpose="Ask here")["channel"]

    assert (told["topic"]["value"], told["purpose"]["value"]) == ("Needs", "Ask here")
    assert refusal(client.conversations_setTopic, channel="C0NEEDS", topic="x" * 251) == "too_long"
