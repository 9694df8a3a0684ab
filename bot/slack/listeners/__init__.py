"""What comes in from Slack, one module a kind, each with `register(app, reception)`.

They translate, write an arrival down and acknowledge; what takes longer is a lazy listener with the boundary around it.
The order matters twice: `other_messages` and `outdated_action` take what the others before them left.
"""

from slack_bolt import App

from bot.slack.listeners import (
    app_home_opened,
    app_mention,
    ask_submission,
    brief_submission,
    direct_message,
    find_help_shortcut,
    home_ask_action,
    introduce_action,
    lotsen_command,
    other_messages,
    outdated_action,
    question_actions,
    see_all_action,
)
from bot.slack.reception import Reception


def register_listeners(app: App, reception: Reception) -> None:
    """Register every listener, the ones that take the rest last."""
    app_mention.register(app, reception)
    direct_message.register(app, reception)
    app_home_opened.register(app, reception)
    lotsen_command.register(app, reception)
    find_help_shortcut.register(app, reception)
    home_ask_action.register(app, reception)
    introduce_action.register(app, reception)
    see_all_action.register(app, reception)
    question_actions.register(app, reception)
    ask_submission.register(app, reception)
    brief_submission.register(app, reception)
    other_messages.register(app, reception)
    outdated_action.register(app, reception)
