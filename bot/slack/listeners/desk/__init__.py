"""What comes in from the advisors' desk, one module a kind, each with `register(app, reception)`, as in `listeners`.

The gate stands before all of it; `acts` is the frame of what is done to a need.
"""

from slack_bolt import App

from bot.slack.listeners.desk import (
    case_actions,
    correct_action,
    correct_submission,
    desk_command,
    enquire_action,
    enquire_submission,
    entry_options,
    file_actions,
    file_submission,
    filter_action,
    filter_submission,
    heard_actions,
    heard_submission,
    introduce_by_hand_action,
    introduce_by_hand_submission,
    label_actions,
    merge_submission,
    no_match_actions,
    no_match_submission,
    page_closed,
    propose_actions,
    propose_submission,
    queue_actions,
    reading_actions,
    search_options,
    triage_actions,
    triage_modal_actions,
    triage_submission,
)
from bot.slack.reception import Reception

_LISTENERS = (
    case_actions,
    correct_action,
    correct_submission,
    desk_command,
    enquire_action,
    enquire_submission,
    entry_options,
    file_actions,
    file_submission,
    filter_action,
    filter_submission,
    heard_actions,
    heard_submission,
    introduce_by_hand_action,
    introduce_by_hand_submission,
    merge_submission,
    no_match_actions,
    no_match_submission,
    label_actions,
    page_closed,
    propose_actions,
    propose_submission,
    reading_actions,
    triage_actions,
    triage_modal_actions,
    triage_submission,
    queue_actions,
    search_options,
)


def register(app: App, reception: Reception) -> None:
    """Register every listener of the desk."""
    for listener in _LISTENERS:
        listener.register(app, reception)
