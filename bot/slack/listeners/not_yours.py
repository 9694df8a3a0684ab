"""The private line for somebody who presses a button of another person's need."""

from slack_bolt import Args

from bot.slack.blocks import escape
from bot.slack.reception import Reception
from bot.slack.wording.ask import NOT_YOURS


def say_not_yours(args: Args, reception: Reception) -> None:
    """Tell the person who pressed, and nobody else."""
    said = NOT_YOURS.in_(reception.locale_of(args.body["user"]["id"]))
    args.respond(text=escape(said), response_type="ephemeral", replace_original=False)
