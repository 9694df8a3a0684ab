"""Faults on order, and the limit on posting."""

import time
from contextlib import suppress
from http.client import HTTPException
from threading import Thread
from types import SimpleNamespace

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.rehearsal import Stage
from tests.rehearsal.calling import client_of


def test_a_rate_limit_is_a_real_429_with_retry_after(client: WebClient, stage: Stage) -> None:
    stage.fault("chat.postMessage", status=429, retry_after=3)
    with pytest.raises(SlackApiError) as refused:
        client.chat_postMessage(channel="C0NEEDS", text="x")

    assert refused.value.response.status_code == 429
    assert refused.value.response.headers["Retry-After"] == "3"
    assert client.chat_postMessage(channel="C0NEEDS", text="x")["ok"]


def test_an_error_comes_as_often_as_ordered(client: WebClient, stage: Stage) -> None:
    stage.fault("*", times=2, error="fatal_error")
    errors = []
    for _ in range(2):
        with pytest.raises(SlackApiError) as refused:
            client.auth_test()
        errors.append(refused.value.response["error"])

    assert errors == ["fatal_error"] * 2
    assert client.auth_test()["ok"]


def test_a_late_answer_is_right_but_late(client: WebClient, stage: Stage) -> None:
    stage.fault("auth.test", delay=0.05)
    began = time.monotonic()

    assert client.auth_test()["ok"]
    assert time.monotonic() - began >= 0.05


def test_what_is_answered_late_is_done_before(client: WebClient, stage: Stage) -> None:
    stage.fault("chat.postMessage", delay=600)

    def post() -> None:
        # The stage ends while it waits for its answer.
        with suppress(OSError, HTTPException):
            client.chat_postMessage(channel="C0NEEDS", text="once")

    Thread(target=post, daemon=True).start()

    stage.until(lambda: stage.messages.get("C0NEEDS"), what="the message whose answer is late")


def test_one_message_a_second_in_each_channel(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.rehearsal.faults.time", SimpleNamespace(monotonic=lambda: 0.0))
    with Stage(one_message_a_second=True, echo=False) as stage:
        client = client_of(stage)
        client.chat_postMessage(channel="C0NEEDS", text="one")
        client.chat_postMessage(channel="C0ADVISE", text="elsewhere")
        with pytest.raises(SlackApiError) as refused:
            client.chat_postMessage(channel="C0NEEDS", text="two")

        assert refused.value.response.status_code == 429
        assert refused.value.response.headers["Retry-After"] == "1"
