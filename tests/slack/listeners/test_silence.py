import pytest

from bot.domain.clock import ClockKind
from bot.domain.lifecycle import IntroductionState
from bot.domain.people import Hurdle, Reach, Side
from tests.slack.answers import DYEING, GARDENER, JOINER, MILLING
from tests.slack.rig import ADVISORS, Rig


def texts(rig: Rig, user: str) -> list[str]:
    return [message["text"] for message in rig.direct(user)]


@pytest.fixture
def asked(rig: Rig) -> Rig:
    rig.asks_first()
    rig.link(GARDENER, "U0EXPERT2")
    rig.chooses_several(rig.asks("a chair of oak"), ["0", "3"], later=["1"])
    return rig


def test_silence_is_reminded_of_once_and_warned_of_and_then_the_next_is_asked(asked: Rig) -> None:
    asked.until_rung(ClockKind.REMINDER)
    assert [text.split(":")[0] for text in texts(asked, "expert")][1:] == ["A gentle reminder"]

    asked.until_rung(ClockKind.WARNING)
    assert "No answer yet: need N1" in asked.told_advisors()[0]["text"]

    asked.until_rung(ClockKind.PROMISE)
    assert asked.introduction(MILLING).state is IntroductionState.EXPIRED
    assert len(texts(asked, "expert2")) == 1


def test_the_company_is_told_without_blame_and_with_a_new_promise(asked: Rig) -> None:
    asked.later(days=2)

    read = asked.stage.visible_to("company")
    assert "There was no answer in time." in read
    assert "The next one that you approved is asked now." in read
    assert "Asked. You will have an answer by Friday 8 March, 10:00." in read


def test_the_expert_who_was_silent_has_nothing_to_do_any_more(asked: Rig) -> None:
    asked.later(days=2)

    assert "somebody else is asked" in asked.stage.visible_to("expert")
    assert "reply_yes" not in str(asked.direct("expert")[0]["blocks"])


def test_with_nobody_else_to_ask_an_advisor_has_it_and_a_late_yes_is_welcome(rig: Rig) -> None:
    rig.asks_first()
    rig.chooses(rig.asks("a chair of oak"))

    rig.later(days=2)
    assert "no answer within the promise" in str(rig.posted(ADVISORS)[-1]["blocks"])
    assert "An innovation advisor asks them and answers you." in rig.stage.visible_to("company")

    rig.says_yes("expert")
    assert rig.introduction(MILLING).state is IntroductionState.INTRODUCED


def test_a_clock_that_should_have_rung_while_the_bot_was_down_rings_once(asked: Rig) -> None:
    asked.clock.move(days=30)
    asked.restart()

    asked.work()
    asked.work()

    assert len(texts(asked, "expert2")) >= 1
    assert sum("There was no answer in time." in text for text in texts(asked, "company")) == 1


def test_a_warning_can_be_taken_over_by_an_advisor(asked: Rig) -> None:
    asked.until_rung(ClockKind.WARNING)

    asked.stage.click("advisor", "take_over")
    asked.work()

    assert asked.introduction(MILLING).state is IntroductionState.WITH_ADVISOR
    assert asked.introduction(MILLING).advisor == "U0ADVISOR"
    assert "No longer waiting" in asked.told_advisors()[0]["text"]


def test_after_three_silences_the_expert_is_asked_kindly_how_to_be_asked(rig: Rig) -> None:
    rig.asks_first()
    for _ in range(3):
        rig.chooses(rig.asks("a chair of oak"))
        rig.later(days=7)

    assert "Three requests in a row" in texts(rig, "expert")[-1]


def test_an_expert_whose_account_is_closed_meanwhile_is_the_advisors_work_with_the_reminder(rig: Rig) -> None:
    rig.asks_first()
    rig.chooses(rig.asks("a chair of oak"))
    rig.stage.users["U0EXPERT"].deleted = True

    rig.until_rung(ClockKind.REMINDER)

    introduction = rig.introduction(MILLING)
    assert introduction.hurdle == Hurdle(Side.EXPERT, Reach.DEACTIVATED)
    assert "the expert's account is closed" in str(rig.posted(ADVISORS)[-1]["blocks"])
    assert "could not be delivered" not in str(rig.posted(ADVISORS))


def test_a_reminder_that_we_made_wrong_leaves_the_question_with_the_expert(rig: Rig) -> None:
    rig.asks_first()
    rig.chooses(rig.asks("a chair of oak"))
    rig.stage.fault("chat.postMessage", error="invalid_blocks")

    rig.until_rung(ClockKind.REMINDER)

    assert rig.introduction(MILLING).state is IntroductionState.ASKED
    assert (
        "could not be delivered: the reminder to the expert. Error: invalid_blocks." in rig.posted(ADVISORS)[-1]["text"]
    )


@pytest.fixture
def kindly_asked(rig: Rig) -> Rig:
    rig.asks_first()
    for _ in range(3):
        rig.chooses(rig.asks("a chair of oak"))
        rig.later(days=7)
    return rig


def test_an_expert_pauses_when_kindly_asked(kindly_asked: Rig) -> None:
    kindly_asked.stage.click("expert", "how_pause")
    kindly_asked.modal_of("expert", "availability")

    kindly_asked.stage.submit("expert", {"availability_pause": "2024-05-02"})
    kindly_asked.work()

    with kindly_asked.store.unit() as unit:
        assert str(unit.availabilities.get(JOINER).paused_until) == "2024-05-02"


@pytest.mark.parametrize("button", ["how_contact", "how_description"])
def test_an_expert_tells_the_advisors_when_kindly_asked(kindly_asked: Rig, button: str) -> None:
    kindly_asked.stage.click("expert", button)
    kindly_asked.modal_of("expert", "tell_advisors")

    kindly_asked.stage.submit("expert", {"tell_advisors_words": "Ask the second joiner."})
    kindly_asked.work()

    assert "Ask the second joiner." in str(kindly_asked.posted(ADVISORS)[-1]["blocks"])
    assert "second joiner" not in kindly_asked.stage.visible_to("company")


def test_an_expert_who_tells_nothing_is_asked_for_words(kindly_asked: Rig) -> None:
    kindly_asked.stage.click("expert", "how_contact")
    kindly_asked.modal_of("expert", "tell_advisors")

    acknowledged = kindly_asked.stage.submit("expert", {"tell_advisors_words": "…"})

    assert acknowledged is not None
    assert "a few words" in acknowledged["errors"]["tell_advisors_words"]


def test_what_an_expert_is_kindly_asked_is_not_for_others(kindly_asked: Rig) -> None:
    press = {"type": "button", "block_id": "b", "action_ts": "1"}
    who = {"user": {"id": "U0EXPERT2", "team_id": "T0HOME"}, "team": {"id": "T0HOME"}, "trigger_id": "1"}

    for action, value in (("how_contact", f"N1/{MILLING}"), ("how_pause", JOINER)):
        actions = [{**press, "action_id": action, "value": value}]
        kindly_asked.dispatch({"type": "block_actions", "actions": actions, **who})

    assert "U0EXPERT2" not in kindly_asked.stage.slack.world.screens.stacks


def test_who_is_not_asked_any_more_is_not_reminded(asked: Rig) -> None:
    asked.says_yes("expert")

    asked.later(days=3)

    assert not any("reminder" in text for text in texts(asked, "expert"))
    assert asked.introduction(DYEING).state is not IntroductionState.EXPIRED
