from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from bot.desk.file import KIND as FILE
from bot.desk.file import filing
from bot.desk.reply import KIND as REPLY
from bot.desk.reply import accepting, declining
from bot.desk.triage import KIND as TRIAGE
from bot.desk.triage import taking
from bot.domain.introduction import Decline
from bot.domain.lifecycle import INTRODUCTION, NEED, Table
from bot.domain.people import Person
from bot.storage.ports import Json
from bot.storage.views import _INTRODUCTION_REACHED, _NEED_REACHED
from tests.play import Play
from tests.stand_ins import ADVISOR, COMPANY, DRYING, FIRST_EXPERT


@pytest.fixture
def play() -> Play:
    return Play(None)


def rows(play: Play, view: str) -> list[Json]:
    with play.store._transaction() as db:
        return list(db.query(f"select * from {view}"))


def reached(table: Table[Any, Any]) -> Iterator[tuple[str, str]]:
    """Every state with an event that leads there from another one."""
    for state, steps in table.items():
        yield from ((after.value, event.value) for event, after in steps.items() if after is not state)


def named(reached: Mapping[str, str]) -> set[tuple[str, str]]:
    return {(state, name.strip(" '")) for state, names in reached.items() for name in names.split(",")}


def test_each_state_of_a_need_has_its_time() -> None:
    # A need begins as filed or as asked; what is asked first has that time already.
    began = {("filed", "filed"), ("asked", "consented")}
    ours = {("asked", name) if state == "consented" else (state, name) for state, name in named(_NEED_REACHED)}

    assert ours == set(reached(NEED)) | began


def test_each_state_of_an_introduction_has_its_time() -> None:
    began = {("proposed", "proposed"), ("approved", "approved")}

    assert named(_INTRODUCTION_REACHED) == set(reached(INTRODUCTION)) | began


def test_a_case_tells_state_advisor_promise_and_what_happened_last(play: Play) -> None:
    play.asked(DRYING)
    play.later(hours=1)
    play.happens(TRIAGE, taking("N1", ADVISOR))

    (case,) = rows(play, "need_cases")
    assert (case["state"], case["advisor"], case["last_event"]) == ("matched", ADVISOR, "taken")
    assert (case["last_at"], case["introductions"]) == (case["taken_at"], 1)
    assert case["due_at"] == rows(play, "introduction_times")[0]["due_at"]


def test_what_was_filed_is_a_case_like_any_other(play: Play) -> None:
    play.happens(FILE, filing(ADVISOR, Person("T1", COMPANY), "pine", "en"))

    (case,) = rows(play, "need_cases")
    assert (case["state"], case["filed_by"], case["matched_at"]) == ("filed", ADVISOR, None)
    assert case["filed_at"] == case["asked_at"]


def test_an_introduction_has_the_time_of_each_state_it_was_in(play: Play) -> None:
    play.asked(DRYING)
    play.later(hours=1)
    play.happens(REPLY, accepting(f"N1/{DRYING}", FIRST_EXPERT))

    (row,) = rows(play, "introduction_times")
    assert row["approved_at"] == row["asked_at"] == "2026-03-02T09:00:00.000000+00:00"
    assert row["accepted_at"] == row["introduced_at"] == "2026-03-02T10:00:00.000000+00:00"
    assert row["met_at"] is row["declined_at"] is None


@pytest.mark.parametrize(("due", "left"), [("-2 hours", [-2.0]), ("+20 hours", [20.0]), ("+7 days", [])])
def test_a_promise_breaks_when_it_ends_within_a_day(play: Play, due: str, left: list[float]) -> None:
    play.asked(DRYING)
    promise_until(play, due)

    assert [round(row["hours_left"]) for row in rows(play, "breaking_promises")] == left


def test_a_promise_that_was_kept_does_not_break(play: Play) -> None:
    play.asked(DRYING)
    play.happens(REPLY, accepting(f"N1/{DRYING}", FIRST_EXPERT))
    promise_until(play, "-2 hours")

    assert rows(play, "breaking_promises") == []


def promise_until(play: Play, due: str) -> None:
    """Let every promise end so long from now: the view reads the machine's own clock."""
    with play.store._transaction() as db:
        db.execute("update introductions set due_at = strftime('%Y-%m-%dT%H:%M:%f', 'now', ?) || '000+00:00'", [due])


def test_numbers_under_five_are_not_told(play: Play) -> None:
    for _ in range(5):
        need = play.asked(DRYING)
        play.happens(REPLY, accepting(f"{need}/{DRYING}", FIRST_EXPERT))
    for _ in range(4):
        need = play.asked(DRYING)
        play.happens(REPLY, declining(f"{need}/{DRYING}", FIRST_EXPERT, Decline.NO_TIME))

    told = {row["outcome"]: row["introductions"] for row in rows(play, "outcomes_by_infrastructure")}
    assert told == {"introduced": "5", "declined": "fewer than five"}
