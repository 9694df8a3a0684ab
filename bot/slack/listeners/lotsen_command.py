"""`/lotsen need...` becomes a need, answered in the asker's direct message; `/lotsen` alone opens the modal."""

from slack_bolt import App, Args

from bot.domain.need import Door, Place
from bot.slack.blocks import escape
from bot.slack.boundary import guarded
from bot.slack.incoming import stored
from bot.slack.listeners.sender import sender
from bot.slack.reception import Reception
from bot.slack.views.ask import ask_modal
from bot.slack.wording.ask import HELP, RECEIVED

COMMAND = "/lotsen"

_HELP_LANGUAGES = {"help": "en", "hjälp": "sv"}


def register(app: App, reception: Reception) -> None:
    """Listen."""

    def handle_lotsen_command(args: Args) -> None:
        text = stored(args.payload.get("text") or "")
        if not text:
            args.ack()
            return
        if text.casefold() in _HELP_LANGUAGES:
            said = HELP.in_(_HELP_LANGUAGES[text.casefold()])
        else:
            key = f"command:{args.payload['trigger_id']}"
            reception.write_need(key, sender(args.body), text, Door.COMMAND, Place("", None, private=True))
            said = RECEIVED.in_(reception.language_of(text))
        args.ack(text=escape(said), response_type="ephemeral")

    def open_modal(args: Args) -> None:
        if stored(args.payload.get("text") or ""):
            return
        language = reception.locale_of(args.payload["user_id"])
        args.client.views_open(trigger_id=args.payload["trigger_id"], view=ask_modal(Door.COMMAND, language))

    app.command(COMMAND)(ack=handle_lotsen_command, lazy=[guarded(reception.locale_of, open_modal)])
