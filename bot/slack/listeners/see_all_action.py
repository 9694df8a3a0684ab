"""Somebody presses "See all": the asker gets the whole list, everybody else a private line."""

from slack_bolt import App, Args

from bot.slack.boundary import guarded
from bot.slack.listeners.not_yours import say_not_yours
from bot.slack.reception import Reception
from bot.slack.views.all_matches import all_matches_modal
from bot.slack.views.answer import SEE_ALL


def register(app: App, reception: Reception) -> None:
    """Listen."""

    def open_list(args: Args) -> None:
        need = reception.need_of(args.payload["value"], args.body["user"]["id"])
        if need is None or need.answer is None:
            say_not_yours(args, reception)
            return
        view = all_matches_modal(need.id, need.answer, reception.catalogue, need.spoken)
        args.client.views_open(trigger_id=args.body["trigger_id"], view=view)

    app.action(SEE_ALL)(ack=handle_see_all, lazy=[guarded(reception.locale_of, open_list)])


def handle_see_all(args: Args) -> None:
    """Nothing is written down: looking asks for nothing."""
    args.ack()
