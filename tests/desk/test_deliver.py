from datetime import date

import pytest

from bot.desk.by_hand import KIND as BY_HAND
from bot.desk.by_hand import said_yes
from bot.desk.deliver import delivered, undelivered
from bot.desk.follow import KIND as FOLLOW
from bot.desk.follow import changing_advisor
from bot.desk.ledger import Ledger
from bot.desk.reply import KIND, accepting, postponing
from bot.domain.availability import Availability
from bot.domain.introduction import ByHand
from bot.domain.message import Message, Topic
from bot.domain.need import Place
from bot.domain.people import Hurdle, Reach, Side
from bot.domain.showing import ForAdvisors
from bot.storage.ports import Parcel
from tests.play import Play
from tests.stand_ins import ADVISOR, COMPANY, DRYING, FIRST, FIRST_EXPERT, MORNING, OTHER_ADVISOR, Office, a_need

OAK = f"N1/{DRYING}"
REFUSED = Hurdle(Side.EXPERT, Reach.REFUSED)


def answer_arrives(office: Office, need_place: Place) -> Place:
    """Where the need lives once its answer stands at D7."""
    with office.store.unit() as unit:
        unit.needs.add(a_need(place=need_place))
        delivered(Ledger(unit, MORNING, office.desk.rules), Message(Topic.ANSWER, "N1"), "D7", "200.1")
        return unit.needs.get("N1").place


def test_a_need_without_a_place_lives_on_under_its_answer(office: Office) -> None:
    assert answer_arrives(office, Place("", None, private=True)) == Place("D7", "200.1", private=True)


def test_a_need_with_a_place_stays_there(office: Office) -> None:
    place = Place("C1", "100.1", private=False)

    assert answer_arrives(office, place) == place


def test_a_first_post_that_slack_refuses_is_the_advisors_work(play: Play) -> None:
    play.asked(DRYING)
    play.slack.refused.add(COMPANY)
    play.happens(KIND, accepting(OAK, FIRST_EXPERT))

    assert play.steps(OAK) == ["approved", "asked", "accepted", "out_of_reach"]
    assert play.introduction(OAK).hurdle == REFUSED
    assert play.introduction(OAK).by_hand is ByHand.BOTH_AGREED
    # The company has the answer that it was promised.
    assert play.introduction(OAK).promise is None


def test_a_yes_for_later_is_a_yes_as_well(play: Play) -> None:
    play.asked(DRYING)
    play.happens(KIND, postponing(OAK, FIRST_EXPERT, date(2026, 3, 9)))
    play.slack.refused.add(COMPANY)
    play.later(days=7)

    assert play.introduction(OAK).by_hand is ByHand.BOTH_AGREED


def test_who_would_have_been_introduced_at_once_has_not_said_yes(play: Play) -> None:
    play.wishes(Availability(FIRST, at_once=True))
    play.slack.refused.add(COMPANY)
    play.asked(DRYING)

    assert play.steps(OAK) == ["approved", "at_once", "out_of_reach"]
    assert play.introduction(OAK).by_hand is ByHand.OUT_OF_REACH


def test_the_company_is_told_once_that_both_agreed(play: Play) -> None:
    play.asked(DRYING)
    play.slack.refused.add(ADVISOR)
    play.happens(KIND, accepting(OAK, FIRST_EXPERT))
    play.happens(BY_HAND, said_yes(OAK, ADVISOR))

    assert play.state(OAK) == "introduced"
    assert Topic.ADVISOR_ANSWERS in play.slack.topics(COMPANY)
    assert Topic.INTRODUCED_BY_HAND not in play.slack.topics(COMPANY)


def test_a_first_post_that_comes_after_the_company_withdrew_opens_nothing(play: Play) -> None:
    play.asked(DRYING)
    play.happens("withdraw", {"user": COMPANY, "need": "N1", "introduction": OAK})
    with play.store.unit() as unit:
        delivered(Ledger(unit, play.clock(), play.desk.rules), Message(Topic.INTRODUCTION, "N1", OAK), "G1", "1.1")

    assert play.state(OAK) == "withdrawn"


def test_another_thread_that_cannot_be_opened_leaves_the_old_one(play: Play) -> None:
    play.villagers.there = [ADVISOR, OTHER_ADVISOR]
    play.asked(DRYING)
    play.happens(KIND, accepting(OAK, FIRST_EXPERT))
    old = play.introduction(OAK).thread
    play.slack.refused.add(OTHER_ADVISOR)
    play.happens(FOLLOW, changing_advisor(OAK, COMPANY))

    assert (play.state(OAK), play.introduction(OAK).thread) == ("introduced", old)
    assert Topic.UNDELIVERABLE in play.slack.topics(ADVISOR)


def test_what_a_company_cannot_be_told_is_a_line_for_the_advisors(play: Play) -> None:
    play.slack.refused.add(COMPANY)
    play.asked(DRYING)

    shown = play.slack.value(Topic.UNDELIVERABLE)
    assert isinstance(shown, ForAdvisors)
    assert shown.undeliverable is not None
    assert (shown.undeliverable.topic, shown.undeliverable.error) == (Topic.PROGRESS, "cannot_dm")


@pytest.mark.parametrize("change", ["retry", "drop"])
def test_what_was_taken_care_of_meanwhile_is_no_line_any_more(play: Play, change: str) -> None:
    play.asked()
    with play.store.unit() as unit:
        unit.outbox.put(Message(Topic.APOLOGY, "N1"), MORNING)
        parcel = next(each for each in unit.outbox.held() if each.message.topic is Topic.APOLOGY)
        unit.outbox.undeliverable(parcel.id, "cannot_dm", MORNING)
        undelivered(Ledger(unit, MORNING, play.desk.rules), Parcel(parcel.id, parcel.message, 1, MORNING), REFUSED)
        if change == "drop":
            unit.outbox.drop(parcel.id, "by hand", MORNING)
        else:
            unit.outbox.retry(parcel.id, MORNING)
            unit.outbox.sent(parcel.id, "D1", "1.1", MORNING)
    play.settle()

    assert Topic.UNDELIVERABLE not in play.slack.topics(ADVISOR)
