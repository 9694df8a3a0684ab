"""What advisors press on a case: yes, no, introduced, closed, take over, close the need."""

from slack_bolt import App, Args

from bot.desk import by_hand, follow
from bot.domain.lifecycle import IntroductionState
from bot.slack.listeners.desk.gate import only_advisors
from bot.slack.listeners.desk.presses import presses
from bot.slack.listeners.pressing import Press, Written, press_of
from bot.slack.listeners.telling import tell
from bot.slack.reception import Reception
from bot.slack.views.advisors import CLOSE_NEED
from bot.slack.views.by_hand import CLOSE, SAID_NO, SAID_YES
from bot.slack.views.choice import Subject
from bot.slack.views.decline import BY_HAND_CALLBACK, decline_modal
from bot.slack.views.late import TAKE_OVER
from bot.slack.wording.request import TOO_LATE


def register(app: App, reception: Reception) -> None:
    """Listen, behind the gate of the desk."""

    def say_yes(press: Press) -> Written:
        return Written(by_hand.KIND, by_hand.said_yes(press.about, press.user))

    def take_over(press: Press) -> Written:
        return Written(by_hand.KIND, by_hand.taking_over(press.about, press.user))

    def close(press: Press) -> Written:
        return Written(follow.KIND, follow.closing(press.about, press.user))

    def close_need(press: Press) -> Written:
        return Written(follow.END_NEED, follow.ending_need(press.about, press.user))

    def open_reasons(args: Args) -> None:
        found = reception.introduction(press_of(args).about)
        if found is None or found.state is not IntroductionState.WITH_ADVISOR:
            tell(args, reception, TOO_LATE)
        else:
            view = decline_modal(Subject(found.id, reception.language_in(found)), BY_HAND_CALLBACK)
            args.client.views_open(trigger_id=args.body["trigger_id"], view=view)

    presses(app, reception, SAID_YES, say_yes)
    presses(app, reception, CLOSE, close)
    presses(app, reception, TAKE_OVER, take_over)
    presses(app, reception, CLOSE_NEED, close_need)
    app.action(SAID_NO)(ack=handle_said_no, lazy=[only_advisors(reception, open_reasons)])


def handle_said_no(args: Args) -> None:
    """Nothing is written down before the reason is given."""
    args.ack()
