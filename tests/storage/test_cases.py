from dataclasses import replace
from datetime import timedelta
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.event import Event
from bot.domain.lifecycle import IntroductionState, NeedState
from bot.domain.need import Door, Need, Place
from bot.domain.people import Contact, Person, Reach
from bot.storage.cases import _introduction, _introduction_row, _need, _need_row
from bot.storage.sqlite import SqliteStore
from matcher.answer import Answer
from tests.stand_ins import ADVISOR, CARVING, DRYING, FIRST, MORNING, WordMatcher, a_need, an_introduction

words = st.text(max_size=10)
answers = st.sampled_from(["oak", "moon", "thing", "hello", "torka ek"]).map(WordMatcher().answer)
needs = st.builds(
    Need,
    id=words,
    asker=st.builds(Person, words, words),
    text=words,
    door=st.sampled_from(Door),
    place=st.builds(Place, words, st.none() | words, private=st.booleans()),
    asked_at=st.just(MORNING),
    language=st.sampled_from(["en", "sv", "other"]),
    state=st.sampled_from(NeedState),
    answer=st.none() | answers,
)


@given(needs)
def test_a_need_comes_back_from_its_row_as_it_was(need: Need) -> None:
    assert _need(_need_row(need)) == need


@pytest.mark.parametrize("step", [None, Reach.UNLINKED, "opened"])
def test_an_introduction_comes_back_from_its_row_as_it_was(step: Reach | str | None) -> None:
    introduction = an_introduction()
    if step is not None:
        introduction = introduction.handed_over(step) if isinstance(step, Reach) else introduction.opened("G1", "2.1")

    assert _introduction(_introduction_row(introduction)) == introduction


def test_a_need_is_added_once(store: SqliteStore) -> None:
    with store.unit() as unit:
        assert unit.needs.add(a_need())
        assert not unit.needs.add(a_need(text="pine"))
        assert unit.needs.get("N1") == a_need()


def test_an_introduction_is_added_once(store: SqliteStore) -> None:
    with store.unit() as unit:
        unit.needs.add(a_need())
        assert unit.introductions.add(an_introduction())
        assert not unit.introductions.add(replace(an_introduction(), brief="Another brief."))
        assert unit.introductions.get(f"N1/{DRYING}") == an_introduction()


def test_what_is_not_on_record_is_a_key_error(store: SqliteStore) -> None:
    with store.unit() as unit, pytest.raises(KeyError, match="N99"):
        unit.needs.get("N99")
    with store.unit() as unit, pytest.raises(KeyError, match="N99/x"):
        unit.introductions.get("N99/x")


def test_a_need_is_saved_from_the_state_its_step_was_decided_on(store: SqliteStore) -> None:
    answered = a_need().answered(Answer("sv", "matches", ()))
    with store.unit() as unit:
        unit.needs.add(a_need())
        assert unit.needs.save(answered, was=NeedState.ASKED)
        assert unit.needs.get("N1") == answered


def test_of_two_steps_of_a_need_the_first_is_kept(store: SqliteStore) -> None:
    first, late = (a_need().answered(Answer("en", outcome, ())) for outcome in ("matches", "unclear"))
    with store.unit() as unit:
        unit.needs.add(a_need())
        unit.needs.save(first, was=NeedState.ASKED)
    with store.unit() as unit:
        assert not unit.needs.save(late, was=NeedState.ASKED)
        assert unit.needs.get("N1") == first


def test_of_two_steps_of_an_introduction_the_first_is_kept(store: SqliteStore) -> None:
    opened, late = an_introduction().opened("G1", "2.1"), an_introduction().handed_over(Reach.REFUSED)
    with store.unit() as unit:
        unit.needs.add(a_need())
        unit.introductions.add(an_introduction())
        assert unit.introductions.save(opened, was=IntroductionState.APPROVED)
    with store.unit() as unit:
        assert not unit.introductions.save(late, was=IntroductionState.APPROVED)
        assert unit.introductions.get(opened.id) == opened


