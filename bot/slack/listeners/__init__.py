"""What comes in from Slack, one module a kind, each with `register(app, reception)`.

They translate, write an arrival down and acknowledge; what takes longer is a lazy listener with the boundary around it.
The order matters thrice: `lotsen_command`, `other_messages` and `outdated_action` take what the others before them
left.
"""

from slack_bolt import App

from bot.slack.listeners import (
    app_home_opened,
    app_mention,
    ask_now_action,
    ask_submission,
    availability_action,
    availability_submission,
    brief_actions,
    brief_submission,
    by_hand_actions,
    by_hand_submission,
    choose_submission,
    consent_actions,
    decline_submission,
    desk,
    direct_message,
    enquiry_action,
    enquiry_submission,
    feedback_action,
    feedback_submission,
    find_help_shortcut,
    follow_actions,
    home_ask_action,
    how_to_ask_actions,
    introduce_action,
    lotsen_command,
    membership,
    not_before_submission,
    other_messages,
    outdated_action,
    own_data_actions,
    put_right_action,
    put_right_submission,
    question_actions,
    redirect_options,
    redirect_submission,
    reply_actions,
    see_all_action,
    suggestion_actions,
    tell_advisors_submission,
    withdraw_actions,
)
from bot.slack.reception import Reception

#: In the order in which they are asked: those that take the rest come last.
_LISTENERS = (
    app_mention,
    direct_message,
    app_home_opened,
    membership,
    desk,
    lotsen_command,
    find_help_shortcut,
    home_ask_action,
    introduce_action,
    see_all_action,
    question_actions,
    put_right_action,
    put_right_submission,
    ask_now_action,
    ask_submission,
    choose_submission,
    brief_actions,
    brief_submission,
    withdraw_actions,
    suggestion_actions,
    reply_actions,
    not_before_submission,
    redirect_options,
    redirect_submission,
    decline_submission,
    how_to_ask_actions,
    tell_advisors_submission,
    follow_actions,
    feedback_action,
    feedback_submission,
    by_hand_actions,
    by_hand_submission,
    consent_actions,
    enquiry_action,
    enquiry_submission,
    availability_action,
    availability_submission,
    own_data_actions,
    other_messages,
    outdated_action,
)


def register_listeners(app: App, reception: Reception) -> None:
    """Register every listener, the ones that take the rest last."""
    for listener in _LISTENERS:
        listener.register(app, reception)
