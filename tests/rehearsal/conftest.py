"""A Slack with the small bot beside it, and one whose bot is only a client."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Unpack

import pytest
from slack_sdk import WebClient

from bot.rehearsal import Stage
from bot.rehearsal.conditions import Options
from tests.patience import PATIENT
from tests.rehearsal.calling import client_of
from tests.rehearsal.small_bot import MANIFEST, Listeners, build_app, over_http, over_socket

Play = Callable[..., AbstractContextManager[tuple[Stage, Listeners]]]


@pytest.fixture
def play() -> Play:
    """Starts a Slack and the small bot; takes the options of `Stage`."""

    @contextmanager
    def run(**options: Unpack[Options]) -> Iterator[tuple[Stage, Listeners]]:
        with Stage(**{"manifest": MANIFEST, **PATIENT, **options}) as stage:
            listeners = build_app(stage)
            way = over_http if options.get("mode") == "http" else over_socket
            with way(stage, listeners.app):
                yield stage, listeners

    return run


@pytest.fixture
def stage() -> Iterator[Stage]:
    """A Slack that grants everything; what it sends to the bot is kept, and answered by nobody."""
    with Stage(echo=False, mode="http", request_url="http://127.0.0.1:9/", retry_delays=(), **PATIENT) as running:
        running.down = True
        yield running


@pytest.fixture
def client(stage: Stage) -> WebClient:
    """The bot's client on `stage`."""
    return client_of(stage)
