"""Somebody presses "Introduce me": the asker gets the brief to approve, everybody else a private line."""

from slack_bolt import App, Args

from bot.slack.boundary import guarded
from bot.slack.briefs import new_brief
from bot.slack.listeners.telling import tell
from bot.slack.reception import Reception
from bot.slack.views.choice import Choice
from bot.slack.views.match import INTRODUCE
from bot.slack.wording.ask import NOT_YOURS


def register(app: App, reception: Reception) -> None:
    """Listen."""

    def open_brief(args: Args) -> None:
        choice = Choice.unpacked(args.payload["value"])
        need = reception.need_of(choice.need, args.body["user"]["id"])
        if need is None:
            tell(args, reception, NOT_YOURS)
            return
        # From within a modal the brief is laid on top, so that closing it leads back to the list.
        show = args.client.views_push if args.body.get("view") else args.client.views_open
        show(trigger_id=args.body["trigger_id"], view=new_brief(reception, need, [choice.entry]))

    app.action(INTRODUCE)(ack=handle_introduce, lazy=[guarded(reception.locale_of, open_brief)])


def handle_introduce(args: Args) -> None:
    """Nothing is written down before the brief is approved."""
    args.ack()
