"""An advisor opens a need's page, has it shown anew, or goes from there to another need."""

from functools import partial

from slack_bolt import App, Args

from bot.slack.blocks import Json
from bot.slack.casework import page_of
from bot.slack.listeners.desk.acts import show
from bot.slack.listeners.desk.gate import only_advisors
from bot.slack.listeners.desk.turning import page_under, put
from bot.slack.listeners.sender import sender
from bot.slack.reception import Reception
from bot.slack.views.desk import reading
from bot.slack.views.desk.asked import REFRESH
from bot.slack.views.desk.beneath import Beneath, Reading, Turned
from bot.slack.views.desk.look import carried
from bot.slack.views.desk.opening import OPEN, SEARCH, opened_need
from bot.slack.views.notice import notice_modal
from bot.slack.wording.desk.case import GONE, opened_below


def register(app: App, reception: Reception) -> None:
    """Listen."""
    for action in (OPEN, SEARCH, REFRESH):
        app.action(action)(ack=handle_case, lazy=[only_advisors(reception, partial(_open, reception))])


def handle_case(args: Args) -> None:
    """Nothing is written down: looking changes nothing."""
    args.ack()


def _open(reception: Reception, args: Args) -> None:
    view: Json = args.body.get("view") or {}
    need, user, under = opened_need(args.payload), sender(args.body).user, page_under(args)
    if under:
        # In the same page: a modal lies on two others at most, and the next is for what is done on this one.
        page = Beneath.unpacked(under)
        put(args, reception, page, page_of(reception, user, page.turned.to(need)))
    elif view.get("callback_id") == reading.CALLBACK:
        _turn_below(reception, args, need, view)
    else:
        gone = notice_modal(GONE, reception.locale_of(user))
        show(args, page_of(reception, user, Turned(need, look=carried(view))) or gone)


def _turn_below(reception: Reception, args: Args, need: str, view: Json) -> None:
    """In the page under the list in which the need was found, for the same reason."""
    user, before = sender(args.body).user, Turned(Reading.unpacked(view["private_metadata"]).need)
    page = page_of(reception, user, before.to(need))
    put(args, reception, Beneath(view["previous_view_id"], "", before), page)
    said = opened_below(need) if page else GONE
    args.client.views_update(view_id=view["id"], view=notice_modal(said, reception.locale_of(user)))
