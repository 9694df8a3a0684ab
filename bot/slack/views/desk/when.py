"""Moments beside the one at which a list is read. No blocks are made here."""

from datetime import datetime

from babel.dates import format_date

from bot.slack.views.campus import Campus
from bot.slack.wording.desk import when as wording
from bot.slack.wording.said import Said


def due(at: datetime, campus: Campus, language: str) -> str:
    """A promise, such as "answer due today 15:00"."""
    when = wording.day(_days_ahead(at, campus), _date(at, campus))
    time = at.astimezone(campus.rules.campus.zone).strftime("%H:%M")
    said = wording.due if at > campus.now else wording.was_due
    return said(when, time).in_(language)


def presses(at: datetime, campus: Campus) -> bool:
    """Whether a promise ends today, or has ended."""
    return _days_ahead(at, campus) <= 0


def asked(at: datetime, campus: Campus, language: str) -> str:
    """How old a need is."""
    return wording.asked(days_ago(at, campus)).in_(language)


def days_ago(at: datetime, campus: Campus) -> int:
    """How many days, by the calendar of the campus, lie between then and now."""
    return max(-_days_ahead(at, campus), 0)


def _days_ahead(at: datetime, campus: Campus) -> int:
    today = campus.rules.today
    return (today(at) - today(campus.now)).days


def _date(at: datetime, campus: Campus) -> Said:
    """A date without its year when that is this one; the weekday helps more than the year."""
    day = campus.rules.today(at)
    pattern = "EEEE d MMMM" if day.year == campus.rules.today(campus.now).year else "d MMMM y"
    return Said(*(format_date(day, pattern, locale=locale) for locale in ("en_GB", "sv")))
