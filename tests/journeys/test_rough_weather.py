import asyncio
from collections.abc import Callable

import pytest

from bot.domain.message import Topic
from bot.rehearsal.block_kit.rendering import render
from bot.rehearsal.faults import FaultOptions
from bot.slack.views import ask, brief
from bot.slack.views.match import INTRODUCE
from bot.slack.views.request import YES
from tests.journeys.campus import MENTION, Campus, key_of

pytestmark = pytest.mark.slow

NEED = "We want to see what our new coating does to living cells over two or three days."
REFUSALS: list[FaultOptions] = [{"status": 429, "retry_after": 1}, {"status": 503}]

each_refusal = pytest.mark.parametrize("refusal", REFUSALS, ids=["asked to wait", "out of order"])


def test_an_event_that_is_delivered_ten_times_is_answered_once(campus: Campus) -> None:
    found = campus.mention(NEED)
    mention = next(each for each in reversed(campus.stage.deliveries) if each["what"] == "app_mention")

    campus.redeliver(mention, 9)
    campus.settled()

    assert campus.posted_since(found.message["ts"]) == []


def test_a_command_that_is_delivered_ten_times_is_answered_once(campus: Campus) -> None:
    start = campus.now()
    campus.stage.slash("company2", "needs", "/lotsen", NEED)

    campus.redeliver(campus.stage.deliveries[-1], 9)
    campus.settled()

    assert len(campus.posted_since(start)) == 1


def test_a_brief_that_is_approved_ten_times_starts_one_introduction(campus: Campus) -> None:
    campus.link()
    found = campus.message(NEED)
    campus.approve(found, NEED)
    approval = next(each for each in reversed(campus.stage.deliveries) if each["what"] == "submit brief")

    campus.redeliver(approval, 9)
    campus.settled()

    assert len(campus.posted_since(found.message["ts"])) == 2  # the request, and where it stands


def test_a_yes_that_is_delivered_five_times_opens_one_thread(campus: Campus) -> None:
    campus.link()
    found = campus.message(NEED)
    opened = campus.meet(found, NEED)
    pressed = next(each for each in reversed(campus.stage.deliveries) if YES in each["what"])

    campus.redeliver(pressed, 4)
    campus.settled()

    groups = [each for each in campus.posted_since(found.message["ts"]) if key_of(each) == key_of(opened.message)]
    assert len(groups) == 1


@each_refusal
def test_an_answer_that_slack_does_not_take_at_first_is_posted_once_it_does(
    socket_campus: Campus, refusal: FaultOptions
) -> None:
    socket_campus.stage.fault("chat.postMessage", **refusal)

    found = socket_campus.mention(NEED)

    assert "These come closest" in render(found.blocks)


@each_refusal
def test_an_introduction_is_opened_once_slack_lets_it(socket_campus: Campus, refusal: FaultOptions) -> None:
    socket_campus.link()
    found = socket_campus.mention(NEED)
    socket_campus.approve(found, NEED)
    socket_campus.tells(Topic.REQUEST, found.message["ts"])
    socket_campus.settled()
    socket_campus.stage.fault("conversations.open", **refusal)

    socket_campus.agree(found.message["ts"])

    assert socket_campus.audience.in_group(found.message["ts"]).blocks


@each_refusal
def test_an_expert_is_asked_once_slack_lets_it(socket_campus: Campus, refusal: FaultOptions) -> None:
    socket_campus.link()
    found = socket_campus.mention(NEED)
    socket_campus.stage.fault("conversations.open", **refusal)

    socket_campus.approve(found, NEED)

    assert NEED in render(socket_campus.tells(Topic.REQUEST, found.message["ts"]).blocks)


def test_a_message_whose_posting_timed_out_is_looked_for_before_it_is_posted_again(socket_campus: Campus) -> None:
    socket_campus.awaited = ("Failed to send a request to Slack API server: timed out",)
    # Of the answer and the advisors' announcement it is whichever comes first.
    socket_campus.stage.fault("chat.postMessage", delay=30)
    before = len(socket_campus.stage.calls)

    socket_campus.mention(NEED)
    socket_campus.settled()

    called = {call["method"] for call in socket_campus.stage.calls[before:]}
    assert called & {"conversations.replies", "conversations.history"}


def connection_is_renewed(campus: Campus) -> None:
    campus.stage.disconnect()


def connection_breaks(campus: Campus) -> None:
    sockets = campus.stage.slack.world.sockets
    asyncio.run_coroutine_threadsafe(sockets.close(), campus.stage._loop).result()


@pytest.mark.parametrize("drops", [connection_is_renewed, connection_breaks])
def test_a_need_that_is_asked_while_the_connection_drops_is_answered(
    socket_campus: Campus, drops: Callable[[Campus], None]
) -> None:
    # A need that nobody is there to hear waits in Slack until the bot has noticed.
    socket_campus.awaited = ("slow acknowledgement", "not acknowledged")
    drops(socket_campus)

    found = socket_campus.mention(NEED)

    assert "These come closest" in render(found.blocks)


def test_a_form_that_was_opened_before_a_restart_still_counts(campus: Campus) -> None:
    start = campus.now()
    campus.stage.slash("company2", "needs", "/lotsen")
    campus.modal(ask.CALLBACK, "company2")

    campus.restart()
    campus.stage.submit("company2", {ask.TEXT: NEED})

    assert "These come closest" in render(campus.direct(start, "company2").blocks)


def test_a_brief_that_was_opened_before_a_restart_still_starts_the_introduction(campus: Campus) -> None:
    campus.link()
    found = campus.mention(NEED)
    campus.stage.click("company", INTRODUCE, found.message)
    campus.modal(brief.CALLBACK)

    campus.restart()
    campus.stage.submit("company")

    assert NEED in render(campus.tells(Topic.REQUEST, found.message["ts"]).blocks)


def test_a_request_that_was_sent_before_a_restart_can_still_be_answered(campus: Campus) -> None:
    campus.link()
    found = campus.mention(NEED)
    campus.approve(found, NEED)
    campus.tells(Topic.REQUEST, found.message["ts"])

    campus.restart()
    campus.agree(found.message["ts"])

    assert NEED in render(campus.audience.in_group(found.message["ts"]).blocks)


def test_the_button_of_another_persons_need_gets_a_private_line_and_nothing_else(campus: Campus) -> None:
    found = campus.mention(NEED)

    campus.stage.click("company2", INTRODUCE, found.message)

    assert campus.whisper(found.message["ts"], "company2")["text"].startswith("Only the person who asked")
    assert campus.stage.slack.world.screens.stacks.get("U0COMPANY2", []) == []


def test_a_fault_while_somebody_waits_is_told_with_a_reference(socket_campus: Campus) -> None:
    socket_campus.awaited = ("failed", "Traceback")
    found = socket_campus.mention(NEED)
    socket_campus.stage.fault("views.open", error="fatal_error")

    socket_campus.stage.click("company", INTRODUCE, found.message)

    told = socket_campus.whisper(found.message["ts"], "company")
    assert "Reference: " in told["text"]


def test_edits_of_an_answered_need_are_left_alone(campus: Campus) -> None:
    asked = campus.stage.say("company", "bot", NEED)
    found = campus.direct(asked["ts"])

    campus.stage.edit("company", "bot", asked["ts"], f"{MENTION} {NEED} Please.")
    campus.settled()

    assert campus.posted_since(found.message["ts"]) == []
