from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.availability import Availability
from bot.domain.introduction import ByHand, Wait
from bot.domain.opening_hours import OpeningHours
from bot.domain.people import Hurdle, Reach, Side
from bot.domain.turn import Ask, Asker, Candidate, Later, NotHere, Question, turn
from tests.stand_ins import MORNING

ASKER = Asker("UASKER", Reach.REACHABLE)
FREE = Candidate("a/one", "U1", Reach.REACHABLE, Availability("a/one"))
OTHER = Candidate("a/two", "U2", Reach.REACHABLE, Availability("a/two"))
FULL = replace(FREE, open_requests=2)
AWAY = replace(FREE, availability=Availability("a/one", paused_until=date(2026, 4, 1)))
BACK_SOONER = replace(OTHER, availability=Availability("a/two", paused_until=date(2026, 3, 10)))
UNLINKED = replace(FREE, user=None, reach=Reach.UNLINKED)
GONE = replace(OTHER, reach=Reach.DEACTIVATED)

candidates = st.builds(
    Candidate,
    expert=st.sampled_from(["a/one", "a/two", None]),
    user=st.sampled_from(["U1", "U2", "UASKER", None]),
    reach=st.sampled_from(Reach),
    availability=st.builds(
        Availability,
        expert=st.just("a/one"),
        open_requests=st.integers(1, 3),
        paused_until=st.none() | st.dates(date(2026, 2, 1), date(2026, 5, 1)),
        hours=st.none() | st.just(OpeningHours.parse("tue 10:00-11:00")),
    ),
    open_requests=st.integers(0, 3),
    at_once=st.booleans(),
)


def of(*several: Candidate, asker: Asker = ASKER) -> object:
    return turn(Question(asker, several), MORNING)


def test_the_first_with_room_is_asked() -> None:
    assert of(FREE, OTHER) == Ask(FREE)
    assert of(FULL, OTHER) == Ask(OTHER)
    assert of(AWAY, OTHER) == Ask(OTHER)
    assert of(UNLINKED, OTHER) == Ask(OTHER)


def test_who_is_introduced_at_once_has_no_cap() -> None:
    assert of(replace(FULL, at_once=True)) == Ask(replace(FULL, at_once=True))


def test_when_all_are_full_room_is_waited_for() -> None:
    assert of(FULL) == Later(Wait.CAP, None, FULL)
    assert of(AWAY, replace(OTHER, open_requests=2)) == Later(Wait.CAP, None, replace(OTHER, open_requests=2))


def test_when_all_are_away_the_first_to_be_back_is_waited_for() -> None:
    assert of(AWAY, BACK_SOONER) == Later(Wait.PAUSED, datetime(2026, 3, 10, 8, tzinfo=UTC), BACK_SOONER)


def test_who_has_room_is_asked_within_their_hours() -> None:
    early = replace(FREE, availability=Availability("a/one", hours=OpeningHours.parse("mon-fri 07:00-08:00")))

    assert of(early, OTHER) == Later(Wait.HOURS, datetime(2026, 3, 3, 6, tzinfo=UTC), early)


@pytest.mark.parametrize(
    ("several", "reach", "named"),
    [
        ((), Reach.UNLINKED, None),
        ((UNLINKED,), Reach.UNLINKED, UNLINKED),
        ((UNLINKED, GONE), Reach.DEACTIVATED, GONE),
    ],
)
def test_when_nobody_is_here_the_first_who_is_linked_is_named(
    several: tuple[Candidate, ...], reach: Reach, named: Candidate | None
) -> None:
    assert of(*several) == NotHere(ByHand.OUT_OF_REACH, Hurdle(Side.EXPERT, reach), named)


def test_an_asker_out_of_reach_has_the_hurdle() -> None:
    gone = Asker("UASKER", Reach.ELSEWHERE)

    assert of(FREE, asker=gone) == NotHere(ByHand.OUT_OF_REACH, Hurdle(Side.COMPANY, Reach.ELSEWHERE), FREE)
    assert of(asker=gone) == NotHere(ByHand.OUT_OF_REACH, Hurdle(Side.COMPANY, Reach.ELSEWHERE), None)


def test_nobody_is_asked_by_themselves() -> None:
    own = replace(FREE, user="UASKER")

    assert of(own) == NotHere(ByHand.OWN_REQUEST, None, own)
    assert of(own, OTHER) == Ask(OTHER)


@given(st.lists(candidates, max_size=4))
def test_whoever_is_asked_is_here_is_not_the_asker_and_has_room(several: list[Candidate]) -> None:
    decided = turn(Question(ASKER, several), MORNING)

    if isinstance(decided, Ask):
        asked = decided.candidate
        assert (asked.reach, asked.user == "UASKER") == (Reach.REACHABLE, False)
        assert asked.at_once or asked.open_requests < asked.availability.open_requests
        assert not asked.availability.is_away(MORNING.date())


@given(st.lists(candidates, max_size=4))
def test_what_is_waited_for_with_a_date_lies_ahead(several: list[Candidate]) -> None:
    decided = turn(Question(ASKER, several), MORNING)

    assert not isinstance(decided, Later) or decided.until is None or decided.until > MORNING
