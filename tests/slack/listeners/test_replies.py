from datetime import date

import pytest

from bot.desk import withdraw
from bot.domain.clock import ClockKind
from bot.domain.introduction import Decline
from bot.domain.lifecycle import IntroductionState
from bot.rehearsal.wire import Json
from bot.workers import work_once
from tests.slack.answers import DYEING, GARDENER, MILLING
from tests.slack.rig import ADVISORS, Rig, over_socket


@pytest.fixture
def asked(rig: Rig) -> Rig:
    """The expert of wood work has been asked by a company."""
    rig.asks_first()
    rig.chooses(rig.asks("a chair of oak"))
    return rig


def redirects(rig: Rig, **values: str) -> None:
    rig.stage.click("expert", "reply_not_us")
    rig.modal_of("expert", "redirect")
    rig.stage.submit("expert", {f"redirect_{field}": value for field, value in values.items()})
    rig.work()


def postpones(rig: Rig, day: str) -> dict[str, object]:
    rig.stage.click("expert", "reply_not_before")
    rig.modal_of("expert", "not_before")
    acknowledged = rig.stage.submit("expert", {"not_before_day": day}) or {}
    rig.work()
    return acknowledged


def test_a_yes_opens_a_thread_in_which_both_are_named(asked: Rig) -> None:
    asked.says_yes("expert")

    (thread,) = asked.groups()
    assert "<@U0COMPANY>" in str(thread[0]["blocks"])
    assert "<@U0EXPERT>" in str(thread[0]["blocks"])
    assert asked.introduction(MILLING).state is IntroductionState.INTRODUCED


def test_an_answered_card_has_no_buttons_and_says_what_was_answered(asked: Rig) -> None:
    asked.says_yes("expert")

    (request,) = asked.direct("expert")
    assert "reply_yes" not in str(request["blocks"])
    assert "You said yes." in asked.stage.visible_to("expert")


def test_a_no_is_told_to_the_company_in_words_of_our_own(asked: Rig) -> None:
    asked.declines("expert", "not_our_field", "They should ask the shipyard. Odd people.")

    assert "your question lies outside what they do" in asked.stage.visible_to("company")
    assert "Odd people" not in asked.stage.visible_to("company")
    assert "Odd people" in str(asked.posted(ADVISORS))
    assert asked.introduction(MILLING).decline is Decline.NOT_OUR_FIELD


def test_a_no_leaves_the_company_with_an_advisor_when_nobody_else_was_chosen(asked: Rig) -> None:
    asked.declines("expert")

    assert "An innovation advisor knows, and helps you on." in asked.stage.visible_to("company")
    assert "Nobody is left to ask" in str([m["text"] for m in asked.posted(ADVISORS)])


def test_a_yes_from_a_day_on_introduces_them_on_that_day(asked: Rig) -> None:
    postpones(asked, "2024-03-11")
    assert "They say yes, but not before Monday 11 March." in asked.stage.visible_to("company")
    assert asked.groups() == []

    asked.later(days=7)

    assert len(asked.groups()) == 1


@pytest.mark.parametrize("day", ["2024-03-04", "2020-01-01"])
def test_a_day_that_has_been_is_not_taken(asked: Rig, day: str) -> None:
    assert "still to come" in str(postpones(asked, day)["errors"])
    assert asked.introduction(MILLING).not_before is None


def test_a_yes_from_a_day_on_can_be_changed_until_then(asked: Rig) -> None:
    postpones(asked, "2024-03-11")
    assert asked.introduction(MILLING).not_before == date(2024, 3, 11)

    asked.says_yes("expert")

    assert asked.introduction(MILLING).state is IntroductionState.INTRODUCED


def test_whom_an_expert_names_is_asked_only_after_the_company_approved(asked: Rig) -> None:
    asked.link(GARDENER, "U0EXPERT2")
    redirects(asked, service=DYEING)
    assert "would suggest Dyeing cloth with plants — Dye Garden." in asked.stage.visible_to("company")
    assert asked.direct("expert2") == []

    asked.stage.click("company", "suggestion_approve")
    asked.modal_of("company", "brief")
    asked.stage.submit("company")
    asked.work()

    assert "Forty chair backs in oak." in str(asked.direct("expert2"))
    assert "You approved this suggestion." in asked.stage.visible_to("company")


