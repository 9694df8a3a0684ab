"""The buttons of an introduction thread, and of the check-back: we have met, not yet, change advisor, close."""

from collections.abc import Callable
from typing import Final

from slack_bolt import App, Args

from bot.desk import follow
from bot.desk.acting import Role
from bot.domain.introduction import Introduction
from bot.domain.lifecycle import IntroductionState
from bot.slack.boundary import guarded
from bot.slack.listeners.pressing import Press, Written, listen, press_of
from bot.slack.listeners.telling import tell
from bot.slack.reception import Reception
from bot.slack.views.follow import CHANGE_ADVISOR, CLOSE, MET, NOT_YET
from bot.slack.wording.follow import IS_OVER, NO_NEW_THREAD, NOT_FOR_YOU, NOT_YET_IS_FINE, NOTED_ALREADY
from bot.slack.wording.said import Said
from bot.storage.ports import Json


def register(app: App, reception: Reception) -> None:
    """Listen."""

    def not_theirs(press: Press) -> Said | None:
        return None if reception.plays(press.about, press.user, frozenset(Role)) else NOT_FOR_YOU

    def in_vain(press: Press, why: Callable[[Introduction], Said | None]) -> Said | None:
        """Why a press changes nothing, for those who the record says take part."""
        found = reception.introduction(press.about)
        if found is None:
            return None
        takes_part = press.user == found.advisor or reception.plays(found.id, press.user, _SIDES)
        return why(found) if takes_part else None

    def writing(
        body: Callable[[str, str], Json], why: Callable[[Introduction], Said | None]
    ) -> Callable[[Press], Written | Said]:
        def write(press: Press) -> Written | Said:
            # Whether it is theirs may take asking Slack who the advisors are; the desk does, and so does `not_theirs`.
            return in_vain(press, why) or Written(follow.KIND, body(press.about, press.user))

        return write

    def say_it_is_fine(args: Args) -> None:
        press = press_of(args)
        tell(args, reception, not_theirs(press) or in_vain(press, _met_already) or NOT_YET_IS_FINE)

    listen(app, reception, MET, writing(follow.met, _met_already), not_theirs)
    listen(app, reception, CHANGE_ADVISOR, writing(follow.changing_advisor, _stays), not_theirs)
    listen(app, reception, CLOSE, writing(follow.closing, _over), not_theirs)
    app.action(NOT_YET)(ack=handle_not_yet, lazy=[guarded(reception.locale_of, say_it_is_fine)])


_SIDES: Final = frozenset({Role.COMPANY, Role.EXPERT})


def _over(introduction: Introduction) -> Said | None:
    return IS_OVER if introduction.is_over else None


def _met_already(introduction: Introduction) -> Said | None:
    return NOTED_ALREADY if introduction.state is IntroductionState.MET else _over(introduction)


def _stays(introduction: Introduction) -> Said | None:
    return _over(introduction) or (None if introduction.can_have_new_thread else NO_NEW_THREAD)


def handle_not_yet(args: Args) -> None:
    """Nothing is written down: nobody is asked again."""
    args.ack()
