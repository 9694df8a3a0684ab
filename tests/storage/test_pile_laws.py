"""Laws of the piles over any record: nothing is lost, counts tell the truth, filters narrow, pages do not overlap."""

from dataclasses import dataclass, replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.clock import Rules
from bot.domain.event import Event
from bot.domain.introduction import introduction_id
from bot.domain.lifecycle import IntroductionState, NeedState
from bot.domain.queue import NOBODY, PAGE, Filters, Pile, glance
from bot.domain.triage import Triage
from bot.storage.ports import Unit
from matcher.answer import Answer, Language
from tests.play import MemoryStore
from tests.stand_ins import ADVISOR, MORNING, OTHER_ADVISOR, a_need, an_introduction

LOOK = glance(Rules(), ADVISOR, MORNING)
OPEN_PILES = [pile for pile in Pile if pile is not Pile.WENT_WELL]
WORDS = ("oak", "pine", "birch")
LANGUAGES: tuple[Language, ...] = ("en", "sv")


@dataclass(frozen=True)
class Kept:
    """One need with everything that a pile may ask of it."""

    state: NeedState
    language: Language
    words: str
    hours_ago: int
    advisor: str | None
    acted: bool
    snoozed_days: int | None
    introductions: list[tuple[IntroductionState, int | None]]


a_text = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)
hours = st.integers(0, 500)
kept = st.builds(
    Kept,
    state=st.sampled_from(NeedState),
    language=st.sampled_from(LANGUAGES),
    words=a_text,
    hours_ago=hours,
    advisor=st.sampled_from([None, ADVISOR, OTHER_ADVISOR]),
    acted=st.booleans(),
    snoozed_days=st.none() | st.integers(-5, 5),
    introductions=st.lists(st.tuples(st.sampled_from(IntroductionState), st.none() | st.integers(-50, 50)), max_size=2),
)
records = st.lists(kept, max_size=25)
filters = st.builds(
    Filters,
    infrastructure=st.none() | st.sampled_from(["joinery", "mill"]),
    language=st.none() | st.sampled_from(LANGUAGES),
    state=st.none() | st.sampled_from(NeedState),
    advisor=st.sampled_from([None, NOBODY, ADVISOR, OTHER_ADVISOR]),
    older_than_days=st.none() | st.integers(0, 20),
    words=st.sampled_from(["", *WORDS, "oa", "oak pi"]),
)
few = settings(max_examples=40, deadline=None)


def fill(unit: Unit, record: list[Kept]) -> None:
    for number, each in enumerate(record):
        put(unit, f"N{number}", each)


def put(unit: Unit, need: str, each: Kept) -> None:
    at = MORNING - timedelta(hours=each.hours_ago)
    asked = a_need(need, asked_at=at, text=each.words).answered(Answer(each.language, "matches", ()))
    unit.needs.add(replace(asked, state=each.state, filed_by=ADVISOR))
    unit.events.add([Event(at, need, None, "U1", "asked")])
    for number, (state, due) in enumerate(each.introductions):
        entry = f"{('joinery', 'mill')[number]}/drying"
        due_at = None if due is None else MORNING + timedelta(hours=due)
        introduction = replace(
            an_introduction(need, entry), id=introduction_id(need, entry), state=state, due_at=due_at
        )
        unit.introductions.add(introduction)
    snoozed = None if each.snoozed_days is None else LOOK.today + timedelta(days=each.snoozed_days)
    acted_at = MORNING - timedelta(hours=1) if each.acted else None
    unit.triage.save(Triage(need, each.advisor, each.advisor and at, acted_at, snoozed), was=None)


def pages(unit: Unit, pile: Pile, chosen: Filters) -> list[str]:
    """Every need of a pile, page by page."""
    found, total = list[str](), 1
    while len(found) < total:
        page = unit.queue.page(pile, chosen, LOOK, len(found))
        total = page.total
        assert len(page.lines) == min(PAGE, total - len(found))
        found += [line.need for line in page.lines]
    return found


@few
@given(records)
def test_every_open_need_is_in_the_pile_of_all_and_no_other_is(record: list[Kept]) -> None:
    with MemoryStore().unit() as unit:
        fill(unit, record)
        is_open = {f"N{number}" for number in range(len(record)) if unit.needs.get(f"N{number}").is_open}

        assert set(pages(unit, Pile.ALL, Filters())) == is_open


@few
@given(records, filters)
def test_paging_gives_each_need_once_and_as_many_as_are_counted(record: list[Kept], chosen: Filters) -> None:
    with MemoryStore().unit() as unit:
        fill(unit, record)
        counted = unit.queue.counts(chosen, LOOK)
        for pile in Pile:
            found = pages(unit, pile, chosen)
            assert len(found) == len(set(found)) == counted[pile]


@few
@given(records, filters)
def test_filters_only_narrow(record: list[Kept], chosen: Filters) -> None:
    with MemoryStore().unit() as unit:
        fill(unit, record)
        for pile in OPEN_PILES:
            assert set(pages(unit, pile, chosen)) <= set(pages(unit, pile, Filters()))


@few
@given(records, filters)
def test_every_pile_is_part_of_all(record: list[Kept], chosen: Filters) -> None:
    with MemoryStore().unit() as unit:
        fill(unit, record)
        everything = set(pages(unit, Pile.ALL, chosen))
        assert all(set(pages(unit, pile, chosen)) <= everything for pile in OPEN_PILES)


@few
@given(records)
def test_what_is_asleep_is_seen_by_who_has_it_and_among_all_only(record: list[Kept]) -> None:
    with MemoryStore().unit() as unit:
        fill(unit, record)
        asleep = {f"N{number}" for number, each in enumerate(record) if (each.snoozed_days or 0) > 0}
        awake_piles = set(OPEN_PILES) - {Pile.MINE, Pile.ALL}

        assert not any(asleep & set(pages(unit, pile, Filters())) for pile in awake_piles)


@few
@given(st.text(), st.text())
def test_whatever_is_typed_is_searched_for_and_never_a_fault(typed: str, asked: str) -> None:
    with MemoryStore().unit() as unit:
        unit.needs.add(a_need("N1", text=asked.encode(errors="replace").decode()))
        unit.needs.add(a_need("N2", text=typed.encode(errors="replace").decode()))
        unit.queue.search(typed, 5)
        unit.queue.near("N1", 5)
        unit.queue.counts(Filters(words=typed), LOOK)