def test_a_suggestion_can_be_left(asked: Rig) -> None:
    asked.link(GARDENER, "U0EXPERT2")
    redirects(asked, service=DYEING)

    asked.stage.click("company", "suggestion_no_thanks")
    asked.work()

    assert asked.introduction(DYEING).state is IntroductionState.WITHDRAWN
    assert "You left this suggestion." in asked.stage.visible_to("company")
    assert asked.direct("expert2") == []


def test_a_suggestion_is_the_companys_alone_to_decide(asked: Rig) -> None:
    redirects(asked, service=DYEING)
    suggestion = next(m for m in asked.direct("company") if "would suggest" in m["text"])
    press = {"type": "button", "block_id": "b", "value": f"N1/{DYEING}", "action_ts": "1"}
    who = {"user": {"id": "U0COMPANY2", "team_id": "T0HOME"}, "team": {"id": "T0HOME"}, "trigger_id": "1"}

    for action in ("suggestion_approve", "suggestion_no_thanks"):
        asked.dispatch({"type": "block_actions", "actions": [{**press, "action_id": action}], **who})
    asked.work()

    assert asked.introduction(DYEING).state is IntroductionState.PROPOSED
    assert "suggestion_approve" in str(suggestion["blocks"])


def test_a_suggested_match_can_also_be_approved_where_it_stood_among_the_answers(asked: Rig) -> None:
    redirects(asked, service=DYEING)
    asked.stage.click("company", "choose_several")
    asked.modal_of("company", "choose")

    asked.stage.submit("company", {"chosen": ["3"]})
    asked.modal_of("company", "brief")
    asked.stage.submit("company")
    asked.work()

    assert asked.introduction(DYEING).state is IntroductionState.WITH_ADVISOR


def test_a_suggestion_that_was_decided_meanwhile_has_nothing_to_approve(asked: Rig) -> None:
    redirects(asked, service=DYEING)
    asked.reception.write("meanwhile", withdraw.KIND, withdraw.withdrawing("U0COMPANY", "N1", f"N1/{DYEING}"))
    while work_once(asked.desk):
        pass

    asked.stage.click("company", "suggestion_approve")

    asked.modal_of("company", "under_way")
    assert "You have chosen this one before." in asked.stage.visible_to("company")


def test_a_colleague_is_asked_after_the_company_approved(asked: Rig) -> None:
    redirects(asked, colleague="U0EXPERT2")
    assert "would suggest a colleague there" in asked.stage.visible_to("company")
    assert "U0EXPERT2" not in asked.stage.visible_to("company")

    asked.stage.click("company", "suggestion_approve")
    asked.modal_of("company", "brief")
    asked.stage.submit("company")
    asked.work()

    assert len(asked.direct("expert2")) == 1


def test_a_colleague_is_told_as_one_and_never_by_the_experts_role(asked: Rig) -> None:
    redirects(asked, colleague="U0EXPERT2")
    asked.stage.click("company", "suggestion_approve")
    asked.modal_of("company", "brief")
    asked.stage.submit("company")
    asked.work()

    asked.stage.open_home("company")
    asked.stage.until(
        lambda: (
            "A colleague at Timber Workshop has your text, without your name." in str(asked.stage.homes["U0COMPANY"])
        ),
        what="the Home tab",
    )
    asked.says_yes("expert2")

    assert "<@U0EXPERT2> — a colleague at Timber Workshop" in str(asked.groups()[0][0]["blocks"])
    assert "a colleague at Timber Workshop" in str(asked.direct("company")[-1]["blocks"])


