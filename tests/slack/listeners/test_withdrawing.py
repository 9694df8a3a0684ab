"""A company takes back one introduction, or a whole need, in every state that they can be in."""

from collections.abc import Callable

import pytest

from bot.desk import reply, withdraw
from bot.domain.clock import ClockKind
from bot.domain.introduction import Decline
from bot.domain.lifecycle import INTRODUCTION, IntroductionEvent, IntroductionState
from tests.slack.answers import DYEING, GARDENER, MILLING
from tests.slack.rig import ADVISORS, Rig

S = IntroductionState
ONE = f"N1/{MILLING}"


def chosen(rig: Rig) -> None:
    rig.asks_first()
    rig.chooses(rig.asks("a chair of oak"))


def waiting(rig: Rig) -> None:
    rig.wishes("timber-workshop/master-joiner", at_once=False, paused_until=rig.clock().date().replace(month=5))
    rig.link()
    rig.chooses(rig.asks("a chair of oak"))


def answered(write: Callable[[str, str], dict[str, object]]) -> Callable[[Rig], None]:
    def go(rig: Rig) -> None:
        chosen(rig)
        rig.reception.write("an answer", reply.KIND, write(ONE, "U0EXPERT"))
        rig.work()

    return go


def accepted(rig: Rig) -> None:
    chosen(rig)
    rig.stage.fault("conversations.open", 99, status=503)
    rig.says_yes("expert")


def met(rig: Rig) -> None:
    introduced(rig)
    rig.stage.click("company", "follow_met")
    rig.work()


def introduced(rig: Rig) -> None:
    chosen(rig)
    rig.says_yes("expert")


def by_hand(rig: Rig) -> None:
    rig.chooses(rig.asks("a chair of oak"))


def proposed(rig: Rig) -> None:
    rig.link(GARDENER, "U0EXPERT2")
    rig.chooses_dyeing()
    body = reply.redirecting(f"N1/{DYEING}", "U0EXPERT2", MILLING)
    rig.reception.write("an answer", reply.KIND, body)
    rig.work()


def closed(rig: Rig) -> None:
    introduced(rig)
    rig.stage.click("expert", "follow_close")
    rig.work()


def expired(rig: Rig) -> None:
    rig.asks_first()
    rig.chooses_several(rig.asks("a chair of oak"), ["0", "3"], later=["1"])
    rig.until_rung(ClockKind.PROMISE)


def withdrawn(rig: Rig) -> None:
    chosen(rig)
    rig.reception.write("withdrawn", withdraw.KIND, withdraw.withdrawing("U0COMPANY", "N1", ONE))
    rig.work()


REACHED: dict[IntroductionState, Callable[[Rig], None]] = {
    S.PROPOSED: proposed,
    S.APPROVED: waiting,
    S.ASKED: chosen,
    S.POSTPONED: answered(lambda one, user: reply.postponing(one, user, Rig.day(20))),
    S.ACCEPTED: accepted,
    S.INTRODUCED: introduced,
    S.WITH_ADVISOR: by_hand,
    S.MET: met,
    S.DECLINED: answered(lambda one, user: reply.declining(one, user, Decline.OTHER)),
    S.REDIRECTED: answered(lambda one, user: reply.redirecting(one, user, DYEING)),
    S.EXPIRED: expired,
    S.WITHDRAWN: withdrawn,
    S.CLOSED: closed,
}


@pytest.mark.parametrize("state", IntroductionState)
def test_one_introduction_is_taken_back_in_every_state_that_is_not_over(rig: Rig, state: IntroductionState) -> None:
    REACHED[state](rig)
    assert rig.introduction(MILLING).state is state

    rig.reception.write("now", withdraw.KIND, withdraw.withdrawing("U0COMPANY", "N1", ONE))
    rig.later(minutes=10)

    may = IntroductionEvent.WITHDRAWN in INTRODUCTION[state]
    assert rig.introduction(MILLING).state is (S.WITHDRAWN if may else state)


@pytest.mark.parametrize("state", [S.PROPOSED, S.APPROVED, S.ASKED, S.POSTPONED, S.INTRODUCED, S.WITH_ADVISOR, S.MET])
def test_a_whole_need_is_taken_back_with_all_that_is_under_way(rig: Rig, state: IntroductionState) -> None:
    REACHED[state](rig)

    rig.stage.slash("company", "needs", "/lotsen", "withdraw N1")
    rig.work()

    assert rig.introduction(MILLING).state is S.WITHDRAWN
    assert "You have withdrawn this need." in rig.stage.visible_to("company")


def test_the_button_beside_an_introduction_takes_it_back_alone(rig: Rig) -> None:
    rig.asks_first()
    rig.link(GARDENER, "U0EXPERT2")
    rig.chooses_several(rig.asks("a chair of oak"), ["0", "3"])

    rig.stage.click("company", "withdraw_introduction")
    rig.work()

    assert rig.introduction(MILLING).state is S.WITHDRAWN
    assert rig.introduction(DYEING).state is S.ASKED
    rig.stage.expect("It is being withdrawn", user="company")


def test_the_expert_reads_that_it_was_taken_back_and_not_by_whom(rig: Rig) -> None:
    chosen(rig)

    rig.stage.click("company", "withdraw_need")
    rig.work()

    assert "The company has taken it back." in rig.stage.visible_to("expert")
    assert "reply_yes" not in str(rig.direct("expert"))


def test_advisors_who_had_it_read_that_it_was_taken_back(rig: Rig) -> None:
    by_hand(rig)

    rig.stage.click("company", "withdraw_need")
    rig.work()

    assert "withdrawn by the company" in str(rig.posted(ADVISORS)[0]["blocks"])
    assert "by_hand_yes" not in str(rig.posted(ADVISORS))


def test_a_thread_reads_that_it_was_taken_back(rig: Rig) -> None:
    introduced(rig)

    rig.stage.click("company", "withdraw_need")
    rig.work()

    assert "taken this introduction back" in rig.groups()[0][-1]["text"]
    assert "follow_met" not in str(rig.groups())


def test_a_need_that_nothing_fits_is_taken_back_with_a_line_to_the_advisors(rig: Rig) -> None:
    rig.asks("a rocket")

    rig.stage.slash("company", "needs", "/lotsen", "återta n1")
    rig.work()

    assert "The company has withdrawn need N1." in rig.posted(ADVISORS)[-1]["text"]


def test_nobody_else_can_take_anything_back(rig: Rig) -> None:
    chosen(rig)
    press = {"type": "button", "block_id": "b", "action_ts": "1"}
    who = {"user": {"id": "U0EXPERT", "team_id": "T0HOME"}, "team": {"id": "T0HOME"}, "trigger_id": "1"}

    for action, value in (("withdraw_introduction", ONE), ("withdraw_need", "N1")):
        rig.dispatch({"type": "block_actions", "actions": [{**press, "action_id": action, "value": value}], **who})
    rig.stage.slash("expert", "needs", "/lotsen", "withdraw N1")
    rig.work()

    assert rig.introduction(MILLING).state is S.ASKED
    rig.stage.expect("You have no open need N1.", "needs")
