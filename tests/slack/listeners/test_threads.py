import pytest

from bot.desk.erase import KIND as ERASE
from bot.desk.erase import erasing
from bot.desk.feedback import KIND as FEEDBACK
from bot.desk.feedback import answering
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


def test_who_answers_is_thanked_and_told_the_second_time_that_it_is_kept(introduced: Rig) -> None:
    closes(introduced)
    introduced.stage.click("company", "feedback_open")
    introduced.modal_of("company", "feedback")

    answered = introduced.stage.submit("company", {"feedback_useful": "yes", "feedback_words": "First."}) or {}
    introduced.work()
    introduced.stage.click("company", "feedback_open")

    assert "Thank you. The innovation advisors have your answers." in str(answered["view"])
    introduced.stage.expect("Your answers are kept already")


def test_a_second_modal_that_was_open_says_that_the_answers_are_kept(introduced: Rig) -> None:
    closes(introduced)
    introduced.stage.click("company", "feedback_open")
    introduced.modal_of("company", "feedback")
    introduced.reception.write("elsewhere", FEEDBACK, answering(f"N1/{MILLING}", "U0COMPANY", "First.", useful=True))
    introduced.work()

    answered = introduced.stage.submit("company", {"feedback_useful": "no", "feedback_words": "Second."}) or {}
    introduced.work()

    assert "Your answers are kept already" in str(answered["view"])
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


@pytest.mark.parametrize("action", ["follow_met", "follow_not_yet", "follow_close"])
def test_the_question_whether_they_met_says_so_once_the_introduction_is_over(introduced: Rig, action: str) -> None:
    introduced.later(days=14)
    closes(introduced, "expert")

    introduced.stage.click("company", action, introduced.groups()[0][1])

    introduced.stage.expect("This introduction is over already")


@pytest.mark.parametrize("action", ["follow_met", "follow_not_yet"])
@pytest.mark.parametrize("user", ["expert", "advisor"])
def test_the_question_whether_they_met_says_so_once_that_is_noted(introduced: Rig, user: str, action: str) -> None:
    introduced.later(days=14)
    introduced.stage.click("company", "follow_met", introduced.groups()[0][1])
    introduced.work()

    introduced.stage.click(user, action, introduced.groups()[0][1])

    introduced.stage.expect("It is noted already that you have met.")


def test_the_advisor_stays_where_no_other_thread_can_be_opened(introduced: Rig) -> None:
    introduced.reception.write("erased", ERASE, erasing("U0EXPERT"))
    introduced.work()

    introduced.stage.click("company", "follow_change_advisor", introduced.groups()[0][0])
    introduced.stage.expect("No other group message can be opened")
    introduced.work()

    assert introduced.introduction(MILLING).advisor == "U0ADVISOR"
    assert len(introduced.groups()) == 1


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
