"""What holds for every calendar, at every instant."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.opening_hours import OpeningHours
from bot.domain.working_time import WorkingTime

CAMPUS = WorkingTime()
HOUR = timedelta(hours=1)

# Swedish days off, written out a second time so that the library is not its own judge: dates that never move, Easter
# Sundays, and days that follow from them.
FIXED = {(1, 1), (1, 6), (5, 1), (6, 6), (12, 24), (12, 25), (12, 26), (12, 31)}
EASTER = [
    date(2024, 3, 31),
    date(2025, 4, 20),
    date(2026, 4, 5),
    date(2027, 3, 28),
    date(2028, 4, 16),
    date(2029, 4, 1),
]
AROUND_EASTER = {easter + timedelta(days=days) for easter in EASTER for days in (-2, 1, 39)}

# Mistakes live around a change of the clocks, so a third of all instants lie there.
CHANGES = [datetime(2026, 3, 29, 1, tzinfo=UTC), datetime(2026, 10, 25, 1, tzinfo=UTC)]
in_six_years = st.integers(0, 6 * 365 * 24 * 60).map(
    lambda minutes: datetime(2024, 1, 1, tzinfo=UTC) + minutes * HOUR / 60
)
near_changes = st.builds(
    lambda change, minutes: change + minutes * HOUR / 60, st.sampled_from(CHANGES), st.integers(-5000, 5000)
)
precise = st.builds(lambda at, more: at + more, in_six_years, st.timedeltas(timedelta(), HOUR))
instants = in_six_years | near_changes | precise

hours = st.integers(0, 20_000).map(lambda thousandths: thousandths / 1000)
days = st.integers(1, 40)


@st.composite
def calendars(draw: st.DrawFn) -> WorkingTime:
    opens = draw(st.integers(0, 22))
    closes = draw(st.integers(opens + 1, 23))
    weekdays = draw(st.frozensets(st.integers(0, 6), min_size=1))
    zone = draw(st.sampled_from(["Europe/Stockholm", "America/New_York", "Asia/Kathmandu", "UTC"]))
    week = OpeningHours(weekdays, time(opens, draw(st.sampled_from([0, 30]))), time(closes, 30, 1))
    return WorkingTime(week, ZoneInfo(zone), draw(st.sampled_from(["SE", "NO", "US"])))


def is_day_off(day: date) -> bool:
    midsummer_eve = day.month == 6 and 19 <= day.day <= 25 and day.weekday() == 4
    return day.weekday() > 4 or (day.month, day.day) in FIXED or day in AROUND_EASTER or midsummer_eve


@given(calendars(), instants, hours, st.integers(0, 40))
def test_adding_leads_to_an_open_instant_no_earlier(office: WorkingTime, at: datetime, more: float, later: int) -> None:
    there = office.add(at, working_hours=more, working_days=later)

    assert office.is_open(there)
    assert there >= at


@given(calendars(), instants, days, st.floats(0, 1))
def test_every_result_is_in_utc(office: WorkingTime, at: datetime, later: int, share: float) -> None:
    here = at.astimezone(office.zone)
    due = office.deadline(here, later)

    results = [due, office.next_open(here), office.add(here), office.fraction(here, due, share)]

    assert {result.tzinfo for result in results} == {UTC}


@given(calendars(), instants, hours)
def test_between_is_the_inverse_of_adding_hours(office: WorkingTime, at: datetime, more: float) -> None:
    assert office.between(at, office.add(at, working_hours=more)) == more * HOUR


@given(calendars(), instants, st.timedeltas(timedelta(), timedelta(days=60)))
def test_adding_is_the_inverse_of_between(office: WorkingTime, start: datetime, passed: timedelta) -> None:
    worked = office.between(start, start + passed)

    assert office.add(start, working_hours=worked / HOUR) == office.next_open(start + passed)


@given(calendars(), instants, days)
def test_a_promise_has_passed_at_its_end_and_not_before(office: WorkingTime, start: datetime, promised: int) -> None:
    due = office.deadline(start, promised)

    assert office.working_days_between(start, due) == promised
    assert office.working_days_between(start, due - timedelta.resolution) < promised


@given(calendars(), st.lists(instants, min_size=2, max_size=2), hours, st.integers(0, 40))
def test_what_starts_later_ends_no_earlier(office: WorkingTime, both: list[datetime], more: float, later: int) -> None:
    first, second = (office.add(at, working_hours=more, working_days=later) for at in sorted(both))

    assert first <= second


@given(calendars(), instants, st.lists(hours, min_size=2, max_size=2), st.lists(days, min_size=2, max_size=2))
def test_more_time_ends_no_earlier(office: WorkingTime, at: datetime, more: list[float], later: list[int]) -> None:
    first, second = (office.add(at, working_hours=amount) for amount in sorted(more))
    due = [office.deadline(at, amount) for amount in sorted(later)]

    assert first <= second
    assert due == sorted(due)


@given(calendars(), instants, st.lists(st.timedeltas(timedelta(), timedelta(days=60)), min_size=2, max_size=2))
def test_stretches_of_working_time_add_up(office: WorkingTime, at: datetime, stretches: list[timedelta]) -> None:
    stops = [at, at + stretches[0], at + sum(stretches, timedelta())]

    assert sum((office.between(a, b) for a, b in pairwise(stops)), timedelta()) == office.between(stops[0], stops[2])


@given(instants, hours, st.integers(0, 40))
def test_nothing_lands_on_a_weekend_or_a_holiday(at: datetime, more: float, later: int) -> None:
    landed = [CAMPUS.add(at, working_hours=more, working_days=later), CAMPUS.deadline(at, later + 1)]

    assert [there for there in landed if is_day_off(there.astimezone(CAMPUS.zone).date())] == []


@given(instants)
def test_the_campus_is_open_on_all_other_days_from_nine_to_five(at: datetime) -> None:
    here = at.astimezone(CAMPUS.zone)

    assert CAMPUS.is_open(at) is (time(9) <= here.time() < time(17) and not is_day_off(here.date()))


@given(instants, days)
def test_a_promise_given_in_working_time_ends_at_the_same_time_of_day(at: datetime, promised: int) -> None:
    start = CAMPUS.next_open(at).astimezone(CAMPUS.zone)
    due = CAMPUS.deadline(start, promised).astimezone(CAMPUS.zone)

    assert due.time() == (time(17) if start.time() == time(9) else start.time())


@given(calendars(), instants, days, st.lists(st.floats(0, 1), min_size=2, max_size=2))
def test_shares_of_a_promise_come_in_order_and_within_it(
    office: WorkingTime, start: datetime, promised: int, shares: list[float]
) -> None:
    due = office.deadline(start, promised)
    smaller, larger = (office.fraction(start, due, share) for share in sorted(shares))

    assert start <= smaller <= larger <= due
