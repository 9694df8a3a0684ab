"""A company wants to answer an advisor's question."""

from slack_bolt import App, Args

from bot.slack.boundary import guarded
from bot.slack.listeners.pressing import press_of
from bot.slack.listeners.telling import tell
from bot.slack.reception import Reception
from bot.slack.views.enquiry import ANSWER, answer_modal
from bot.slack.wording.ask import NOT_YOURS
from bot.slack.wording.enquiry import ANSWERED


def register(app: App, reception: Reception) -> None:
    """Listen."""

    def open_answer(args: Args) -> None:
        press = press_of(args)
        need = reception.need_of(press.about, press.user)
        if need is None:
            tell(args, reception, NOT_YOURS)
            return
        enquiry = reception.open_enquiry(need.id)
        if enquiry is None:
            tell(args, reception, ANSWERED)
        else:
            args.client.views_open(trigger_id=args.body["trigger_id"], view=answer_modal(need, enquiry))

    app.action(ANSWER)(ack=handle_enquiry, lazy=[guarded(reception.locale_of, open_answer)])


def handle_enquiry(args: Args) -> None:
    """Nothing is written down before the answer is sent."""
    args.ack()
