from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.clock import RUNS_IN, ClockKind, Rules, Weekly, clocks_of, stopped_by
from bot.domain.introduction import Introduction, Wait
from bot.domain.lifecycle import INTRODUCTION, IntroductionState
from bot.domain.opening_hours import OpeningHours
from bot.domain.working_time import WorkingTime
from tests.stand_ins import FIRST, FIRST_EXPERT, MORNING, an_introduction

RULES = Rules()
SWEDEN = RULES.campus.zone
moments = st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - zone is drawn


def due(introduction: Introduction, now: datetime = MORNING, hours: WorkingTime = RULES.campus) -> dict[str, datetime]:
    return {clock.kind.value: clock.due_at for clock in clocks_of(introduction, RULES, now, hours)}


def asked(now: datetime = MORNING) -> Introduction:
    return an_introduction().asked(FIRST, FIRST_EXPERT, RULES.promise(now))


def test_a_request_has_a_reminder_at_half_a_warning_at_three_quarters_and_an_end() -> None:
    assert due(asked()) == {
        "reminder": MORNING + timedelta(days=1),
        "warning": MORNING + timedelta(days=1, hours=4),
        "promise": MORNING + timedelta(days=2),
    }


def test_a_reminder_waits_for_the_experts_own_hours_and_never_comes_after_the_promise() -> None:
    afternoons = RULES.hours_of(OpeningHours.parse("tue 15:00-16:00"))
    fridays = RULES.hours_of(OpeningHours.parse("fri 09:00-17:00"))

    assert due(asked(), hours=afternoons)["reminder"] == datetime(2026, 3, 3, 14, tzinfo=UTC)
    assert due(asked(), hours=fridays)["reminder"] == due(asked())["promise"]


@given(moments)
def test_clocks_of_a_request_ring_in_order_whenever_it_is_asked(now: datetime) -> None:
    found = due(asked(now), now)

    assert now < found["reminder"] <= found["warning"] <= found["promise"]


def test_what_waits_for_its_turn_is_looked_at_again_and_has_the_promise_that_was_made() -> None:
    waiting = replace(an_introduction(), waits=Wait.PAUSED, waits_until=MORNING, due_at=RULES.promise(MORNING))

    assert due(waiting) == {
        "turn": MORNING,
        "warning": MORNING + timedelta(days=1, hours=4),
        "no_turn": MORNING + timedelta(days=2),
    }


def test_a_next_choice_has_no_clocks() -> None:
    assert due(replace(an_introduction(), waits=Wait.NEXT)) == {}


def test_not_before_rings_on_its_mornings_opening_or_the_next() -> None:
    postponed = asked().postponed(date(2026, 4, 3))  # Good Friday

    assert due(postponed) == {"resume": datetime(2026, 4, 7, 7, tzinfo=UTC)}


@pytest.mark.parametrize(("state", "kind", "days"), [("with_advisor", "by_hand", 2), ("introduced", "check_back", 7)])
def test_advisors_and_those_who_were_introduced_are_asked_once(state: str, kind: str, days: int) -> None:
    introduction = replace(an_introduction(), state=IntroductionState(state))

    assert due(introduction) == {kind: MORNING + timedelta(days=days)}


@pytest.mark.parametrize("state", IntroductionState)
def test_a_clock_is_set_only_where_it_means_something(state: IntroductionState) -> None:
    introduction = replace(asked(), state=state, waits_until=MORNING, not_before=date(2026, 4, 1))
    kinds = {ClockKind(kind) for kind in due(introduction)}

    assert all(state in RUNS_IN[kind] for kind in kinds)
    assert not kinds & set(stopped_by(state))
    assert kinds == set() if not INTRODUCTION[state] else True


def test_an_expert_without_hours_keeps_those_of_the_campus() -> None:
    assert RULES.hours_of(None) is RULES.campus


def test_the_day_is_that_of_the_campus() -> None:
    assert RULES.today(datetime(2026, 6, 30, 23, tzinfo=UTC)) == date(2026, 7, 1)


@given(moments, st.integers(0, 4), st.integers(0, 23))
def test_a_digest_is_due_from_its_hour_on_its_day_or_the_next_working_day_until_the_following_one(
    now: datetime, day: int, hour: int
) -> None:
    rules, here = Rules(digest=Weekly(day, hour)), now.astimezone(RULES.campus.zone)
    due = rules.digest_due(now)

    assert due is not None
    assert rules.today(rules.morning_of(due)) == due
    assert due.weekday() == day or rules.morning_of(due - timedelta(days=1)) == rules.morning_of(due)
    assert (due, hour) <= (here.date(), here.hour)
    assert here.date() - due < timedelta(days=14)


@pytest.mark.parametrize(
    ("now", "due"),
    [
        (datetime(2024, 3, 25, 8, tzinfo=SWEDEN), date(2024, 3, 25)),
        (datetime(2024, 4, 1, 8, tzinfo=SWEDEN), date(2024, 3, 25)),  # Easter Monday
        (datetime(2024, 4, 2, 7, 59, tzinfo=SWEDEN), date(2024, 3, 25)),
        (datetime(2024, 4, 2, 8, tzinfo=SWEDEN), date(2024, 4, 2)),
        (datetime(2024, 4, 7, 23, tzinfo=SWEDEN), date(2024, 4, 2)),
        (datetime(2024, 4, 8, 7, tzinfo=SWEDEN), date(2024, 4, 2)),
        (datetime(2024, 4, 8, 8, tzinfo=SWEDEN), date(2024, 4, 8)),
    ],
)
def test_a_digest_of_a_day_off_is_due_on_the_next_working_day(now: datetime, due: date) -> None:
    assert Rules().digest_due(now) == due


def test_without_a_digest_none_is_ever_due_but_corrections_are_on_mondays() -> None:
    rules, tuesday = Rules(digest=None), datetime(2024, 3, 26, 6, tzinfo=SWEDEN)

    assert (rules.digest_due(tuesday), rules.labels_due(tuesday)) == (None, date(2024, 3, 25))


def test_corrections_are_due_with_the_digest() -> None:
    now = datetime(2024, 3, 28, 15, tzinfo=SWEDEN)

    assert Rules(digest=Weekly(2, 9)).labels_due(now) == Rules(digest=Weekly(2, 9)).digest_due(now) == date(2024, 3, 27)
