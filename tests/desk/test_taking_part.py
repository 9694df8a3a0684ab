"""Which advisor takes part in the introductions of a need that somebody takes or is handed."""

from datetime import date

import pytest

from bot.desk.reply import KIND as REPLY
from bot.desk.reply import accepting, postponing
from bot.desk.triage import KIND, handing_over, taking
from bot.domain.showing import ForAdvisors
from bot.storage.ports import Json
from tests.play import Play
from tests.stand_ins import ADVISOR, COMPANY, DRYING, FIRST_EXPERT, NOBODYS, OTHER_ADVISOR

OAK = f"N1/{DRYING}"
THIRD_ADVISOR = "UTHIRD"
DAY = date(2026, 3, 9)


@pytest.fixture
def play() -> Play:
    """An expert has been asked, and the first of three advisors is to take part."""
    play = Play(None, advisors=(ADVISOR, OTHER_ADVISOR, THIRD_ADVISOR))
    play.asked(DRYING)
    return play


@pytest.mark.parametrize("act", [taking("N1", OTHER_ADVISOR), handing_over("N1", ADVISOR, OTHER_ADVISOR)])
@pytest.mark.parametrize("postponed", [False, True])
def test_who_has_a_need_joins_the_thread_of_what_was_asked_before(
    play: Play,
    act: Json,
    postponed: bool,  # noqa: FBT001 - a case
) -> None:
    assert play.introduction(OAK).advisor == ADVISOR
    if postponed:
        play.happens(REPLY, postponing(OAK, FIRST_EXPERT, DAY))
    play.happens(KIND, act)
    play.happens(REPLY, accepting(OAK, FIRST_EXPERT))

    assert play.slack.posts[f"introduction:{OAK}"].readers == {COMPANY, FIRST_EXPERT, OTHER_ADVISOR}


def test_who_takes_a_need_is_named_where_nobody_was_to_ask_by_hand(play: Play) -> None:
    play.villagers.there = []
    play.approved("N1", NOBODYS)
    assert play.introduction(f"N1/{NOBODYS}").advisor is None
    play.villagers.there = [ADVISOR, OTHER_ADVISOR]
    play.happens(KIND, taking("N1", OTHER_ADVISOR))

    card = play.slack.posts[f"request_by_hand:N1/{NOBODYS}"].value
    assert isinstance(card, ForAdvisors)
    assert card.introduction is not None
    assert card.introduction.advisor == OTHER_ADVISOR


def test_people_who_have_met_and_an_advisor_who_asks_in_person_stay_as_they_are(play: Play) -> None:
    play.approved("N1", NOBODYS)
    play.happens(REPLY, accepting(OAK, FIRST_EXPERT))
    before = [play.introduction(each).advisor for each in (OAK, f"N1/{NOBODYS}")]
    play.happens(KIND, taking("N1", THIRD_ADVISOR))

    assert THIRD_ADVISOR not in before
    assert [play.introduction(each).advisor for each in (OAK, f"N1/{NOBODYS}")] == before


def test_an_advisor_who_is_the_expert_of_a_need_does_not_take_part_twice(play: Play) -> None:
    play.villagers.there = [ADVISOR, FIRST_EXPERT]
    play.happens(KIND, taking("N1", FIRST_EXPERT))

    assert play.introduction(OAK).advisor == ADVISOR
