"""The bot's side of a Slack without a bot: its client, and what its calls are refused with."""

from collections.abc import Callable

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.web import SlackResponse

from bot.rehearsal import Stage
from bot.rehearsal.wire import Json


def client_of(stage: Stage) -> WebClient:
    env = stage.env()
    return WebClient(env["SLACK_BOT_TOKEN"], base_url=env["SLACK_API_URL"])


def refused(method: Callable[..., SlackResponse], **arguments: object) -> SlackResponse:
    with pytest.raises(SlackApiError) as error:
        method(**arguments)
    response: SlackResponse = error.value.response
    return response


def refusal(method: Callable[..., SlackResponse], **arguments: object) -> str:
    return str(refused(method, **arguments)["error"])


def trigger(stage: Stage) -> str:
    """Let a person run a command, and give the trigger_id the bot got."""
    stage.slash("company", "needs", "/need")
    return str(stage.deliveries[-1]["payload"]["trigger_id"])


def sent(stage: Stage) -> Json:
    """Give what the bot was sent last."""
    return stage.deliveries[-1]["payload"]


def events(stage: Stage) -> list[str]:
    """Give the types of all events the bot was sent."""
    return [each["payload"]["event"]["type"] for each in stage.deliveries]