def test_the_latest_need_in_a_thread_is_that_persons_newest(store: SqliteStore) -> None:
    with store.unit() as unit:
        unit.needs.add(a_need("N10", asked_at=MORNING + timedelta(minutes=1)))
        unit.needs.add(a_need("N9"))
        unit.needs.add(a_need("N11", place=Place("C1", "999.9", private=False)))
        latest = unit.needs.latest_in_thread("C1", "100.1", "UCOMPANY")

    assert latest is not None
    assert latest.id == "N10"


def test_of_needs_asked_at_the_same_moment_the_last_written_is_the_latest(store: SqliteStore) -> None:
    with store.unit() as unit:
        unit.needs.add(a_need("N9"))
        unit.needs.add(a_need("N10"))
        latest = unit.needs.latest_in_thread("C1", "100.1", "UCOMPANY")

    assert latest is not None
    assert latest.id == "N10"


@pytest.mark.parametrize("where", [("C2", "100.1", "UCOMPANY"), ("C1", "1.1", "UCOMPANY"), ("C1", "100.1", "UFIRST")])
def test_nobody_elses_need_is_the_latest(store: SqliteStore, where: tuple[str, str, str]) -> None:
    with store.unit() as unit:
        unit.needs.add(a_need())
        assert unit.needs.latest_in_thread(*where) is None


def test_introductions_of_a_need_come_oldest_first(store: SqliteStore) -> None:
    older = replace(an_introduction(entry=FIRST), approved_at=MORNING - timedelta(hours=1))
    with store.unit() as unit:
        unit.needs.add(a_need())
        unit.introductions.add(an_introduction())
        unit.introductions.add(older)
        assert [introduction.entry for introduction in unit.introductions.of_need("N1")] == [FIRST, DRYING]


def test_counts_the_introductions_of_each_advisor(store: SqliteStore) -> None:
    with store.unit() as unit:
        unit.needs.add(a_need())
        for entry, advisor in ((DRYING, ADVISOR), (CARVING, ADVISOR), (FIRST, None)):
            unit.introductions.add(an_introduction(entry=entry, advisor=advisor))
        assert unit.introductions.count_by_advisor() == {ADVISOR: 2}


def test_events_come_back_in_the_order_they_were_added(store: SqliteStore) -> None:
    asked = Event(MORNING, "N1", None, "UCOMPANY", "asked")
    approved = Event(MORNING, "N1", f"N1/{DRYING}", "UCOMPANY", "approved", "why", MappingProxyType({"brief": "Å"}))
    with store.unit() as unit:
        unit.needs.add(a_need())
        unit.introductions.add(an_introduction())
        unit.events.add([asked, approved])
        assert unit.events.of_need("N1") == [asked, replace(approved, kept={"brief": "Å"})]
        assert unit.events.of_need("N2") == []


def test_linking_keeps_what_the_new_contact_leaves_out(store: SqliteStore) -> None:
    with store.unit() as unit:
        unit.contacts.link(Contact(FIRST, slack="U1"))
        unit.contacts.link(Contact(FIRST, email="first@example.com"))
        assert unit.contacts.get(FIRST) == Contact(FIRST, "U1", "first@example.com")


def test_an_unlinked_expert_is_forgotten(store: SqliteStore) -> None:
    with store.unit() as unit:
        unit.contacts.link(Contact(FIRST, slack="U1"))
        assert unit.contacts.unlink(FIRST)
        assert not unit.contacts.unlink(FIRST)
        assert (unit.contacts.get(FIRST), unit.contacts.all()) == (None, [])


def test_linked_experts_come_by_id(store: SqliteStore) -> None:
    with store.unit() as unit:
        for expert in ("b/one", "a/two", "a/one"):
            unit.contacts.link(Contact(expert))
        assert [contact.expert for contact in unit.contacts.all()] == ["a/one", "a/two", "b/one"]
