from datetime import timedelta

import pytest

from bot.desk.approve import Choice
from bot.desk.triage import KIND as TRIAGE
from bot.desk.triage import taking
from bot.domain.clock import ClockKind
from bot.storage.ports import Json
from bot.storage.record import NOBODY, WORDS
from tests.play import Play
from tests.stand_ins import ADVISOR, BRIEF, CARVING, DRYING, MORNING


@pytest.fixture
def play() -> Play:
    """A need with two introductions that somebody has taken, and one day later another without any."""
    play = Play(None)
    play.asked(DRYING, Choice(CARVING, as_next=True), company="Oak and Sons")
    play.happens(TRIAGE, taking("N1", ADVISOR))
    play.later(days=1)
    play.asked(text="moon")
    return play


def ids(needs: list[Json]) -> list[str]:
    return [need["id"] for need in needs]


def rows(play: Play) -> list[Json]:
    with play.store.unit() as unit:
        return list(unit.record.rows())


def test_needs_come_in_the_order_in_which_they_were_asked(play: Play) -> None:
    with play.store.unit() as unit:
        assert ids(unit.record.needs()) == ["N1", "N5"]


def test_needs_are_found_by_state_by_advisor_and_by_when_they_came(play: Play) -> None:
    with play.store.unit() as unit:
        needs = unit.record.needs
        assert ids(needs(states=["unmatched", "closed"])) == ["N5"]
        assert ids(needs(advisor=ADVISOR)) == ["N1"]
        assert ids(needs(advisor=NOBODY)) == ["N5"]
        assert ids(needs(since=MORNING + timedelta(hours=1))) == ["N5"]
        assert needs(states=[]) == []


def test_there_is_a_row_for_each_introduction_and_for_each_need_without_any(play: Play) -> None:
    told = [(row["need_id"], row["introduction_entry"], row["introduction_state"]) for row in rows(play)]

    assert told == [("N1", CARVING, "approved"), ("N1", DRYING, "asked"), ("N5", None, None)]


def test_every_row_has_the_same_columns_also_when_there_are_no_rows(play: Play) -> None:
    with play.store.unit() as unit, Play(None).store.unit() as empty:
        assert {tuple(row) for row in unit.record.rows()} == {tuple(empty.record.columns())}
        assert list(empty.record.rows()) == []


def test_every_clock_has_a_column_with_when_it_rings(play: Play) -> None:
    asked = rows(play)[1]

    assert asked["introduction_clock_promise"] == asked["introduction_due_at"] == asked["need_due_at"]
    assert {f"introduction_clock_{kind}" for kind in ClockKind} <= set(asked)


def test_words_of_companies_stand_in_the_columns_that_are_named_so(play: Play) -> None:
    words = {"oak", "moon", BRIEF, "Oak and Sons"}

    assert {row[column] for row in rows(play) for column in WORDS} == words | {None}
    assert not words & {row[column] for row in rows(play) for column in row if column not in WORDS}
