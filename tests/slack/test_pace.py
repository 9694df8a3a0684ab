from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.slack.pace import Pace

NOON = datetime(2024, 3, 4, 12, tzinfo=UTC)
ADVISORS = "C0ADVISE"


def after(seconds: float) -> datetime:
    return NOON + timedelta(seconds=seconds)


def test_nobody_waits_where_slack_has_said_nothing() -> None:
    assert Pace().turn(1, ADVISORS, NOON) is None


def test_those_who_come_after_a_refusal_stand_in_line_behind_it() -> None:
    pace = Pace()

    assert pace.refused(1, ADVISORS, after(30)) == after(30)
    assert [pace.turn(parcel, ADVISORS, NOON) for parcel in (2, 3)] == [after(31.1), after(32.2)]


def test_a_line_holds_up_nobody_who_writes_elsewhere() -> None:
    pace = Pace()
    pace.refused(1, ADVISORS, after(30))

    assert pace.turn(2, "C0NEEDS", NOON) is None


def test_whoever_is_refused_again_stands_at_the_end() -> None:
    pace = Pace()
    pace.refused(1, ADVISORS, after(1))
    pace.turn(2, ADVISORS, NOON)

    assert pace.refused(1, ADVISORS, after(2)) == after(3.2)


def test_a_turn_that_has_come_is_no_turn_while_slack_asks_for_quiet_again() -> None:
    pace = Pace()
    first, second = pace.refused(1, ADVISORS, after(1)), pace.turn(2, ADVISORS, NOON)
    assert second is not None
    pace.refused(1, ADVISORS, after(60))

    assert first < second < after(60) <= (pace.turn(2, ADVISORS, second) or NOON)


def test_a_line_is_over_once_everybody_has_had_a_turn() -> None:
    pace = Pace()
    pace.refused(1, ADVISORS, after(1))

    assert pace.turn(1, ADVISORS, after(1)) is None
    assert pace.turn(2, ADVISORS, after(1.2)) is None


@given(st.integers(1, 40))
def test_each_has_a_turn_more_than_a_second_after_the_one_before(number: int) -> None:
    pace = Pace()
    pace.refused(0, ADVISORS, after(1))
    turns = [pace.turn(parcel, ADVISORS, NOON) or NOON for parcel in range(1, number + 1)]

    assert all(later - earlier > timedelta(seconds=1) for earlier, later in pairwise(turns))
    assert [pace.turn(parcel, ADVISORS, turn) for parcel, turn in enumerate(turns, 1)] == [None] * number
