"""Both said yes, and Slack does not open their conversation: all read that, and an advisor introduces them."""

import pytest

from bot.domain.introduction import ByHand
from bot.domain.lifecycle import IntroductionState
from bot.slack.views.desk.heard import CLOSE, YES
from tests.slack.answers import MILLING
from tests.slack.at_page import new, press, turns_to
from tests.slack.rig import ADVISORS, Rig


@pytest.fixture
def agreed(rig: Rig) -> Rig:
    rig.asks_first()
    rig.chooses(rig.asks("a chair of oak"))
    rig.stage.fault("conversations.open", error="restricted_action")
    rig.says_yes("expert")
    return rig


def test_everybody_reads_that_both_agreed(agreed: Rig) -> None:
    assert agreed.introduction(MILLING).by_hand is ByHand.BOTH_AGREED
    told = "They said yes. Slack did not let me open your conversation, so an innovation advisor brings you together."
    assert told in agreed.stage.visible_to("company")
    assert "You said yes, thank you." in agreed.stage.visible_to("expert")
    assert "Both said yes; bring them together: need N1" in agreed.posted(ADVISORS)[-1]["text"]


def test_whose_account_is_closed_is_told_though_it_was_open_a_moment_ago(rig: Rig) -> None:
    rig.asks_first()
    rig.chooses(rig.asks("a chair of oak"))
    rig.stage.users["U0COMPANY"].deleted = True
    rig.says_yes("expert")

    assert "the company's account is closed" in str(rig.posted(ADVISORS)[-1]["blocks"])
    assert "You said yes, thank you." in rig.stage.visible_to("expert")


def test_an_advisor_tells_that_they_are_introduced(agreed: Rig) -> None:
    agreed.stage.click("advisor", "by_hand_yes")
    agreed.work()

    assert agreed.introduction(MILLING).state is IntroductionState.INTRODUCED
    assert "by_hand_yes" not in str(agreed.posted(ADVISORS))


def test_an_advisor_closes_what_does_not_come_about(agreed: Rig) -> None:
    agreed.stage.click("advisor", "by_hand_close")
    agreed.work()

    assert agreed.introduction(MILLING).state is IntroductionState.CLOSED
    assert "An innovation advisor has closed this introduction." in agreed.stage.visible_to("company")
    assert "This is closed." in agreed.stage.visible_to("expert")


@pytest.mark.parametrize(("action", "event"), [(YES, "heard a yes"), (CLOSE, "closed it")])
def test_the_page_of_the_need_has_the_same_buttons(agreed: Rig, action: str, event: str) -> None:
    agreed.at_once = True

    assert "[They said no]" not in turns_to(agreed)
    assert event in new(press(agreed, action))
