import logging
import sqlite3

import pytest

from bot.slack.reception import Reception
from tests.slack.rig import Rig

COMMAND = {"command": "/lotsen", "text": "a chair", "user_id": "U0COMPANY", "team_id": "T0HOME", "trigger_id": "1"}


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    def write(*_: object) -> None:
        raise sqlite3.OperationalError("disk full")

    monkeypatch.setattr(Reception, "write", write)


def mention(text: str = "a chair") -> dict[str, object]:
    event = {
        "type": "app_mention",
        "user": "U0COMPANY",
        "channel": "C0NEEDS",
        "ts": "1.1",
        "text": text,
        "team": "T0HOME",
    }
    return {"type": "event_callback", "team_id": "T0HOME", "event": event}


@pytest.mark.usefixtures("full_disk")
def test_what_could_not_be_written_down_is_not_acknowledged_so_that_slack_sends_it_again(rig: Rig) -> None:
    assert rig.dispatch(mention()).status == 500
    assert "Something went wrong" not in rig.stage.visible_to("company")


@pytest.mark.usefixtures("full_disk")
def test_the_person_is_told_when_slack_will_not_send_it_again(rig: Rig) -> None:
    rig.dispatch(mention(), {"x-slack-retry-num": "3"})

    assert "Something went wrong on my side" in rig.stage.visible_to("company")
    assert "Something went wrong" not in rig.stage.visible_to("company2")


def test_slack_sends_it_again_and_it_is_answered(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    write, failures = Reception.write, [sqlite3.OperationalError("locked")]

    def once_failing(*args: object) -> None:
        if failures:
            raise failures.pop()
        write(*args)

    monkeypatch.setattr(Reception, "write", once_failing)
    rig.stage.down = True

    rig.stage.say("company", "needs", "<@U0BOT> a chair")
    rig.stage.until(lambda: rig.work() or rig.posted("C0NEEDS"), what="an answer after all")


@pytest.mark.usefixtures("full_disk")
def test_a_command_that_fails_is_answered_in_private(rig: Rig) -> None:
    rig.stage.slash("company", "needs", "/lotsen", "a chair")

    rig.stage.expect("Something went wrong on my side", "needs")


@pytest.mark.usefixtures("full_disk")
def test_a_modal_that_fails_keeps_what_was_typed(rig: Rig) -> None:
    rig.stage.slash("company", "needs", "/lotsen")
    rig.modal_of("company")

    answer = rig.stage.submit("company", {"need_text": "a chair of oak"})

    assert answer is not None
    assert "Reference" in answer["errors"]["need_text"]


def test_a_button_that_could_not_be_written_down_says_so_and_nothing_else(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    rig.asks_first()
    rig.chooses(rig.asks("a chair of oak"))

    def write(*_: object) -> None:
        raise sqlite3.OperationalError("disk full")

    monkeypatch.setattr(Reception, "write", write)
    rig.stage.click("company", "withdraw_need")

    rig.stage.expect("Something went wrong on my side", user="company")
    assert "being withdrawn" not in rig.stage.visible_to("company")


def test_what_fails_after_the_acknowledgement_is_told_as_well(rig: Rig) -> None:
    answer = rig.asks("a chair of oak")
    rig.stage.fault("views.open", error="internal_error")

    rig.stage.click("company", "introduce", answer)

    rig.stage.expect("Something went wrong on my side", "needs")


def test_a_pause_that_slack_asks_for_does_not_lose_the_modal(rig: Rig) -> None:
    answer = rig.asks("a chair of oak")
    rig.stage.fault("views.open", status=429, retry_after=1)

    rig.stage.click("company", "introduce", answer)

    assert rig.modal_of("company")["callback_id"] == "brief"


def test_nobody_can_be_told_when_slack_is_down_and_nothing_else_breaks(
    rig: Rig, caplog: pytest.LogCaptureFixture
) -> None:
    rig.stage.fault("*", 50, status=503)

    rig.stage.open_home("company")

    rig.stage.until(lambda: "nobody could be told" in caplog.text, what="a line in the log")


def test_what_nobody_listens_to_is_acknowledged_without_its_text_in_the_log(
    rig: Rig, caplog: pytest.LogCaptureFixture
) -> None:
    body = {"type": "event_callback", "team_id": "T0HOME", "event": {"type": "reaction_added", "item": "a secret"}}

    assert rig.dispatch(body).status == 200
    assert "nobody listens" in caplog.text
    assert "secret" not in caplog.text


def test_an_old_button_says_that_it_no_longer_works(rig: Rig) -> None:
    answer = rig.asks("a chair of oak")
    for message in rig.stage.slack.world.workspace.messages["C0NEEDS"]:
        if message["ts"] == answer["ts"]:
            message["blocks"][5]["elements"][0]["action_id"] = "from_an_earlier_version"

    rig.stage.click("company", "from_an_earlier_version")

    rig.stage.expect("This button no longer works", "needs")


def test_the_log_holds_ids_and_no_texts(rig: Rig, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    rig.link()

    rig.chooses(rig.asks("a chair of oak, our secret"), text="Our other secret plan.")

    assert "U0COMPANY" in caplog.text
    assert "secret" not in caplog.text
