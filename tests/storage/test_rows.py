import sqlite3
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlite_utils import Database

from bot.storage.rows import changed, first, inserted, stepped, written

zones = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
moments = st.datetimes(datetime(1990, 1, 1), datetime(2200, 1, 1), timezones=zones)  # noqa: DTZ001 - zones are drawn


@pytest.fixture
def db() -> Database:
    db = Database(memory=True)
    db.table("doors").create({"id": int, "name": str, "state": str}, pk="id", not_null={"state"})
    db.table("doors").create_index(["name"], unique=True)
    return db


@given(moments, moments)
def test_moments_sort_as_text_as_they_do_in_time(one: datetime, other: datetime) -> None:
    assert (written(one) < written(other)) == (one < other)


@given(moments)
def test_a_moment_is_read_back_as_the_same_moment(moment: datetime) -> None:
    assert datetime.fromisoformat(written(moment)) == moment
    assert datetime.fromisoformat(written(moment)).tzinfo is UTC


def test_a_row_with_a_taken_unique_value_is_not_inserted(db: Database) -> None:
    results = [inserted(db, "doors", {"id": n, "name": "front", "state": "open"}, unique="name") for n in (1, 2)]

    assert results == [True, False]
    assert list(db.table("doors").rows) == [{"id": 1, "name": "front", "state": "open"}]


def test_a_row_that_lacks_something_is_a_fault_and_no_double(db: Database) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="NOT NULL"):
        inserted(db, "doors", {"id": 1, "name": "front", "state": None}, unique="name")


@pytest.mark.parametrize(("was", "state"), [("open", "shut"), ("locked", "open")])
def test_a_step_is_written_only_over_the_state_it_was_decided_on(db: Database, was: str, state: str) -> None:
    inserted(db, "doors", {"id": 1, "name": "front", "state": "open"}, unique="id")

    assert stepped(db, "doors", {"id": 1, "state": "shut"}, {"state": was}) == (state == "shut")
    assert first(db, "select state from doors", {}) == {"state": state}


def test_counts_what_a_statement_changed(db: Database) -> None:
    assert changed(db, "update doors set state = 'open'", {}) == 0
    assert first(db, "select * from doors", {}) is None
