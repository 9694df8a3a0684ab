from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.card import Card, Why
from bot.domain.event import ERASED
from bot.domain.introduction import ByHand, Decline, Introduction, Wait
from bot.domain.lifecycle import IntroductionEvent, IntroductionState
from bot.domain.people import Hurdle, Reach, Side
from bot.storage.introductions import _introduction, _row
from bot.storage.sqlite import SqliteStore
from tests.stand_ins import (
    ADVISOR,
    CARVING,
    DRYING,
    FIRST,
    FIRST_EXPERT,
    MORNING,
    NOBODYS,
    a_card,
    a_need,
    an_introduction,
)

words = st.text(max_size=10)
moments = st.none() | st.integers(0, 10_000).map(lambda minutes: MORNING + timedelta(minutes=minutes))
introductions = st.builds(
    Introduction,
    id=words,
    need=words,
    entry=words,
    card=st.none() | st.builds(Card, words, words, words, st.none() | words, st.tuples(st.builds(Why, words, words))),
    created_at=st.just(MORNING),
    state=st.sampled_from(IntroductionState),
    step=st.integers(0, 9),
    expert=st.none() | words,
    expert_user=st.none() | words,
    advisor=st.none() | words,
    proposed_by=st.none() | words,
    waits=st.none() | st.sampled_from(Wait),
    waits_until=moments,
    due_at=moments,
    not_before=st.none() | st.dates(),
    decline=st.none() | st.sampled_from(Decline),
    by_hand=st.none() | st.sampled_from(ByHand),
    hurdle=st.none() | st.builds(Hurdle, st.sampled_from(Side), st.sampled_from(Reach)),
    thread=st.none() | st.tuples(st.just("G1"), words),
)
ASKED = an_introduction().asked(FIRST, FIRST_EXPERT, MORNING)


@given(introductions)
def test_an_introduction_comes_back_from_its_row_as_it_was(introduction: Introduction) -> None:
    assert _introduction(_row(introduction)) == introduction


@pytest.fixture
def filled(store: SqliteStore) -> SqliteStore:
    """A record with two needs."""
    with store.unit() as unit:
        unit.needs.add(a_need("N1"))
        unit.needs.add(a_need("N2"))
    return store


def add(store: SqliteStore, *introductions: Introduction) -> None:
    with store.unit() as unit:
        assert all(unit.introductions.add(each) for each in introductions)


def test_an_introduction_is_added_once(filled: SqliteStore) -> None:
    add(filled, an_introduction())

    with filled.unit() as unit:
        assert not unit.introductions.add(replace(an_introduction(), card=a_card(brief="Another brief.")))
        assert unit.introductions.get(f"N1/{DRYING}") == an_introduction()


def test_of_two_steps_the_first_is_kept(filled: SqliteStore) -> None:
    late = an_introduction().after(IntroductionEvent.WITHDRAWN)
    add(filled, an_introduction())

    with filled.unit() as unit:
        assert unit.introductions.save(ASKED, was=IntroductionState.APPROVED)
        assert not unit.introductions.save(late, was=IntroductionState.APPROVED)
        assert unit.introductions.get(ASKED.id) == ASKED


def test_of_two_steps_that_lead_back_to_the_same_state_the_first_is_kept(filled: SqliteStore) -> None:
    first, late = (an_introduction().waiting(why, None) for why in (Wait.CAP, Wait.PAUSED))
    add(filled, an_introduction())

    with filled.unit() as unit:
        assert unit.introductions.save(first, was=IntroductionState.APPROVED)
        assert not unit.introductions.save(late, was=IntroductionState.APPROVED)


def test_introductions_of_a_need_come_oldest_first(filled: SqliteStore) -> None:
    older = replace(an_introduction(entry=FIRST), created_at=MORNING - timedelta(hours=1))
    add(filled, an_introduction(), older, an_introduction("N2"))

    with filled.unit() as unit:
        assert [each.entry for each in unit.introductions.of_need("N1")] == [FIRST, DRYING]


def test_open_requests_are_those_that_wait_for_an_answer(filled: SqliteStore) -> None:
    second = replace(ASKED, id="N2/x", need="N2")
    accepted = replace(ASKED, id="N1/y", state=IntroductionState.ACCEPTED)
    add(filled, ASKED, second, accepted, an_introduction(entry=CARVING))

    with filled.unit() as unit:
        assert unit.introductions.open_requests() == {FIRST_EXPERT: 2}
        assert [each.id for each in unit.introductions.of_expert(FIRST_EXPERT)] == [ASKED.id, "N2/x", "N1/y"]


def test_those_that_wait_for_room_or_time_are_known_and_next_choices_are_not_among_them(filled: SqliteStore) -> None:
    full, fresh = replace(an_introduction(), waits=Wait.CAP), an_introduction(entry=CARVING)
    following = replace(an_introduction(entry=NOBODYS), waits=Wait.NEXT)
    add(filled, full, fresh, following, replace(ASKED, id="N2/x"))

    with filled.unit() as unit:
        assert [each.id for each in unit.introductions.waiting()] == [full.id, fresh.id]


def test_counts_what_each_advisor_has_that_is_not_over(filled: SqliteStore) -> None:
    over = replace(an_introduction("N2"), state=IntroductionState.CLOSED)
    add(filled, an_introduction(), an_introduction(entry=CARVING), an_introduction(entry=FIRST, advisor=None), over)

    with filled.unit() as unit:
        assert unit.introductions.count_by_advisor() == {ADVISOR: 2}


def test_an_erased_card_holds_no_words_any_more(filled: SqliteStore) -> None:
    card = Card(DRYING, "Oak", "sv", "The mill", (Why("Oak", "timber"),))
    proposed = replace(an_introduction(entry=CARVING), card=None)
    add(filled, replace(an_introduction(), card=card), proposed, an_introduction("N2"))

    with filled.unit() as unit:
        unit.introductions.erase(["N1"])
        assert unit.introductions.get(f"N1/{DRYING}").card == Card(DRYING, "", "sv")
        assert unit.introductions.get(f"N1/{CARVING}").card is None
        assert unit.introductions.get(f"N2/{DRYING}").card == a_card()


def test_a_forgotten_account_is_neither_expert_nor_advisor(filled: SqliteStore) -> None:
    add(filled, ASKED, replace(an_introduction("N2", advisor=FIRST_EXPERT), suggested_by=FIRST_EXPERT))

    with filled.unit() as unit:
        unit.introductions.forget_account(FIRST_EXPERT, ERASED)
        assert unit.introductions.get(ASKED.id).expert_user is None
        forgotten = unit.introductions.get(f"N2/{DRYING}")
        assert (forgotten.advisor, forgotten.suggested_by) == (None, ERASED)


def test_a_date_is_kept_as_a_date(filled: SqliteStore) -> None:
    add(filled, replace(an_introduction(), not_before=date(2026, 4, 1)))

    with filled.unit() as unit:
        assert unit.introductions.get(f"N1/{DRYING}").not_before == date(2026, 4, 1)


def test_an_advisor_takes_part_without_a_step(filled: SqliteStore) -> None:
    add(filled, replace(an_introduction(), advisor=None))
    with filled.unit() as unit:
        unit.introductions.accompany(f"N1/{DRYING}", ADVISOR)

        assert unit.introductions.get(f"N1/{DRYING}") == an_introduction()
