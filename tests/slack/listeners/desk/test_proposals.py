import pytest

from bot.domain.clock import ClockKind
from bot.domain.lifecycle import IntroductionState
from bot.rehearsal.wire import Json
from bot.slack.views.desk import brief, introduce
from tests.slack.advising import opens
from tests.slack.answers import DYEING, GARDENER, JOINER, MILLING, STRENGTH
from tests.slack.rig import ADVISORS, Rig

BRIEF = "A company wants forty chair backs, all alike."
SECRET = "Write to joiner@example.com about forty backs."


def proposes(rig: Rig, text: str = BRIEF, entry: str = DYEING) -> Json:
    """An advisor sends a brief to the company; what is said wrong about it, by block."""
    opens(rig, brief.EDIT, brief.CALLBACK)
    return sends(rig, text, entry)


def sends(rig: Rig, text: str, entry: str = DYEING) -> Json:
    acknowledged = rig.stage.submit("advisor", {brief.TEXT: text, brief.MATCH: entry}) or {}
    rig.work()
    errors: Json = acknowledged.get("errors", {})
    return errors


def approves(rig: Rig) -> None:
    """The company reads what was suggested, and approves it as it is."""
    rig.stage.click("company", "suggestion_approve")
    rig.modal_of("company", "brief")
    rig.stage.submit("company")
    rig.work()


@pytest.fixture
def asked(rig: Rig) -> Rig:
    """A company has asked, and both experts are linked and are asked first."""
    rig.link(GARDENER, "U0EXPERT2")
    rig.asks_first()
    rig.asks("a chair of oak")
    return rig


def test_the_company_reads_who_suggests_and_the_expert_nothing_before_it_approves(asked: Rig) -> None:
    proposes(asked)

    assert "An innovation advisor suggests that you ask Dyeing cloth with plants" in asked.stage.visible_to("company")
    assert asked.introduction(DYEING).state is IntroductionState.PROPOSED
    assert asked.direct("expert2") == []


def test_a_company_that_has_not_decided_is_reminded_once_and_decides_there(asked: Rig) -> None:
    proposes(asked)
    asked.until_rung(ClockKind.UNDECIDED)

    reminder = asked.direct("company")[-1]
    assert reminder["text"].startswith("Still undecided: you can approve this suggestion")
    asked.stage.click("company", "suggestion_no_thanks", reminder)
    asked.work()
    assert asked.introduction(DYEING).state is IntroductionState.WITHDRAWN


def test_a_no_to_a_suggestion_that_was_approved_meanwhile_lets_nobody_down(asked: Rig) -> None:
    proposes(asked)
    asked.until_rung(ClockKind.UNDECIDED)
    reminder = asked.direct("company")[-1]
    approves(asked)

    asked.stage.click("company", "suggestion_no_thanks", reminder)
    asked.stage.expect("There is nothing left to decide about this suggestion.")
    asked.work()

    assert asked.introduction(DYEING).state is IntroductionState.ASKED


def test_what_the_advisor_wrote_is_what_the_company_approves(asked: Rig) -> None:
    proposes(asked)

    approves(asked)

    assert BRIEF in str(asked.direct("expert2"))
    assert "You approved this suggestion." in asked.stage.visible_to("company")


def test_the_company_may_change_what_the_advisor_wrote(asked: Rig) -> None:
    proposes(asked)
    asked.stage.click("company", "suggestion_approve")
    asked.modal_of("company", "brief")

    asked.stage.submit("company", {"brief_text": "Forty cushions, all red."})
    asked.work()

    assert "Forty cushions" in str(asked.direct("expert2"))
    assert "chair backs, all alike" not in str(asked.direct("expert2"))


def test_the_company_may_leave_it(asked: Rig) -> None:
    proposes(asked)

    asked.stage.click("company", "suggestion_no_thanks")
    asked.work()

    assert asked.introduction(DYEING).state is IntroductionState.WITHDRAWN
    assert "You left this suggestion." in asked.stage.visible_to("company")
    assert asked.direct("expert2") == []


def test_what_looks_secret_is_shown_to_the_advisor_first_and_may_be_sent_all_the_same(asked: Rig) -> None:
    proposes(asked, SECRET)
    assert "“joiner@example.com”: an e-mail address" in asked.stage.visible_to("advisor")
    assert asked.direct("company") == []

    sends(asked, SECRET)

    assert asked.introduction(DYEING).state is IntroductionState.PROPOSED


