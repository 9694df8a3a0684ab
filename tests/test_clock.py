import logging
from datetime import UTC, datetime

import pytest

from bot import clock as ticking
from bot.clock import ring_once
from bot.desk.approve import Choice
from bot.desk.reply import KIND, accepting, redirecting
from bot.desk.withdraw import KIND as WITHDRAW
from bot.desk.withdraw import withdrawing
from bot.domain.availability import Availability
from bot.domain.clock import Clock, ClockKind
from bot.domain.introduction import ByHand
from bot.domain.message import Topic
from tests.play import Play
from tests.stand_ins import ADVISOR, CARVING, COMPANY, DRYING, FIRST, FIRST_EXPERT, NOBODYS

OAK, PINE = f"N1/{DRYING}", f"N1/{CARVING}"


@pytest.fixture
def play() -> Play:
    return Play(None)


def at(day: int, hour: int) -> datetime:
    return datetime(2026, 3, day, hour, tzinfo=UTC)


def when(play: Play, topic: Topic) -> list[datetime]:
    return [post.at for post in play.slack.seen if post.message.topic is topic]


def test_silence_is_reminded_once_warned_of_and_then_an_advisor_has_it(play: Play) -> None:
    play.asked(DRYING)
    play.later(days=30)

    # Two working days from Monday 9:00 UTC; a day on this campus has eight hours.
    assert when(play, Topic.REMINDER) == [at(3, 9)]
    assert when(play, Topic.LATE) == [at(3, 13)]
    assert when(play, Topic.REQUEST_BY_HAND) == [at(4, 9)]
    assert play.introduction(OAK).by_hand is ByHand.NO_ANSWER
    assert play.steps(OAK) == ["approved", "asked", "reminded", "late", "unanswered", "waits_for_advisor"]


def test_silence_calls_the_next_choice_when_there_is_one(play: Play) -> None:
    play.asked(DRYING, Choice(CARVING, as_next=True))
    play.later(days=2)

    assert play.steps(OAK) == ["approved", "asked", "reminded", "late", "expired"]
    assert play.steps(PINE) == ["approved", "called", "asked"]
    assert Topic.NO_ANSWER in play.slack.topics(COMPANY)


def test_a_company_that_decides_nothing_about_a_suggestion_is_reminded_once(play: Play) -> None:
    play.asked(DRYING)
    play.happens(KIND, redirecting(OAK, FIRST_EXPERT, CARVING))
    play.later(days=30)

    assert when(play, Topic.UNDECIDED) == [at(4, 9)]
    assert play.state(PINE) == "proposed"


def test_a_company_that_has_decided_about_a_suggestion_is_not_reminded(play: Play) -> None:
    play.asked(DRYING)
    play.happens(KIND, redirecting(OAK, FIRST_EXPERT, CARVING))
    play.happens(WITHDRAW, withdrawing(COMPANY, "N1", PINE))
    play.later(days=30)

    assert when(play, Topic.UNDECIDED) == []


def test_an_answer_stops_the_clocks_and_the_check_back_comes_once(play: Play) -> None:
    play.asked(DRYING)
    play.happens(KIND, accepting(OAK, FIRST_EXPERT))
    assert set(play.clocks(OAK)) == {"check_back"}

    play.later(days=60)
    assert when(play, Topic.CHECK_BACK) == [at(9, 9)]
    assert not {Topic.REMINDER, Topic.LATE} & set(play.slack.topics(FIRST_EXPERT) + play.slack.topics(ADVISOR))


def test_a_late_answer_is_welcome_while_an_advisor_asks(play: Play) -> None:
    play.asked(DRYING)
    play.later(days=5)
    play.happens(KIND, accepting(OAK, FIRST_EXPERT))

    assert play.state(OAK) == "introduced"


def test_what_was_missed_while_the_bot_was_down_rings_once(play: Play) -> None:
    play.asked(DRYING)
    play.clock.move(days=20)
    play.settle()
    play.settle()

    assert play.steps(OAK) == ["approved", "asked", "reminded", "late", "unanswered"]
    # What had lost its meaning by the time it could be sent is not sent.
    assert [when(play, topic) for topic in (Topic.REMINDER, Topic.LATE)] == [[], []]


def test_clocks_are_on_record_and_outlive_a_restart(play: Play) -> None:
    play.asked(DRYING)
    again = Play(None)
    again.store = play.store

    with again.store.unit() as unit:
        assert {clock.kind for clock in unit.clocks.of_introduction(OAK)} == {"reminder", "warning", "promise"}


def test_advisors_are_reminded_of_what_waits_for_them(play: Play) -> None:
    play.asked(NOBODYS)
    play.later(days=10)

    assert when(play, Topic.BY_HAND_WAITS) == [at(4, 9)]


def test_after_three_without_an_answer_the_expert_is_asked_kindly(play: Play) -> None:
    play.wishes(Availability(FIRST, open_requests=9))
    for number in range(3):
        assert Topic.HOW_TO_ASK not in play.slack.topics(FIRST_EXPERT)
        play.asked(CARVING, user=f"U{number}")
        play.later(days=7)

    assert play.slack.topics(FIRST_EXPERT).count(Topic.HOW_TO_ASK) == 1


def test_a_colleague_who_does_not_answer_is_nobodys_count(play: Play) -> None:
    play.asked(DRYING)
    play.happens(KIND, redirecting(OAK, FIRST_EXPERT, None, "UCOLLEAGUE"))
    play.approved("N1", Choice(DRYING, introduction=f"{OAK}/colleague"))
    play.later(days=5)

    assert play.introduction(f"{OAK}/colleague").by_hand is ByHand.NO_ANSWER


def test_holidays_are_nobodys_working_days(play: Play) -> None:
    play.clock.at = datetime(2026, 4, 2, 9, tzinfo=UTC)  # the Thursday before Easter
    play.asked(DRYING)

    assert play.introduction(OAK).due_at == datetime(2026, 4, 8, 9, tzinfo=UTC)


def test_nothing_rings_before_its_time(play: Play) -> None:
    play.asked(DRYING)

    assert not ring_once(play.desk)


def test_a_clock_that_fails_lets_others_ring_and_is_tried_again(
    play: Play, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    play.asked(DRYING, NOBODYS)
    rung: list[Clock] = []

    def ring(_ledger: object, clock: Clock) -> None:
        if clock.introduction == OAK:
            raise OSError("disk full")
        rung.append(clock)

    monkeypatch.setattr(ticking, "ring", ring)
    play.clock.move(days=2)
    with caplog.at_level(logging.ERROR):
        while ring_once(play.desk):
            pass

    assert [clock.kind for clock in rung] == [ClockKind.BY_HAND]
    assert set(play.clocks(OAK)) == {"reminder", "warning", "promise"}
    assert "promise of N1/joinery/drying failed" in caplog.text


def test_a_record_that_cannot_be_read_is_no_clocks_fault(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise OSError("disk full")

    monkeypatch.setattr(play.store, "unit", broken)
    with pytest.raises(OSError, match="disk full"):
        ring_once(play.desk)
