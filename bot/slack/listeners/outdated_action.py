"""Buttons that nobody listens to any more, as in messages from an earlier version: the person is told so."""

import re

from slack_bolt import App, Args

from bot.slack.blocks import escape
from bot.slack.boundary import guarded
from bot.slack.reception import Reception
from bot.slack.wording.ask import OUTDATED


def register(app: App, reception: Reception) -> None:
    """Listen; registered after all other actions."""

    def say_outdated(args: Args) -> None:
        if args.context.response_url:
            said = OUTDATED.in_(reception.locale_of(args.body["user"]["id"]))
            args.respond(text=escape(said), response_type="ephemeral", replace_original=False)

    app.action(re.compile(""))(ack=handle_outdated_action, lazy=[guarded(reception.locale_of, say_outdated)])


def handle_outdated_action(args: Args) -> None:
    """There is nothing to write down."""
    args.ack()
