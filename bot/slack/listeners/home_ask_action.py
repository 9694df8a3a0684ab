"""The button of the Home tab opens the modal in which a need is written."""

from slack_bolt import App, Args

from bot.domain.need import Door
from bot.slack.boundary import guarded
from bot.slack.reception import Reception
from bot.slack.views.ask import ask_modal
from bot.slack.views.home import ASK


def register(app: App, reception: Reception) -> None:
    """Listen."""

    def open_modal(args: Args) -> None:
        language = reception.locale_of(args.body["user"]["id"])
        args.client.views_open(trigger_id=args.body["trigger_id"], view=ask_modal(Door.HOME, language))

    app.action(ASK)(ack=handle_home_ask, lazy=[guarded(reception.locale_of, open_modal)])


def handle_home_ask(args: Args) -> None:
    """Nothing is written down before the modal is submitted."""
    args.ack()
