"""An advisor closes a need's page: the queue from which it was opened is shown as it has become meanwhile."""

import logging

from slack_bolt import App, Args
from slack_sdk.errors import SlackApiError

from bot.slack.boundary import REFERENCE, guarded
from bot.slack.listeners.desk.gate import let_in
from bot.slack.listeners.sender import sender
from bot.slack.looking import look_of, modal_of
from bot.slack.reception import Reception
from bot.slack.refusals import error_code
from bot.slack.views.desk.beneath import Turned
from bot.slack.views.desk.case import CALLBACK
from bot.slack.visiting import home_of

log = logging.getLogger(__name__)


def register(app: App, reception: Reception) -> None:
    """Listen."""

    def bring_up_to_date(args: Args) -> None:
        view, user = args.payload, sender(args.body).user
        turned = Turned.unpacked(view["private_metadata"])
        if args.body.get("is_cleared") or not let_in(args, reception):
            return
        look, beneath = look_of(reception, {"private_metadata": turned.look}), view.get("previous_view_id")
        if not beneath:
            args.client.views_publish(user_id=user, view=home_of(reception, user, look))
            return
        try:
            args.client.views_update(view_id=beneath, view=modal_of(reception, user, look))
        except SlackApiError as error:
            if error_code(error) != "not_found":
                raise
            log.info("%s: the queue was closed too", args.context.get(REFERENCE))

    app.view_closed(CALLBACK)(ack=handle_closed, lazy=[guarded(reception.locale_of, bring_up_to_date)])


def handle_closed(args: Args) -> None:
    """Nothing is written down: closing asks for nothing."""
    args.ack()
