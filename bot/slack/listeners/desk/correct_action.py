"""An advisor opens the matches of a need to change them."""

from slack_bolt import App

from bot.domain.lifecycle import NeedEvent
from bot.domain.need import Need
from bot.slack.blocks import Json
from bot.slack.listeners.desk.acts import opens
from bot.slack.reception import Reception
from bot.slack.views.desk.about import About
from bot.slack.views.desk.correction import CORRECT, correction_modal
from bot.slack.wording.desk import correction as wording
from bot.slack.wording.said import Said


def register(app: App, reception: Reception) -> None:
    """Listen."""

    def modal_of(need: Need, about: About) -> Json | Said:
        if not need.may(NeedEvent.CORRECTED):
            return wording.OVER
        return correction_modal(need, about, reception.catalogue)

    opens(app, reception, CORRECT, modal_of)
