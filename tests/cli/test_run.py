import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.rehearsal import Stage
from bot.running import alone_with
from bot.shipped import shipped
from tests.cli.command import Lotsen
from tests.patience import PATIENT

MANIFEST = json.loads(shipped("manifest.json").read_text(encoding="utf-8"))


@pytest.fixture
def stage() -> Iterator[Stage]:
    with Stage(manifest=MANIFEST, **PATIENT) as stage:
        yield stage


def test_settings_that_are_missing_are_told_together(lotsen: Lotsen) -> None:
    result = lotsen("run")

    assert result.exit_code == 1
    assert "SLACK_BOT_TOKEN: found nothing" in result.stderr
    assert "LOTSEN_ADVISOR_CHANNEL: found nothing" in result.stderr


def test_a_second_bot_on_the_same_database_refuses(
    lotsen: Lotsen, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {**stage.env(), "LOTSEN_ADVISOR_CHANNEL": "C0ADVISE"}.items():
        monkeypatch.setenv(name, value)

    with alone_with(Path("lotsen.db")):
        result = lotsen("run")

    assert result.exit_code == 1
    assert result.stderr.startswith("Error: another bot works on")


@pytest.mark.slow
def test_a_bot_in_a_process_of_its_own_answers_until_it_is_told_to_stop(stage: Stage, tmp_path: Path) -> None:
    own = {
        "LOTSEN_LOG_LEVEL": "DEBUG",
        "LOTSEN_ADVISOR_CHANNEL": "C0ADVISE",
        "LOTSEN_DATABASE": str(tmp_path / "lotsen.db"),
    }
    with subprocess.Popen(
        [sys.executable, "-m", "bot.cli", "run"],
        env={**os.environ, **stage.env(), **own},
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        stage.until(lambda: stage.slack.world.sockets.sockets, 120, "a connection")
        stage.say("company", "needs", "<@U0BOT> we want to sort living cells")
        answer = stage.expect("", channel="needs", timeout=60)
        stage.down = True
        process.send_signal(signal.SIGTERM)
        _, log = process.communicate(timeout=60)

    assert answer["thread_ts"]
    assert process.returncode == 0
    assert "Lotsen stops" in log
    assert "sort living cells" not in log
