from datetime import date

import pytest

from bot.desk.availability import KIND, experts_of_account, setting
from bot.domain.availability import Availability
from bot.domain.opening_hours import OpeningHours
from bot.domain.people import Contact
from tests.play import Play
from tests.stand_ins import ADVISOR, CARVING, COMPANY, DRYING, FIRST, FIRST_EXPERT, SECOND

PINE = f"N1/{CARVING}"
WISHES = Availability(FIRST, 4, date(2026, 6, 1), SECOND, OpeningHours.parse("mon 10:00-12:00"), at_once=True)


def kept(play: Play) -> Availability:
    with play.store.unit() as unit:
        return unit.availabilities.get(FIRST)


@pytest.mark.parametrize("wishes", [WISHES, Availability(FIRST)])
@pytest.mark.parametrize("user", [FIRST_EXPERT, ADVISOR])
def test_an_expert_or_an_advisor_for_them_says_how_they_are_asked(play: Play, wishes: Availability, user: str) -> None:
    play.happens(KIND, setting(wishes, user))

    assert kept(play) == wishes


def test_an_expert_known_by_address_may_say_so_as_well(play: Play) -> None:
    with play.store.unit() as unit:
        unit.contacts.link(Contact(FIRST, email="first@example.com"))
    play.villagers.emails["first@example.com"] = "UFOUND"
    play.happens(KIND, setting(WISHES, "UFOUND"))

    assert kept(play) == WISHES
    assert experts_of_account(play.desk, "UFOUND") == [FIRST]


def test_nobody_else_says_so(play: Play) -> None:
    play.happens(KIND, setting(WISHES, COMPANY))

    assert kept(play) == Availability(FIRST)
    assert play.inbox_states() == ["given_up"]


def test_whoever_speaks_up_is_no_longer_counted_as_silent(play: Play) -> None:
    play.wishes(Availability(FIRST, unanswered=5))
    play.happens(KIND, setting(Availability(FIRST), FIRST_EXPERT))

    assert kept(play).unanswered == 0


def test_ending_a_pause_gives_those_who_wait_their_turn(play: Play) -> None:
    play.wishes(Availability(FIRST, paused_until=date(2026, 5, 1)))
    play.asked(CARVING)
    play.happens(KIND, setting(Availability(FIRST), FIRST_EXPERT))

    assert play.steps(PINE) == ["approved", "waits", "asked"]


def test_more_room_gives_those_who_wait_their_turn(play: Play) -> None:
    play.wishes(Availability(FIRST, open_requests=1))
    play.wishes(Availability(SECOND, open_requests=1))
    needs = [play.asked(DRYING, user=f"U{number}") for number in range(3)]
    play.happens(KIND, setting(Availability(FIRST, open_requests=2), FIRST_EXPERT))

    assert [play.state(f"{need}/{DRYING}") for need in needs] == ["asked"] * 3
