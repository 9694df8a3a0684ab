"""An advisor opens the filters of the queue, from the desk's modal or from the Home tab."""

from slack_bolt import App, Args

from bot.slack.blocks import Json
from bot.slack.listeners.desk.acts import show
from bot.slack.listeners.desk.gate import only_advisors
from bot.slack.listeners.sender import sender
from bot.slack.looking import look_of
from bot.slack.reception import Reception
from bot.slack.views.desk.filters import filters_modal
from bot.slack.views.desk.queue import FILTER


def register(app: App, reception: Reception) -> None:
    """Listen."""

    def open_filters(args: Args) -> None:
        view: Json = args.body["view"]
        language = reception.locale_of(sender(args.body).user)
        show(args, filters_modal(look_of(reception, view), reception.campus(), language))

    app.action(FILTER)(ack=handle_filter, lazy=[only_advisors(reception, open_filters)])


def handle_filter(args: Args) -> None:
    """Nothing is written down: looking asks for nothing."""
    args.ack()
