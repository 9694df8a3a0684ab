import pytest

from bot.domain.lifecycle import IntroductionState
from bot.domain.people import Reach, Side
from bot.slack.views import brief, choose
from tests.slack.answers import DYEING, GARDENER, MILLING
from tests.slack.rig import ADVISORS, Rig, over_socket


def texts(messages: list[dict[str, str]]) -> list[str]:
    return [message["text"] for message in messages]


def test_the_expert_is_asked_first_and_the_company_sees_until_when_it_has_an_answer(rig: Rig) -> None:
    rig.asks_first()

    rig.chooses(rig.asks("a chair of oak"))

    assert "A company asks about Computer-controlled milling" in rig.direct("expert")[0]["text"]
    assert "Asked. You will have an answer by Wednesday 6 March, 10:00." in rig.stage.visible_to("company")
    assert rig.introduction(MILLING).state is IntroductionState.ASKED


def test_who_is_asked_does_not_read_who_asks(rig: Rig) -> None:
    rig.asks_first()

    rig.chooses(rig.asks("a chair of oak"))

    read = str(rig.direct("expert"))
    assert "U0COMPANY" not in read
    assert "From a company." in read


def test_an_infrastructure_that_wants_it_so_is_introduced_at_once(rig: Rig) -> None:
    rig.link()

    rig.chooses(rig.asks("a chair of oak"), text="Forty backs, *soon* <!channel>")

    (thread,) = rig.groups()
    assert texts(thread) == ["An introduction about Computer-controlled milling of wood — Timber Workshop"]
    assert "Your introduction has started" in rig.stage.visible_to("company")


def test_nobody_else_reads_where_the_company_asked_what_became_of_it(rig: Rig) -> None:
    rig.link()

    rig.chooses(rig.asks("a chair of oak"))

    assert len(rig.posted("C0NEEDS")) == 1
    assert "introduction has started" not in rig.stage.visible_to("company2")


def test_the_same_match_is_introduced_once(rig: Rig) -> None:
    rig.link()
    answer = rig.asks("a chair of oak")
    rig.chooses(answer)

    rig.stage.click("company", "introduce", answer)

    assert rig.modal_of("company", brief.UNDER_WAY_CALLBACK)
    assert len(rig.groups()) == 1


def test_an_introduction_from_the_list_of_all_matches(rig: Rig) -> None:
    rig.link()
    answer = rig.asks("a chair of oak")
    rig.stage.click("company", "see_all", answer)
    rig.modal_of("company", choose.CALLBACK)

    rig.stage.click("company", "introduce", modal=True)
    rig.modal_of("company", brief.CALLBACK)
    rig.stage.submit("company", {"brief_text": "Forty chair backs in oak."})
    rig.work()

    assert len(rig.groups()) == 1
    assert rig.stage.slack.world.screens.stacks["U0COMPANY"] == []


def test_several_at_once_are_asked_with_one_brief_and_stand_side_by_side(rig: Rig) -> None:
    rig.asks_first()
    rig.link(GARDENER, "U0EXPERT2")

    rig.chooses_several(rig.asks("a chair of oak"), ["0", "3"])

    (progress,) = [m for m in rig.direct("company") if "Your introductions" in m["text"]]
    assert progress["text"] == "Your introductions: 2 under way, 0 over"
    assert len(rig.direct("expert")) == len(rig.direct("expert2")) == 1


def test_one_is_asked_only_when_the_other_says_no(rig: Rig) -> None:
    rig.asks_first()
    rig.link(GARDENER, "U0EXPERT2")
    rig.chooses_several(rig.asks("a chair of oak"), ["0", "3"], later=["1"])
    assert rig.direct("expert2") == []
    assert "Asked only if the others say no." in rig.stage.visible_to("company")

    rig.declines("expert")

    assert len(rig.direct("expert2")) == 1
    assert rig.introduction(DYEING).state is IntroductionState.ASKED


def test_a_company_need_not_wait_for_a_no(rig: Rig) -> None:
    rig.asks_first()
    rig.link(GARDENER, "U0EXPERT2")
    rig.chooses_several(rig.asks("a chair of oak"), ["0", "3"], later=["1"])

    rig.stage.click("company", "ask_now")
    rig.work()

    assert [len(rig.direct("expert")), len(rig.direct("expert2"))] == [1, 1]


def test_nobody_else_can_have_the_next_one_asked(rig: Rig) -> None:
    rig.asks_first()
    rig.chooses_several(rig.asks("a chair of oak"), ["0", "3"], later=["1"])
    press = {"type": "button", "block_id": "b", "value": f"N1/{DYEING}", "action_ts": "1", "action_id": "ask_now"}
    who = {"user": {"id": "U0COMPANY2", "team_id": "T0HOME"}, "team": {"id": "T0HOME"}, "trigger_id": "1"}

    rig.dispatch({"type": "block_actions", "actions": [press], **who})
    rig.work()

    assert rig.introduction(DYEING).state is IntroductionState.APPROVED


def test_nobody_else_can_use_the_buttons(rig: Rig) -> None:
    for asked, button in (
        ("a chair of oak", "introduce"),
        ("a chair of oak", "see_all"),
        ("a chair of oak", "choose_several"),
        ("a thing", "Skip"),
        ("a thing", "Wood"),
    ):
        answer = rig.asks(asked)
        rig.stage.click("company2", button, answer)
        rig.stage.expect("Only the person who asked", "needs")

    rig.work()
    assert len(rig.matcher.asked) == 5
    assert "U0COMPANY2" not in rig.stage.slack.world.screens.stacks


