import hashlib
import hmac
import json
import os
import socket
import threading
import time
import urllib.request
from pathlib import Path
from urllib.error import HTTPError

import pytest

from bot.rehearsal import Stage
from bot.slack.app import Access, CannotListen, SignedHttp, build_app
from tests.slack.rig import MANIFEST, Rig, over_socket


def test_the_whole_way_over_socket_mode(tmp_path: Path) -> None:
    with over_socket(tmp_path) as rig:
        rig.link()

        rig.chooses(rig.asks("a chair of oak"))

        assert "Your introduction has started" in rig.stage.visible_to("company")
        assert rig.stage.final_checks() == []


def test_a_dropped_socket_loses_nothing(tmp_path: Path) -> None:
    with over_socket(tmp_path) as rig:
        rig.stage.down = True
        rig.stage.disconnect()

        rig.stage.say("company", "needs", "<@U0BOT> a chair of oak")
        rig.stage.until(lambda: rig.work() or rig.posted("C0NEEDS"), what="an answer")

        assert len(rig.posted("C0NEEDS")) == 1


def test_a_token_that_slack_does_not_know_is_said_in_a_sentence(rig: Rig) -> None:
    with pytest.raises(CannotListen, match="SLACK_BOT_TOKEN"):
        build_app(Access("xoxb-wrong", api_url=rig.access.api_url), rig.reception)


def test_the_variables_that_make_bolt_ignore_the_token_are_named(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SLACK_CLIENT_ID", "1.1")
    monkeypatch.setenv("SLACK_CLIENT_SECRET", "x")

    with pytest.raises(CannotListen, match="SLACK_CLIENT_ID"):
        build_app(rig.access, rig.reception)


def test_what_it_shows_to_slack_is_not_in_its_repr() -> None:
    assert repr(Access("xoxb-1", "secret", "xapp-1")) == "Access(api_url='https://slack.com/api/')"


def post(rig: Rig, secret: str, age: int = 0) -> int:
    body = json.dumps(
        {"type": "event_callback", "team_id": "T0HOME", "event": {"type": "app_home_opened", "user": "U1"}}
    )
    stamp = str(int(time.time()) - age)
    signature = hmac.new(secret.encode(), f"v0:{stamp}:{body}".encode(), hashlib.sha256).hexdigest()
    headers = {
        "Content-Type": "application/json",
        "X-Slack-Request-Timestamp": stamp,
        "X-Slack-Signature": f"v0={signature}",
    }
    request = urllib.request.Request(rig.stage.request_url, body.encode(), headers)
    try:
        with urllib.request.urlopen(request) as answer:
            return int(answer.status)
    except HTTPError as error:
        with error:
            return error.code


def test_only_slack_is_heard_over_http(rig: Rig) -> None:
    assert post(rig, rig.access.signing_secret) == 200
    assert post(rig, "another secret") == 401
    assert post(rig, rig.access.signing_secret, age=600) == 401


def test_http_can_be_stopped_before_it_has_started(rig: Rig) -> None:
    SignedHttp(rig.app, 0).stop()


def test_http_can_be_stopped_while_a_worker_wakes_its_loop(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    way = SignedHttp(rig.app, 0)
    before = set(threading.enumerate())
    way.start()
    (loop,) = {each for each in threading.enumerate() if each.name == "http"} - before
    write = os.write

    def woken_by_another_first(number: int, content: bytes) -> int:
        if threading.current_thread() is threading.main_thread():
            write(number, content)
            loop.join()
        return write(number, content)

    monkeypatch.setattr(os, "write", woken_by_another_first)
    way.stop()

    assert not loop.is_alive()
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", way.port))


def test_the_manifest_suits_the_way_of_listening() -> None:
    with Stage(manifest=MANIFEST) as stage:
        assert list(stage.slack.world.manifest.remarks("socket")) == []
