"""The gate of the advisors' desk: whoever is not a member of the advisor channel gets a kind word and nothing else.

Nothing is written down for them, and one line in the log says who asked for what, in ids. The use cases of `bot.desk`
look once more before they act.
"""

import logging
from collections.abc import Callable

from slack_bolt import Args

from bot.slack.blocks import Json
from bot.slack.boundary import REFERENCE, guarded
from bot.slack.listeners.sender import sender
from bot.slack.listeners.telling import tell
from bot.slack.reception import Reception
from bot.slack.views.notice import notice_modal
from bot.slack.wording.desk.gate import ADVISORS_ONLY

log = logging.getLogger(__name__)


def only_advisors(reception: Reception, work: Callable[[Args], None]) -> Callable[[Args], None]:
    """The lazy half of a listener, with the gate and the error boundary around it."""

    def run(args: Args) -> None:
        if let_in(args, reception):
            work(args)
        else:
            tell(args, reception, ADVISORS_ONLY)

    return guarded(reception.locale_of, run)


def admits(args: Args, reception: Reception) -> bool:
    """Whether a submission is an advisor's; any other is acknowledged here, with a word in the modal's place."""
    if let_in(args, reception):
        return True
    said = notice_modal(ADVISORS_ONLY, reception.locale_of(sender(args.body).user))
    args.ack(response_action="update", view=said)
    return False


def let_in(args: Args, reception: Reception) -> bool:
    """Whether an advisor does this; a line in the log when not."""
    user = sender(args.body).user
    if user in reception.desk.directory.advisors():
        return True
    log.warning("%s: refused to %s: %s", args.context.get(REFERENCE), user, _what(args.body))
    return False


def _what(body: Json) -> str:
    """What somebody used, by its identifier."""
    in_view = {} if "action_id" in body else body.get("view")
    used = next(iter(body.get("actions") or ()), in_view or body)
    named = (used.get(name) for name in ("action_id", "callback_id", "command"))
    return next((str(each) for each in named if each), str(body.get("type")))
