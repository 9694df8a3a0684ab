"""The advisors' one message about each need: posted once, and kept up to date by every step."""

from collections.abc import Callable

import pytest

from bot.desk.approve import Choice
from bot.desk.ask import asking as writing
from bot.desk.by_hand import KIND as BY_HAND
from bot.desk.by_hand import taking_over
from bot.desk.enquire import KIND as ENQUIRE
from bot.desk.enquire import asking
from bot.desk.erase import KIND as ERASE
from bot.desk.erase import erasing
from bot.desk.follow import END_NEED, ending_need
from bot.desk.reply import KIND as REPLY
from bot.desk.reply import accepting
from bot.desk.triage import KIND as TRIAGE
from bot.desk.triage import taking
from bot.desk.withdraw import KIND as WITHDRAW
from bot.desk.withdraw import withdrawing
from bot.domain.message import Topic
from bot.domain.need import Door, Place
from bot.domain.people import Person
from bot.domain.showing import ForAdvisors
from tests.play import Play
from tests.stand_ins import ADVISOR, CARVING, COMPANY, DRYING, FIRST_EXPERT

OAK = f"N1/{DRYING}"


@pytest.fixture
def play() -> Play:
    play = Play(None)
    play.asked(DRYING)
    return play


def announcement(play: Play, need: str = "N1") -> ForAdvisors:
    """What the message says after its last update."""
    value = play.slack.posts[f"need:{need}"].value
    assert isinstance(value, ForAdvisors)
    return value


def posts(play: Play) -> int:
    return sum(post.message.topic is Topic.NEED for post in play.slack.seen)


@pytest.mark.parametrize(("text", "times"), [("oak", 1), ("moon", 1), ("a thing", 0), ("hello", 0)])
def test_needs_that_ask_for_something_are_announced(text: str, times: int) -> None:
    play = Play(None)
    play.asked(text=text)

    assert posts(play) == times


@pytest.mark.parametrize(
    "step",
    [
        lambda play: play.happens(TRIAGE, taking("N1", ADVISOR)),
        lambda play: play.happens(ENQUIRE, asking("N1", ADVISOR, "How thick?")),
        lambda play: play.happens(REPLY, accepting(OAK, FIRST_EXPERT)),
        lambda play: play.happens(BY_HAND, taking_over(OAK, ADVISOR)),
        lambda play: play.approved("N1", CARVING),
        lambda play: play.happens(WITHDRAW, withdrawing(COMPANY, "N1", OAK)),
        lambda play: play.happens(WITHDRAW, withdrawing(COMPANY, "N1")),
        lambda play: play.happens(END_NEED, ending_need("N1", ADVISOR)),
        lambda play: play.later(days=3),
    ],
)
def test_every_step_changes_the_one_message(play: Play, step: Callable[[Play], None]) -> None:
    before = announcement(play)
    step(play)

    assert announcement(play) != before
    assert posts(play) == 1


def test_it_says_how_the_need_stands_and_who_has_taken_it(play: Play) -> None:
    play.happens(TRIAGE, taking("N1", ADVISOR))
    play.happens(REPLY, accepting(OAK, FIRST_EXPERT))

    shown = announcement(play)
    assert [each.state for each in shown.introductions] == ["introduced"]
    assert shown.triage is not None
    assert shown.triage.advisor == ADVISOR


def test_steps_at_the_same_moment_are_all_told(play: Play) -> None:
    for entry in (CARVING, "joinery/nobodys"):
        play.approved("N1", Choice(entry, as_next=True))

    assert len(announcement(play).introductions) == 3


def test_what_was_erased_is_erased_there_as_well(play: Play) -> None:
    play.happens(END_NEED, ending_need("N1", ADVISOR))
    assert announcement(play).need.text == "oak"
    play.happens(ERASE, erasing(COMPANY))

    assert announcement(play).need.text == ""


def test_what_was_erased_before_it_left_is_not_announced() -> None:
    play = Play(None)
    play.write("ask", writing(Person("T1", COMPANY), "oak", Door.HOME, Place("", None, private=True)))
    play.write(ERASE, erasing(COMPANY))
    play.settle()

    assert play.told()[:2] == ["answer:N1", "need:N1"]
    assert play.slack.seen == []


def test_a_need_from_before_there_were_announcements_is_not_updated() -> None:
    play = Play(None)
    play.asked(text="a thing")
    play.happens(END_NEED, ending_need("N1", ADVISOR))

    assert "need:N1" not in play.slack.posts
