import pytest

from bot.domain.lifecycle import IntroductionState, NeedState
from bot.rehearsal.wire import Json
from tests.slack.answers import DYEING, GARDENER, MILLING
from tests.slack.rig import ADVISORS, Rig


@pytest.fixture
def by_hand(rig: Rig) -> Rig:
    """A company has chosen a match whose expert is not in Slack."""
    rig.chooses(rig.asks("a chair of oak"))
    return rig


def presses(rig: Rig, user: str, action: str, value: str) -> None:
    """Somebody presses a button that they may not even see."""
    press = {"type": "button", "block_id": "b", "action_id": action, "value": value, "action_ts": "1"}
    who: Json = {"user": {"id": user, "team_id": "T0HOME"}, "team": {"id": "T0HOME"}, "trigger_id": "1"}
    rig.dispatch({"type": "block_actions", "actions": [press], **who})
    rig.work()


def events(rig: Rig) -> list[str]:
    with rig.store.unit() as unit:
        return [event.name for event in unit.events.of_need("N1")]


def test_a_yes_that_an_advisor_heard_goes_on_in_the_same_log(by_hand: Rig) -> None:
    by_hand.stage.click("advisor", "by_hand_yes")
    by_hand.work()

    assert by_hand.introduction(MILLING).state is IntroductionState.INTRODUCED
    assert "An innovation advisor brings you together" in by_hand.stage.visible_to("company")
    assert events(by_hand)[-1] == "accepted_by_hand"


def test_a_no_that_an_advisor_heard_is_told_with_its_reason(by_hand: Rig) -> None:
    by_hand.stage.click("advisor", "by_hand_no")
    by_hand.modal_of("advisor", "decline_by_hand")

    by_hand.stage.submit("advisor", {"decline_reason": "not_open", "decline_words": "They are rebuilding."})
    by_hand.work()

    assert "they cannot take in companies at present" in by_hand.stage.visible_to("company")
    assert "rebuilding" not in by_hand.stage.visible_to("company")
    assert "rebuilding" in str(by_hand.posted(ADVISORS))


def test_of_two_advisors_who_press_at_once_one_does_it(by_hand: Rig) -> None:
    by_hand.stage.click("advisor", "by_hand_yes")
    by_hand.stage.click("advisor2", "by_hand_yes")
    by_hand.work()

    assert by_hand.introduction(MILLING).advisor == "U0ADVISOR"
    assert events(by_hand).count("accepted_by_hand") == 1
    assert len([m for m in by_hand.direct("company") if "They said yes" in m["text"]]) == 1


def test_of_a_yes_and_a_no_at_once_the_first_holds(by_hand: Rig) -> None:
    by_hand.stage.click("advisor2", "by_hand_no")
    by_hand.modal_of("advisor2", "decline_by_hand")
    by_hand.stage.click("advisor", "by_hand_yes")

    by_hand.stage.submit("advisor2", {"decline_reason": "other"})
    by_hand.work()

    assert by_hand.introduction(MILLING).state is IntroductionState.INTRODUCED


def test_a_request_that_went_on_has_nothing_to_press(by_hand: Rig) -> None:
    by_hand.stage.click("advisor", "by_hand_yes")
    by_hand.work()

    assert "by_hand_yes" not in str(by_hand.posted(ADVISORS))
    presses(by_hand, "U0ADVISOR2", "by_hand_no", f"N1/{MILLING}")
    assert "U0ADVISOR2" not in by_hand.stage.slack.world.screens.stacks


def test_only_advisors_can_act_for_an_expert(by_hand: Rig) -> None:
    for action in ("by_hand_yes", "by_hand_no", "take_over"):
        presses(by_hand, "U0COMPANY", action, f"N1/{MILLING}")
    presses(by_hand, "U0COMPANY", "close_need", "N1")

    assert by_hand.introduction(MILLING).state is IntroductionState.WITH_ADVISOR
    assert by_hand.reception.need_of("N1", "U0COMPANY").state is NeedState.MATCHED  # type: ignore[union-attr] - theirs


def test_a_case_that_waits_for_an_advisor_is_said_once_more(by_hand: Rig) -> None:
    by_hand.later(days=2)

    assert "Still waiting for an advisor: need N1" in by_hand.posted(ADVISORS)[-1]["text"]


def test_a_company_that_an_advisor_introduced_is_asked_once_whether_they_met(by_hand: Rig) -> None:
    by_hand.stage.click("advisor", "by_hand_yes")
    by_hand.work()

    by_hand.later(days=14)
    by_hand.stage.click("company", "follow_met")
    by_hand.work()

    assert by_hand.introduction(MILLING).state is IntroductionState.MET


def test_an_advisor_closes_a_need_and_the_company_is_told(rig: Rig) -> None:
    rig.link(GARDENER, "U0EXPERT2")
    rig.chooses_dyeing()
    rig.stage.click("expert2", "reply_no")
    rig.modal_of("expert2", "decline")
    rig.stage.submit("expert2", {"decline_reason": "other"})
    rig.work()

    rig.stage.click("advisor", "close_need")
    rig.work()

    assert "This need is closed." in rig.stage.visible_to("company")
    assert rig.introduction(DYEING).state is IntroductionState.DECLINED


def test_an_introduction_that_an_advisor_closes_is_told_to_its_company(by_hand: Rig) -> None:
    presses(by_hand, "U0ADVISOR", "follow_close", f"N1/{MILLING}")

    assert "An innovation advisor has closed this introduction." in by_hand.stage.visible_to("company")


def test_advisors_keep_everything_about_a_need_in_one_thread(by_hand: Rig) -> None:
    by_hand.later(days=2)
    by_hand.stage.click("advisor", "by_hand_no")
    by_hand.modal_of("advisor", "decline_by_hand")
    by_hand.stage.submit("advisor", {"decline_reason": "other", "decline_words": "No."})
    by_hand.work()

    first, *others = by_hand.posted(ADVISORS)
    assert len(others) >= 3
    assert {message["thread_ts"] for message in others} == {first["ts"]}
