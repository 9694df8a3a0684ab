from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.clock import ring_once
from bot.desk.correct import KIND as CORRECT
from bot.desk.correct import correcting
from bot.desk.labels import KIND as LABEL
from bot.desk.labels import deciding
from bot.desk.triage import KIND as TRIAGE
from bot.desk.triage import taking
from bot.domain.clock import Rules, Weekly
from bot.domain.message import Topic
from bot.domain.queue import Pile
from bot.domain.showing import ForDesk
from tests.play import Play
from tests.stand_ins import ADVISOR, CARVING, NOBODYS, OTHER_ADVISOR

MONDAY = datetime(2026, 3, 9, 8, 0, tzinfo=ZoneInfo("Europe/Stockholm"))
DIGEST = Topic.DIGEST
WHY = "They carve, and do not dry."


@pytest.fixture
def play() -> Play:
    """Three needs in the week before a Monday on which a digest is due."""
    play = Play(None, advisors=(ADVISOR, OTHER_ADVISOR))
    play.asked()
    play.asked(text="moon")
    play.asked(text="pine")
    play.desk = replace(play.desk, rules=Rules())
    play.clock.at = MONDAY - timedelta(hours=1)
    return play


def told(play: Play, at: datetime) -> list[Topic]:
    """What the advisors have been told of the week, once the clocks show this."""
    play.clock.at = at
    play.settle()
    return [post.message.topic for post in play.slack.seen if isinstance(post.value, ForDesk)]


def week(play: Play, topic: Topic = DIGEST) -> ForDesk:
    value = play.slack.value(topic)
    assert isinstance(value, ForDesk)
    return value


def test_on_monday_morning_the_advisors_read_how_the_desk_stands(play: Play) -> None:
    assert told(play, MONDAY - timedelta(minutes=1)) == []
    assert told(play, MONDAY) == [DIGEST]
    counts = week(play).counts
    assert (week(play).day, counts[Pile.NEW], counts[Pile.NO_MATCH]) == (date(2026, 3, 9), 3, 1)


def test_it_is_told_once_however_often_the_clocks_are_looked_at(play: Play) -> None:
    for minutes in range(0, 600, 60):
        told(play, MONDAY + timedelta(minutes=minutes))

    assert told(play, MONDAY + timedelta(days=1)) == [DIGEST]


def test_there_is_one_every_week(play: Play) -> None:
    told(play, MONDAY)

    assert told(play, MONDAY + timedelta(weeks=1)) == [DIGEST, DIGEST]


@pytest.mark.parametrize("hours", [5, 15.9, 16.1, 24, 24 * 6])
def test_what_was_missed_is_told_once_the_bot_is_up_again(play: Play, hours: float) -> None:
    told(play, MONDAY)

    assert told(play, MONDAY + timedelta(weeks=1, hours=hours)) == [DIGEST, DIGEST]
    assert told(play, MONDAY + timedelta(weeks=1, hours=hours + 1)) == [DIGEST, DIGEST]


def test_of_several_that_were_missed_the_last_one_is_told(play: Play) -> None:
    told(play, MONDAY)

    assert told(play, MONDAY + timedelta(weeks=3, days=1)) == [DIGEST, DIGEST]
    assert week(play).day == date(2026, 3, 31)


def test_who_starts_in_the_middle_of_a_week_has_missed_nothing(play: Play) -> None:
    assert told(play, MONDAY + timedelta(days=1)) == []
    assert told(play, MONDAY + timedelta(weeks=1)) == [DIGEST]


def test_a_digest_of_a_day_off_is_told_on_the_next_working_day(play: Play) -> None:
    easter_monday = MONDAY + timedelta(weeks=4)
    told(play, easter_monday - timedelta(weeks=1))

    assert told(play, easter_monday) == [DIGEST]
    assert told(play, easter_monday + timedelta(days=1)) == [DIGEST, DIGEST]


def test_a_digest_that_leaves_late_says_how_things_stand_then(play: Play) -> None:
    play.clock.at = MONDAY
    assert ring_once(play.desk)
    assert not ring_once(play.desk)
    play.happens(TRIAGE, taking("N1", ADVISOR))

    assert week(play).counts[Pile.NEW] == 2


def test_what_anybody_has_waits_for_the_advisors_together(play: Play) -> None:
    play.happens(TRIAGE, taking("N2", OTHER_ADVISOR))
    told(play, MONDAY)

    assert week(play).counts[Pile.WAITING] == 1


def test_day_and_hour_are_settings(play: Play) -> None:
    play.desk = replace(play.desk, rules=Rules(digest=Weekly(day=2, hour=15)))

    assert told(play, MONDAY) == []
    assert told(play, MONDAY + timedelta(days=2, hours=7)) == [DIGEST]


def test_a_campus_can_do_without(play: Play) -> None:
    play.desk = replace(play.desk, rules=Rules(digest=None))

    assert told(play, MONDAY) == []


def test_corrections_of_the_week_are_shown_with_it(play: Play) -> None:
    play.happens(CORRECT, correcting("N1", ADVISOR, [CARVING], WHY))
    play.clock.at = MONDAY
    told(play, MONDAY)

    assert told(play, MONDAY) == [DIGEST]
    assert told(play, MONDAY + timedelta(weeks=1)) == [DIGEST, DIGEST, Topic.LABELS_DUE]


@pytest.mark.parametrize("days", [0, 1])
def test_a_campus_without_a_digest_is_shown_them_all_the_same(play: Play, days: int) -> None:
    play.desk = replace(play.desk, rules=Rules(digest=None))
    play.clock.at = MONDAY - timedelta(days=3)
    play.happens(CORRECT, correcting("N1", ADVISOR, [CARVING], WHY))

    assert told(play, MONDAY - timedelta(minutes=1)) == []
    assert told(play, MONDAY + timedelta(days=days)) == [Topic.LABELS_DUE]
    assert told(play, MONDAY + timedelta(days=days + 1)) == [Topic.LABELS_DUE]


@pytest.fixture
def corrected(play: Play) -> Play:
    """Two corrections from the week before."""
    play.clock.at = MONDAY - timedelta(days=3)
    play.happens(CORRECT, correcting("N1", ADVISOR, [CARVING], WHY))
    play.happens(CORRECT, correcting("N2", OTHER_ADVISOR, [NOBODYS], "Nobody answers for these."))
    told(play, MONDAY)
    return play


def test_each_correction_is_shown_with_its_need(corrected: Play) -> None:
    shown = [(each.id, need.text) for each, need in week(corrected, Topic.LABELS_DUE).corrections]

    assert shown == [("N1/1", "oak"), ("N2/1", "moon")]


def test_what_was_decided_goes_from_the_list(corrected: Play) -> None:
    corrected.happens(LABEL, deciding("N1/1", ADVISOR, approved=True))

    assert [each.id for each, _ in week(corrected, Topic.LABELS_CHANGED).corrections] == ["N2/1"]


def test_a_week_without_corrections_asks_for_no_decision(play: Play) -> None:
    assert told(play, MONDAY) == [DIGEST]
