from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.desk.deliver import delivered, undelivered
from bot.domain.introduction import Introduction
from bot.domain.lifecycle import IllegalStep, IntroductionState
from bot.domain.message import Audience, Message, Topic
from bot.domain.need import Place
from bot.domain.people import Reach
from bot.storage.cases import SqliteIntroductions
from bot.storage.sqlite import SqliteUnit
from tests.stand_ins import DRYING, MORNING, Office, a_need, an_introduction

Consequence = Callable[[SqliteUnit, Message], None]
FIRST_POST = Message(Topic.INTRODUCTION, "N1", f"N1/{DRYING}")
WITHOUT_CONSEQUENCE = [topic for topic in Topic if topic is not Topic.INTRODUCTION]


class Overtaken(SqliteIntroductions):
    """Introductions of which somebody else has just saved another step."""

    def save(self, introduction: Introduction, was: str) -> bool:
        return introduction.state == was


def arrives(unit: SqliteUnit, message: Message) -> None:
    delivered(unit, message, "G1", "200.1", MORNING)


def is_refused(unit: SqliteUnit, message: Message) -> None:
    undelivered(unit, message, Reach.DEACTIVATED, MORNING)


@pytest.fixture
def waiting(office: Office) -> Office:
    """An office where an introduction waits to be opened."""
    office.has_need("N1")
    with office.store.unit() as unit:
        unit.introductions.add(an_introduction())
    return office


def happen(office: Office, *consequences: Consequence, message: Message = FIRST_POST) -> Introduction:
    """The introduction after one thing and another happened to a message."""
    with office.store.unit() as unit:
        for consequence in consequences:
            consequence(unit, message)
        return unit.introductions.get(f"N1/{DRYING}")


def test_the_first_post_opens_the_introduction_and_the_company_is_told_where(waiting: Office) -> None:
    assert happen(waiting, arrives).thread == ("G1", "200.1")
    assert waiting.told() == [f"thread_opened:N1/{DRYING}"]
    assert waiting.happened("N1") == ["opened"]


def test_a_first_post_that_slack_refuses_is_the_advisors_work(waiting: Office) -> None:
    assert happen(waiting, is_refused).hurdle is Reach.DEACTIVATED
    assert waiting.told() == [f"request_by_hand:N1/{DRYING}", f"advisor_answers:N1/{DRYING}"]
    assert waiting.happened("N1") == ["out_of_reach"]


@pytest.mark.parametrize("topic", WITHOUT_CONSEQUENCE)
def test_other_messages_that_arrive_have_no_consequences(waiting: Office, topic: Topic) -> None:
    other = Message(topic, "N1", f"N1/{DRYING}")

    assert happen(waiting, arrives, message=other).state is IntroductionState.APPROVED
    assert waiting.told() == []


@pytest.mark.parametrize("topic", WITHOUT_CONSEQUENCE)
def test_the_advisors_hear_of_what_can_never_reach_a_company(waiting: Office, topic: Topic) -> None:
    other = Message(topic, "N1", f"N1/{DRYING}")

    assert happen(waiting, is_refused, message=other).state is IntroductionState.APPROVED
    assert waiting.told() == [f"breakdown:N1/{DRYING}"] * (other.audience is Audience.COMPANY)


@pytest.mark.parametrize("place", [Place("", None, private=True), Place("C1", "100.1", private=False)])
def test_a_need_asked_without_a_place_lives_on_under_its_answer(office: Office, place: Place) -> None:
    with office.store.unit() as unit:
        unit.needs.add(a_need(place=place).answered(office.matcher.answer("oak")))

        arrives(unit, Message(Topic.ANSWER, "N1"))

        assert unit.needs.get("N1").place == (Place("G1", "200.1", private=True) if place.private else place)


@pytest.mark.parametrize("first", [arrives, is_refused])
@pytest.mark.parametrize("second", [arrives, is_refused])
def test_a_first_post_has_one_consequence_once(waiting: Office, first: Consequence, second: Consequence) -> None:
    happen(waiting, first)
    told = waiting.told()

    with pytest.raises(IllegalStep):
        happen(waiting, second)
    assert waiting.told() == told


@pytest.mark.parametrize("consequence", [arrives, is_refused])
def test_whoever_comes_second_tells_nobody(waiting: Office, consequence: Consequence) -> None:
    with waiting.store.unit() as unit:
        consequence(replace(unit, introductions=Overtaken(unit.introductions.db)), FIRST_POST)

    assert (waiting.told(), waiting.happened("N1")) == ([], [])
