from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.desk.answerers import Advisors
from bot.desk.approve import Choice
from bot.desk.reply import KIND as REPLY
from bot.desk.reply import redirecting
from bot.desk.triage import KIND as TRIAGE
from bot.desk.triage import taking
from bot.desk.turn import hand_over_unasked, take_turn
from bot.domain.availability import Availability
from bot.domain.catalogue import Catalogue
from bot.domain.introduction import ByHand, Wait
from bot.domain.message import Topic
from bot.domain.opening_hours import OpeningHours
from bot.domain.people import Contact, Hurdle, Reach, Side
from tests.play import Play
from tests.stand_ins import (
    ADVISOR,
    CARVING,
    COMPANY,
    DRYING,
    FIRST,
    FIRST_EXPERT,
    NOBODYS,
    OTHER_ADVISOR,
    SECOND,
    SECOND_EXPERT,
)

OAK, PINE = f"N1/{DRYING}", f"N1/{CARVING}"


def test_the_expert_is_asked_and_nobody_else(play: Play) -> None:
    play.asked(DRYING)

    assert play.slack.posts[f"request:{OAK}"].readers == {FIRST_EXPERT}
    assert SECOND_EXPERT not in {reader for post in play.slack.seen for reader in post.readers}


def test_an_expert_has_at_most_two_requests_at_a_time_and_a_second_expert_has_the_next(play: Play) -> None:
    needs = [play.asked(DRYING, user=f"U{number}") for number in range(5)]

    assert [play.introduction(f"{need}/{DRYING}").expert_user for need in needs] == [
        FIRST_EXPERT,
        FIRST_EXPERT,
        SECOND_EXPERT,
        SECOND_EXPERT,
        None,
    ]
    assert play.introduction(f"{needs[4]}/{DRYING}").waits is Wait.CAP


def test_a_request_that_would_be_too_many_goes_to_the_deputy(play: Play) -> None:
    play.wishes(Availability(FIRST, open_requests=1, deputy="UDEPUTY"))
    play.asked(CARVING, user="U1")
    need = play.asked(CARVING, user="U2")

    assert play.introduction(f"{need}/{CARVING}").expert_user == "UDEPUTY"


def test_a_deputy_may_be_another_expert_with_wishes_of_their_own(play: Play) -> None:
    play.wishes(Availability(FIRST, paused_until=date(2026, 5, 1), deputy=SECOND))
    play.wishes(Availability(SECOND, open_requests=1))
    asked = [f"{play.asked(CARVING, user=user)}/{CARVING}" for user in ("U1", "U2")]

    assert play.introduction(asked[0]).expert == SECOND
    assert play.introduction(asked[1]).waits is Wait.CAP


def test_a_deputy_known_by_account_is_one_of_the_experts_all_the_same(play: Play) -> None:
    play.wishes(Availability(FIRST, paused_until=date(2026, 5, 1), deputy=SECOND_EXPERT))
    play.asked(CARVING)

    assert play.introduction(PINE).expert == SECOND


@pytest.mark.parametrize("away", [FIRST, SECOND])
def test_somebody_known_by_account_is_asked_as_every_expert_that_they_are(play: Play, away: str) -> None:
    play.villagers.emails["second@example.com"] = FIRST_EXPERT
    with play.store.unit() as unit:
        unit.contacts.link(Contact(SECOND, email="second@example.com"))
    play.asked(DRYING)
    play.happens(REPLY, redirecting(OAK, FIRST_EXPERT, None, "UCOLLEAGUE"))
    with play.store.unit() as unit:
        unit.contacts.link(Contact(FIRST, "UCOLLEAGUE"))
    play.villagers.emails["second@example.com"] = "UCOLLEAGUE"
    play.wishes(Availability(away, paused_until=date(2026, 5, 1)))
    play.approved("N1", Choice(DRYING, introduction=f"{OAK}/colleague"))

    assert play.introduction(f"{OAK}/colleague").waits is Wait.PAUSED
    assert play.slack.topics("UCOLLEAGUE") == []


def test_a_pause_is_waited_for_and_ends_on_its_date(play: Play) -> None:
    play.wishes(Availability(FIRST, paused_until=date(2026, 3, 4)))
    play.asked(CARVING)
    assert play.introduction(PINE).waits is Wait.PAUSED

    play.later(days=1, hours=23)
    assert play.steps(PINE) == ["approved", "waits", "late", "asked"]


