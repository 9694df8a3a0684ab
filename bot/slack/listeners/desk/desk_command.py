"""`/lotsen desk` opens the advisors' desk; anybody else who asks for it reads whose it is, and no need comes of it."""

from slack_bolt import App, Args

from bot.slack.blocks import Json
from bot.slack.commands import asks_for_desk
from bot.slack.incoming import stored
from bot.slack.listeners.desk.gate import only_advisors
from bot.slack.listeners.lotsen_command import COMMAND
from bot.slack.listeners.sender import sender
from bot.slack.looking import modal_of
from bot.slack.reception import Reception
from bot.slack.views.desk.look import Look


def register(app: App, reception: Reception) -> None:
    """Listen; registered before `lotsen_command`, which takes all other words."""

    def open_desk(args: Args) -> None:
        view = modal_of(reception, sender(args.body).user, Look())
        args.client.views_open(trigger_id=args.body["trigger_id"], view=view)

    app.command(COMMAND, matchers=[is_for_desk])(ack=handle_desk, lazy=[only_advisors(reception, open_desk)])


def is_for_desk(command: Json) -> bool:
    """Whether the command asks for the desk."""
    return asks_for_desk(stored(command.get("text") or ""))


def handle_desk(args: Args) -> None:
    """Nothing is written down: looking asks for nothing."""
    args.ack()
