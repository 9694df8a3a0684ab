"""A company takes back one introduction, or a whole need, in a message, on its Home tab or after a command."""

from slack_bolt import App

from bot.desk import withdraw
from bot.slack.listeners.pressing import Press, Written, listen
from bot.slack.reception import Reception
from bot.slack.views.progress import WITHDRAW, WITHDRAW_NEED
from bot.slack.wording.ask import NOT_YOURS
from bot.slack.wording.own_data import WITHDRAWING
from bot.slack.wording.said import Said


def register(app: App, reception: Reception) -> None:
    """Listen."""

    def take_back_one(press: Press) -> Written | Said:
        found = reception.introduction(press.about)
        if found is None or reception.need_of(found.need, press.user) is None:
            return NOT_YOURS
        return Written(withdraw.KIND, withdraw.withdrawing(press.user, found.need, found.id))

    def take_back_need(press: Press) -> Written | Said:
        if reception.need_of(press.about, press.user) is None:
            return NOT_YOURS
        return Written(withdraw.KIND, withdraw.withdrawing(press.user, press.about))

    def say_so(_: Press) -> Said:
        return WITHDRAWING

    listen(app, reception, WITHDRAW, take_back_one, say_so)
    listen(app, reception, WITHDRAW_NEED, take_back_need, say_so)
