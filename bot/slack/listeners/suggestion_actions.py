"""A company decides about whom an expert suggested: it reads and approves the brief, or leaves it."""

from slack_bolt import App, Args

from bot.desk import withdraw
from bot.domain.lifecycle import IntroductionState
from bot.slack.boundary import guarded
from bot.slack.briefs import suggested_brief
from bot.slack.listeners.pressing import Press, Written, listen, press_of
from bot.slack.listeners.telling import tell
from bot.slack.reception import Reception
from bot.slack.views.suggestion import APPROVE, NO_THANKS
from bot.slack.wording.ask import NOT_YOURS
from bot.slack.wording.said import Said
from bot.slack.wording.suggestion import NOTHING_TO_DECIDE


def register(app: App, reception: Reception) -> None:
    """Listen."""

    def open_brief(args: Args) -> None:
        press = press_of(args)
        found = reception.introduction(press.about)
        need = reception.need_of(found.need, press.user) if found else None
        if need is None:
            tell(args, reception, NOT_YOURS)
            return
        view = suggested_brief(reception, need, press.about)
        args.client.views_open(trigger_id=args.body["trigger_id"], view=view)

    def leave(press: Press) -> Written | Said:
        found = reception.introduction(press.about)
        if found is None or reception.need_of(found.need, press.user) is None:
            return NOT_YOURS
        if found.state is not IntroductionState.PROPOSED:
            # It was approved meanwhile: nobody who has been asked is let down by a button of before.
            return NOTHING_TO_DECIDE
        return Written(withdraw.KIND, withdraw.withdrawing(press.user, found.need, found.id))

    app.action(APPROVE)(ack=handle_approve, lazy=[guarded(reception.locale_of, open_brief)])
    listen(app, reception, NO_THANKS, leave)


def handle_approve(args: Args) -> None:
    """Nothing is written down before the brief is approved."""
    args.ack()
