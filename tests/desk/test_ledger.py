from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from bot.desk.approve import Choice
from bot.desk.consequences import call, hand_over
from bot.desk.ledger import Done, Ledger
from bot.desk.ring import ring
from bot.desk.turn import take_turn
from bot.desk.withdraw import withdraw_need
from bot.domain.clock import Clock, ClockKind
from bot.domain.introduction import ByHand, Introduction
from bot.domain.lifecycle import IntroductionEvent, NeedEvent
from bot.domain.people import Reach
from bot.domain.triage import Triage
from tests.play import Play
from tests.stand_ins import CARVING, COMPANY, DRYING, NOBODYS, Villagers

OAK, PINE = f"N1/{DRYING}", f"N1/{CARVING}"


@pytest.fixture
def waiting(play: Play) -> Play:
    """One introduction is asked and another is the next choice."""
    play.asked(DRYING, Choice(CARVING, as_next=True))
    return play


@contextmanager
def a_ledger(play: Play) -> Iterator[Ledger]:
    with play.store.unit() as unit:
        yield Ledger(unit, play.clock(), play.desk.rules)


def overtaken(play: Play, introduction: str) -> Introduction:
    """An introduction as somebody loaded it before its company withdrew everything."""
    before = play.introduction(introduction)
    with a_ledger(play) as ledger:
        withdraw_need(ledger, ledger.unit.needs.get("N1"), COMPANY)
    play.settle()
    return before


def test_a_step_from_a_state_that_has_passed_changes_nothing(waiting: Play) -> None:
    before = overtaken(waiting, OAK)
    told = waiting.told()
    with a_ledger(waiting) as ledger:
        assert not hand_over(ledger, before, ByHand.TAKEN_OVER)
        late = before.after(IntroductionEvent.ACCEPTED)
        assert not ledger.step(before, late, Done(IntroductionEvent.ACCEPTED))

    assert (waiting.state(OAK), waiting.told()) == ("withdrawn", told)


def test_a_step_of_triage_over_another_advisors_changes_nothing(waiting: Play) -> None:
    before = Triage("N1")
    with a_ledger(waiting) as ledger:
        assert ledger.triage_step(before, before.taken("UADVISOR", ledger.now), "taken", "UADVISOR")
        assert not ledger.triage_step(before, before.taken("UOTHER", ledger.now), "taken", "UOTHER")

    assert waiting.happened("N1").count("taken") == 1


def test_a_next_choice_that_was_withdrawn_meanwhile_is_not_called(waiting: Play) -> None:
    before = overtaken(waiting, PINE)
    with a_ledger(waiting) as ledger:
        call(ledger, before)

    assert waiting.steps(PINE) == ["approved", "withdrawn"]


def test_a_needs_step_from_a_state_that_has_passed_changes_nothing(waiting: Play) -> None:
    with a_ledger(waiting) as ledger:
        before = ledger.unit.needs.get("N1")
        assert ledger.need_step(before, NeedEvent.CLOSED, "UADVISOR")
        assert ledger.need_step(before, NeedEvent.WITHDRAWN, COMPANY) is None

    assert waiting.happened("N1").count("withdrawn") == 0


def test_a_clock_of_a_state_that_has_passed_means_nothing(waiting: Play) -> None:
    with a_ledger(waiting) as ledger:
        ring(ledger, Clock(OAK, ClockKind.CHECK_BACK, waiting.clock()))

    assert waiting.steps(OAK) == ["approved", "asked"]


def test_an_introduction_that_is_withdrawn_while_slack_is_asked_is_not_asked(play: Play) -> None:
    class Slow(Villagers):
        def reach(self, user: str, *, fresh: bool = False) -> Reach:  # noqa: ARG002 - nothing is remembered
            play.happens("withdraw", {"user": COMPANY, "need": "N1", "introduction": None})
            return super().reach(user)

    play.asked()
    with a_ledger(play) as ledger:
        introduction = Introduction(OAK, "N1", DRYING, None, play.clock())
        ledger.begin(introduction, "approved", COMPANY, {})
    arrival = play.taken("turn", {"introduction": OAK})
    slow = play.desk.__class__(play.store, play.desk.catalogue, play.matcher, Slow(), play.clock)
    take_turn(slow, arrival)

    assert play.steps(OAK) == ["approved", "withdrawn"]


def test_what_nobody_ever_heard_of_is_not_ended_for_them(play: Play) -> None:
    play.asked(NOBODYS)
    play.happens("withdraw", {"user": COMPANY, "need": "N1", "introduction": None})

    assert not [key for key in play.told() if key.startswith("thread_ended")]
