"""A need's page for one advisor, gathered from the desk. How it looks is in `views.desk`; the gate stands before it."""

from bot.desk.case import case_of
from bot.domain.case import Case
from bot.slack.blocks import Json
from bot.slack.reception import Reception
from bot.slack.views.desk.advisor import Advisor
from bot.slack.views.desk.beneath import Reading, Turned
from bot.slack.views.desk.case import case_page
from bot.slack.views.desk.reading import reading_modal
from bot.slack.wording.desk.case import MEANWHILE, WRITTEN_DOWN
from bot.slack.wording.said import Said


def page_of(reception: Reception, user: str, turned: Turned, said: Said | None = None) -> Json | None:
    """The page as it stands now; None when there is no such need for this advisor."""
    case = case_of(reception.desk, turned.need, user)
    return case_page(case, turned, _advisor(reception, user), said) if case else None


def page_after(reception: Reception, user: str, turned: Turned, *, done: bool) -> Json | None:
    """The page after an advisor did something on it; it says so when that is not done yet, or came to nothing."""
    case = case_of(reception.desk, turned.need, user)
    if case is None:
        return None
    said = None if _did_something(case, turned, user) else MEANWHILE
    return case_page(case, turned, _advisor(reception, user), said if done else WRITTEN_DOWN)


def reading_of(reception: Reception, user: str, reading: Reading) -> Json | None:
    """One thing of the page in full; None when there is no such need for this advisor."""
    case = case_of(reception.desk, reading.need, user)
    return reading_modal(reading, case, _advisor(reception, user)) if case else None


def _did_something(case: Case, turned: Turned, user: str) -> bool:
    return any(event.actor == user for event in case.events[turned.seen or 0 :])


def _advisor(reception: Reception, user: str) -> Advisor:
    return Advisor(user, reception.locale_of(user), reception.campus())