def test_a_colleague_who_does_not_answer_leaves_the_expert_unblamed(asked: Rig) -> None:
    redirects(asked, colleague="U0EXPERT2")
    asked.stage.click("company", "suggestion_approve")
    asked.modal_of("company", "brief")
    asked.stage.submit("company")
    asked.work()

    asked.until_rung(ClockKind.PROMISE)

    assert "There was no answer in time from a colleague at Timber Workshop." in asked.stage.visible_to("company")


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({}, "Choose a service, or a colleague."),
        ({"service": DYEING, "colleague": "U0EXPERT2"}, "Choose one of the two"),
        ({"colleague": "U0EXPERT"}, "somebody other than yourself"),
    ],
)
def test_naming_somebody_else_needs_one_who_is_that(asked: Rig, values: dict[str, str], said: str) -> None:
    asked.stage.click("expert", "reply_not_us")
    asked.modal_of("expert", "redirect")

    acknowledged = asked.stage.submit("expert", {f"redirect_{field}": value for field, value in values.items()})

    assert acknowledged is not None
    assert said in acknowledged["errors"]["redirect_colleague"]


def names(rig: Rig, colleague: str) -> Json | None:
    """An expert names a colleague; what that was acknowledged with."""
    rig.stage.click("expert", "reply_not_us")
    rig.modal_of("expert", "redirect")
    return rig.stage.submit("expert", {"redirect_colleague": colleague})


@pytest.mark.parametrize("user", ["U0COMPANY", "U0COMPANY2", "U0GUEST", "U0GONE", "U0PARTNER", "U0BOT"])
def test_only_somebody_who_works_on_the_campus_can_be_named(asked: Rig, user: str) -> None:
    asked.asks("a chair of oak", "company2")

    acknowledged = names(asked, user)

    assert acknowledged is not None
    assert "somebody who works on the campus" in acknowledged["errors"]["redirect_colleague"]


def test_somebody_who_only_said_hello_can_be_named(asked: Rig) -> None:
    asked.asks("hello", "company2")

    assert names(asked, "U0COMPANY2") in (None, {})


def test_services_are_found_while_an_expert_types(asked: Rig) -> None:
    asked.stage.click("expert", "reply_not_us")
    asked.modal_of("expert", "redirect")

    offered = asked.stage.suggest("expert", "redirect_service", "dye")

    assert DYEING in [option["value"] for option in offered["options"]]


def test_an_answer_that_comes_too_late_is_told_so(asked: Rig) -> None:
    (request,) = asked.direct("expert")
    before = dict(request)
    asked.says_yes("expert")
    press = {"type": "button", "block_id": "b", "value": f"N1/{MILLING}"}
    who = {"user": {"id": "U0EXPERT", "team_id": "T0HOME"}, "team": {"id": "T0HOME"}, "trigger_id": "1"}
    url = asked.stage.slack.response_url(asked.stage.slack.person("expert"), asked.stage.slack.place("bot", "expert"))

    for number, action in enumerate(("reply_yes", "reply_no")):
        actions = [{**press, "action_id": action, "action_ts": str(number)}]
        asked.dispatch({"type": "block_actions", "actions": actions, "response_url": url, **who})

    asked.stage.expect("answered already, or is over", user="expert")
    assert before["ts"] == request["ts"]


def test_only_who_is_asked_can_answer(asked: Rig) -> None:
    press = {"type": "button", "block_id": "b", "value": f"N1/{MILLING}", "action_ts": "1"}
    who = {"user": {"id": "U0EXPERT2", "team_id": "T0HOME"}, "team": {"id": "T0HOME"}, "trigger_id": "1"}

    for action in ("reply_yes", "reply_not_before", "reply_not_us", "reply_no"):
        asked.dispatch({"type": "block_actions", "actions": [{**press, "action_id": action}], **who})
    asked.work()

    assert asked.introduction(MILLING).state is IntroductionState.ASKED


def test_a_yes_delivered_twice_is_one_yes(asked: Rig) -> None:
    asked.stage.click("expert", "reply_yes")
    asked.stage.click("expert", "reply_yes")
    asked.work()

    assert len(asked.groups()) == 1


def test_an_expert_answers_in_swedish_over_socket_mode(tmp_path: object) -> None:
    with over_socket(tmp_path) as rig:  # type: ignore[arg-type] - pytest's path
        rig.asks_first()
        rig.chooses(rig.asks("vi behöver en chair"), text="Fyrtio stolsryggar i ek.")

        rig.declines("expert", "no_time")

        assert "de har inte tid med det just nu" in rig.stage.visible_to("company")
        assert "Du har sagt nej." in rig.stage.visible_to("expert")
        assert rig.stage.final_checks() == []
