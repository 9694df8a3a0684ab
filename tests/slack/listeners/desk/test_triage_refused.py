"""A need's page and what is done on it, forged by everybody else: refused, one line in the log, nothing changed."""

import logging

import pytest

from bot.rehearsal.wire import Json
from bot.slack.views import decline
from bot.slack.views.desk import ending, hand_over, heard, merge, no_match, noting, reading, rest, triage_acts
from bot.slack.views.desk.about import About
from bot.slack.views.desk.asked import READ, REFRESH
from bot.slack.views.desk.beneath import Reading, Whole
from bot.slack.views.desk.opening import OPEN, SEARCH, TAKE
from tests.slack.advising import STRANGERS, pressing, state_of, submitting
from tests.slack.answers import MILLING
from tests.slack.at_page import turns_to
from tests.slack.rig import Rig

INTRODUCTION = f"N1/{MILLING}"
LEAF = Reading("N1", Whole.NOTES).packed()
BUTTONS = {
    **dict.fromkeys(
        (
            OPEN,
            SEARCH,
            REFRESH,
            TAKE,
            triage_acts.GIVE_BACK,
            triage_acts.TAKE_OVER,
            triage_acts.WAKE,
            triage_acts.HAND_OVER,
        ),
        "N1",
    ),
    **dict.fromkeys((triage_acts.SNOOZE, triage_acts.NOTE, triage_acts.NO_MATCH, triage_acts.MERGE), "N1"),
    **dict.fromkeys((triage_acts.CLOSE, no_match.REASON, no_match.DOOR), "N1"),
    **dict.fromkeys((heard.YES, heard.NO), INTRODUCTION),
    **dict.fromkeys((READ, reading.EARLIER, reading.LATER), LEAF),
}
METADATA = {
    no_match.CALLBACK: no_match.Form("N1", "en").packed(),
    heard.CALLBACK: heard.Heard("N1", "en", "", INTRODUCTION).packed(),
}


def typed(text: str) -> Json:
    return {"type": "plain_text_input", "value": text}


def option(value: str) -> Json:
    return {"type": "radio_buttons", "selected_option": {"value": value}}


#: Everything that each modal would send, as an advisor would fill it; in an order in which each of them does something.
SENT: dict[str, Json] = {
    hand_over.CALLBACK: {hand_over.TO: {"type": "users_select", "selected_user": "U0ADVISOR2"}},
    rest.CALLBACK: {rest.DAY: {"type": "datepicker", "selected_date": "2024-04-01"}},
    noting.CALLBACK: {noting.WORDS: typed("They were here in May.")},
    heard.CALLBACK: {decline.REASON: option("no_time")},
    merge.CALLBACK: {merge.INTO: option("N2")},
    no_match.CALLBACK: {no_match.REASON: option("not_open"), no_match.TEXT: typed("Turn to the shipyard.")},
    ending.CALLBACK: {ending.OUTCOME: option("not_now")},
}


@pytest.fixture
def asked(rig: Rig) -> Rig:
    """A company has chosen a match whose expert is not in Slack; another company asks as well."""
    rig.chooses(rig.asks("a chair of oak"))
    rig.asks("a chair of pine", user="company2")
    return rig


def forged(rig: Rig, user: str, callback: str, need: str = "N1") -> Json:
    metadata = METADATA.get(callback, About(need, "en").packed())
    view = {"id": f"V-{callback}", "type": "modal", "callback_id": callback, "private_metadata": metadata}
    return submitting(rig, user, view, {name: {name: each} for name, each in SENT[callback].items()})


@pytest.mark.parametrize("user", STRANGERS)
def test_nobody_else_opens_or_presses_what_advisors_do(asked: Rig, user: str, caplog: pytest.LogCaptureFixture) -> None:
    before = state_of(asked)
    caplog.set_level(logging.WARNING)

    for action, value in BUTTONS.items():
        asked.dispatch(pressing(asked, user, action, value))
    asked.stage.until(lambda: caplog.text.count("refused to") == len(BUTTONS), what="a line for each in the log")
    asked.work()

    assert state_of(asked) == before
    assert not asked.stage.slack.world.screens.stacks.get(f"U0{user.upper()}")
    assert "shipyard" not in caplog.text


@pytest.mark.parametrize("user", STRANGERS)
def test_nobody_else_sends_what_advisors_do(asked: Rig, user: str, caplog: pytest.LogCaptureFixture) -> None:
    before = state_of(asked)
    caplog.set_level(logging.WARNING)

    for callback in SENT:
        answer = asked.dispatch(forged(asked, user, callback))

        assert "Only the innovation advisors" in answer.body
        assert f"refused to U0{user.upper()}: {callback}" in caplog.text
    asked.work()
    assert state_of(asked) == before


def test_the_record_is_what_changes_when_an_advisor_sends_the_same(asked: Rig) -> None:
    for callback in SENT:
        before = state_of(asked)
        asked.asks("a chair of ash")
        METADATA.get(callback)

        asked.dispatch(forged(asked, "advisor", callback, "N2" if callback == ending.CALLBACK else "N1"))
        asked.work()

        assert state_of(asked) != before


def test_who_has_left_the_advisor_channel_loses_the_page_with_the_next_press(rig: Rig) -> None:
    rig.asks("a chair of oak")
    turns_to(rig)
    rig.stage.channels["C0ADVISE"].members.remove("U0ADVISOR")
    rig.reception.members_changed("C0ADVISE")

    rig.stage.click("advisor", TAKE, modal=True)

    view = rig.stage.slack.world.screens.top
    rig.stage.until(lambda: "Only the innovation advisors" in str(view("U0ADVISOR")), what="a word in its place")
    assert "chair" not in str(view("U0ADVISOR")["blocks"])


def test_a_need_of_no_such_number_changes_nothing(asked: Rig) -> None:
    before = state_of(asked)

    asked.dispatch(pressing(asked, "advisor", TAKE, "N99"))
    asked.work()

    assert state_of(asked) == before
