from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.clock import Rules
from bot.domain.queue import are_alike, glance, words_of
from tests.stand_ins import ADVISOR, MORNING

MONDAY_EVENING = datetime(2026, 3, 2, 22, 30, tzinfo=UTC)
moments = st.integers(-9000, 9000).map(lambda hours: MORNING + timedelta(hours=hours))


def test_a_day_ends_at_midnight_on_the_campus() -> None:
    looked = glance(Rules(), ADVISOR, MONDAY_EVENING)

    assert (looked.today, looked.day_ends) == (date(2026, 3, 2), datetime(2026, 3, 2, 23, tzinfo=UTC))


def test_five_working_days_reach_back_over_a_weekend() -> None:
    assert glance(Rules(stuck_days=5), ADVISOR, MORNING).stuck_since == MORNING - timedelta(days=7)


@given(moments, st.integers(1, 30))
def test_what_is_stuck_has_been_quiet_for_so_many_working_days_and_not_a_day_longer(now: datetime, days: int) -> None:
    rules = Rules(stuck_days=days)
    since = glance(rules, ADVISOR, now).stuck_since

    assert rules.campus.working_days_between(since, now) >= days
    assert rules.campus.working_days_between(since + timedelta(days=1), now) < days


@given(moments)
def test_now_lies_within_its_day(now: datetime) -> None:
    looked = glance(Rules(), ADVISOR, now)

    assert looked.now < looked.day_ends <= now + timedelta(days=1, hours=1)


@pytest.mark.parametrize(
    ("other", "alike"),
    [
        ("We dry oak boards, gently!", True),
        ("we dry OAK boards", True),
        ("We dry apples in a kiln.", False),
        ("", False),
    ],
)
def test_needs_are_alike_that_share_most_words(other: str, alike: bool) -> None:  # noqa: FBT001 - a case of the table
    assert are_alike("We dry oak boards gently", other) == alike


@given(st.text(), st.text())
def test_likeness_goes_both_ways(one: str, other: str) -> None:
    assert are_alike(one, other) == are_alike(other, one)


@given(st.text())
def test_words_stand_once_and_without_signs(text: str) -> None:
    words = words_of(text)

    assert len(words) == len(set(words))
    assert not {'"', "*", " "} & set("".join(words))
