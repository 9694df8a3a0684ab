"""A company does not wait for the others: its next choice is asked now."""

from slack_bolt import App

from bot.desk import call
from bot.slack.listeners.pressing import Press, Written, listen
from bot.slack.reception import Reception
from bot.slack.views.progress import ASK_NOW
from bot.slack.wording.ask import NOT_YOURS
from bot.slack.wording.said import Said


def register(app: App, reception: Reception) -> None:
    """Listen."""

    def ask_now(press: Press) -> Written | Said:
        found = reception.introduction(press.about)
        if found is None or reception.need_of(found.need, press.user) is None:
            return NOT_YOURS
        return Written(call.KIND, call.calling(found.id, press.user))

    listen(app, reception, ASK_NOW, ask_now)
