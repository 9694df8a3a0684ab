from bot.domain.people import Reach
from bot.slack.views.brief import CALLBACK, UNDER_WAY_CALLBACK
from tests.slack.answers import MILLING
from tests.slack.rig import ADVISORS, Rig


def group_posts(rig: Rig) -> list[str]:
    world = rig.stage.slack.world.workspace
    groups = [channel.id for channel in world.channels.values() if channel.kind == "mpim"]
    return [message["text"] for group in groups for message in rig.posted(group)]


def test_a_company_is_introduced(rig: Rig) -> None:
    rig.link()
    answer = rig.asks("a chair of oak")

    rig.chooses(answer, brief="Forty backs, *soon* <!channel>")

    assert group_posts(rig) == ["An introduction about Computer-controlled milling of wood — Timber Workshop"]
    assert "Your introduction has started" in rig.stage.last("needs", bot=True)["text"]


def test_the_same_match_is_introduced_once(rig: Rig) -> None:
    rig.link()
    answer = rig.asks("a chair of oak")
    rig.chooses(answer)

    rig.stage.click("company", "introduce", answer)

    rig.stage.until(lambda: rig.modal_of("company")["callback_id"] == UNDER_WAY_CALLBACK, what="the second modal")
    assert len(group_posts(rig)) == 1


def test_an_introduction_from_the_list_of_all_matches(rig: Rig) -> None:
    rig.link()
    answer = rig.asks("a chair of oak")
    rig.stage.click("company", "see_all", answer)
    rig.modal_of("company")

    rig.stage.click("company", "introduce", modal=True)
    rig.stage.until(lambda: rig.modal_of("company")["callback_id"] == CALLBACK, what="the brief")
    rig.stage.submit("company", {"brief_text": "Forty chair backs in oak."})
    rig.work()

    assert len(group_posts(rig)) == 1
    assert rig.stage.slack.world.screens.stacks["U0COMPANY"] == []


def test_a_brief_without_words_is_not_sent(rig: Rig) -> None:
    answer = rig.asks("a chair of oak")
    rig.stage.click("company", "introduce", answer)
    rig.modal_of("company")

    refused = rig.stage.submit("company", {"brief_text": "🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂"})

    assert refused is not None
    assert "in words" in refused["errors"]["brief_text"]


def test_nobody_else_can_approve_a_brief(rig: Rig) -> None:
    answer = rig.asks("a chair of oak")
    rig.stage.click("company", "introduce", answer)
    view = rig.modal_of("company")
    typed = {"brief_text": {"brief_text": {"type": "plain_text_input", "value": "We want to meet them."}}}
    who = {"user": {"id": "U0COMPANY2", "team_id": "T0HOME"}, "team": {"id": "T0HOME"}}

    rig.dispatch({"type": "view_submission", "view": {**view, "state": {"values": typed}}, **who})

    rig.work()
    assert "introduction" not in "".join(rig.outbox_states())


def test_a_need_that_is_not_known_opens_nothing(rig: Rig) -> None:
    assert rig.reception.need_of("N99", "U0COMPANY") is None


def test_nobody_else_can_use_the_buttons(rig: Rig) -> None:
    for asked, button in (
        ("a chair of oak", "introduce"),
        ("a chair of oak", "see_all"),
        ("a thing", "Skip"),
        ("a thing", "Wood"),
    ):
        answer = rig.asks(asked)
        rig.stage.click("company2", button, answer)
        rig.stage.expect("Only the person who asked", "needs")

    rig.work()
    assert len(rig.matcher.asked) == 4
    assert "U0COMPANY2" not in rig.stage.slack.world.screens.stacks


def test_an_expert_who_is_not_linked_is_asked_by_an_advisor(rig: Rig) -> None:
    answer = rig.asks("a chair of oak")

    rig.chooses(answer)

    request = rig.posted(ADVISORS)[-1]
    assert "An introduction to make by hand" in request["text"]
    assert "an advisor" not in rig.stage.visible_to("company2")
    assert "I cannot reach the master joiner at Timber Workshop" in rig.stage.last("needs", bot=True)["text"]


def test_a_deactivated_expert_is_asked_by_an_advisor(rig: Rig) -> None:
    rig.link(slack="U0GONE")

    rig.chooses(rig.asks("a chair of oak"))

    with rig.store.unit() as unit:
        assert unit.introductions.get(f"N1/{MILLING}").hurdle is Reach.DEACTIVATED
    assert len(rig.posted(ADVISORS)) == 1


def test_an_account_that_is_closed_between_looking_and_opening_is_asked_by_an_advisor(rig: Rig) -> None:
    rig.link()
    answer = rig.asks("a chair of oak")
    rig.stage.fault("conversations.open", error="user_disabled")

    rig.chooses(answer)

    with rig.store.unit() as unit:
        assert unit.introductions.get(f"N1/{MILLING}").hurdle is Reach.DEACTIVATED
    assert len(rig.posted(ADVISORS)) == 1


def test_an_expert_known_by_address_is_found(rig: Rig) -> None:
    rig.link(slack=None, email="expert@example.com")

    rig.chooses(rig.asks("a chair of oak"))

    assert len(group_posts(rig)) == 1


def test_an_address_that_nobody_has_is_left_to_an_advisor(rig: Rig) -> None:
    rig.link(slack=None, email="nobody@example.com")

    rig.chooses(rig.asks("a chair of oak"))

    with rig.store.unit() as unit:
        assert unit.introductions.get(f"N1/{MILLING}").hurdle is Reach.NOT_IN_SLACK


def test_a_company_of_another_workspace_is_introduced_by_an_advisor(rig: Rig) -> None:
    rig.link()
    answer = rig.asks("a chair of oak", "partner", "partner-connect")

    rig.chooses(answer, "partner")

    assert "different Slack workspaces" in rig.stage.last("partner-connect", bot=True)["text"]
    assert len(rig.posted(ADVISORS)) == 1


def test_a_need_that_nothing_fits_is_with_the_advisors_in_one_thread(rig: Rig) -> None:
    answer = rig.asks("a rocket")

    (first,) = rig.posted(ADVISORS)
    assert "nothing fits well enough" in answer["text"]
    assert "Nothing fits: need N1" in first["text"]
    assert "rocket" in str(first["blocks"])


def test_two_requests_about_one_need_stand_in_one_thread(rig: Rig) -> None:
    answer = rig.asks("a chair of oak")
    rig.chooses(answer)
    rig.stage.click("company", "see_all", answer)
    rig.modal_of("company")
    buttons = [b["elements"][0]["value"] for b in rig.modal_of("company")["blocks"] if b["type"] == "actions"]

    rig.stage.click("company", buttons[1], modal=True)
    rig.stage.until(lambda: rig.modal_of("company")["callback_id"] == CALLBACK, what="the brief")
    rig.stage.submit("company", {"brief_text": "A test of our chair."})
    rig.work()

    first, second = rig.posted(ADVISORS)
    assert second["thread_ts"] == first["ts"]
