"""The modal in which an advisor puts a need out of sight until a day."""

from datetime import date, timedelta

from bot.domain.need import Need
from bot.slack.blocks import Json, field_of, label, modal, note
from bot.slack.views.desk.about import About
from bot.slack.views.desk.quoting import which_need
from bot.slack.wording.desk import triage as wording

CALLBACK = "desk_rest"
DAY = "desk_rest_day"

_A_WEEK = timedelta(days=7)


def rest_modal(need: Need, about: About, today: date) -> Json:
    """A day, in a week to begin with."""
    language = about.language
    picker: Json = {"type": "datepicker", "initial_date": (today + _A_WEEK).isoformat()}
    return modal(
        wording.SNOOZE.in_(language),
        wording.CANCEL.in_(language),
        [
            which_need(need),
            field_of(DAY, wording.REST_UNTIL.in_(language), picker),
            note(wording.REST_HINT.in_(language)),
        ],
        callback_id=CALLBACK,
        private_metadata=about.packed(),
        submit=label(wording.SNOOZE.in_(language)),
    )
