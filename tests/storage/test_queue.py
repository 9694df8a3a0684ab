import re
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from bot.domain.clock import Rules
from bot.domain.enquiry import Enquiry
from bot.domain.event import Event
from bot.domain.introduction import Introduction
from bot.domain.lifecycle import IntroductionState, NeedState
from bot.domain.need import Need
from bot.domain.people import Person
from bot.domain.queue import NOBODY, PAGE, Filters, Glance, Line, Pile, glance
from bot.domain.triage import Outcome, Triage
from bot.storage.ports import Unit
from matcher.answer import Answer, Match
from tests.play import MemoryStore
from tests.stand_ins import ADVISOR, MORNING, OTHER_ADVISOR, WordMatcher, a_need, an_introduction

ME, MONTHS_AGO, WEEK_AGO, AN_HOUR_AGO = ADVISOR, *(MORNING - timedelta(hours=hours) for hours in (1500, 169, 1))
LOOK = glance(Rules(), ME, MORNING)
NOTHING = Filters()


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore()


def add(unit: Unit, need: str = "N1", state: str = "matched", at: datetime = AN_HOUR_AGO, text: str = "oak") -> Need:
    """A need in a state, with the event of its asking."""
    answered = a_need(need, asked_at=at, text=text).answered(WordMatcher().answer("oak"))
    added = replace(answered, state=NeedState(state))
    unit.needs.add(added)
    unit.events.add([Event(at, need, None, added.asker.user, "asked")])
    return added


def introduce(unit: Unit, state: str, due_at: datetime | None = None, need: str = "N1") -> Introduction:
    introduction = replace(an_introduction(need), state=IntroductionState(state), due_at=due_at)
    unit.introductions.add(introduction)
    return introduction


def piles(unit: Unit, look: Glance = LOOK) -> set[Pile]:
    """In which piles the only need is; every count is as long as its page."""
    pages = {pile: unit.queue.page(pile, NOTHING, look, 0) for pile in Pile}
    assert {pile: page.total for pile, page in pages.items()} == unit.queue.counts(NOTHING, look)
    return {pile for pile, page in pages.items() if page.lines}


def ids(unit: Unit, pile: Pile, filters: Filters = NOTHING, offset: int = 0) -> list[str]:
    return [line.need for line in unit.queue.page(pile, filters, LOOK, offset).lines]


def test_a_need_that_nobody_looked_at_is_new(store: MemoryStore) -> None:
    with store.unit() as unit:
        add(unit)
        assert piles(unit) == {Pile.NEW, Pile.ALL}


@pytest.mark.parametrize("state", ["no_need", "withdrawn", "closed"])
def test_what_is_over_is_in_no_pile(store: MemoryStore, state: str) -> None:
    with store.unit() as unit:
        add(unit, state=state)
        assert piles(unit) == set()


def test_what_an_advisor_acted_on_is_not_new(store: MemoryStore) -> None:
    with store.unit() as unit:
        add(unit)
        unit.triage.acted("N1", MORNING)
        assert piles(unit) == {Pile.ALL}


@pytest.mark.parametrize(("state", "more"), [("asked", set()), ("unmatched", {Pile.NO_MATCH})])
def test_what_the_matcher_could_not_settle_waits_for_an_advisor(
    store: MemoryStore, state: str, more: set[Pile]
) -> None:
    with store.unit() as unit:
        add(unit, state=state)
        assert piles(unit) == {Pile.NEW, Pile.WAITING, Pile.ALL, *more}


@pytest.mark.parametrize(("who", "waits"), [(ME, True), (None, True), (OTHER_ADVISOR, False)])
def test_what_an_advisor_asks_by_hand_waits_for_who_has_it_or_for_all(
    store: MemoryStore,
    who: str | None,
    waits: bool,  # noqa: FBT001 - a case of the table
) -> None:
    with store.unit() as unit:
        add(unit)
        introduce(unit, "with_advisor")
        unit.triage.save(Triage("N1", who, MORNING, MORNING), was=None)
        assert (Pile.WAITING in piles(unit)) == waits


def test_what_any_advisor_has_waits_for_the_advisors_together(store: MemoryStore) -> None:
    with store.unit() as unit:
        add(unit)
        introduce(unit, "with_advisor")
        unit.triage.save(Triage("N1", OTHER_ADVISOR, MORNING, MORNING), was=None)
        assert piles(unit, replace(LOOK, me="")) == {Pile.WAITING, Pile.ALL}


