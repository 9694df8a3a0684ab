import re
from collections.abc import Iterator

import pytest
from slack_bolt import BoltRequest, BoltResponse

from bot.domain.need import Door
from bot.rehearsal.wire import Json
from bot.slack.listeners.outdated_action import handle_outdated_action
from bot.slack.views import all_matches, answer, ask, brief, home, match
from tests.slack.answers import ASKS_BACK, FOUND, MILLING, WORKSHOP, a_need
from tests.slack.checking import identifiers
from tests.slack.rig import Rig

#: Modals without a submit button send nothing.
SILENT = {ask.RECEIVED_CALLBACK, brief.UNDER_WAY_CALLBACK, all_matches.CALLBACK}


def emitted() -> Iterator[str]:
    """Every identifier that any view emits."""
    found, asks_back = a_need(FOUND), a_need(ASKS_BACK)
    views: list[object] = [
        answer.answer_posting(found, FOUND, WORKSHOP).blocks,
        answer.answer_posting(asks_back, ASKS_BACK, WORKSHOP).blocks,
        all_matches.all_matches_modal("N7", FOUND, WORKSHOP, "en"),
        brief.brief_modal(found, MILLING, WORKSHOP),
        brief.under_way_modal(found, MILLING, WORKSHOP),
        ask.ask_modal(Door.HOME, "en"),
        ask.received_modal("en"),
        home.home_view("en"),
    ]
    yield from identifiers(views)


def payload(identifier: str) -> Json:
    """What Slack sends when the thing with this identifier is used."""
    who = {"user": {"id": "U0COMPANY", "team_id": "T0HOME"}, "team": {"id": "T0HOME"}, "trigger_id": "1"}
    if identifier in (ask.CALLBACK, brief.CALLBACK):
        return {"type": "view_submission", "view": {"type": "modal", "callback_id": identifier}, **who}
    actions = [{"type": "button", "action_id": identifier, "block_id": "b", "value": "{}"}]
    return {"type": "block_actions", "actions": actions, **who}


@pytest.fixture
def takers(rig: Rig) -> dict[str, str]:
    """For each identifier, the module of the first listener that takes it."""
    found = {}
    for identifier in sorted(set(emitted()) - SILENT):
        request = BoltRequest(body=payload(identifier), mode="socket_mode")
        taken = (each for each in rig.app._listeners if each.matches(req=request, resp=BoltResponse(status=200)))
        found[identifier] = next(taken).ack_function.__module__.rpartition(".")[2]
    return found


def test_every_identifier_that_a_view_emits_is_taken_by_a_listener_of_its_own(takers: dict[str, str]) -> None:
    assert handle_outdated_action.__module__.rpartition(".")[2] not in takers.values()


def test_every_listener_for_a_button_or_modal_is_used_by_a_view(takers: dict[str, str], rig: Rig) -> None:
    modules = {each.ack_function.__module__.rpartition(".")[2] for each in rig.app._listeners}
    expected = {name for name in modules if re.search(r"_(actions?|submission)$", name)} - {"outdated_action"}

    assert set(takers.values()) == expected


def test_the_identifiers_are_those_beside_the_views() -> None:
    buttons = {match.INTRODUCE, answer.SEE_ALL, answer.SKIP, f"{answer.OPTION}_0", f"{answer.OPTION}_1", home.ASK}

    assert set(emitted()) == buttons | {ask.CALLBACK, brief.CALLBACK} | SILENT
