from dataclasses import replace
from datetime import timedelta
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.event import Event
from bot.domain.lifecycle import NeedState
from bot.domain.need import Door, Need, Place
from bot.domain.people import Contact, Person
from bot.storage.cases import _need, _need_row
from bot.storage.sqlite import SqliteStore
from matcher.answer import Answer
from tests.stand_ins import COMPANY, DRYING, FIRST, MORNING, SECOND, WordMatcher, a_need, an_introduction

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
    filed_by=st.none() | words,
)


@given(needs)
def test_a_need_comes_back_from_its_row_as_it_was(need: Need) -> None:
    assert _need(_need_row(need)) == need


def test_a_need_is_added_once(store: SqliteStore) -> None:
    with store.unit() as unit:
        assert unit.needs.add(a_need())
        assert not unit.needs.add(a_need(text="pine"))
        assert unit.needs.get("N1") == a_need()


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


def test_events_come_back_in_the_order_they_were_added(store: SqliteStore) -> None:
    asked = Event(MORNING, "N1", None, "UCOMPANY", "asked")
    approved = Event(MORNING, "N1", f"N1/{DRYING}", "UCOMPANY", "approved", "why", MappingProxyType({"brief": "Å"}))
    with store.unit() as unit:
        unit.needs.add(a_need())
        unit.introductions.add(an_introduction())
        unit.events.add([asked, approved])
        assert unit.events.of_need("N1") == [asked, replace(approved, kept={"brief": "Å"})]
        assert unit.events.of_need("N2") == []


def test_linking_replaces_whoever_it_was_before(store: SqliteStore) -> None:
    with store.unit() as unit:
        unit.contacts.link(Contact(FIRST, slack="U1", email="first@example.com"))
        unit.contacts.link(Contact(FIRST, email="second@example.com"))
        assert unit.contacts.get(FIRST) == Contact(FIRST, None, "second@example.com")


def test_an_account_is_forgotten_wherever_it_is_linked(store: SqliteStore) -> None:
    with store.unit() as unit:
        unit.contacts.link(Contact(FIRST, slack="U1"))
        unit.contacts.link(Contact(SECOND, slack="U2"))
        unit.contacts.forget_account("U1")
        assert unit.contacts.all() == [Contact(SECOND, "U2")]


def test_a_persons_needs_come_oldest_first(store: SqliteStore) -> None:
    with store.unit() as unit:
        unit.needs.add(a_need("N2"))
        unit.needs.add(a_need("N1", asked_at=MORNING - timedelta(hours=1)))
        unit.needs.add(replace(a_need("N3"), asker=Person("T1", "USOMEBODY")))
        assert [need.id for need in unit.needs.of_asker(COMPANY)] == ["N1", "N2"]


def test_an_erased_need_keeps_its_state_and_nothing_that_leads_to_its_company(store: SqliteStore) -> None:
    answered = a_need().answered(WordMatcher().answer("oak"))
    with store.unit() as unit:
        unit.needs.add(answered)
        assert unit.needs.erase(COMPANY, "erased") == ["N1"]
        erased = unit.needs.get("N1")

    assert erased == replace(
        answered, asker=Person("", "erased"), text="", answer=None, place=Place("", None, private=False)
    )


def test_erased_events_keep_what_happened_and_not_who_or_which_words(store: SqliteStore) -> None:
    asked = Event(MORNING, "N1", None, COMPANY, "asked", "", {"card": "oak"})
    with store.unit() as unit:
        unit.needs.add(a_need())
        unit.events.add([asked])
        unit.events.erase(COMPANY, "erased", ["N1"])
        assert unit.events.of_need("N1") == [replace(asked, actor="erased", kept={})]


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