def test_an_unmatched_need_does_not_wait_while_somebody_else_has_the_ball(store: MemoryStore) -> None:
    with store.unit() as unit:
        add(unit, state="unmatched")
        unit.enquiries.add(Enquiry("N1", ME, AN_HOUR_AGO, "How thick?"))
        assert Pile.WAITING not in piles(unit)
        unit.enquiries.answer("N1", "Two inches.", MORNING)
        introduce(unit, "proposed")
        assert Pile.WAITING in piles(unit)
        unit.triage.acted("N1", MORNING)
        assert Pile.WAITING not in piles(unit)


def test_an_answered_enquiry_waits_until_an_advisor_acts(store: MemoryStore) -> None:
    with store.unit() as unit:
        add(unit)
        unit.triage.acted("N1", AN_HOUR_AGO)
        unit.enquiries.add(Enquiry("N1", ME, AN_HOUR_AGO, "How thick?"))
        unit.enquiries.answer("N1", "Two inches.", MORNING - timedelta(minutes=5))
        assert piles(unit) == {Pile.WAITING, Pile.ALL}
        unit.triage.acted("N1", MORNING)
        assert piles(unit) == {Pile.ALL}


@pytest.mark.parametrize(
    ("state", "suggested_by", "waits"),
    [
        ("declined", None, True),
        ("expired", None, True),
        ("closed", None, True),
        ("withdrawn", None, False),
        ("withdrawn", ME, True),
        ("asked", None, False),
    ],
)
def test_a_need_waits_once_all_that_was_under_way_is_over(
    store: MemoryStore,
    state: str,
    suggested_by: str | None,
    waits: bool,  # noqa: FBT001 - as above
) -> None:
    with store.unit() as unit:
        add(unit)
        over = replace(an_introduction(), state=IntroductionState(state), suggested_by=suggested_by)
        unit.introductions.add(over)
        assert (Pile.WAITING in piles(unit)) == waits
        unit.triage.acted("N1", MORNING)
        assert Pile.WAITING not in piles(unit)


def test_a_snoozed_need_is_out_of_sight_until_its_day_and_then_waits(store: MemoryStore) -> None:
    with store.unit() as unit:
        add(unit, state="unmatched", at=MONTHS_AGO)
        introduce(unit, "asked", due_at=AN_HOUR_AGO)
        unit.triage.save(Triage("N1", ME, MORNING, AN_HOUR_AGO, LOOK.today + timedelta(days=1)), was=None)
        assert piles(unit) == {Pile.MINE, Pile.ALL}
        tomorrow = glance(Rules(), ME, MORNING + timedelta(days=1))
        assert piles(unit, tomorrow) == {Pile(pile) for pile in Pile} - {Pile.NEW, Pile.WENT_WELL}


@pytest.mark.parametrize(
    ("state", "due_at", "breaks"),
    [
        ("asked", LOOK.day_ends - timedelta(seconds=1), True),
        ("asked", LOOK.day_ends, False),
        ("approved", WEEK_AGO, True),
        ("with_advisor", WEEK_AGO, True),
        ("accepted", WEEK_AGO, False),
        ("asked", None, False),
    ],
)
def test_a_promise_breaks_today_that_ends_today_or_has_ended(
    store: MemoryStore,
    state: str,
    due_at: datetime | None,
    breaks: bool,  # noqa: FBT001 - as above
) -> None:
    with store.unit() as unit:
        add(unit)
        introduce(unit, state, due_at)
        assert (Pile.BREAKS_TODAY in piles(unit)) == breaks


def test_a_need_is_stuck_when_nothing_has_happened_for_working_days(store: MemoryStore) -> None:
    with store.unit() as unit:
        add(unit, at=WEEK_AGO)
        assert Pile.STUCK in piles(unit)
        unit.events.add([Event(AN_HOUR_AGO, "N1", None, ME, "note")])
        assert Pile.STUCK not in piles(unit)


def test_a_need_that_waits_for_an_agreed_date_is_not_stuck(store: MemoryStore) -> None:
    with store.unit() as unit:
        add(unit, at=WEEK_AGO)
        introduce(unit, "postponed")
        assert Pile.STUCK not in piles(unit)


