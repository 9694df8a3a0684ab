"""A company says whether help may be looked for with what an advisor wrote down for it."""

from slack_bolt import App

from bot.desk import file
from bot.domain.lifecycle import NeedState
from bot.slack.listeners.pressing import Press, Write, Written, listen
from bot.slack.reception import Reception
from bot.slack.views.consent import NO, YES
from bot.slack.wording.ask import NOT_YOURS
from bot.slack.wording.consent import DECIDED
from bot.slack.wording.said import Said


def register(app: App, reception: Reception) -> None:
    """Listen."""

    def saying(*, agrees: bool) -> Write:
        def say(press: Press) -> Written | Said:
            need = reception.need_of(press.about, press.user)
            if need is None:
                return NOT_YOURS
            if need.state is not NeedState.FILED:
                return DECIDED
            return Written(file.CONSENT, file.consenting(need.id, press.user, agrees=agrees))

        return say

    listen(app, reception, YES, saying(agrees=True))
    listen(app, reception, NO, saying(agrees=False))
