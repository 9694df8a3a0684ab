"""The needs that an advisor can open, found by what they type; answered from the record at once."""

from slack_bolt import App, Args

from bot.desk import queue
from bot.slack.incoming import typed
from bot.slack.listeners.desk.gate import let_in
from bot.slack.listeners.sender import sender
from bot.slack.reception import Reception
from bot.slack.views.desk.opening import SEARCH
from bot.slack.views.desk.search import found_options


def register(app: App, reception: Reception) -> None:
    """Listen; what is chosen is opened by the listener for the need's page."""

    def handle_search(args: Args) -> None:
        if not let_in(args, reception):
            args.ack(options=[])
            return
        found = queue.search(reception.desk, typed(args.payload.get("value") or ""))
        language = reception.locale_of(sender(args.body).user)
        args.ack(options=found_options(found, reception.campus(), language))

    app.options(SEARCH)(handle_search)