@pytest.mark.parametrize(("name", "reason"), [("opened", ""), ("met", ""), ("closed", Outcome.HELPED_OTHERWISE)])
def test_what_went_well_within_a_week_is_told_also_when_it_is_over(store: MemoryStore, name: str, reason: str) -> None:
    with store.unit() as unit:
        add(unit, state="closed", at=MONTHS_AGO)
        unit.events.add([Event(AN_HOUR_AGO, "N1", None, ME, name, reason)])
        assert piles(unit) == {Pile.WENT_WELL}


@pytest.mark.parametrize(
    ("at", "name", "reason"), [(WEEK_AGO, "met", ""), (AN_HOUR_AGO, "closed", ""), (AN_HOUR_AGO, "declined", "")]
)
def test_other_ends_did_not_go_well(store: MemoryStore, at: datetime, name: str, reason: str) -> None:
    with store.unit() as unit:
        add(unit, state="closed", at=MONTHS_AGO)
        unit.events.add([Event(at, "N1", None, ME, name, reason)])
        assert piles(unit) == set()


def test_what_a_company_has_not_agreed_to_only_its_author_sees(store: MemoryStore) -> None:
    with store.unit() as unit:
        filed = replace(a_need(), state=NeedState.FILED, filed_by=OTHER_ADVISOR)
        unit.needs.add(filed)
        assert piles(unit) == set()
        assert piles(unit, replace(LOOK, me=OTHER_ADVISOR)) == {Pile.NEW, Pile.ALL}
        assert list(unit.queue.search("oak", 5)) == []


def test_a_line_tells_what_a_need_is_at_a_glance(store: MemoryStore) -> None:
    with store.unit() as unit:
        need = add(unit, text="oak " * 100)
        introduce(unit, "asked", due_at=MORNING)
        add(unit, "N2", state="closed")
        unit.triage.save(Triage("N1", ME, MORNING, MORNING, date(2026, 3, 9), same_as="N2"), was=None)
        (line,) = unit.queue.page(Pile.MINE, NOTHING, LOOK, 0).lines

    assert line == Line(
        need="N1",
        text_start=need.text[:200],
        asker=need.asker,
        language="en",
        state=NeedState.MATCHED,
        advisor=ME,
        asked_at=AN_HOUR_AGO,
        last_at=AN_HOUR_AGO,
        due_at=MORNING,
        infrastructures=("joinery",),
        snoozed_until=date(2026, 3, 9),
        same_as="N2",
    )


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (Filters(infrastructure="joinery"), ["N1"]),
        (Filters(infrastructure="mill"), ["N2"]),
        (Filters(infrastructure="join"), []),
        (Filters(language="sv"), ["N2"]),
        (Filters(state=NeedState.UNCLEAR), ["N2"]),
        (Filters(advisor=ME), ["N1"]),
        (Filters(advisor=NOBODY), ["N2"]),
        (Filters(older_than_days=7), ["N2"]),
        (Filters(words="BJÖRK tor"), ["N2"]),
        (Filters(words='oak" OR "björk'), []),
        (Filters(words="!?"), ["N1", "N2"]),
        (Filters(language="sv", advisor=ME), []),
    ],
)
def test_filters_narrow_a_pile(store: MemoryStore, filters: Filters, found: list[str]) -> None:
    with store.unit() as unit:
        add(unit)
        other = a_need("N2", asked_at=WEEK_AGO, text="Torka björk?").answered(Answer("sv", "unclear", ()))
        unit.needs.add(other)
        unit.introductions.add(an_introduction("N2", "mill/sawing"))
        unit.triage.save(Triage("N1", ME, MORNING), was=None)
        assert ids(unit, Pile.ALL, filters) == found
        assert unit.queue.counts(filters, LOOK)[Pile.ALL] == len(found)


def test_the_infrastructures_of_a_need_are_those_of_the_matches_that_are_shown_first(store: MemoryStore) -> None:
    units = ("mill", "joinery", "mill", "forge")
    matches = tuple(Match("service", f"{unit}/{n}", unit, unit, 0.5, "possible") for n, unit in enumerate(units))
    with store.unit() as unit:
        unit.needs.add(a_need().answered(Answer("en", "matches", matches)))
        (line,) = unit.queue.page(Pile.ALL, NOTHING, LOOK, 0).lines

    assert line.infrastructures == ("mill", "joinery")


