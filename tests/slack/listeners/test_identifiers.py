from collections.abc import Iterator
from dataclasses import replace

import pytest
from slack_bolt import BoltRequest, BoltResponse
from slack_bolt.listener import Listener

from bot.domain.lifecycle import IntroductionState, NeedState
from bot.domain.message import Message, Topic
from bot.rehearsal.block_kit.blocks import parts
from bot.rehearsal.wire import Json
from bot.slack.listeners import desk
from bot.slack.rendering import render
from bot.slack.views import ask, brief, choose, own_data
from bot.slack.views.desk import case, queue, reading
from tests.slack.answers import CAMPUS, FOUND, a_need, an_introduction, to_company, to_group
from tests.slack.checking import identifiers
from tests.slack.everything import modals, others, postings
from tests.slack.rig import MANIFEST, Rig

#: Modals without a submit button send nothing.
SILENT = {ask.RECEIVED_CALLBACK, brief.UNDER_WAY_CALLBACK, choose.EMPTY_CALLBACK}
SILENT |= {case.CALLBACK, reading.CALLBACK, queue.CALLBACK}
#: What listens to something that no view emits: events, and commands.
EARS = {"app_mention", "direct_message", "app_home_opened", "membership", "other_messages"}
EARS |= {"lotsen_command", "desk_command"}
LAST = "outdated_action"

WHO = {"user": {"id": "U0COMPANY", "team_id": "T0HOME"}, "team": {"id": "T0HOME"}, "trigger_id": "1"}


def emitted() -> set[str]:
    """Every identifier that any view emits and that Slack sends back by itself."""
    return set(identifiers([*postings(), *modals(), *others()])) - fields() - SILENT


def fields() -> set[str]:
    """The fields of all modals whose values come with the modal, and not as soon as they are changed."""
    inputs = [block for view in modals() for block in view["blocks"] if block["type"] == "input"]
    return {block["element"]["action_id"] for block in inputs if not block.get("dispatch_action")}


def menus() -> set[str]:
    """The menus whose options come from the bot."""
    elements = (part for view in modals() for block in view["blocks"] for part in parts(block))
    return {each["action_id"] for each in elements if each["type"] == "external_select"}


def payloads() -> Iterator[tuple[str, Json]]:
    """What Slack sends when anything that is emitted is used, beside what it is called."""
    callbacks = {view["callback_id"] for view in modals() if "callback_id" in view}
    closing = {view["callback_id"] for view in modals() if view.get("notify_on_close")}
    for named in sorted(emitted()):
        yield named, _sent(named) if named in callbacks else _pressed(named)
    for named in sorted(menus()):
        yield named, {"type": "block_suggestion", "action_id": named, "block_id": "b", "value": ""}
    for named in sorted(closing):
        yield named, {**_sent(named), "type": "view_closed"}
    for each in MANIFEST["features"]["shortcuts"]:
        kind = "message_action" if each["type"] == "message" else "shortcut"
        yield each["callback_id"], {"type": kind, "callback_id": each["callback_id"]}


def _pressed(named: str) -> Json:
    actions = [{"type": "button", "action_id": named, "block_id": "b", "value": "{}"}]
    return {"type": "block_actions", "actions": actions}


def _sent(named: str) -> Json:
    return {"type": "view_submission", "view": {"type": "modal", "callback_id": named}}


def module_of(listener: Listener) -> str:
    return listener.ack_function.__module__.rpartition(".")[2]


@pytest.fixture
def takers(rig: Rig) -> list[tuple[str, Listener]]:
    """For each thing that is emitted, what it is called and the first listener that takes it."""
    found = []
    for named, body in payloads():
        request = BoltRequest(body={**body, **WHO}, mode="socket_mode")
        taken = (each for each in rig.app._listeners if each.matches(req=request, resp=BoltResponse(status=200)))
        found.append((named, next(taken)))
    return found


def test_all_that_a_view_emits_is_taken_by_a_listener_of_its_own(takers: list[tuple[str, Listener]]) -> None:
    assert [named for named, listener in takers if module_of(listener) == LAST] == []


def test_each_listener_for_what_views_emit_takes_something(takers: list[tuple[str, Listener]], rig: Rig) -> None:
    used = {id(listener) for _, listener in takers}
    unused = [module_of(each) for each in rig.app._listeners if id(each) not in used]

    assert set(unused) == EARS | {LAST}


def test_the_desk_is_among_what_is_emitted(takers: list[tuple[str, Listener]]) -> None:
    of_desk = {named for named, listener in takers if listener.ack_function.__module__.startswith(desk.__name__)}

    assert {named for named in emitted() if named.startswith("desk_")} <= of_desk


def test_every_topic_has_a_view() -> None:
    assert len(list(postings())) == len(Topic)


def test_a_thread_that_is_over_has_no_buttons() -> None:
    closed = an_introduction(state=IntroductionState.CLOSED, thread=("G1", "1.1"))

    blocks = render(Message(Topic.INTRODUCTION_CHANGED, "N7", closed.id), to_group(closed), CAMPUS).blocks

    assert list(identifiers(blocks)) == []


def test_a_need_that_is_over_can_not_be_taken_back() -> None:
    over = replace(a_need(FOUND), state=NeedState.WITHDRAWN)

    assert list(identifiers(own_data.need_with_progress(to_company(need=over), CAMPUS))) == []
