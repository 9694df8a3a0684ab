from collections.abc import Callable
from datetime import date

import pytest

from bot.desk.approve import Choice
from bot.desk.follow import KIND as FOLLOW
from bot.desk.follow import met
from bot.desk.reply import KIND as REPLY
from bot.desk.reply import accepting, postponing, redirecting
from bot.desk.withdraw import KIND, withdrawing
from bot.domain.availability import Availability
from bot.domain.message import Topic
from bot.domain.showing import ForExpert
from bot.workers import work_once
from tests.play import Play
from tests.stand_ins import ADVISOR, CARVING, COMPANY, DRYING, FIRST, FIRST_EXPERT, NOBODYS, SECOND

OAK, PINE = f"N1/{DRYING}", f"N1/{CARVING}"


def proposed(play: Play) -> str:
    play.asked(DRYING)
    play.happens(REPLY, redirecting(OAK, FIRST_EXPERT, SECOND))
    return f"N1/{SECOND}"


def approved(play: Play) -> str:
    play.wishes(Availability(FIRST, paused_until=date(2026, 5, 1)))
    play.asked(CARVING)
    return PINE


def asked(play: Play) -> str:
    play.asked(DRYING)
    return OAK


def postponed(play: Play) -> str:
    play.happens(REPLY, postponing(asked(play), FIRST_EXPERT, date(2026, 5, 4)))
    return OAK


def accepted(play: Play) -> str:
    """Accepted, and the thread not yet opened."""
    asked(play)
    play.write(REPLY, accepting(OAK, FIRST_EXPERT))
    work_once(play.desk)
    return OAK


def with_advisor(play: Play) -> str:
    play.asked(NOBODYS)
    return f"N1/{NOBODYS}"


def introduced(play: Play) -> str:
    play.happens(REPLY, accepting(asked(play), FIRST_EXPERT))
    return OAK


def have_met(play: Play) -> str:
    play.happens(FOLLOW, met(introduced(play), COMPANY))
    return OAK


WAYS: dict[str, Callable[[Play], str]] = {
    "proposed": proposed,
    "approved": approved,
    "asked": asked,
    "postponed": postponed,
    "accepted": accepted,
    "with_advisor": with_advisor,
    "introduced": introduced,
    "met": have_met,
}


@pytest.mark.parametrize("state", WAYS)
def test_an_introduction_can_be_withdrawn_in_every_state(play: Play, state: str) -> None:
    introduction = WAYS[state](play)
    assert play.state(introduction) == state
    play.happens(KIND, withdrawing(COMPANY, "N1", introduction))

    assert play.state(introduction) == "withdrawn"
    assert play.clocks(introduction) == {}


@pytest.mark.parametrize("state", WAYS)
def test_a_need_can_be_withdrawn_with_all_that_is_under_way(play: Play, state: str) -> None:
    introduction = WAYS[state](play)
    play.happens(KIND, withdrawing(COMPANY, "N1"))

    assert play.state(introduction) == "withdrawn"
    with play.store.unit() as unit:
        assert unit.needs.get("N1").state == "withdrawn"
    assert Topic.NOTHING_LEFT not in play.slack.topics(ADVISOR)


def test_the_experts_card_says_that_it_was_withdrawn(play: Play) -> None:
    play.happens(KIND, withdrawing(COMPANY, "N1", asked(play)))

    card = play.slack.posts[f"request:{OAK}"].value
    assert isinstance(card, ForExpert)
    assert (card.state, card.can_be_answered) == ("withdrawn", False)


def test_a_request_that_has_not_left_is_never_seen(play: Play) -> None:
    play.asked()
    play.write(
        "approve",
        {"need": "N1", "user": COMPANY, "choices": [{"entry": DRYING}], "brief": "We dry oak here.", "company": None},
    )
    play.write(KIND, withdrawing(COMPANY, "N1"))
    play.settle()

    assert play.slack.topics(FIRST_EXPERT) == []


def test_a_thread_hears_that_the_company_withdrew(play: Play) -> None:
    play.happens(KIND, withdrawing(COMPANY, "N1", introduced(play)))

    assert play.slack.topics(FIRST_EXPERT)[-2:] == [Topic.INTRODUCTION_CHANGED, Topic.THREAD_ENDED]


def test_advisors_who_had_the_request_hear_that_it_was_withdrawn(play: Play) -> None:
    play.happens(KIND, withdrawing(COMPANY, "N1", with_advisor(play)))

    assert play.slack.topics(ADVISOR) == [Topic.REQUEST_BY_HAND, Topic.REQUEST_BY_HAND_CHANGED]


def test_advisors_who_had_the_need_hear_that_it_was_withdrawn(play: Play) -> None:
    play.asked(text="moon")
    play.happens(KIND, withdrawing(COMPANY, "N1"))

    assert play.slack.topics(ADVISOR) == [Topic.NEED_ENDED]


def test_withdrawing_the_first_calls_the_next_choice(play: Play) -> None:
    play.asked(DRYING, Choice(CARVING, as_next=True))
    play.happens(KIND, withdrawing(COMPANY, "N1", OAK))

    assert play.state(PINE) == "asked"


def test_withdrawing_the_need_calls_nobody(play: Play) -> None:
    play.asked(DRYING, Choice(CARVING, as_next=True))
    play.happens(KIND, withdrawing(COMPANY, "N1"))

    assert play.steps(PINE) == ["approved", "withdrawn"]


def test_refusing_a_suggestion_when_all_else_was_a_no_is_told_to_the_advisors(play: Play) -> None:
    play.happens(KIND, withdrawing(COMPANY, "N1", proposed(play)))

    assert play.slack.topics(ADVISOR) == [Topic.NOTHING_LEFT]


@pytest.mark.parametrize("body", [withdrawing("USOMEBODY", "N1"), withdrawing(COMPANY, "N9")])
def test_nobody_withdraws_what_is_not_theirs(play: Play, body: dict[str, str | None]) -> None:
    asked(play)
    play.happens(KIND, body)

    assert (play.state(OAK), play.inbox_states()[-1]) == ("asked", "given_up")


def test_withdrawing_twice_is_withdrawing_once(play: Play) -> None:
    asked(play)
    for _ in range(2):
        play.happens(KIND, withdrawing(COMPANY, "N1", OAK))
        play.happens(KIND, withdrawing(COMPANY, "N1"))

    assert play.steps(OAK) == ["approved", "asked", "withdrawn"]
    assert play.happened("N1").count("withdrawn") == 2
