"""`lotsen run` as people run it: a process of its own that can be killed and started again."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

#: Long enough for a busy machine that prepares the model for the first time.
_PATIENCE = 180.0
_GLANCE = 0.02
_LISTENING = "Lotsen is listening"


def _always_open() -> dict[str, str]:
    """A campus that never closes, keeps no public holidays, and on which it is noon: no test waits for a morning."""
    zone = f"Etc/GMT{time.gmtime().tm_hour - 12:+d}"
    return {"LOTSEN_HOURS": "mon-sun 00:00-23:59", "LOTSEN_TIME_ZONE": zone, "LOTSEN_COUNTRY": "HM"}


def free_port() -> int:
    """A port of this machine that nobody listens to."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _start(number: int) -> str:
    return f"--- start {number}"


class BotProcess:
    """One bot with its own folder, for its database and its log; started as often as a test likes."""

    def __init__(self, folder: Path, variables: Mapping[str, str]) -> None:
        self.folder, self.database = folder, folder / "lotsen.db"
        self._log, self._starts = folder / "log", 0
        ours = {
            "LOTSEN_DATABASE": str(self.database),
            "LOTSEN_LOG_LEVEL": "DEBUG",
            "LOTSEN_ADVISOR_CHANNEL": "C0ADVISE",
            # A journey is the same on every day of the week.
            "LOTSEN_DIGEST_DAY": "never",
            **_always_open(),
        }
        # What a developer has set for a bot of their own must not reach this one. The cache may: the model is warm.
        kept = {name: value for name, value in os.environ.items() if not name.startswith("SLACK_")}
        self._environment = {**kept, **ours, **variables}
        self._process: subprocess.Popen[bytes] | None = None

    def launch(self) -> None:
        """Start it, without waiting for anything."""
        self._starts += 1
        with self._log.open("ab") as log:
            log.write(f"{_start(self._starts)}\n".encode())
            log.flush()
            self._process = subprocess.Popen(
                [Path(sys.executable).with_name("lotsen"), "run"],
                cwd=self.folder,
                env=self._environment,
                stdout=subprocess.DEVNULL,
                stderr=log,
            )

    def start(self) -> None:
        """Start it, and wait until it listens."""
        self.launch()
        deadline = time.monotonic() + _PATIENCE
        while not self.is_listening():
            ended = self._process is None or self._process.poll() is not None
            if ended or time.monotonic() > deadline:
                raise AssertionError(f"the bot does not listen:\n{self.log()}")
            time.sleep(_GLANCE)

    def is_listening(self) -> bool:
        """Whether the last start has come so far. One that was killed before that never will."""
        return _LISTENING in self.log().rpartition(_start(self._starts))[2]

    @property
    def runs(self) -> bool:
        """Whether there is a process, listening or not."""
        return self._process is not None and self._process.poll() is None

    def kill(self) -> None:
        """End it as a power cut would."""
        self._end(signal.SIGKILL)

    def stop(self) -> int:
        """Ask it to end, and give its exit code."""
        return self._end(signal.SIGTERM)

    def _end(self, how: signal.Signals) -> int:
        if self._process is None:
            return 0
        self._process.send_signal(how)
        code = self._process.wait(timeout=60)
        self._process = None
        return code

    def log(self) -> str:
        """Everything it logged so far, over all its starts."""
        return self._log.read_text(encoding="utf-8") if self._log.exists() else ""
