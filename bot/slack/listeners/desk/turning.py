"""A need's page shown again after something was done on it, so that the advisor sees what it came to.

What is done is written down and worked on by a worker, as everything is; here it is waited for, and not for long.
A page that was changed or closed meanwhile is left alone.
"""

import logging
import time

from slack_bolt import Args
from slack_sdk.errors import SlackApiError

from bot.slack.blocks import Json
from bot.slack.boundary import REFERENCE
from bot.slack.casework import page_after
from bot.slack.listeners.sender import sender
from bot.slack.reception import Reception
from bot.slack.refusals import error_code
from bot.slack.views.desk.beneath import Beneath, Turned
from bot.slack.views.desk.case import CALLBACK
from bot.slack.views.notice import notice_modal
from bot.slack.wording.desk.case import GONE

log = logging.getLogger(__name__)

#: What Slack says of a view that somebody closed, or that shows something newer.
_LEFT = {"not_found", "hash_conflict"}
_GLANCE = 0.05


def page_under(args: Args) -> str:
    """The page on which something was pressed, for a modal to carry along; empty when it was pressed elsewhere."""
    view: Json = args.body.get("view") or {}
    if view.get("callback_id") != CALLBACK:
        return ""
    return Beneath(view["id"], view["hash"], Turned.unpacked(view["private_metadata"])).packed()


def show_again(args: Args, reception: Reception, beneath: str, key: str) -> None:
    """Wait for what was written down with a key, and show the page as it stands then."""
    if not beneath:
        return
    under, user = Beneath.unpacked(beneath), sender(args.body).user
    done = is_done(reception, key)
    put(args, reception, under, page_after(reception, user, under.turned, done=done))


def put(args: Args, reception: Reception, under: Beneath, page: Json | None) -> None:
    """Show a page in the place of another; a kind word where there is none any more."""
    view = page or notice_modal(GONE, reception.locale_of(sender(args.body).user))
    try:
        args.client.views_update(view_id=under.view, view=view, **({"hash": under.hash} if under.hash else {}))
    except SlackApiError as error:
        if error_code(error) not in _LEFT:
            raise
        log.info("%s: the page was left alone (%s)", args.context.get(REFERENCE), error_code(error))


def is_done(reception: Reception, key: str) -> bool:
    """Whether the workers have done what was written down with a key, after waiting for them a little."""
    until = time.monotonic() + reception.patience
    while not _settled(reception, key):
        if time.monotonic() >= until:
            return False
        time.sleep(_GLANCE)
    return True


def _settled(reception: Reception, key: str) -> bool:
    with reception.desk.store.reading() as unit:
        return unit.inbox.settled(key)
