"""Campuses for journeys: one bot for each way of hearing Slack, shared by all tests, since starting takes seconds."""

import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import pytest

from bot.rehearsal import Stage
from bot.rehearsal.cast import BOT
from bot.rehearsal.wire import Mode
from tests.journeys.campus import MENTION, Campus, Opens, opened
from tests.patience import PATIENT

_FAILURE = re.compile(r"Traceback| (ERROR|CRITICAL) ")
#: What is said in passing may well stand in a log; a need may not.
_LONG_ENOUGH_TO_TELL = 40


@pytest.fixture(scope="session")
def campuses(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opens]:
    """Gives the campus of a mode, opened when it is first asked for."""
    running: dict[Mode, Campus] = {}
    with ExitStack() as closing:

        def campus_in(mode: Mode) -> Campus:
            if mode not in running:
                running[mode] = closing.enter_context(opened(tmp_path_factory.mktemp(mode), mode, **PATIENT))
            return running[mode]

        yield campus_in


@pytest.fixture(params=["socket", "http"])
def campus(request: pytest.FixtureRequest, campuses: Opens) -> Iterator[Campus]:
    """A campus whose rules are checked after the test, heard both ways."""
    with _watched(campuses(request.param)) as running:
        yield running


@pytest.fixture
def socket_campus(campuses: Opens) -> Iterator[Campus]:
    """As `campus`, over Socket Mode alone: for what does not depend on how Slack is heard."""
    with _watched(campuses("socket")) as running:
        yield running


@contextmanager
def _watched(campus: Campus) -> Iterator[Campus]:
    """A test's part of a campus: afterwards no rule of Slack is broken, nothing failed, nothing was said twice."""
    stage, campus.awaited = campus.stage, ()
    problems, log, said_before = len(stage.problems), len(campus.process.log()), campus.now()
    stage.slack.world.screens.stacks.clear()
    yield campus
    campus.settled()
    stage.quiet(0.3)
    logged = campus.process.log()[log:]
    assert [each for each in stage.final_checks()[problems:] if not campus.awaits(each)] == []
    assert [line for line in logged.splitlines() if _FAILURE.search(line) and not campus.awaits(line)] == []
    assert [key for key, times in campus.keys().items() if times > 1] == []
    assert [text for text in _said_since(stage, said_before) if text in logged] == []


def _said_since(stage: Stage, after: str) -> Iterator[str]:
    for messages in stage.messages.values():
        for message in messages:
            text = message["text"].removeprefix(MENTION).strip()
            if message["user"] != BOT and message["ts"] > after and len(text) > _LONG_ENOUGH_TO_TELL:
                yield text
