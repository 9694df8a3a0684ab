"""Somebody writes to Lotsen directly: what they wrote becomes a need, answered in a thread that nobody else sees."""

from slack_bolt import App, Args

from bot.domain.need import Door, Place
from bot.slack.blocks import Json
from bot.slack.incoming import stored
from bot.slack.listeners.sender import channel_key, is_person, sender
from bot.slack.reception import Reception

#: Ways in which people write; every other subtype tells of an edit, a deletion or something Slack did.
_WRITTEN = (None, "file_share", "thread_broadcast", "me_message")


def register(app: App, reception: Reception) -> None:
    """Listen."""

    def handle_direct_message(args: Args) -> None:
        event = args.payload
        place = Place(event["channel"], event.get("thread_ts") or event["ts"], private=True)
        text = stored(event.get("text") or "")
        reception.write_need(channel_key(event), sender(args.body), text, Door.DIRECT_MESSAGE, place)

    app.event("message", matchers=[is_direct])(handle_direct_message)


def is_direct(event: Json) -> bool:
    """Whether a message event is somebody writing to the bot alone."""
    return event.get("channel_type") == "im" and event.get("subtype") in _WRITTEN and is_person(event)
