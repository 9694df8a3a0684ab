from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.availability import Availability
from bot.domain.clock import Clock, ClockKind
from bot.domain.opening_hours import OpeningHours
from bot.domain.private_words import About, Confidential, PrivateWords
from bot.storage.sqlite import SqliteStore
from tests.stand_ins import CARVING, COMPANY, DRYING, FIRST, MORNING, SECOND, a_need, an_introduction

OAK, PINE = f"N1/{DRYING}", f"N1/{CARVING}"
SOON, LATER = MORNING + timedelta(hours=1), MORNING + timedelta(days=1)


@pytest.fixture
def filled(store: SqliteStore) -> SqliteStore:
    """A record with two introductions of one need."""
    with store.unit() as unit:
        unit.needs.add(a_need())
        unit.introductions.add(an_introduction())
        unit.introductions.add(an_introduction(entry=CARVING))
    return store


def test_a_clock_rings_once_and_the_one_that_is_due_longest_first(filled: SqliteStore) -> None:
    late, early = Clock(OAK, ClockKind.PROMISE, LATER), Clock(OAK, ClockKind.REMINDER, SOON)
    with filled.unit() as unit:
        unit.clocks.set([late, early])
        rung = [unit.clocks.take(now) for now in (MORNING, LATER, LATER, LATER)]

    assert rung == [None, early, late, None]


def test_a_clock_of_a_kind_takes_the_place_of_the_one_before(filled: SqliteStore) -> None:
    moved = Clock(OAK, ClockKind.PROMISE, LATER)
    with filled.unit() as unit:
        unit.clocks.set([Clock(OAK, ClockKind.PROMISE, SOON)])
        unit.clocks.set([moved])
        assert unit.clocks.of_introduction(OAK) == [moved]
        assert unit.clocks.next_due() == LATER


def test_a_stopped_clock_does_not_ring_and_others_do(filled: SqliteStore) -> None:
    kept = Clock(PINE, ClockKind.PROMISE, SOON)
    with filled.unit() as unit:
        unit.clocks.set([Clock(OAK, ClockKind.PROMISE, SOON), kept])
        unit.clocks.stop(OAK, [ClockKind.PROMISE, ClockKind.RESUME])
        assert [unit.clocks.take(LATER), unit.clocks.take(LATER)] == [kept, None]
        assert unit.clocks.next_due() is None


def test_an_expert_who_said_nothing_has_the_defaults(store: SqliteStore) -> None:
    with store.unit() as unit:
        assert unit.availabilities.get(FIRST) == Availability(FIRST)


@pytest.mark.parametrize("at_once", [None, True, False])
def test_an_experts_wishes_come_back_as_they_were(store: SqliteStore, at_once: bool | None) -> None:  # noqa: FBT001 - a case
    hours = OpeningHours.parse("tue,thu 10:00-14:30")
    wishes = Availability(FIRST, 5, date(2026, 4, 1), SECOND, hours, at_once, 2)
    with store.unit() as unit:
        unit.availabilities.save(Availability(FIRST, 1))
        unit.availabilities.save(wishes)
        assert unit.availabilities.get(FIRST) == wishes


def test_a_forgotten_account_stands_in_for_nobody(store: SqliteStore) -> None:
    with store.unit() as unit:
        unit.availabilities.save(Availability(FIRST, deputy="U1"))
        unit.availabilities.save(Availability(SECOND, deputy="U2"))
        unit.availabilities.forget_account("U1")
        assert unit.availabilities.get(FIRST).deputy is None
        assert unit.availabilities.get(SECOND).deputy == "U2"


def note(author: str, words: str, introduction: str | None = OAK, *, useful: bool | None = None) -> PrivateWords:
    return PrivateWords(MORNING, "N1", introduction, author, About.FEEDBACK, Confidential(words), useful)


@given(words=st.text(max_size=20), useful=st.none() | st.booleans())
def test_what_only_advisors_may_read_compares_as_a_value(words: str, useful: bool | None) -> None:  # noqa: FBT001 - drawn by name
    assert note("U1", words, useful=useful) == note("U1", words, useful=useful)


def test_private_words_come_back_oldest_first(filled: SqliteStore) -> None:
    said = [note("U1", "å", useful=True), note("U2", "no", None), note("U1", "", useful=False)]
    with filled.unit() as unit:
        for each in said:
            unit.private.add(each)
        assert unit.private.of_need("N1") == said
        assert unit.private.of_author("U1") == [said[0], said[2]]


def test_erasing_takes_a_persons_words_and_what_was_said_of_their_needs(filled: SqliteStore) -> None:
    with filled.unit() as unit:
        unit.private.add(note(COMPANY, "mine"))
        unit.private.add(note("U2", "about them"))
        unit.private.erase(COMPANY, "erased", ["N1"])
        assert unit.private.of_need("N1") == [note("erased", ""), note("U2", "")]


def test_erasing_an_expert_takes_only_their_own_words(filled: SqliteStore) -> None:
    with filled.unit() as unit:
        unit.private.add(note(COMPANY, "theirs"))
        unit.private.add(note("U2", "mine"))
        unit.private.erase("U2", "erased", [])
        assert unit.private.of_need("N1") == [note(COMPANY, "theirs"), note("erased", "")]
