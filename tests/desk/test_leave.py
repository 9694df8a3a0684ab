import pytest

from bot.desk.leave import KIND
from bot.desk.queue import page
from bot.desk.triage import KIND as TRIAGE
from bot.desk.triage import concluding, snoozing, taking
from bot.domain.message import Topic
from bot.domain.queue import Filters, Pile
from bot.domain.showing import ForDesk
from bot.domain.triage import Outcome
from tests.play import Play
from tests.stand_ins import ADVISOR, OTHER_ADVISOR


@pytest.fixture
def play() -> Play:
    """One of two advisors has two of three needs, and the other has the third."""
    play = Play(None, advisors=(ADVISOR, OTHER_ADVISOR))
    for _ in range(3):
        play.asked(text="moon")
    for need, user in (("N1", OTHER_ADVISOR), ("N2", OTHER_ADVISOR), ("N3", ADVISOR)):
        play.happens(TRIAGE, taking(need, user))
    return play


def leaves(play: Play, *there: str) -> None:
    """The advisors are these from now on, and the desk looks."""
    play.villagers.there = list(there)
    play.happens(KIND, {})


def in_pile(play: Play, pile: Pile) -> list[str]:
    return [line.need for line in page(play.desk, ADVISOR, pile, Filters()).lines]


def told(play: Play) -> list[int]:
    return [post.value.freed for post in play.slack.seen if isinstance(post.value, ForDesk)]


def test_what_somebody_had_who_is_no_advisor_any_more_is_new_and_waits_again(play: Play) -> None:
    assert in_pile(play, Pile.NEW) == []

    leaves(play, ADVISOR)

    assert (in_pile(play, Pile.NEW), in_pile(play, Pile.MINE)) == (["N1", "N2"], ["N3"])
    assert in_pile(play, Pile.WAITING) == ["N1", "N2", "N3"]


def test_the_advisors_are_told_once_how_many_are_free(play: Play) -> None:
    leaves(play, ADVISOR)
    leaves(play, ADVISOR)

    assert told(play) == [2]


def test_the_log_of_each_need_says_so_and_its_announcement_shows_that_nobody_has_it(play: Play) -> None:
    leaves(play, ADVISOR)

    with play.store.unit() as unit:
        assert [(each.name, each.actor) for each in unit.events.of_need("N1")][-1] == ("set_free", "lotsen")
    assert play.slack.seen[-2].message.topic is Topic.NEED_CHANGED


def test_what_slept_is_awake_again(play: Play) -> None:
    play.happens(TRIAGE, snoozing("N1", OTHER_ADVISOR, play.clock().date().replace(day=20)))

    leaves(play, ADVISOR)

    assert in_pile(play, Pile.NEW) == ["N1", "N2"]


def test_what_is_over_stays_with_who_had_it(play: Play) -> None:
    play.happens(TRIAGE, concluding("N1", OTHER_ADVISOR, Outcome.HELPED_OTHERWISE))

    leaves(play, ADVISOR)

    assert told(play) == [1]
    with play.store.unit() as unit:
        assert unit.triage.get("N1").advisor == OTHER_ADVISOR


@pytest.mark.parametrize("there", [(ADVISOR, OTHER_ADVISOR), ()])
def test_nothing_is_freed_while_all_are_there_or_while_the_channel_cannot_be_read(
    play: Play, there: tuple[str, ...]
) -> None:
    leaves(play, *there)

    assert (told(play), in_pile(play, Pile.MINE)) == ([], ["N3"])
    assert play.inbox_states()[-1] == "done"


def test_nobody_is_asked_about_when_nothing_is_held(play: Play) -> None:
    for need in ("N1", "N2", "N3"):
        play.happens(TRIAGE, concluding(need, ADVISOR, Outcome.OTHER))

    leaves(play)

    assert (told(play), play.inbox_states()[-1]) == ([], "done")
