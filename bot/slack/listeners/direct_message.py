"""Somebody writes to Lotsen directly: what they wrote becomes a need, answered in a thread that nobody else sees.

But a plain yes or no is what it says, where an advisor wrote a need down for them and they have not decided yet.
"""

from slack_bolt import App, Args

from bot.desk import file
from bot.domain.need import Door, Place
from bot.slack.blocks import Json
from bot.slack.commands import answer_in
from bot.slack.incoming import stored
from bot.slack.listeners.sender import channel_key, is_person, sender
from bot.slack.reception import Reception

#: Ways in which people write; every other subtype tells of an edit, a deletion or something Slack did.
_WRITTEN = (None, "file_share", "thread_broadcast", "me_message")


def register(app: App, reception: Reception) -> None:
    """Listen."""

    def handle_direct_message(args: Args) -> None:
        event = args.payload
        text, asker = stored(event.get("text") or ""), sender(args.body)
        consent = _consent(reception, event, asker.user, text)
        if consent is not None:
            reception.write(channel_key(event), file.CONSENT, consent)
            return
        place = Place(event["channel"], event.get("thread_ts") or event["ts"], private=True)
        reception.write_need(channel_key(event), asker, text, Door.DIRECT_MESSAGE, place)

    app.event("message", matchers=[is_direct])(handle_direct_message)


def is_direct(event: Json) -> bool:
    """Whether a message event is somebody writing to the bot alone."""
    return event.get("channel_type") == "im" and event.get("subtype") in _WRITTEN and is_person(event)


def _consent(reception: Reception, event: Json, user: str, text: str) -> Json | None:
    """What a plain yes or no says to a question of an advisor's that is open here; None when it says nothing to one."""
    agrees = answer_in(text)
    if agrees is None:
        return None
    need = file.waiting_for_consent(reception.desk, user, event["channel"], event.get("thread_ts"))
    return None if need is None else file.consenting(need.id, user, agrees=agrees)
