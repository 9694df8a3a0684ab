"""Somebody came to the advisor channel or left it: who the advisors are is asked anew, and their Home tab follows.

Without this an account that left would keep the desk before its eyes until it opens the tab again, and the needs that
it has taken from all others'.
"""

from slack_bolt import App, Args

from bot.desk import leave
from bot.domain.people import Reach
from bot.slack.boundary import guarded
from bot.slack.reception import Reception
from bot.slack.views.desk.look import Look
from bot.slack.visiting import home_of

_LEFT = "member_left_channel"
_CHANGED = "advisors_changed"


def register(app: App, reception: Reception) -> None:
    """Listen."""

    def handle_membership(args: Args) -> None:
        args.context[_CHANGED] = reception.members_changed(args.payload["channel"])
        if args.context[_CHANGED] and args.payload["type"] == _LEFT:
            reception.write(f"{leave.KIND}:{args.body['event_id']}", leave.KIND, {})
        args.ack()

    def show_home(args: Args) -> None:
        user = args.payload["user"]
        if args.context[_CHANGED] and reception.desk.directory.reach(user) is Reach.REACHABLE:
            args.client.views_publish(user_id=user, view=home_of(reception, user, Look()))

    for event in ("member_joined_channel", _LEFT):
        app.event(event)(ack=handle_membership, lazy=[guarded(reception.locale_of, show_home)])
