from datetime import date

import pytest

from bot.domain.availability import Availability


@pytest.mark.parametrize(("today", "away"), [(date(2026, 3, 31), True), (date(2026, 4, 1), False)])
def test_a_pause_ends_on_its_date(today: date, away: bool) -> None:  # noqa: FBT001 - a case
    assert Availability("a/b", paused_until=date(2026, 4, 1)).is_away(today) is away


def test_nobody_is_away_without_saying_so() -> None:
    assert not Availability("a/b").is_away(date(2026, 4, 1))


def test_no_open_requests_at_all_is_a_pause_and_no_number() -> None:
    with pytest.raises(ValueError, match="found 0 open requests, wanted at least 1"):
        Availability("a/b", open_requests=0)


def test_after_every_third_request_without_an_answer_somebody_asks() -> None:
    each, asked = Availability("a/b"), []
    for _ in range(7):
        asked.append(each.should_be_asked_how)
        each = each.left_unanswered()

    assert asked == [False, False, False, True, False, False, True]


def test_any_answer_begins_the_count_anew() -> None:
    assert Availability("a/b", unanswered=2).answered() == Availability("a/b")


def test_of_two_wishes_of_one_person_the_longer_pause_and_the_smaller_room_hold() -> None:
    here, away = Availability("a/b", open_requests=3), Availability("a/c", 1, date(2026, 4, 1))

    assert here.within(away) == Availability("a/b", 1, date(2026, 4, 1))
    assert away.within(here) == away
    assert away.within(Availability("a/b", paused_until=date(2026, 5, 1))).paused_until == date(2026, 5, 1)
