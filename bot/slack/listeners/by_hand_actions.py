"""What advisors press on a case: they said yes, they said no, take over, close the need."""

from slack_bolt import App, Args

from bot.desk import by_hand, follow
from bot.desk.acting import Role
from bot.domain.lifecycle import IntroductionState
from bot.slack.boundary import guarded
from bot.slack.listeners.pressing import Press, Written, listen, press_of
from bot.slack.listeners.telling import tell
from bot.slack.reception import Reception
from bot.slack.views.advisors import CLOSE_NEED
from bot.slack.views.by_hand import SAID_NO, SAID_YES
from bot.slack.views.choice import Subject
from bot.slack.views.decline import BY_HAND_CALLBACK, decline_modal
from bot.slack.views.late import TAKE_OVER
from bot.slack.wording.advisors import ADVISORS_ONLY
from bot.slack.wording.request import TOO_LATE
from bot.slack.wording.said import Said


def register(app: App, reception: Reception) -> None:
    """Listen. Who the advisors are may take asking Slack: the desk does before it acts, and here it is only said."""

    def not_theirs(press: Press) -> Said | None:
        return None if press.user in reception.desk.directory.advisors() else ADVISORS_ONLY

    def say_yes(press: Press) -> Written:
        return Written(by_hand.KIND, by_hand.said_yes(press.about, press.user))

    def take_over(press: Press) -> Written:
        return Written(by_hand.KIND, by_hand.taking_over(press.about, press.user))

    def close_need(press: Press) -> Written:
        return Written(follow.END_NEED, follow.ending_need(press.about, press.user))

    def open_reasons(args: Args) -> None:
        press = press_of(args)
        found = reception.introduction(press.about)
        if found is None or not reception.plays(press.about, press.user, {Role.ADVISOR}):
            tell(args, reception, ADVISORS_ONLY)
        elif found.state is not IntroductionState.WITH_ADVISOR:
            tell(args, reception, TOO_LATE)
        else:
            view = decline_modal(Subject(found.id, reception.language_in(found)), BY_HAND_CALLBACK)
            args.client.views_open(trigger_id=args.body["trigger_id"], view=view)

    listen(app, reception, SAID_YES, say_yes, not_theirs)
    listen(app, reception, TAKE_OVER, take_over, not_theirs)
    listen(app, reception, CLOSE_NEED, close_need, not_theirs)
    app.action(SAID_NO)(ack=handle_said_no, lazy=[guarded(reception.locale_of, open_reasons)])


def handle_said_no(args: Args) -> None:
    """Nothing is written down before the reason is given."""
    args.ack()
