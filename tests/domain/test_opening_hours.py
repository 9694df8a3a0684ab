from datetime import time

import pytest

from bot.domain.opening_hours import OpeningHours


def test_the_default_is_office_hours_from_monday_to_friday() -> None:
    assert OpeningHours() == OpeningHours.parse("mon-fri 09:00-17:00")


@pytest.mark.parametrize(
    ("days", "weekdays"),
    [
        ("wed", {2}),
        ("mon-wed,fri", {0, 1, 2, 4}),
        ("sun-tue", {6, 0, 1}),
        ("sat,sun", {5, 6}),
        ("tue-mon", set(range(7))),
    ],
)
def test_days_are_listed_and_run_over_the_weekend(days: str, weekdays: set[int]) -> None:
    assert OpeningHours.parse(f"{days} 09:00-17:00").weekdays == weekdays


def test_case_and_blanks_do_not_matter() -> None:
    assert OpeningHours.parse("  Mon-Thu   07:30-16:15 ") == OpeningHours(
        frozenset(range(4)), time(7, 30), time(16, 15)
    )


@pytest.mark.parametrize(
    "setting",
    [
        *("", "mon-fri", "09:00-17:00", "mån-fre 09:00-17:00", "mon- 09:00-17:00", "mon to fri 09:00-17:00"),
        *("mon-fri 9-17", "mon-fri 09:00-24:00", "mon-fri 17:00-09:00", "mon 09:00-09:00"),
        "mon-fri 09:00-17:00 sat 10:00-12:00",
    ],
)
def test_anything_else_is_refused_with_what_was_found_and_what_is_wanted(setting: str) -> None:
    with pytest.raises(ValueError, match=r"wanted days and then hours.*'mon-fri 09:00-17:00'") as refused:
        OpeningHours.parse(setting)

    assert repr(setting) in str(refused.value)


@pytest.mark.parametrize("weekdays", [set(), {7}, {-1, 0}])
def test_a_week_has_seven_days_and_one_of_them_is_open(weekdays: set[int]) -> None:
    with pytest.raises(ValueError, match="wanted days"):
        OpeningHours(frozenset(weekdays))


def test_opening_comes_before_closing() -> None:
    with pytest.raises(ValueError, match="opening before closing"):
        OpeningHours(opens=time(17), closes=time(9))