def test_an_expert_who_is_not_linked_is_asked_by_an_advisor(rig: Rig) -> None:
    answer = rig.asks("a chair of oak")

    rig.chooses(answer)

    request = rig.posted(ADVISORS)[-1]
    assert "An introduction to make by hand" in request["text"]
    assert "I cannot reach the master joiner at Timber Workshop" in rig.stage.visible_to("company")
    assert "cannot reach" not in rig.stage.visible_to("company2")


@pytest.mark.parametrize(
    ("account", "reach"), [("U0GONE", Reach.DEACTIVATED), ("U0PARTNER", Reach.ELSEWHERE), ("U0BOT", Reach.REFUSED)]
)
def test_an_expert_out_of_reach_is_asked_by_an_advisor(rig: Rig, account: str, reach: Reach) -> None:
    rig.link(slack=account)

    rig.chooses(rig.asks("a chair of oak"))

    hurdle = rig.introduction(MILLING).hurdle
    assert hurdle is not None
    assert (hurdle.whose, hurdle.reach) == (Side.EXPERT, reach)
    assert len(rig.told_advisors()) == 1


@pytest.mark.parametrize("error", ["user_disabled", "cannot_dm_bot", "messages_tab_disabled"])
def test_a_direct_message_that_is_refused_goes_to_an_advisor(rig: Rig, error: str) -> None:
    rig.asks_first()
    answer = rig.asks("a chair of oak")
    rig.approves(answer)
    rig.stage.fault("conversations.open", 3, error=error)

    rig.work()

    assert rig.introduction(MILLING).state is IntroductionState.WITH_ADVISOR
    assert "request_by_hand" in "".join(rig.outbox_states())


def test_an_expert_known_by_address_is_found(rig: Rig) -> None:
    rig.asks_first()
    rig.link(slack=None, email="expert@example.com")

    rig.chooses(rig.asks("a chair of oak"))

    assert len(rig.direct("expert")) == 1


def test_an_address_that_nobody_has_is_left_to_an_advisor(rig: Rig) -> None:
    rig.link(slack=None, email="nobody@example.com")

    rig.chooses(rig.asks("a chair of oak"))

    hurdle = rig.introduction(MILLING).hurdle
    assert hurdle is not None
    assert hurdle.reach is Reach.NOT_IN_SLACK


def test_a_guest_is_introduced_like_everybody_else(rig: Rig) -> None:
    rig.asks_first()

    rig.chooses(rig.asks("a chair of oak", "guest"), "guest")
    rig.says_yes("expert")

    assert rig.introduction(MILLING).state is IntroductionState.INTRODUCED
    assert "Your introduction has started" in rig.stage.visible_to("guest")


def test_a_company_of_another_workspace_is_told_in_a_whisper_and_introduced_by_an_advisor(rig: Rig) -> None:
    rig.link()
    answer = rig.asks("a chair of oak", "partner", "partner-connect")

    rig.chooses(answer, "partner")

    assert "different Slack workspaces" in rig.stage.visible_to("partner")
    assert "different Slack workspaces" not in rig.stage.visible_to("company")
    assert len(rig.told_advisors()) == 1


def test_a_need_that_nothing_fits_is_with_the_advisors_in_one_thread(rig: Rig) -> None:
    answer = rig.asks("a rocket")

    (first,) = rig.posted(ADVISORS)
    assert "nothing fits well enough" in answer["text"]
    assert first["text"] == "Need N1: nothing fits"
    assert "rocket" in str(first["blocks"])


def test_two_requests_about_one_need_stand_in_one_thread(rig: Rig) -> None:
    rig.chooses_several(rig.asks("a chair of oak"), ["0", "3"])

    need, first, second = rig.posted(ADVISORS)
    assert first["thread_ts"] == second["thread_ts"] == need["ts"]


def test_everything_is_swedish_for_who_asks_in_swedish(rig: Rig) -> None:
    rig.asks_first()
    answer = rig.asks("vi behöver en chair")

    rig.chooses(answer, text="Vi behöver fyrtio stolsryggar.")
    rig.says_yes("expert")

    assert "Ett företag frågar om Datorstyrd fräsning" in rig.direct("expert")[0]["text"]
    assert "Er introduktion har börjat" in rig.stage.visible_to("company")
    assert "En introduktion om" in rig.groups()[0][0]["text"]


def test_the_whole_way_over_socket_mode(tmp_path: object) -> None:
    with over_socket(tmp_path) as rig:  # type: ignore[arg-type] - pytest's path
        rig.asks_first()
        rig.chooses(rig.asks("a chair of oak"))

        rig.says_yes("expert")

        assert rig.introduction(MILLING).state is IntroductionState.INTRODUCED
        assert rig.stage.final_checks() == []


def test_a_need_that_is_not_known_opens_nothing(rig: Rig) -> None:
    assert rig.reception.need_of("N99", "U0COMPANY") is None
    assert rig.reception.introduction("N99/x") is None


def test_an_expert_of_two_roles_is_asked_for_each(rig: Rig) -> None:
    rig.asks_first()
    rig.link(GARDENER, "U0EXPERT")

    rig.chooses_several(rig.asks("a chair of oak"), ["0", "3"])

    assert len(rig.direct("expert")) == 2
