"""An advisor opens the modal of what is done to a need as a whole: hand over, let rest, note, link, close."""

from slack_bolt import App

from bot.domain.need import Need
from bot.slack.blocks import Json
from bot.slack.listeners.desk.acts import opens
from bot.slack.reception import Reception
from bot.slack.views.desk.about import About
from bot.slack.views.desk.ending import ending_modal
from bot.slack.views.desk.hand_over import hand_over_modal
from bot.slack.views.desk.merge import merge_modal
from bot.slack.views.desk.noting import note_modal
from bot.slack.views.desk.rest import rest_modal
from bot.slack.views.desk.triage_acts import CLOSE, HAND_OVER, MERGE, NOTE, SNOOZE
from bot.slack.wording.desk.triage import OVER
from bot.slack.wording.said import Said


def register(app: App, reception: Reception) -> None:
    """Listen."""

    def handing_over(need: Need, about: About) -> Json | Said:
        return hand_over_modal(need, about) if need.is_open else OVER

    def letting_rest(need: Need, about: About) -> Json | Said:
        return rest_modal(need, about, reception.desk.rules.today(reception.desk.now())) if need.is_open else OVER

    def noting(need: Need, about: About) -> Json:
        return note_modal(need, about)

    def merging(need: Need, about: About) -> Json | Said:
        return merge_modal(need, about) if need.is_open else OVER

    def closing(need: Need, about: About) -> Json | Said:
        return ending_modal(need, about) if need.is_open else OVER

    opens(app, reception, HAND_OVER, handing_over)
    opens(app, reception, SNOOZE, letting_rest)
    opens(app, reception, NOTE, noting)
    opens(app, reception, MERGE, merging)
    opens(app, reception, CLOSE, closing)