def test_what_presses_most_comes_first(store: MemoryStore) -> None:
    due = {"N1": None, "N2": MORNING, "N3": AN_HOUR_AGO}
    with store.unit() as unit:
        for number, (need, due_at) in enumerate(due.items()):
            add(unit, need, at=WEEK_AGO + timedelta(minutes=number))
            introduce(unit, "with_advisor", due_at, need)
        assert ids(unit, Pile.BREAKS_TODAY) == ["N3", "N2"]
        assert ids(unit, Pile.WAITING) == ["N3", "N2", "N1"]
        assert ids(unit, Pile.NEW) == ["N1", "N2", "N3"]
        assert ids(unit, Pile.ALL) == ["N3", "N2", "N1"]


@pytest.mark.parametrize(("offset", "shown"), [(0, 10), (10, 3), (13, 3), (9999, 3), (-5, 10)])
def test_behind_the_end_stands_the_last_page(store: MemoryStore, offset: int, shown: int) -> None:
    with store.unit() as unit:
        for number in range(PAGE + 3):
            add(unit, f"N{number}")
        page = unit.queue.page(Pile.ALL, NOTHING, LOOK, offset)

    assert (len(page.lines), page.total, page.offset) == (shown, 13, 0 if shown == PAGE else 10)


def test_a_search_finds_beginnings_of_words_newest_first_whatever_the_state(store: MemoryStore) -> None:
    with store.unit() as unit:
        add(unit, "N1", text="Drying of oak boards")
        add(unit, "N2", state="closed", text="oak, to be dried")
        add(unit, "N3", text="ökat behov")
        assert [found.id for found in unit.queue.search("oa dr", 5)] == ["N2", "N1"]
        assert [found.id for found in unit.queue.search("oa", 1)] == ["N2"]
        assert [found.id for found in unit.queue.search("ök", 5)] == ["N3"]
        assert list(unit.queue.search('"*', 5)) == []


def test_a_search_finds_a_need_by_its_id_before_all_others(store: MemoryStore) -> None:
    with store.unit() as unit:
        add(unit, "N1", text="oak")
        add(unit, "N2", text="n1 is what I mean")
        add(unit, "N11", text="pine")
        assert [found.id for found in unit.queue.search(" n1 ", 5)] == ["N1", "N2"]


def test_near_duplicates_are_those_of_others_that_share_most_words(store: MemoryStore) -> None:
    text = "We dry oak boards gently in winter"
    with store.unit() as unit:
        add(unit, "N1", text=text)
        add(unit, "N2", text=text)
        for need, words in {"N3": f"{text}!", "N4": "We dry oak apples", "N5": f"{text} and summer"}.items():
            unit.needs.add(replace(a_need(need, text=words), asker=Person("T1", "UOTHERCOMPANY")))
        assert [found.id for found in unit.queue.near("N1", 5)] == ["N3", "N5"]
        assert [found.id for found in unit.queue.near("N1", 1)] == ["N3"]


def test_a_need_without_words_is_near_to_none(store: MemoryStore) -> None:
    with store.unit() as unit:
        add(unit, text="")
        add(unit, "N2", text="")
        assert list(unit.queue.near("N1", 5)) == []


def test_nothing_of_a_long_queue_is_read_in_full(store: MemoryStore) -> None:
    asked = list[str]()
    store._connection.set_trace_callback(asked.append)
    with store.unit() as unit:
        unit.queue.counts(NOTHING, LOOK)
        for pile in Pile:
            unit.queue.page(pile, NOTHING, LOOK, 0)
        unit.queue.page(Pile.ALL, Filters("joinery", "en", NeedState.MATCHED, ME, 3, "oak"), LOOK, 0)
    store._connection.set_trace_callback(None)
    plans = [
        row[3] for sql in asked if "lines" in sql for row in store._connection.execute(f"explain query plan {sql}")
    ]

    assert [plan for plan in plans if re.match(r"SCAN (?!needs_fts VIRTUAL)", plan)] == []
    assert any("SEARCH n USING COVERING INDEX" in plan for plan in plans)
