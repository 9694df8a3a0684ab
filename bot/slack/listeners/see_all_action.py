"""Somebody presses "See all" or "Choose several": the asker gets the list, everybody else a private line."""

from slack_bolt import App, Args

from bot.slack.boundary import guarded
from bot.slack.listeners.telling import tell
from bot.slack.reception import Reception
from bot.slack.views.all_matches import all_matches_modal
from bot.slack.views.answer import SEE_ALL
from bot.slack.views.choose import CHOOSE, choose_modal
from bot.slack.wording.ask import NOT_YOURS


def register(app: App, reception: Reception) -> None:
    """Listen."""

    def open_list(args: Args) -> None:
        need = reception.need_of(args.payload["value"], args.body["user"]["id"])
        if need is None or need.answer is None:
            tell(args, reception, NOT_YOURS)
            return
        modal = all_matches_modal if args.payload["action_id"] == SEE_ALL else choose_modal
        view = modal(need, need.answer, reception.catalogue)
        args.client.views_open(trigger_id=args.body["trigger_id"], view=view)

    for action in (SEE_ALL, CHOOSE):
        app.action(action)(ack=handle_see_all, lazy=[guarded(reception.locale_of, open_list)])


def handle_see_all(args: Args) -> None:
    """Nothing is written down: looking asks for nothing."""
    args.ack()
