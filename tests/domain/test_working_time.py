from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.opening_hours import OpeningHours
from bot.domain.working_time import WorkingTime

STOCKHOLM = ZoneInfo("Europe/Stockholm")
CAMPUS = WorkingTime()
NIGHTS = WorkingTime.parse("mon-sun 01:00-05:00")

NAIVE = datetime(2026, 11, 20, 15)  # noqa: DTZ001 - what has no time zone is to be refused


def local(text: str) -> datetime:
    """Time on the wall in Stockholm."""
    return datetime.fromisoformat(text).replace(tzinfo=STOCKHOLM)


@pytest.mark.parametrize(
    ("asked", "days", "due"),
    [
        pytest.param("2026-11-20 15:00", 2, "2026-11-24 15:00", id="Friday to Tuesday"),
        pytest.param("2026-11-21 11:00", 2, "2026-11-24 17:00", id="asked on Saturday"),
        pytest.param("2026-11-20 17:00", 2, "2026-11-24 17:00", id="asked at closing"),
        pytest.param("2026-11-23 09:00", 2, "2026-11-24 17:00", id="asked at opening"),
        pytest.param("2026-11-23 04:00", 1, "2026-11-23 17:00", id="asked before opening"),
        pytest.param("2026-04-02 15:00", 2, "2026-04-08 15:00", id="over Easter"),
        pytest.param("2026-05-13 15:00", 1, "2026-05-15 15:00", id="over Ascension Day"),
        pytest.param("2025-06-05 15:00", 1, "2025-06-09 15:00", id="over the National Day"),
        pytest.param("2026-06-18 15:00", 1, "2026-06-22 15:00", id="over Midsummer Eve"),
        pytest.param("2026-12-23 15:00", 1, "2026-12-28 15:00", id="over Christmas Eve"),
        pytest.param("2026-12-30 15:00", 1, "2027-01-04 15:00", id="over New Year's Eve"),
        pytest.param("2027-01-04 15:00", 2, "2027-01-07 15:00", id="over Epiphany"),
        pytest.param("2026-03-27 15:00", 2, "2026-03-31 15:00", id="into summer time"),
        pytest.param("2026-10-23 15:00", 2, "2026-10-27 15:00", id="out of summer time"),
    ],
)
def test_a_promise_ends_at_the_same_time_of_a_later_working_day(asked: str, days: int, due: str) -> None:
    assert CAMPUS.deadline(local(asked), days) == local(due)


@pytest.mark.parametrize(("change", "hours"), [("2026-03-29", 3), ("2026-10-25", 5), ("2026-10-26", 4)])
def test_a_night_when_the_clocks_change_is_shorter_or_longer(change: str, hours: int) -> None:
    midnight = local(change)

    assert NIGHTS.between(midnight, midnight + timedelta(days=1)) == timedelta(hours=hours)


def test_hours_that_summer_time_swallows_make_a_day_without_opening() -> None:
    swallowed = WorkingTime.parse("mon-sun 02:30-03:15")

    assert swallowed.next_open(local("2026-03-28 12:00")) == local("2026-03-30 02:30")


def test_a_promise_into_the_shortest_night_ends_with_it() -> None:
    assert NIGHTS.deadline(local("2026-03-28 04:30"), 1) == local("2026-03-29 05:00")


@pytest.mark.parametrize(
    ("at", "is_open"),
    [("09:00", True), ("16:59:59", True), ("08:59:59", False), ("17:00", False)],
)
def test_a_day_is_open_from_its_opening_and_no_longer_at_its_closing(at: str, is_open: bool) -> None:  # noqa: FBT001 - a table's column
    assert CAMPUS.is_open(local(f"2026-11-20 {at}")) is is_open


def test_the_next_opening_is_now_when_it_is_open() -> None:
    assert CAMPUS.next_open(local("2026-11-20 15:00")) == local("2026-11-20 15:00")
    assert CAMPUS.next_open(local("2026-11-20 17:00")) == local("2026-11-23 09:00")


def test_a_setting_moves_the_hours() -> None:
    saturdays = WorkingTime.parse("sat 10:00-12:00")

    assert saturdays.add(local("2026-11-20 15:00"), working_hours=3) == local("2026-11-28 11:00")


def test_days_are_added_before_hours() -> None:
    assert CAMPUS.add(local("2026-11-20 15:00"), working_days=1, working_hours=3) == local("2026-11-24 10:00")


def test_what_ends_at_a_closing_goes_on_at_the_next_opening() -> None:
    assert CAMPUS.add(local("2026-11-20 15:00"), working_hours=2) == local("2026-11-23 09:00")
    assert CAMPUS.add(local("2026-11-21 15:00"), working_days=1) == local("2026-11-24 09:00")


def test_working_time_leaves_out_nights_and_weekends() -> None:
    assert CAMPUS.between(local("2026-11-20 15:00"), local("2026-11-23 10:30")) == timedelta(hours=3, minutes=30)


def test_between_is_nothing_for_an_earlier_instant() -> None:
    assert CAMPUS.between(local("2026-11-20 15:00"), local("2026-11-20 11:00")) == timedelta()
    assert CAMPUS.between(local("2026-11-20 15:00"), local("2026-10-20 11:00")) == timedelta()


@pytest.mark.parametrize(("b", "days"), [("2026-11-24 14:59", 1), ("2026-11-24 15:00", 2), ("2026-11-19 15:00", 0)])
def test_only_whole_working_days_count(b: str, days: int) -> None:
    assert CAMPUS.working_days_between(local("2026-11-20 15:00"), local(b)) == days


def test_the_warning_comes_at_three_quarters_of_the_working_time() -> None:
    asked = local("2026-11-20 15:00")

    assert CAMPUS.fraction(asked, CAMPUS.deadline(asked, 2), 0.75) == local("2026-11-24 11:00")