def test_when_its_turn_does_not_come_within_the_promise_an_advisor_has_it(play: Play) -> None:
    play.wishes(Availability(FIRST, paused_until=date(2026, 5, 1)))
    play.asked(CARVING)
    play.later(days=2)

    introduction = play.introduction(PINE)
    assert play.steps(PINE) == ["approved", "waits", "late", "no_turn"]
    assert introduction.by_hand is ByHand.NO_TURN
    assert play.slack.topics(ADVISOR) == [Topic.LATE, Topic.LATE_CHANGED, Topic.REQUEST_BY_HAND]


def test_when_its_turn_does_not_come_within_the_promise_the_next_choice_is_asked(play: Play) -> None:
    play.wishes(Availability(FIRST, paused_until=date(2026, 5, 1)))
    play.asked(CARVING, Choice(NOBODYS, as_next=True))
    play.later(days=2)

    assert play.steps(PINE) == ["approved", "waits", "late", "expired"]
    assert play.steps(f"N1/{NOBODYS}")[:2] == ["approved", "called"]
    assert Topic.NO_ANSWER in play.slack.topics(COMPANY)


def test_outside_their_hours_an_expert_is_not_written_to(play: Play) -> None:
    play.wishes(Availability(FIRST, hours=OpeningHours.parse("tue 13:00-15:00")))
    play.asked(CARVING)
    assert play.introduction(PINE).waits is Wait.HOURS

    play.later(days=3)
    asked_at = next(post.at for post in play.slack.seen if post.message.topic is Topic.REQUEST)
    assert asked_at == datetime(2026, 3, 3, 12, tzinfo=UTC)


def test_what_is_approved_on_a_sunday_is_asked_on_monday_and_promised_from_then(play: Play) -> None:
    play.clock.at = datetime(2026, 3, 1, 18, tzinfo=UTC)
    play.asked(DRYING)
    assert play.introduction(OAK).waits is Wait.HOURS

    play.later(days=1)
    assert play.introduction(OAK).due_at == datetime(2026, 3, 3, 16, tzinfo=UTC)


def test_who_wants_to_be_introduced_at_once_is_not_asked(play: Play) -> None:
    play.wishes(Availability(FIRST, at_once=True))
    play.asked(CARVING)

    assert play.steps(PINE) == ["approved", "at_once", "opened"]
    assert play.slack.topics(FIRST_EXPERT) == [Topic.INTRODUCTION]


@pytest.mark.parametrize(("wish", "step"), [(None, "at_once"), (False, "asked")])
def test_an_infrastructure_may_want_to_be_introduced_at_once_and_an_expert_of_it_not(
    play: Play,
    wish: bool | None,  # noqa: FBT001 - a case
    step: str,
) -> None:
    (unit,) = play.desk.catalogue.infrastructures
    play.desk = replace(play.desk, catalogue=Catalogue((unit.model_copy(update={"introductions": "at_once"}),)))
    play.wishes(Availability(FIRST, at_once=wish))
    play.asked(CARVING)

    assert play.steps(PINE)[1] == step


@pytest.mark.parametrize(
    ("contact", "reach", "hurdle"),
    [
        (None, Reach.REACHABLE, Reach.UNLINKED),
        (Contact(FIRST, email="first@example.com"), Reach.REACHABLE, Reach.NOT_IN_SLACK),
        (Contact(FIRST, FIRST_EXPERT), Reach.DEACTIVATED, Reach.DEACTIVATED),
        (Contact(FIRST, FIRST_EXPERT), Reach.ELSEWHERE, Reach.ELSEWHERE),
    ],
)
def test_an_expert_out_of_reach_is_the_advisors_work(
    play: Play, contact: Contact | None, reach: Reach, hurdle: Reach
) -> None:
    with play.store.unit() as unit:
        unit.contacts.unlink(FIRST)
        if contact:
            unit.contacts.link(contact)
    play.villagers.reaches[FIRST_EXPERT] = reach
    play.asked(CARVING)

    assert play.introduction(PINE).hurdle == Hurdle(Side.EXPERT, hurdle)
    assert play.slack.topics(ADVISOR) == [Topic.REQUEST_BY_HAND]
    assert Topic.ADVISOR_ANSWERS in play.slack.topics(COMPANY)


def test_an_expert_known_by_address_is_found(play: Play) -> None:
    play.villagers.emails["first@example.com"] = "UFOUND"
    with play.store.unit() as unit:
        unit.contacts.link(Contact(FIRST, email="first@example.com"))
    play.asked(CARVING)

    assert play.slack.topics("UFOUND") == [Topic.REQUEST]