def test_the_cleaned_version_is_one_click_away_and_keeps_the_match(asked: Rig) -> None:
    proposes(asked, SECRET)

    asked.stage.click("advisor", brief.USE_CLEANED, modal=True)
    cleaned = f"{brief.TEXT}_1"
    asked.stage.until(lambda: cleaned in str(asked.modal_of("advisor")["blocks"]), what="the cleaned version")
    asked.stage.submit("advisor")
    asked.work()

    approves(asked)
    assert "Write to [e-mail] about forty backs." in str(asked.direct("expert2"))


@pytest.mark.parametrize(
    ("text", "said"),
    [("word " * 81, "These are 81 words"), ("word-" * 580, "These are 2900 characters"), ("oak", "in words")],
)
def test_a_brief_that_is_none_is_not_sent_and_says_why(asked: Rig, text: str, said: str) -> None:
    assert said in proposes(asked, text)[f"{brief.TEXT}_0"]
    assert asked.direct("company") == []


def test_what_the_company_has_on_its_list_is_not_suggested_again(asked: Rig) -> None:
    proposes(asked)

    errors = proposes(asked)

    assert "on its list already (suggested; the company decides)" in errors[brief.MATCH]


def test_what_the_company_left_can_be_suggested_again_in_better_words(asked: Rig) -> None:
    proposes(asked, "Forty backs.")
    asked.stage.click("company", "suggestion_no_thanks")
    asked.work()

    assert proposes(asked) == {}

    approves(asked)
    assert BRIEF in str(asked.direct("expert2"))
    assert "Forty backs." not in str(asked.direct("expert2"))


def test_the_best_match_that_the_company_has_not_chosen_is_there_to_begin_with(rig: Rig) -> None:
    rig.chooses(rig.asks("a chair of oak"))

    view = opens(rig, brief.EDIT, brief.CALLBACK)

    menus = [block["element"] for block in view["blocks"] if block["type"] == "input"]
    assert menus[0]["initial_option"]["value"] == STRENGTH
    assert menus[1]["initial_value"] == "a chair of oak"


def test_a_company_that_asked_in_swedish_is_suggested_somebody_in_swedish(rig: Rig) -> None:
    rig.asks("vi behöver en chair")

    proposes(rig, "Fyrtio röda kuddar åt ett företag.")

    assert "En innovationsrådgivare föreslår att ni frågar Växtfärgning av tyg" in rig.stage.visible_to("company")


def test_a_suggestion_delivered_twice_is_one(asked: Rig) -> None:
    proposes(asked)

    asked.dispatch(asked.stage.deliveries[-1]["payload"])
    asked.work()

    assert len([m for m in asked.direct("company") if "suggests" in m["text"]]) == 1


def test_an_advisor_makes_an_introduction_by_hand_that_the_company_approved(asked: Rig) -> None:
    asked.chooses(asked.stage.last("needs", bot=True))
    view = opens(asked, introduce.INTRODUCE, introduce.CALLBACK)

    asked.stage.submit("advisor")
    asked.work()

    assert "asked" in str(view["blocks"])
    assert asked.introduction(MILLING).state is IntroductionState.WITH_ADVISOR
    assert asked.introduction(MILLING).advisor == "U0ADVISOR"
    assert "by_hand_yes" in str(asked.posted(ADVISORS))


def test_without_the_companys_yes_nothing_is_made_by_hand(asked: Rig) -> None:
    proposes(asked)

    opens(asked, introduce.INTRODUCE, "")

    assert "The company has not approved anything that is open now" in asked.stage.visible_to("advisor")


def test_of_two_advisors_who_take_an_introduction_the_first_has_it(asked: Rig) -> None:
    asked.chooses(asked.stage.last("needs", bot=True))
    opens(asked, introduce.INTRODUCE, introduce.CALLBACK)
    opens(asked, introduce.INTRODUCE, introduce.CALLBACK, user="advisor2")

    asked.stage.submit("advisor2")
    asked.stage.submit("advisor")
    asked.work()

    assert asked.introduction(MILLING).advisor == "U0ADVISOR2"


def test_a_company_that_was_suggested_an_expert_reads_no_account(asked: Rig) -> None:
    proposes(asked, entry=JOINER)

    assert "U0EXPERT" not in asked.stage.visible_to("company")
    assert "U0ADVISOR" not in str(asked.direct("company"))
