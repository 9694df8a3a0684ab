"""The modal in which an expert says from which day on a yes holds."""

from datetime import date, timedelta

from bot.slack.blocks import Json, field_of, label, modal, note
from bot.slack.views.choice import Subject
from bot.slack.wording import not_before as wording

CALLBACK = "not_before"
DAY = "not_before_day"

_A_WEEK = timedelta(days=7)


def not_before_modal(about: Subject, today: date) -> Json:
    """A date, in a week to begin with."""
    picker: Json = {"type": "datepicker", "initial_date": (today + _A_WEEK).isoformat()}
    return modal(
        wording.TITLE.in_(about.language),
        wording.CANCEL.in_(about.language),
        [field_of(DAY, wording.LABEL.in_(about.language), picker), note(wording.HINT.in_(about.language))],
        callback_id=CALLBACK,
        private_metadata=about.packed(),
        submit=label(wording.SUBMIT.in_(about.language)),
    )
