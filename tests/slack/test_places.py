from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.domain.lifecycle import IntroductionState
from bot.domain.message import Message, Topic
from bot.domain.showing import ForAdvisor, ForDesk
from bot.slack.places import AdvisorChannel, Conversation, Spot, Whisper, advisor_thread, places_for
from bot.storage.sqlite import SqliteStore
from tests.slack.answers import (
    FOUND,
    PRIVATE,
    PUBLIC,
    UNPLACED,
    a_need,
    an_introduction,
    to_advisors,
    to_company,
    to_expert,
    to_group,
)
from tests.slack.rig import MONDAY

DIRECT = Conversation(("U0COMPANY",))


@pytest.fixture
def store(tmp_path: Path) -> SqliteStore:
    return SqliteStore(tmp_path / "record.db")


@pytest.mark.parametrize(
    ("topic", "place", "places"),
    [
        (Topic.ANSWER, PUBLIC, [Spot("C1", "1.1"), DIRECT]),
        (Topic.ANSWER, UNPLACED, [DIRECT]),
        (Topic.PROGRESS, PUBLIC, [DIRECT, Whisper(Spot("C1", "1.1"), "U0COMPANY")]),
        (Topic.PROGRESS, PRIVATE, [Spot("D1", "2.1"), DIRECT]),
        (Topic.SAID_NO, PUBLIC, [DIRECT, Whisper(Spot("C1", "1.1"), "U0COMPANY")]),
    ],
)
def test_what_is_for_the_asker_alone_never_stands_where_others_read(
    topic: Topic, place: object, places: object
) -> None:
    assert places_for(Message(topic, "N7"), to_company(need=a_need(FOUND, place)), None) == places


def test_an_expert_is_written_to_directly_and_nowhere_else() -> None:
    assert places_for(Message(Topic.REQUEST, "N7"), to_expert(), None) == [Conversation(("U0EXPERT",))]


def test_the_first_post_opens_a_group_and_all_others_stand_under_it() -> None:
    introduced = to_group(an_introduction(state=IntroductionState.INTRODUCED, thread=("G1", "1.1")))
    group = Conversation(("U0COMPANY", "U0EXPERT", "U0ADVISOR"))

    assert places_for(Message(Topic.INTRODUCTION, "N7"), introduced, None) == [group]
    assert places_for(Message(Topic.CHECK_BACK, "N7"), introduced, None) == [Spot("G1", "1.1")]


def test_a_group_has_each_person_once() -> None:
    group = replace(to_group(), advisor="U0EXPERT")

    assert places_for(Message(Topic.INTRODUCTION, "N7"), group, None) == [Conversation(("U0COMPANY", "U0EXPERT"))]


def test_the_announcement_of_a_need_is_a_message_of_its_own() -> None:
    assert places_for(Message(Topic.NEED, "N7"), to_advisors(), "1.1") == [AdvisorChannel()]


def test_what_is_about_no_need_stands_in_the_advisors_channel() -> None:
    digest = Message(Topic.DIGEST, None, mark="2026-11-23")

    assert places_for(digest, ForDesk(date(2026, 11, 23)), None) == [AdvisorChannel()]


def test_one_advisor_is_written_to_directly_and_nowhere_else() -> None:
    told = ForAdvisor("U0ADVISOR", to_advisors())

    assert places_for(Message(Topic.HANDED_OVER, "N7"), told, "1.1") == [Conversation(("U0ADVISOR",))]


def test_all_about_a_need_stands_under_its_announcement_however_late_that_came(store: SqliteStore) -> None:
    with store.unit() as unit:
        unit.needs.add(a_need(FOUND))
        unit.outbox.put(Message(Topic.BREAKDOWN, "N7"), MONDAY)
        unit.outbox.put(Message(Topic.NEED, "N7"), MONDAY)
        unit.outbox.sent(1, "C0ADVISE", "1.1", MONDAY)
        assert advisor_thread(unit, "N7") == "1.1"
        unit.outbox.sent(2, "C0ADVISE", "2.1", MONDAY)

        assert advisor_thread(unit, "N7") == "2.1"


def test_advisors_read_about_a_need_in_one_thread_or_in_their_channel() -> None:
    message = Message(Topic.NOTHING_LEFT, "N7")

    assert places_for(message, to_advisors(), "1.1") == [AdvisorChannel("1.1"), AdvisorChannel()]
    assert places_for(message, to_advisors(), None) == [AdvisorChannel()]
