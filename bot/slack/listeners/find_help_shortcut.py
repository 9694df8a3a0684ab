"""The message shortcut: the message becomes a need of whoever used the shortcut, answered in their direct message."""

from slack_bolt import App, Args

from bot.domain.need import Door, Place
from bot.slack.blocks import escape
from bot.slack.boundary import guarded
from bot.slack.incoming import stored
from bot.slack.listeners.sender import sender
from bot.slack.reception import Reception
from bot.slack.wording.ask import RECEIVED

CALLBACK = "find_help"


def register(app: App, reception: Reception) -> None:
    """Listen."""

    def handle_find_help(args: Args) -> None:
        text = stored(args.payload["message"].get("text") or "")
        key = f"shortcut:{args.payload['trigger_id']}"
        reception.write_need(key, sender(args.body), text, Door.SHORTCUT, Place("", None, private=True))
        args.ack()

    def say_where_the_answer_comes(args: Args) -> None:
        text = args.payload["message"].get("text") or ""
        said = RECEIVED.in_(reception.spoken_by(sender(args.body).user, stored(text)))
        args.respond(text=escape(said), response_type="ephemeral", replace_original=False)

    app.shortcut({"type": "message_action", "callback_id": CALLBACK})(
        ack=handle_find_help, lazy=[guarded(reception.locale_of, say_where_the_answer_comes)]
    )
