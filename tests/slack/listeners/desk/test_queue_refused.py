"""The queue, its search, its filters and the labels, forged by everybody who is no advisor."""

import logging

import pytest

from bot.domain.correction import Correction
from bot.domain.queue import Pile
from bot.rehearsal.block_kit.rendering import render
from bot.slack.looking import modal_of
from bot.slack.views.desk import filters as form
from bot.slack.views.desk.digest import FIGURE
from bot.slack.views.desk.labels import APPROVE, LEAVE_OUT
from bot.slack.views.desk.look import Look
from bot.slack.views.desk.opening import OPEN, SEARCH, TAKE
from bot.slack.views.desk.queue import CLEAR, EARLIER, FILTER, LATER, PILE
from tests.slack.advising import STRANGERS, pressing, state_of, submitting
from tests.slack.answers import DYEING, MILLING
from tests.slack.looking import open_desk, top
from tests.slack.rig import MONDAY, Rig

each_stranger = pytest.mark.parametrize("user", STRANGERS)

ON_THE_QUEUE = {f"{PILE}_{Pile.ALL}": "all", EARLIER: "0", LATER: "0", CLEAR: CLEAR, FILTER: FILTER}
IN_A_MESSAGE = {f"{FIGURE}_{Pile.ALL}": "all", TAKE: "N1", OPEN: "N1", APPROVE: "C1", LEAVE_OUT: "C1"}


@pytest.fixture
def corrected(desk: Rig) -> Rig:
    """One of the needs has a correction that nobody has decided about."""
    with desk.store.unit() as unit:
        unit.corrections.add(Correction("C1", "N1", "U0ADVISOR", MONDAY, (MILLING,), (DYEING,), "It is about colour."))
    return desk


@each_stranger
def test_forged_presses_are_refused_and_change_nothing(
    corrected: Rig, user: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    before = state_of(corrected)
    view = {**modal_of(corrected.reception, "U0ADVISOR", Look()), "id": "V1"}

    for action, value in ON_THE_QUEUE.items():
        corrected.dispatch({**pressing(corrected, user, action, value), "view": view})
    for action, value in IN_A_MESSAGE.items():
        corrected.dispatch(pressing(corrected, user, action, value))
    refused = len(ON_THE_QUEUE) + len(IN_A_MESSAGE)
    corrected.stage.until(lambda: caplog.text.count("refused to") == refused, what="a line for each in the log")
    corrected.work()

    assert state_of(corrected) == before
    assert not corrected.stage.slack.world.screens.stacks.get(f"U0{user.upper()}")


@each_stranger
def test_forged_filters_show_nothing(desk: Rig, user: str) -> None:
    view = {"id": "V1", "type": "modal", "callback_id": form.CALLBACK, "private_metadata": ""}

    answer = desk.dispatch(submitting(desk, user, view, {}))

    assert "Only the innovation advisors" in answer.body
    assert f"U0{user.upper()}" not in desk.stage.homes


@each_stranger
def test_a_forged_search_finds_nothing(desk: Rig, user: str, caplog: pytest.LogCaptureFixture) -> None:
    slack = desk.stage.slack
    asked = {**slack.interaction(slack.person(user), "block_suggestion"), "action_id": SEARCH, "value": "chair"}

    answer = desk.dispatch({**asked, "block_id": "b"})

    assert answer.body == '{"options": []}'
    assert f"refused to U0{user.upper()}: {SEARCH}" in caplog.text


@pytest.mark.parametrize("user", ["company", "expert", "guest"])
def test_the_command_tells_everybody_else_whose_desk_it_is(
    desk: Rig, user: str, caplog: pytest.LogCaptureFixture
) -> None:
    before = state_of(desk)
    desk.stage.slash(user, "needs", "/lotsen", "desk")

    desk.stage.until(lambda: "Only the innovation advisors" in desk.stage.visible_to(user), what="a kind word")
    desk.work()
    assert state_of(desk) == before
    assert f"refused to U0{user.upper()}: /lotsen" in caplog.text


def test_who_has_left_the_advisors_reads_a_kind_word_in_place_of_the_desk(desk: Rig) -> None:
    open_desk(desk)
    desk.stage.channels["C0ADVISE"].members.remove("U0ADVISOR")
    desk.reception.members_changed("C0ADVISE")

    desk.stage.click("advisor", f"{PILE}_mine", modal=True)
    desk.stage.until(lambda: "Only the innovation advisors" in render(top(desk)["blocks"]), what="a kind word")

    assert "chair" not in render(top(desk)["blocks"])
