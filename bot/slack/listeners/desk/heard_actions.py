"""On a need's page an advisor tells what an expert said: a yes is done with the press, a no asks for its reason.

Where both have said yes, the advisor tells that they are introduced, or closes it.
"""

from slack_bolt import App, Args

from bot.desk import by_hand, follow
from bot.domain.lifecycle import IntroductionState
from bot.slack.listeners.desk.acts import show
from bot.slack.listeners.desk.gate import only_advisors
from bot.slack.listeners.desk.presses import presses
from bot.slack.listeners.desk.turning import page_under
from bot.slack.listeners.pressing import Press, Written, press_of
from bot.slack.reception import Reception
from bot.slack.views.desk.heard import CLOSE, NO, YES, Heard, heard_no_modal
from bot.slack.views.entry import entry_facts
from bot.slack.views.notice import notice_modal
from bot.slack.wording.request import TOO_LATE


def register(app: App, reception: Reception) -> None:
    """Listen."""

    def said_yes(press: Press) -> Written:
        return Written(by_hand.KIND, by_hand.said_yes(press.about, press.user))

    def close(press: Press) -> Written:
        return Written(follow.KIND, follow.closing(press.about, press.user))

    def open_reasons(args: Args) -> None:
        press = press_of(args)
        found, language = reception.introduction(press.about), reception.locale_of(press.user)
        if found is None or found.state is not IntroductionState.WITH_ADVISOR:
            show(args, notice_modal(TOO_LATE, language))
        else:
            heard = Heard(found.need, language, page_under(args), found.id)
            show(args, heard_no_modal(heard, entry_facts(reception.catalogue, found.entry, language)))

    presses(app, reception, YES, said_yes)
    presses(app, reception, CLOSE, close)
    app.action(NO)(ack=handle_heard_no, lazy=[only_advisors(reception, open_reasons)])


def handle_heard_no(args: Args) -> None:
    """Nothing is written down before the reason is given."""
    args.ack()
