"""Examines how Slack sees the bot: its tokens, its scopes, the advisor channel. It only asks, and posts nothing."""

from collections.abc import Iterator, Mapping
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.doctor.finding import Finding
from bot.settings import SlackSettings

#: Long enough for a slow network; a person is waiting.
_SECONDS = 10

_PRIVATE = "choose a private channel: companies must not read it"
_REINSTALL = "install the app to the workspace again (api.slack.com/apps, Install App)"
_ADVICE = {
    "invalid_auth": "copy the token again from api.slack.com/apps",
    "not_allowed_token_type": "SLACK_BOT_TOKEN starts with xoxb-, SLACK_APP_TOKEN with xapp-; copy each anew",
    "account_inactive": _REINSTALL,
    "token_revoked": _REINSTALL + ", and copy the new token",
    "token_expired": "turn token rotation off, install the app again and copy the new token",
    "missing_scope": "give the app the scopes of manifest.json, and " + _REINSTALL,
    "channel_not_found": "invite the bot into the channel (/invite), and copy its id from the channel's details",
    "is_archived": "unarchive the channel, or choose another",
    "ratelimited": "wait a minute and try again",
}


def examine_workspace(settings: SlackSettings, wanted_scopes: Mapping[str, str]) -> Iterator[Finding]:
    """What is found about each thing, in an order in which the first fault explains the later ones.

    `wanted_scopes` says for each scope what it is there for.
    """
    bot = WebClient(settings.bot_token, base_url=settings.api_url, timeout=_SECONDS, retry_handlers=[])
    try:
        who = bot.auth_test()
    except (SlackClientError, OSError) as error:
        yield _fault("bot token", error)
    else:
        yield Finding("bot token", f"belongs to {who['user']} in {who['team']}")
        yield _scopes(who.headers, wanted_scopes)
        yield _advisor_channel(bot, settings.advisor_channel)
    if settings.mode == "socket":
        yield _socket(settings)


def _scopes(headers: dict[str, Any], wanted: Mapping[str, str]) -> Finding:
    given = next((value for name, value in headers.items() if name.lower() == "x-oauth-scopes"), "")
    granted = {scope.strip() for scope in given.split(",")}
    lacking = [f"{scope} ({purpose})" for scope, purpose in wanted.items() if scope not in granted]
    if lacking:
        return Finding("scopes", "lacks " + ", ".join(lacking), _ADVICE["missing_scope"])
    return Finding("scopes", f"all {len(wanted)} of the manifest are granted")


def _advisor_channel(bot: WebClient, channel: str) -> Finding:
    about = "advisor channel"
    try:
        info = bot.conversations_info(channel=channel).get("channel") or {}
    except (SlackClientError, OSError) as error:
        return _unreadable_channel(about, channel, error)
    name = f"#{info.get('name')}"
    if not info.get("is_private"):
        return Finding(about, f"{name} is public", _PRIVATE)
    if info.get("is_archived"):
        return Finding(about, f"{name} is archived", _ADVICE["is_archived"])
    if info.get("is_ext_shared"):
        return Finding(about, f"{name} is shared with another workspace", "choose one that only advisors can read")
    return Finding(about, f"{name} is private and the bot is in it")


def _unreadable_channel(about: str, channel: str, error: Exception) -> Finding:
    if isinstance(error, SlackApiError) and error.response.get("error") == "missing_scope":
        # The manifest asks for groups:read only, which is enough for private channels and for no others.
        return Finding(about, f"{channel} cannot be read with the manifest's scopes: it is public", _PRIVATE)
    return _fault(about, error)


def _socket(settings: SlackSettings) -> Finding:
    client = WebClient(base_url=settings.api_url, timeout=_SECONDS, retry_handlers=[])
    try:
        client.apps_connections_open(app_token=settings.app_token)
    except (SlackClientError, OSError) as error:
        return _fault("app token", error)
    return Finding("app token", "opens a Socket Mode connection")


def _fault(about: str, error: Exception) -> Finding:
    if isinstance(error, SlackApiError):
        code = str(error.response.get("error") or error.response.status_code)
        return Finding(about, f"Slack says {code}", _ADVICE.get(code, f"look {code} up on docs.slack.dev"))
    return Finding(about, f"Slack cannot be reached ({error})", "check the network, a proxy, and SLACK_API_URL")