def test_the_whole_of_a_promise_is_its_end_even_at_a_closing() -> None:
    asked, due = local("2026-11-21 11:00"), local("2026-11-24 17:00")

    assert CAMPUS.fraction(asked, due, 1) == due
    assert CAMPUS.fraction(asked, due, 0) == local("2026-11-23 09:00")


@pytest.mark.parametrize(("country", "is_open"), [("SE", True), ("NO", False)])
def test_another_country_keeps_other_holidays(country: str, is_open: bool) -> None:  # noqa: FBT001 - a table's column
    assert WorkingTime(country=country).is_open(local("2027-05-17 12:00")) is is_open


def test_another_zone_opens_at_its_own_nine() -> None:
    helsinki = WorkingTime.parse("mon-fri 09:00-17:00", zone="Europe/Helsinki", country="FI")

    assert helsinki.next_open(datetime(2026, 11, 23, tzinfo=UTC)) == datetime(2026, 11, 23, 7, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "country", "wanted"),
    [
        ("Flemingsberg", "SE", "time zone: found 'Flemingsberg', wanted a name such as 'Europe/Stockholm'"),
        ("../etc", "SE", "time zone: found"),
        ("Europe", "SE", "time zone: found"),
        ("Europe/Stockholm", "se", "country: found 'se', wanted two capital letters such as 'SE'"),
        ("Europe/Stockholm", "utils", "country: found"),
    ],
)
def test_a_setting_that_names_nothing_is_refused(zone: str, country: str, wanted: str) -> None:
    with pytest.raises(ValueError, match=wanted):
        WorkingTime.parse("mon-fri 09:00-17:00", zone=zone, country=country)


@pytest.mark.parametrize(
    "question",
    [
        CAMPUS.is_open,
        CAMPUS.next_open,
        lambda at: CAMPUS.add(at, working_hours=1),
        lambda at: CAMPUS.add(at, working_days=1),
        lambda at: CAMPUS.between(local("2026-11-20"), at),
        lambda at: CAMPUS.working_days_between(at, local("2026-11-20")),
        lambda at: CAMPUS.deadline(at, 1),
        lambda at: CAMPUS.fraction(local("2026-11-20"), at, 0.5),
        lambda at: CAMPUS.describe(at, local("2026-11-20"), "en"),
        lambda at: CAMPUS.describe(local("2026-11-20"), at, "sv"),
    ],
)
def test_a_time_without_a_zone_is_refused(question: Callable[[datetime], object]) -> None:
    with pytest.raises(ValueError, match="found 2026-11-20T15:00:00, wanted a time with its time zone"):
        question(NAIVE)


@pytest.mark.parametrize(
    "ask",
    [
        lambda at: CAMPUS.add(at, working_hours=-1),
        lambda at: CAMPUS.add(at, working_days=-1),
        lambda at: CAMPUS.deadline(at, 0),
        lambda at: CAMPUS.fraction(at, at, 1.01),
        lambda at: CAMPUS.fraction(at, at, float("nan")),
    ],
)
def test_an_amount_that_means_nothing_is_refused(ask: Callable[[datetime], object]) -> None:
    with pytest.raises(ValueError, match=r"found .*, wanted"):
        ask(local("2026-11-20 15:00"))


def test_ten_years_are_counted() -> None:
    start, end = local("2026-11-20 15:00"), local("2036-11-20 15:00")

    days = CAMPUS.working_days_between(start, end)

    assert CAMPUS.deadline(start, days) == end
    assert CAMPUS.between(start, end) == timedelta(hours=8 * days)


@pytest.mark.parametrize(
    "ask",
    [
        lambda at: CAMPUS.add(at, working_days=10**9),
        lambda at: CAMPUS.add(at, working_hours=10**9),
        lambda at: CAMPUS.between(at, at.replace(year=2999)),
        lambda at: CAMPUS.working_days_between(at, at.replace(year=2999)),
    ],
)
def test_much_more_than_ten_years_is_refused(ask: Callable[[datetime], object]) -> None:
    with pytest.raises(ValueError, match="more than ten years from 2026-11-20"):
        ask(local("2026-11-20 15:00"))


@pytest.mark.parametrize(
    ("language", "now", "said"),
    [
        ("en", "2026-11-20", "by Tuesday 24 November, 15:00"),
        ("sv", "2026-11-20", "senast tisdag 24 november kl. 15:00"),
        ("other", "2026-11-20", "by Tuesday 24 November, 15:00"),
        ("en", "2025-12-30", "by Tuesday 24 November 2026, 15:00"),
        ("sv", "2025-12-30", "senast tisdag 24 november 2026 kl. 15:00"),
    ],
)
def test_a_promise_is_told_in_the_readers_language_and_the_time_on_the_wall(language: str, now: str, said: str) -> None:
    assert CAMPUS.describe(datetime(2026, 11, 24, 14, tzinfo=UTC), local(now), language) == said


def test_the_year_turns_at_midnight_of_the_campus() -> None:
    due = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)

    assert CAMPUS.describe(due, due, "en") == "by Friday 1 January, 00:30"


def test_equal_settings_are_equal_values() -> None:
    parsed = WorkingTime.parse("mon-fri 09:00-17:00")

    assert parsed == WorkingTime(OpeningHours(frozenset(range(5)), time(9), time(17)), STOCKHOLM, "SE")
    assert hash(parsed) == hash(CAMPUS)


@pytest.mark.parametrize("eve", [date(2026, 6, 19), date(2026, 12, 24), date(2026, 12, 31)])
def test_the_three_eves_are_days_off(eve: date) -> None:
    assert not CAMPUS.is_open(datetime.combine(eve, time(12), STOCKHOLM))
