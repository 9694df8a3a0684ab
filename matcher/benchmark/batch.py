"""`lotsen match --batch` over many needs beside the bare encoder on the same texts, each in a process of its own."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryFile

LINES = 1_000
# The bare encoder: a line in, its vector made, a line out.
_BARE = """
import sys
from pathlib import Path
from matcher.models import DEFAULT, load_encoder
encoder = load_encoder(DEFAULT, Path(sys.argv[1]))
for line in sys.stdin:
    encoder.encode([line])
    print(flush=True)
"""


@dataclass(frozen=True)
class Run:
    """How a process went.

    Attributes:
        first: seconds to its first answer.
        need: seconds a need after it.
        busy: seconds that processors worked for a need, the start shared among all; other work does not lengthen them.
        memory: MB at most.
    """

    first: float
    need: float
    busy: float
    memory: float


def run_batch(needs: Sequence[str]) -> Run:
    """The command over `LINES` lines, the needs again and again."""
    lines = [json.dumps({"id": str(n), "need": need}) for n, need in enumerate(islice(cycle(needs), LINES))]
    return _run([sys.executable, "-m", "bot.cli", "match", "--batch"], lines)


def run_bare(needs: Sequence[str], cache: Path) -> Run:
    """The encoder over the same texts, one at a time."""
    lines = [" ".join(need.split()) for need in islice(cycle(needs), LINES)]
    return _run([sys.executable, "-c", _BARE, str(cache)], lines)


def _run(command: Sequence[str], lines: Sequence[str]) -> Run:
    with TemporaryFile("w+") as source:
        source.write("".join(f"{line}\n" for line in lines))
        source.seek(0)
        began = time.perf_counter()
        process = subprocess.Popen(command, stdin=source, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)  # noqa: S603
        with process.stdout or nullcontext(()) as answers:
            times = [time.perf_counter() - began for _ in answers]
        # Not `wait`, which does not tell what was used.
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode or len(times) != len(lines):
        found = f"{len(times)} answers and the exit code {process.returncode}"
        raise RuntimeError(f"found {found}, wanted {len(lines)} and 0")
    need, busy = (times[-1] - times[0]) / (len(times) - 1), (used.ru_utime + used.ru_stime) / len(times)
    return Run(times[0], need, busy, used.ru_maxrss / 1024)
