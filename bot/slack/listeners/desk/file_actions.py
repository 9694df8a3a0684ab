"""An advisor begins a need on behalf of a company: with the shortcut on any message, or the button on the desk."""

from slack_bolt import App, Args

from bot.slack.blocks import Json
from bot.slack.incoming import stored
from bot.slack.listeners.desk.acts import show
from bot.slack.listeners.desk.gate import only_advisors
from bot.slack.listeners.sender import is_person, sender
from bot.slack.reception import Reception
from bot.slack.views.desk.file import FILE, SHORTCUT, file_modal


def register(app: App, reception: Reception) -> None:
    """Listen."""

    def open_empty(args: Args) -> None:
        show(args, file_modal(reception.locale_of(sender(args.body).user)))

    def open_with_message(args: Args) -> None:
        language, message = reception.locale_of(sender(args.body).user), args.payload["message"]
        show(args, file_modal(language, stored(message.get("text") or ""), _author(message)))

    def _author(message: Json) -> str | None:
        """Whoever wrote it is the company, unless an advisor wrote down what they heard."""
        user: str | None = message.get("user") if is_person(message) else None
        return None if user in reception.desk.directory.advisors() else user

    app.action(FILE)(ack=handle_file, lazy=[only_advisors(reception, open_empty)])
    app.shortcut({"type": "message_action", "callback_id": SHORTCUT})(
        ack=handle_file, lazy=[only_advisors(reception, open_with_message)]
    )


def handle_file(args: Args) -> None:
    """Nothing is written down before the modal is sent."""
    args.ack()