def test_a_company_out_of_reach_has_a_hurdle_of_its_own(play: Play) -> None:
    play.villagers.reaches[COMPANY] = Reach.ELSEWHERE
    play.asked(CARVING)

    assert play.introduction(PINE).hurdle == Hurdle(Side.COMPANY, Reach.ELSEWHERE)
    assert play.introduction(PINE).expert_user == FIRST_EXPERT


def test_who_would_be_asked_by_themselves_is_the_advisors_work(play: Play) -> None:
    play.villagers.there = []
    play.asked(CARVING, user=FIRST_EXPERT)

    assert play.introduction(PINE).by_hand is ByHand.OWN_REQUEST


@pytest.mark.parametrize("entry", [NOBODYS, "joinery/gone"])
def test_an_entry_that_nobody_answers_for_is_the_advisors_work(play: Play, entry: str) -> None:
    play.asked(entry)

    assert play.introduction(f"N1/{entry}").hurdle == Hurdle(Side.EXPERT, Reach.UNLINKED)


def test_slack_refusing_the_request_makes_it_the_advisors_work(play: Play) -> None:
    play.slack.refused.add(FIRST_EXPERT)
    play.asked(CARVING)

    assert play.steps(PINE) == ["approved", "asked", "out_of_reach"]
    assert Topic.REQUEST_BY_HAND in play.slack.topics(ADVISOR)


def test_the_least_busy_advisor_takes_part_who_is_neither_side(play: Play) -> None:
    play.villagers.there = [FIRST_EXPERT, COMPANY, ADVISOR, OTHER_ADVISOR]
    play.asked(CARVING, DRYING)

    assert [play.introduction(each).advisor for each in (PINE, OAK)] == [ADVISOR, OTHER_ADVISOR]


def test_the_advisor_who_has_taken_the_need_takes_part(play: Play) -> None:
    play.villagers.there = [ADVISOR, OTHER_ADVISOR]
    play.asked()
    play.happens(TRIAGE, taking("N1", OTHER_ADVISOR))
    play.approved("N1", CARVING, DRYING)

    assert [play.introduction(each).advisor for each in (PINE, OAK)] == [OTHER_ADVISOR, OTHER_ADVISOR]


@pytest.mark.parametrize("taken_by", [None, "UGONE", COMPANY, FIRST_EXPERT])
def test_who_is_no_advisor_any_more_or_one_of_the_sides_does_not_take_part(taken_by: str | None) -> None:
    advisors = Advisors([COMPANY, FIRST_EXPERT, ADVISOR], {})

    assert advisors.taking_part(taken_by, besides={COMPANY, FIRST_EXPERT}) == ADVISOR


def test_a_directory_that_is_out_of_order_is_asked_again(play: Play) -> None:
    play.asked()
    play.villagers.failures = 1
    play.approved("N1", CARVING)
    assert play.state(PINE) == "approved"

    play.clock.move(minutes=1)
    play.settle()
    assert play.state(PINE) == "asked"


def test_a_directory_that_stays_out_of_order_leaves_it_to_the_advisors(play: Play) -> None:
    play.asked()
    play.villagers.failures = 99
    play.approved("N1", CARVING)
    for _ in range(3):
        play.clock.move(minutes=1)
        play.settle()

    assert play.steps(PINE) == ["approved", "broke", "out_of_reach"]
    assert play.introduction(PINE).by_hand is ByHand.BROKE


def test_a_turn_after_the_company_took_it_back_does_nothing(play: Play) -> None:
    play.asked(DRYING)
    play.settle()
    late = play.taken("turn", {"introduction": OAK})
    take_turn(play.desk, late)
    hand_over_unasked(play.desk, play.taken("turn", {"introduction": OAK}), "OSError")

    assert play.steps(OAK) == ["approved", "asked"]
    assert play.inbox_states()[-2:] == ["done", "given_up"]


def test_a_next_choice_takes_no_turn_by_itself(play: Play) -> None:
    play.asked(DRYING, Choice(CARVING, as_next=True))
    play.happens("turn", {"introduction": PINE})

    assert play.steps(PINE) == ["approved"]


def test_waiting_for_the_same_thing_twice_is_told_once(play: Play) -> None:
    play.wishes(Availability(FIRST, paused_until=play.clock().date() + timedelta(days=30)))
    play.asked(CARVING)
    play.happens("turn", {"introduction": PINE})

    assert play.steps(PINE) == ["approved", "waits"]
