"""Somebody mentions Lotsen in a channel: what they wrote becomes a need, answered in the thread."""

from slack_bolt import App, Args

from bot.domain.need import Door, Place
from bot.slack.incoming import stored
from bot.slack.listeners.sender import channel_key, is_person, sender
from bot.slack.reception import Reception


def register(app: App, reception: Reception) -> None:
    """Listen."""

    def handle_app_mention(args: Args) -> None:
        event = args.payload
        if not is_person(event):
            return
        place = Place(event["channel"], event.get("thread_ts") or event["ts"], private=False)
        reception.write_need(
            channel_key(event), sender(args.body), stored(event.get("text") or ""), Door.MENTION, place
        )

    app.event("app_mention")(handle_app_mention)
