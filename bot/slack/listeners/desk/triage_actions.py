"""An advisor takes a need or takes it over, gives it back or wakes it: done with the press, and the page tells."""

from slack_bolt import App

from bot.desk import triage
from bot.desk.case import case_of
from bot.slack.listeners.desk.presses import presses
from bot.slack.listeners.pressing import Press, Written
from bot.slack.reception import Reception
from bot.slack.views.desk.opening import TAKE
from bot.slack.views.desk.triage_acts import GIVE_BACK, TAKE_OVER, WAKE
from bot.slack.wording.desk.triage import OVER, TAKEN_BEFORE
from bot.slack.wording.said import Said


def register(app: App, reception: Reception) -> None:
    """Listen."""

    def take(press: Press) -> Written:
        return Written(triage.KIND, triage.taking(press.about, press.user))

    def give_back(press: Press) -> Written:
        return Written(triage.KIND, triage.giving_back(press.about, press.user))

    def take_over(press: Press) -> Written:
        return Written(triage.KIND, triage.handing_over(press.about, press.user, press.user))

    def wake(press: Press) -> Written:
        return Written(triage.KIND, triage.waking(press.about, press.user))

    def in_vain(press: Press) -> Said | None:
        """Why somebody who took a need outside its page does not have it; who has it sees that where they took it."""
        case = case_of(reception.desk, press.about, press.user)
        if case is None or not case.need.is_open:
            return OVER
        return None if case.triage.advisor == press.user else TAKEN_BEFORE

    presses(app, reception, TAKE, take, in_vain)
    presses(app, reception, GIVE_BACK, give_back)
    presses(app, reception, TAKE_OVER, take_over)
    presses(app, reception, WAKE, wake)
