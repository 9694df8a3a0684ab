"""The catalogue's services and experts, found by what an advisor types into any of the menus of the desk."""

import re

from slack_bolt import App, Args

from bot.slack.incoming import typed
from bot.slack.listeners.desk.gate import let_in
from bot.slack.reception import Reception
from bot.slack.views.desk.about import About
from bot.slack.views.desk.correction import PLACES
from bot.slack.views.desk.entries import MENU, entries_like, nothing_option


def register(app: App, reception: Reception) -> None:
    """Listen."""

    def handle_typing(args: Args) -> None:
        if not let_in(args, reception):
            args.ack(options=[])
            return
        language = About.unpacked(args.body["view"]["private_metadata"]).language
        words = typed(args.payload.get("value") or "")
        nothing = [nothing_option(language)] if args.payload["action_id"] in PLACES[1:] and not words else []
        args.ack(options=[*nothing, *entries_like(words, reception.catalogue, language)])

    app.options(re.compile(rf"^{MENU}_\w+$"))(handle_typing)
