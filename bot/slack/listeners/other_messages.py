"""All other message events: edits, deletions, other bots. They are acknowledged, or Slack would send them again."""

import logging

from slack_bolt import App, Args

from bot.slack.reception import Reception

log = logging.getLogger(__name__)


def register(app: App, _reception: Reception) -> None:
    """Listen; registered after `direct_message`, which takes what is meant for Lotsen."""
    app.event("message")(handle_other_message)


def handle_other_message(args: Args) -> None:
    """Leave a trace for whoever wonders why there was no answer."""
    log.debug("no answer to a message of kind %s", args.payload.get("subtype"))
