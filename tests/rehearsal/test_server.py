"""A real Bolt app on the rehearsal's Slack, in Socket Mode and over signed HTTP."""

from types import SimpleNamespace

import pytest

from bot.rehearsal.wire import Mode
from tests.rehearsal.conftest import Play


@pytest.fixture(params=["socket", "http"])
def mode(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_a_mention_is_answered_in_the_persons_thread(play: Play, mode: Mode) -> None:
    with play(mode=mode) as (stage, _):
        asked = stage.say("company", "needs", "<@U0BOT> micro-plastics in waste water")
        answer = stage.expect("expert", channel="needs")

        assert answer["thread_ts"] == asked["ts"]
        assert stage.final_checks() == []


def test_a_button_changes_the_message_it_stands_in(play: Play, mode: Mode) -> None:
    with play(mode=mode) as (stage, _):
        stage.say("company", "needs", "<@U0BOT> help")
        question = stage.expect("expert")
        stage.click("company", "Yes, ask")

        assert stage.expect("Consent given")["ts"] == question["ts"]
        assert stage.problems == []


def test_a_command_opens_a_modal_that_complains_and_then_accepts(play: Play, mode: Mode) -> None:
    with play(mode=mode) as (stage, _):
        stage.slash("company", "needs", "/need")
        stage.until(lambda: "modal for @company: New need" in str(stage.lines))

        assert (stage.submit("company", {"text": "short"}) or {})["response_action"] == "errors"
        stage.submit("company", {"What do you need?": "a beam line for fatigue cracks"})
        assert stage.expect("fatigue cracks", channel="needs")["user"] == "U0BOT"
        assert stage.problems == []


def test_a_home_is_published_for_who_opens_it(play: Play, mode: Mode) -> None:
    with play(mode=mode) as (stage, _):
        stage.open_home("advisor")
        home = stage.until(lambda: stage.homes["U0ADVISOR"])

        assert home["type"] == "home"
        assert "Nothing waiting." in stage.visible_to("advisor")
        assert "Nothing waiting." not in stage.visible_to("company")


def test_a_modal_opened_too_late_is_refused(play: Play, caplog: pytest.LogCaptureFixture) -> None:
    with play(trigger_ttl=-1) as (stage, _):
        stage.slash("company", "needs", "/need")
        stage.until(lambda: stage.problems)

        assert stage.problems[0].startswith("trigger_id used")
        assert any(call.get("result", {}).get("error") == "expired_trigger_id" for call in stage.calls)
    assert "expired_trigger_id" in caplog.text


def test_a_duplicated_event_arrives_twice_with_one_event_id(play: Play, mode: Mode) -> None:
    with play(mode=mode) as (stage, listeners):
        stage.duplicate = True
        stage.say("company", "needs", "<@U0BOT> help")
        stage.until(lambda: len(listeners.heard) == 2)

        assert [each["status"] for each in stage.deliveries[0]["tries"]] == [200, 200]


def test_a_client_that_waits_gets_through_a_rate_limit(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float] = []
    monkeypatch.setattr("slack_sdk.http_retry.builtin_handlers.time", SimpleNamespace(sleep=waited.append))
    with play() as (stage, _):
        stage.fault("chat.postMessage", status=429, retry_after=7)
        stage.say("company", "needs", "<@U0BOT> help")
        stage.expect("expert")

        assert [int(seconds) for seconds in waited] == [7]


def test_a_dropped_socket_is_opened_again(play: Play) -> None:
    with play() as (stage, listeners):
        stage.disconnect()
        stage.say("company", "needs", "<@U0BOT> are you there")
        stage.expect("expert")

        assert len(listeners.heard) == 1


def test_an_unacknowledged_event_is_tried_again_until_it_is(play: Play, mode: Mode) -> None:
    with play(mode=mode, retry_delays=(0.01,) * 20, ack_limit=1) as (stage, listeners):
        listeners.stumbles = 1
        stage.say("company", "needs", "<@U0BOT> help")
        stage.expect("expert")
        stage.until(lambda: stage.deliveries[0]["acked"])

        *missed, last = (each["status"] == 200 for each in stage.deliveries[0]["tries"])
        assert (any(missed), len(missed) > 0, last) == (False, True, True)
        assert stage.problems[0].startswith("app_mention not acknowledged")


def test_an_event_nobody_listens_to_is_given_up_after_all_tries(play: Play) -> None:
    manifest = {"settings": {"event_subscriptions": {"bot_events": ["reaction_added"]}}}
    with play(manifest=manifest, retry_delays=(0.01, 0.01), ack_limit=0.05) as (stage, _):
        said = stage.say("company", "needs", "no mention")
        stage.react("company", "needs", said["ts"], "eyes")
        stage.until(lambda: len(stage.problems) == 3)

        assert len({id(each["payload"]) for each in stage.deliveries}) == 1
        assert not stage.deliveries[0]["acked"]
