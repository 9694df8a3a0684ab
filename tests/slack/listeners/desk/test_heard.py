"""On a need's page an advisor tells what an expert said by other ways than Slack."""

import pytest

from bot.domain.introduction import Decline
from bot.domain.lifecycle import IntroductionState
from bot.slack.views.desk.heard import CALLBACK, NO, YES
from tests.slack.advising import pressing
from tests.slack.answers import MILLING
from tests.slack.at_page import fill, new, press, turns_to
from tests.slack.rig import Rig


@pytest.fixture
def page(rig: Rig) -> Rig:
    """A company has chosen a match whose expert is not in Slack, and an advisor has opened its page."""
    rig.chooses(rig.asks("a chair of oak"))
    rig.at_once = True
    turns_to(rig)
    return rig


def test_a_yes_is_done_with_the_press(page: Rig) -> None:
    assert "You heard a yes" in new(press(page, YES))
    assert page.introduction(MILLING).state is IntroductionState.INTRODUCED


def test_a_no_has_its_reason_and_words_for_advisors_only(page: Rig) -> None:
    told = fill(page, NO, CALLBACK, {"decline_reason": "not_open", "decline_words": "They are rebuilding."})
    page.work()

    assert "You heard a no (not open to companies)" in new(told)
    assert page.introduction(MILLING).decline is Decline.NOT_OPEN
    assert "rebuilding" in told
    assert "rebuilding" not in page.stage.visible_to("company")


def test_what_has_gone_on_has_nothing_to_tell(page: Rig) -> None:
    press(page, YES)

    page.dispatch(pressing(page, "advisor", NO, f"N1/{MILLING}"))

    page.stage.until(lambda: "answered already" in str(page.modal_of("advisor")), what="a word")


def test_an_introduction_that_is_not_known_has_nothing_to_tell(page: Rig) -> None:
    page.dispatch(pressing(page, "advisor", NO, "N9/none"))

    page.stage.until(lambda: "answered already" in str(page.modal_of("advisor")), what="a word")
