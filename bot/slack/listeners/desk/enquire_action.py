"""An advisor wants to ask a company a question; while one is open there is nothing to write into."""

from slack_bolt import App

from bot.domain.need import Need
from bot.domain.telling import UNDER_WAY
from bot.slack.blocks import Json
from bot.slack.listeners.desk.acts import opens
from bot.slack.reception import Reception
from bot.slack.views.desk.about import About
from bot.slack.views.desk.enquiry import ASK, enquire_modal
from bot.slack.wording.desk import enquiry as wording
from bot.slack.wording.said import Said


def register(app: App, reception: Reception) -> None:
    """Listen."""

    def modal_of(need: Need, about: About) -> Json | Said:
        if need.state not in UNDER_WAY:
            return wording.OVER
        waiting = reception.open_enquiry(need.id)
        return wording.waiting(waiting.question) if waiting else enquire_modal(need, about)

    opens(app, reception, ASK, modal_of)
