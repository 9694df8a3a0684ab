import threading
from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.domain.correction import Correction
from bot.domain.enquiry import Enquiry
from bot.domain.event import ERASED
from bot.domain.triage import NotPossible, Outcome, Triage
from bot.storage.sqlite import SqliteStore
from tests.stand_ins import ADVISOR, CARVING, DRYING, MORNING, OTHER_ADVISOR, a_need

LATER = MORNING + timedelta(hours=1)
WHOLE = Triage("N1", ADVISOR, MORNING, LATER, date(2026, 3, 9), Outcome.DUPLICATE, "N2")
ENQUIRY = Enquiry("N1", ADVISOR, MORNING, "How thick are the boards?")
CORRECTION = Correction("N1/7", "N1", ADVISOR, MORNING, (DRYING, CARVING), (CARVING,), "They carve, they said.")


@pytest.fixture
def store(store: SqliteStore) -> SqliteStore:
    """A record with two needs."""
    with store.unit() as unit:
        unit.needs.add(a_need("N1"))
        unit.needs.add(a_need("N2"))
    return store


def test_a_need_that_no_advisor_touched_has_an_empty_triage(store: SqliteStore) -> None:
    with store.unit() as unit:
        assert unit.triage.get("N1") == Triage("N1")


def test_triage_comes_back_as_it_was_saved(store: SqliteStore) -> None:
    with store.unit() as unit:
        assert unit.triage.save(WHOLE, was=None)
        assert unit.triage.get("N1") == WHOLE
        assert unit.triage.linked_to("N2") == ["N1"]


def test_triage_is_saved_only_over_the_advisor_it_was_decided_on(store: SqliteStore) -> None:
    theirs = Triage("N1", OTHER_ADVISOR, MORNING)
    with store.unit() as unit:
        unit.triage.save(theirs, was=None)
        assert not unit.triage.save(Triage("N1", ADVISOR, LATER), was=None)
        assert unit.triage.get("N1") == theirs


def test_that_an_advisor_acted_changes_nothing_else(store: SqliteStore) -> None:
    with store.unit() as unit:
        unit.triage.save(WHOLE, was=None)
        unit.triage.acted("N1", LATER + timedelta(hours=1))
        assert unit.triage.get("N1") == replace(WHOLE, acted_at=LATER + timedelta(hours=1))


def test_of_two_advisors_who_take_a_need_at_once_one_has_it(store: SqliteStore) -> None:
    together, took = threading.Barrier(2), list[str]()

    def take(user: str) -> None:
        together.wait()
        with store.unit() as unit:
            before = unit.triage.get("N1")
            try:
                taken = before.taken(user, MORNING)
            except NotPossible:
                return
            if unit.triage.save(taken, was=before.advisor):
                took.append(user)

    threads = [threading.Thread(target=take, args=(user,)) for user in (ADVISOR, OTHER_ADVISOR)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    with store.unit() as unit:
        assert took == [unit.triage.get("N1").advisor]


def test_what_an_account_has_taken_is_free_once_it_is_forgotten(store: SqliteStore) -> None:
    with store.unit() as unit:
        unit.triage.save(WHOLE, was=None)
        unit.triage.forget_account(ADVISOR)
        assert unit.triage.get("N1") == replace(WHOLE, advisor=None, taken_at=None)


def test_a_need_has_one_open_enquiry_at_a_time(store: SqliteStore) -> None:
    with store.unit() as unit:
        assert unit.enquiries.add(ENQUIRY)
        assert not unit.enquiries.add(replace(ENQUIRY, question="And how long?"))
        assert unit.enquiries.open_of("N1") == ENQUIRY
        assert unit.enquiries.open_of("N2") is None


def test_an_answered_enquiry_makes_room_for_the_next(store: SqliteStore) -> None:
    answered, following = replace(ENQUIRY, answer="Two inches.", answered_at=LATER), replace(ENQUIRY, asked_at=LATER)
    with store.unit() as unit:
        unit.enquiries.add(ENQUIRY)
        assert unit.enquiries.answer("N1", "Two inches.", LATER)
        assert not unit.enquiries.answer("N1", "Three.", LATER)
        assert unit.enquiries.add(following)
        assert unit.enquiries.of_need("N1") == [answered, following]


def test_erased_enquiries_hold_no_words_and_wait_for_none(store: SqliteStore) -> None:
    with store.unit() as unit:
        unit.enquiries.add(ENQUIRY)
        unit.enquiries.erase("USOMEBODY", ERASED, ["N1"])
        (erased,) = unit.enquiries.of_need("N1")

    assert (erased.question, erased.answer, erased.is_open) == ("", "", False)


def test_a_correction_comes_back_as_it_was_added_and_once(store: SqliteStore) -> None:
    with store.unit() as unit:
        assert unit.corrections.add(CORRECTION)
        assert not unit.corrections.add(CORRECTION)
        assert unit.corrections.of_need("N1") == [unit.corrections.get("N1/7")] == [CORRECTION]


def test_an_unknown_correction_is_an_error(store: SqliteStore) -> None:
    with store.unit() as unit, pytest.raises(KeyError):
        unit.corrections.get("N1/7")


@pytest.mark.parametrize("approved", [True, False])
def test_a_correction_is_decided_once(store: SqliteStore, approved: bool) -> None:  # noqa: FBT001 - both ways
    decided = replace(CORRECTION, approved=approved, decided_by=OTHER_ADVISOR, decided_at=LATER)
    with store.unit() as unit:
        unit.corrections.add(CORRECTION)
        assert unit.corrections.undecided() == [CORRECTION]
        assert unit.corrections.decide("N1/7", OTHER_ADVISOR, LATER, approved=approved)
        assert not unit.corrections.decide("N1/7", ADVISOR, LATER, approved=not approved)
        assert (unit.corrections.undecided(), unit.corrections.get("N1/7")) == ([], decided)
        assert unit.corrections.approved() == ([decided] if approved else [])


def test_erased_corrections_are_no_labels_and_name_nobody(store: SqliteStore) -> None:
    with store.unit() as unit:
        unit.corrections.add(CORRECTION)
        unit.corrections.decide("N1/7", ADVISOR, LATER, approved=True)
        unit.corrections.erase(ADVISOR, ERASED, ["N1"])
        erased = unit.corrections.get("N1/7")

    assert (erased.reason, erased.approved) == ("", False)
    assert (erased.advisor, erased.decided_by) == (ERASED, ERASED)
