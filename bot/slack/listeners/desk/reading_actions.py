"""An advisor reads something of a need's page in full, page by page."""

from functools import partial

from slack_bolt import App, Args

from bot.slack.blocks import Json
from bot.slack.casework import reading_of
from bot.slack.listeners.desk.acts import show
from bot.slack.listeners.desk.gate import only_advisors
from bot.slack.listeners.sender import sender
from bot.slack.reception import Reception
from bot.slack.views.desk.asked import READ
from bot.slack.views.desk.beneath import Reading
from bot.slack.views.desk.reading import EARLIER, LATER
from bot.slack.views.notice import notice_modal
from bot.slack.wording.desk.case import GONE


def register(app: App, reception: Reception) -> None:
    """Listen."""
    app.action(READ)(ack=handle_reading, lazy=[only_advisors(reception, partial(_open, reception))])
    for action in (EARLIER, LATER):
        app.action(action)(ack=handle_reading, lazy=[only_advisors(reception, partial(_turn_leaf, reception))])


def handle_reading(args: Args) -> None:
    """Nothing is written down: reading changes nothing."""
    args.ack()


def _open(reception: Reception, args: Args) -> None:
    show(args, _read(reception, args))


def _turn_leaf(reception: Reception, args: Args) -> None:
    args.client.views_update(view_id=args.body["view"]["id"], view=_read(reception, args))


def _read(reception: Reception, args: Args) -> Json:
    user = sender(args.body).user
    shown = reading_of(reception, user, Reading.unpacked(args.payload["value"]))
    return shown or notice_modal(GONE, reception.locale_of(user))
