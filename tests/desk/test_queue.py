from collections.abc import Callable
from pathlib import Path

import pytest

from bot.desk.acting import Role, plays
from bot.desk.approve import may_choose
from bot.desk.case import case_of
from bot.desk.export import export
from bot.desk.overview import desk_of_expert, needs_of, seen_by_others
from bot.desk.ports import Desk
from bot.desk.queue import counts, page, search
from bot.desk.triage import KIND, taking
from bot.domain.queue import Filters, Pile
from bot.storage import sqlite
from tests.play import Play
from tests.stand_ins import ADVISOR, COMPANY, DRYING, FIRST_EXPERT, NOBODYS, OTHER_ADVISOR

LOOKS: dict[str, Callable[[Desk], object]] = {
    "page": lambda desk: page(desk, ADVISOR, Pile.ALL, Filters()).lines,
    "counts": lambda desk: counts(desk, ADVISOR, Filters()),
    "search": lambda desk: search(desk, "oak"),
    "case": lambda desk: case_of(desk, "N1", ADVISOR),
    "home of a company": lambda desk: (needs_of(desk, COMPANY), seen_by_others(desk, COMPANY)),
    "home of an expert": lambda desk: desk_of_expert(desk, FIRST_EXPERT).requests,
    "export": lambda desk: export(desk, COMPANY),
    "parts": lambda desk: plays(desk, f"N1/{DRYING}", FIRST_EXPERT, {Role.EXPERT}),
    "choice": lambda desk: may_choose(desk, "N1", COMPANY),
}


def needs(play: Play, pile: Pile, me: str = ADVISOR) -> list[str]:
    return [line.need for line in page(play.desk, me, pile, Filters()).lines]


def test_a_need_goes_from_new_to_mine_when_it_is_taken(play: Play) -> None:
    play.asked()
    assert (needs(play, Pile.NEW), needs(play, Pile.MINE)) == (["N1"], [])
    play.happens(KIND, taking("N1", ADVISOR))

    assert (needs(play, Pile.NEW), needs(play, Pile.MINE)) == ([], ["N1"])
    assert needs(play, Pile.MINE, me=OTHER_ADVISOR) == []


def test_a_need_that_nobody_fits_has_no_match_and_waits(play: Play) -> None:
    play.asked(text="moon")

    assert needs(play, Pile.NO_MATCH) == needs(play, Pile.WAITING) == ["N1"]


def test_a_promise_breaks_on_its_day_and_stays_broken(play: Play) -> None:
    play.asked(DRYING)
    assert needs(play, Pile.BREAKS_TODAY) == []
    play.later(days=2)
    assert needs(play, Pile.BREAKS_TODAY) == ["N1"]
    play.later(days=5)

    assert needs(play, Pile.BREAKS_TODAY) == needs(play, Pile.WAITING) == ["N1"]


def test_what_an_advisor_must_ask_by_hand_waits_for_them(play: Play) -> None:
    play.asked(NOBODYS)

    assert needs(play, Pile.WAITING) == ["N1"]


def test_a_need_on_which_nobody_chose_anything_is_stuck_after_five_working_days(play: Play) -> None:
    play.asked()
    play.later(days=6)
    assert needs(play, Pile.STUCK) == []
    play.later(days=1)

    assert needs(play, Pile.STUCK) == ["N1"]


def test_piles_are_counted_for_who_looks(play: Play) -> None:
    play.asked()
    play.asked(text="moon")
    play.happens(KIND, taking("N1", ADVISOR))

    counted = counts(play.desk, ADVISOR, Filters())
    assert counted == {
        Pile.NEW: 1,
        Pile.WAITING: 1,
        Pile.BREAKS_TODAY: 0,
        Pile.STUCK: 0,
        Pile.NO_MATCH: 1,
        Pile.MINE: 1,
        Pile.ALL: 2,
        Pile.WENT_WELL: 0,
    }


def test_needs_are_found_by_their_words(play: Play) -> None:
    play.asked(text="oak boards")
    play.asked(text="pine boards")

    assert [found.id for found in search(play.desk, "boa pi")] == ["N2"]


@pytest.mark.parametrize("look", LOOKS)
def test_whoever_looks_does_not_wait_for_who_writes(look: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    play = Play(tmp_path)
    play.asked(DRYING)
    monkeypatch.setattr(sqlite, "BUSY_MILLISECONDS", 1)

    with play.store.unit():
        assert LOOKS[look](play.desk)
