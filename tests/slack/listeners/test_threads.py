import pytest

from bot.domain.lifecycle import IntroductionState
from tests.slack.answers import MILLING
from tests.slack.rig import ADVISORS, Rig


@pytest.fixture
def introduced(rig: Rig) -> Rig:
    """A company and an expert who said yes, in their thread."""
    rig.asks_first()
    rig.chooses(rig.asks("a chair of oak"))
    rig.says_yes("expert")
    return rig


def closes(rig: Rig, user: str = "company") -> None:
    rig.stage.click(user, "follow_close")
    rig.work()


@pytest.mark.parametrize("user", ["company", "expert", "advisor"])
def test_everybody_in_a_thread_can_say_that_they_have_met(introduced: Rig, user: str) -> None:
    introduced.stage.click(user, "follow_met")
    introduced.work()

    assert introduced.introduction(MILLING).state is IntroductionState.MET
    assert "You have met." in str(introduced.groups()[0][0]["blocks"])


def test_they_are_asked_once_in_their_thread_whether_they_met_and_then_it_is_quiet(introduced: Rig) -> None:
    first = introduced.groups()[0][0]

    introduced.later(days=14)
    introduced.later(days=60)

    (_, question) = introduced.groups()[0]
    assert question["thread_ts"] == first["ts"]
    assert "Did you meet?" in question["text"]


def test_not_yet_is_a_fine_answer(introduced: Rig) -> None:
    introduced.later(days=14)

    introduced.stage.click("expert", "follow_not_yet")

    introduced.stage.expect("That is fine.")
    assert introduced.introduction(MILLING).state is IntroductionState.INTRODUCED


def test_another_advisor_takes_part_in_a_new_thread(introduced: Rig) -> None:
    assert introduced.introduction(MILLING).advisor == "U0ADVISOR"

    introduced.stage.click("company", "follow_change_advisor")
    introduced.work()

    old, new = introduced.groups()
    assert "Another advisor takes part" in old[-1]["text"]
    assert "<@U0ADVISOR2>" in str(new[0]["blocks"])
    assert introduced.introduction(MILLING).advisor == "U0ADVISOR2"


def test_what_follows_is_said_in_the_new_thread(introduced: Rig) -> None:
    introduced.stage.click("company", "follow_change_advisor")
    introduced.work()

    introduced.stage.click("company", "follow_close", introduced.groups()[1][0])
    introduced.work()

    assert "is closed" in introduced.groups()[1][-1]["text"]


@pytest.mark.parametrize("user", ["company", "expert"])
def test_closing_asks_both_sides_two_questions_whose_answers_only_advisors_read(introduced: Rig, user: str) -> None:
    closes(introduced)

    introduced.stage.click(user, "feedback_open")
    introduced.modal_of(user, "feedback")
    introduced.stage.submit(user, {"feedback_useful": "yes", "feedback_words": "A warm welcome."})
    introduced.work()

    said = str(introduced.posted(ADVISORS)[-1]["blocks"])
    assert "useful: yes" in said
    assert "A warm welcome." in said
    assert "warm welcome" not in str([introduced.direct("company"), introduced.direct("expert"), introduced.groups()])


def test_each_side_answers_once(introduced: Rig) -> None:
    closes(introduced)
    for words in ("First.", "Second."):
        introduced.stage.click("company", "feedback_open")
        introduced.modal_of("company", "feedback")
        introduced.stage.submit("company", {"feedback_useful": "no", "feedback_words": words})
        introduced.work()

    assert "Second." not in str(introduced.posted(ADVISORS))


def test_words_of_both_sides_are_told_one_by_one(introduced: Rig) -> None:
    closes(introduced)
    for user, words in (("company", "From the company."), ("expert", "From the expert.")):
        introduced.stage.click(user, "feedback_open")
        introduced.modal_of(user, "feedback")
        introduced.stage.submit(user, {"feedback_useful": "no", "feedback_words": words})
    introduced.work()

    told = [str(message["blocks"]) for message in introduced.told_advisors()]
    assert ["company." in told[0], "expert." in told[1]] == [True, True]


def test_a_closed_thread_has_no_buttons(introduced: Rig) -> None:
    closes(introduced, "expert")

    assert "follow_" not in str(introduced.groups()[0])
    assert introduced.introduction(MILLING).state is IntroductionState.CLOSED


@pytest.mark.parametrize(
    "action", ["follow_met", "follow_not_yet", "follow_close", "follow_change_advisor", "feedback_open"]
)
def test_whoever_does_not_take_part_can_press_nothing(introduced: Rig, action: str) -> None:
    press = {"type": "button", "block_id": "b", "value": f"N1/{MILLING}", "action_ts": "1", "action_id": action}
    who = {"user": {"id": "U0COMPANY2", "team_id": "T0HOME"}, "team": {"id": "T0HOME"}, "trigger_id": "1"}
    slack = introduced.stage.slack
    url = slack.response_url(slack.person("company2"), slack.place("needs"))

    introduced.dispatch({"type": "block_actions", "actions": [press], "response_url": url, **who})
    introduced.work()

    introduced.stage.expect("Only those who take part", "needs")
    assert introduced.introduction(MILLING).state is IntroductionState.INTRODUCED


def test_a_thread_between_two_without_an_advisor_can_still_be_opened(rig: Rig) -> None:
    rig.directory._advisor_channel = None
    rig.asks_first()

    rig.chooses(rig.asks("a chair of oak"))
    rig.says_yes("expert")

    assert str(rig.groups()[0][0]["blocks"]).count("<@") == 2
