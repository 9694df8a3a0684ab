"""Somebody presses "Introduce me": the asker gets the brief to approve, everybody else a private line."""

from slack_bolt import App, Args

from bot.slack.boundary import guarded
from bot.slack.listeners.not_yours import say_not_yours
from bot.slack.reception import Reception
from bot.slack.views.brief import brief_modal, under_way_modal
from bot.slack.views.choice import Choice
from bot.slack.views.match import INTRODUCE


def register(app: App, reception: Reception) -> None:
    """Listen."""

    def open_brief(args: Args) -> None:
        choice = Choice.unpacked(args.payload["value"])
        need = reception.need_of(choice.need, args.body["user"]["id"])
        if need is None:
            say_not_yours(args, reception)
            return
        modal = under_way_modal if reception.is_chosen(choice) else brief_modal
        # From within a modal the brief is laid on top, so that closing it leads back to the list.
        show = args.client.views_push if args.body.get("view") else args.client.views_open
        show(trigger_id=args.body["trigger_id"], view=modal(need, choice.entry, reception.catalogue))

    app.action(INTRODUCE)(ack=handle_introduce, lazy=[guarded(reception.locale_of, open_brief)])


def handle_introduce(args: Args) -> None:
    """Nothing is written down before the brief is approved."""
    args.ack()
