import json

import pytest

from bot.domain.message import Message, Topic
from bot.settings import Settings, environment
from bot.wiring import open_store
from tests.cli.command import Lotsen
from tests.stand_ins import MORNING, a_need


@pytest.fixture
def stuck(lotsen: Lotsen) -> Lotsen:
    """The command, with one message that could not be delivered and one that waits."""
    with open_store(Settings.from_environment(environment())).unit() as unit:
        unit.needs.add(a_need(text="Our secret oak"))
        unit.outbox.put(Message(Topic.ANSWER, "N1"), MORNING)
        unit.outbox.put(Message(Topic.APOLOGY, "N1"), MORNING)
        unit.outbox.take(MORNING)
        unit.outbox.undeliverable(1, "channel_not_found", MORNING)
    return lotsen


def states(lotsen: Lotsen) -> dict[int, str]:
    return {row["id"]: row["state"] for row in json.loads(lotsen("outbox", "list", "--json").output)}


def test_an_empty_outbox_says_so(lotsen: Lotsen) -> None:
    assert lotsen("outbox", "list").output == "Nothing waits: every message has left.\n"


def test_what_has_not_left_is_listed_without_anybodys_words(stuck: Lotsen) -> None:
    output = stuck("outbox", "list").output

    assert "channel_not_found" in output
    assert "undeliverable" in output
    assert "oak" not in output


def test_the_list_can_be_read_by_programs(stuck: Lotsen) -> None:
    row = json.loads(stuck("outbox", "list", "--json").output)[0]

    assert (row["topic"], row["need"], row["introduction"], row["error"]) == ("answer", "N1", None, "channel_not_found")


def test_what_could_not_be_delivered_is_tried_again(stuck: Lotsen) -> None:
    assert stuck("outbox", "retry", "1").output == "1 will be tried again\n"
    assert states(stuck) == {1: "queued", 2: "queued"}


def test_what_is_dropped_is_gone(stuck: Lotsen) -> None:
    assert stuck("outbox", "drop", "1").output == "1 will not be sent\n"
    assert states(stuck) == {2: "queued"}


def test_only_what_is_undeliverable_is_tried_again(stuck: Lotsen) -> None:
    assert stuck("outbox", "retry", "2").stderr == "Error: 2 is not undeliverable\n"


@pytest.mark.parametrize("command", ["retry", "drop"])
def test_a_number_that_is_not_there_is_answered_with_where_to_look(stuck: Lotsen, command: str) -> None:
    result = stuck("outbox", command, "9")

    assert result.exit_code == 1
    assert result.stderr == "Error: there is no 9 in the outbox; `lotsen outbox list` shows what is\n"
