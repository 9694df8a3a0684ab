"""The buttons of an introduction thread, and of the check-back: we have met, not yet, change advisor, close."""

from collections.abc import Callable

from slack_bolt import App, Args

from bot.desk import follow
from bot.desk.acting import Role
from bot.slack.boundary import guarded
from bot.slack.listeners.pressing import Press, Written, listen, press_of
from bot.slack.listeners.telling import tell
from bot.slack.reception import Reception
from bot.slack.views.follow import CHANGE_ADVISOR, CLOSE, MET, NOT_YET
from bot.slack.wording.follow import NOT_FOR_YOU, NOT_YET_IS_FINE
from bot.slack.wording.said import Said
from bot.storage.ports import Json


def register(app: App, reception: Reception) -> None:
    """Listen."""

    def not_theirs(press: Press) -> Said | None:
        return None if reception.plays(press.about, press.user, frozenset(Role)) else NOT_FOR_YOU

    def writing(body: Callable[[str, str], Json]) -> Callable[[Press], Written]:
        def write(press: Press) -> Written:
            # Whether it is theirs may take asking Slack who the advisors are; the desk does, and so does `not_theirs`.
            return Written(follow.KIND, body(press.about, press.user))

        return write

    def say_it_is_fine(args: Args) -> None:
        tell(args, reception, not_theirs(press_of(args)) or NOT_YET_IS_FINE)

    listen(app, reception, MET, writing(follow.met), not_theirs)
    listen(app, reception, CHANGE_ADVISOR, writing(follow.changing_advisor), not_theirs)
    listen(app, reception, CLOSE, writing(follow.closing), not_theirs)
    app.action(NOT_YET)(ack=handle_not_yet, lazy=[guarded(reception.locale_of, say_it_is_fine)])


def handle_not_yet(args: Args) -> None:
    """Nothing is written down: nobody is asked again."""
    args.ack()
