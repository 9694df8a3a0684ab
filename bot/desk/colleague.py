"""Whom an expert may name as a colleague: somebody who works on the campus. Companies have accounts there as well."""

from bot.desk.acting import is_advisor
from bot.desk.availability import experts_of_account
from bot.desk.ports import Desk
from bot.domain.lifecycle import NeedState
from bot.domain.people import Reach


def is_colleague(desk: Desk, user: str) -> bool:
    """Whether somebody can be asked in an expert's place; asks Slack, and so is asked outside transactions."""
    if desk.directory.reach(user) is not Reach.REACHABLE:
        return False
    is_known = bool(experts_of_account(desk, user)) or is_advisor(desk, user)
    return is_known or not (desk.directory.is_guest(user) or _has_asked(desk, user))


def _has_asked(desk: Desk, user: str) -> bool:
    """Whoever asks for help is a company; a greeting asks for nothing."""
    with desk.store.reading() as unit:
        return any(need.state is not NeedState.NO_NEED for need in unit.needs.of_asker(user))
