import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.domain.message import Message, Topic
from bot.running import AlreadyRunning, Bot, alone_with, run_until_told
from bot.workers import Loop
from tests.stand_ins import MORNING, Office


class Ears:
    """A connection that tells itself to stop as soon as it listens."""

    def __init__(self, order: list[str], told: signal.Signals | None = None) -> None:
        self.order, self.told = order, told

    def start(self) -> None:
        self.order.append("listening")
        if self.told:
            signal.raise_signal(self.told)

    def stop(self) -> None:
        self.order.append("deaf")


def idle() -> bool:
    return False


def a_bot(office: Office, ears: Ears) -> Bot:
    return Bot(
        office.store,
        Loop("working", idle, threads=1),
        Loop("sending", idle, threads=1),
        Loop("ticking", idle, threads=1),
        ears,
    )


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


@pytest.fixture
def signals() -> Iterator[None]:
    """Gives the signals back as they were."""
    before = {each: signal.getsignal(each) for each in (signal.SIGTERM, signal.SIGINT)}
    yield
    for each, handler in before.items():
        signal.signal(each, handler)


@pytest.mark.usefixtures("signals")
@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGINT])
def test_runs_until_a_signal_and_stops_listening_then(office: Office, told: signal.Signals) -> None:
    order: list[str] = []

    run_until_told(a_bot(office, Ears(order, told)))

    assert order == ["listening", "deaf"]


def test_takes_up_what_an_earlier_bot_left_half_done(office: Office) -> None:
    office.has_need("N1")
    office.asks("oak")
    with office.store.unit() as unit:
        unit.outbox.put(Message(Topic.ANSWER, "N1"), MORNING)
        unit.outbox.take(MORNING)

    with a_bot(office, Ears([])):
        states = (office.inbox_states(), office.rows("select state from outbox"))

    assert states == (["waiting"], [("queued",)])


def test_a_second_bot_on_the_same_database_refuses_with_what_to_do(tmp_path: Path) -> None:
    database = tmp_path / "lotsen.db"

    with alone_with(database), pytest.raises(AlreadyRunning, match=r"another bot works on .*lotsen\.db: stop it first"):
        alone_with(database).__enter__()


def test_the_database_is_free_again_afterwards_and_after_a_kill(tmp_path: Path) -> None:
    database = tmp_path / "deeper" / "lotsen.db"
    code = (
        "import os, pathlib, sys; from bot.running import alone_with\n"
        "alone_with(pathlib.Path(sys.argv[1])).__enter__(); os.kill(os.getpid(), 9)"
    )

    killed = subprocess.run([sys.executable, "-c", code, str(database)], check=False)
    with alone_with(database):
        pass

    assert killed.returncode == -signal.SIGKILL
    with alone_with(database):
        pass
