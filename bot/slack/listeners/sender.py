"""Who something came from, and the key by which it is known again. What it says is in `incoming`."""

from bot.domain.people import Person
from bot.slack.blocks import Json


def sender(body: Json) -> Person:
    """The person behind an event or an interaction, with their own workspace also when they come from another one."""
    if "event" in body:
        event = body["event"]
        return Person(event.get("user_team") or event.get("team") or body["team_id"], event["user"])
    if "user_id" in body:
        return Person(body["team_id"], body["user_id"])
    user = body["user"]
    return Person(user.get("team_id") or body["team"]["id"], user["id"])


def is_person(event: Json) -> bool:
    """Whether a message is somebody's own words: a bot is not answered, or two of them would talk for ever."""
    return bool(event.get("user")) and not event.get("bot_id")


def channel_key(event: Json) -> str:
    """The key of a message: the same for its mention, its message event and every delivery of both."""
    return f"message:{event['channel']}:{event['ts']}"
