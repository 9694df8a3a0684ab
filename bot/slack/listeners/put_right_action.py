"""Somebody presses the button beside what was read as a must: the asker gets the modal that puts it right."""

from slack_bolt import App, Args

from bot.slack.boundary import guarded
from bot.slack.listeners.telling import tell
from bot.slack.reception import Reception
from bot.slack.views.put_right import CHANGE, put_right_modal
from bot.slack.wording.ask import NOT_YOURS
from bot.slack.wording.brief import NOT_NOW


def register(app: App, reception: Reception) -> None:
    """Listen."""

    def open_modal(args: Args) -> None:
        need = reception.need_of(args.payload["value"], args.body["user"]["id"])
        if need is None or need.answer is None:
            tell(args, reception, NOT_YOURS)
        elif not need.is_open:
            tell(args, reception, NOT_NOW)
        else:
            args.client.views_open(trigger_id=args.body["trigger_id"], view=put_right_modal(need, need.answer))

    app.action(CHANGE)(ack=handle_change, lazy=[guarded(reception.locale_of, open_modal)])


def handle_change(args: Args) -> None:
    """Nothing is written down before the modal is submitted."""
    args.ack()
