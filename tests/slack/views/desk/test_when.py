from datetime import UTC, datetime

import pytest

from bot.slack.views.desk import when
from tests.slack.answers import CAMPUS, NOON
from tests.slack.queues import DAY, HOUR


@pytest.mark.parametrize(
    ("at", "en", "sv"),
    [
        (NOON + 2 * HOUR, "Answer due today 15:00", "Svar utlovat i dag 15:00"),
        (NOON - 2 * HOUR, "Answer was due today 11:00", "Svaret skulle ha kommit i dag 11:00"),
        (NOON + DAY, "Answer due tomorrow 13:00", "Svar utlovat i morgon 13:00"),
        (NOON - DAY, "Answer was due yesterday 13:00", "Svaret skulle ha kommit i går 13:00"),
        (NOON + 3 * DAY, "Answer due Thursday 5 March 13:00", "Svar utlovat torsdag 5 mars 13:00"),
        (NOON - 90 * DAY, "Answer was due 2 December 2025 13:00", "Svaret skulle ha kommit 2 december 2025 13:00"),
    ],
)
def test_a_promise_is_told_beside_now(at: datetime, en: str, sv: str) -> None:
    assert when.due(at, CAMPUS, "en") == en
    assert when.due(at, CAMPUS, "sv") == sv


def test_what_ends_today_or_has_ended_presses() -> None:
    assert when.presses(NOON + 2 * HOUR, CAMPUS)
    assert when.presses(NOON - DAY, CAMPUS)
    assert not when.presses(NOON + DAY, CAMPUS)


def test_today_is_that_of_the_campus() -> None:
    before_midnight_there = datetime(2026, 3, 1, 23, 30, tzinfo=UTC)

    assert when.days_ago(before_midnight_there, CAMPUS) == 0


@pytest.mark.parametrize(("days", "said"), [(0, "Asked today"), (1, "Asked yesterday"), (12, "Asked 12 days ago")])
def test_an_age_is_told_in_days(days: int, said: str) -> None:
    assert when.asked(NOON - days * DAY, CAMPUS, "en") == said
