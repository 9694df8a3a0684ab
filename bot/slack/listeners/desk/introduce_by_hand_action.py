"""An advisor wants to make an introduction in person: it takes one that the company has approved."""

from slack_bolt import App

from bot.domain.need import Need
from bot.slack.blocks import Json
from bot.slack.listeners.desk.acts import opens
from bot.slack.reception import Reception
from bot.slack.views.desk.about import About
from bot.slack.views.desk.introduce import INTRODUCE, introduce_modal, to_take
from bot.slack.wording.desk import introduce as wording
from bot.slack.wording.said import Said


def register(app: App, reception: Reception) -> None:
    """Listen."""

    def modal_of(need: Need, about: About) -> Json | Said:
        with reception.desk.store.reading() as unit:
            open_ones = to_take(unit.introductions.of_need(need.id))
        return introduce_modal(open_ones, about, reception.catalogue) if open_ones else wording.NOTHING_APPROVED

    opens(app, reception, INTRODUCE, modal_of)
