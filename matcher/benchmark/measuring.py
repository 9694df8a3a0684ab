"""One method at one size, built in one process and asked in the next, so that memory and start are its own.

Beside every question the bare encoder is called with the same text and one bare matrix product is made, so that the
ratios hold however busy the machine is.
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median, quantiles
from typing import Literal, Self

from matcher.benchmark.methods import METHODS, Ask, Bench, Product

# A first call fills caches and wakes threads; people ask a running matcher.
WARMING = 3
Step = Literal["build", "ask"]


@dataclass(frozen=True)
class Times:
    """Seconds of many calls."""

    median: float
    late: float

    @classmethod
    def of(cls, seconds: Sequence[float]) -> Self:
        """The median, and what nineteen calls of twenty do not exceed."""
        return cls(median(seconds), quantiles(seconds, n=20, method="inclusive")[-1])


@dataclass(frozen=True)
class Measured:
    """What one method did at one size.

    Attributes:
        build: seconds to build everything; 0 where another method has built it.
        start: seconds from what was built to ready, the catalogue and the encoder being there.
        need: one need; encoder, product: the bare calls beside it.
        memory: MB taken by opening and asking, without the encoder's; mapped: of these, files that can be dropped.
        encoder_memory: MB taken by the encoder.
    """

    build: float
    start: float
    need: Times
    encoder: Times
    product: Times
    memory: float
    mapped: float
    encoder_memory: float


def measure(name: str, *, built: bool, arguments: Sequence[str]) -> Measured:
    """Run both steps in processes of their own.

    Args:
        name: of the method.
        built: whether what it asks has been built before.
        arguments: for `python -m matcher.benchmark`, so that the processes see the same catalogue.
    """
    built_in = 0.0 if built else float(_run(name, "build", arguments))
    asked = json.loads(_run(name, "ask", arguments))
    need, encoder, product = (Times(**asked[key]) for key in ("need", "encoder", "product"))
    memory_of = (asked["memory"], asked["mapped"], asked["encoder_memory"])
    return Measured(built_in, asked["start"], need, encoder, product, *memory_of)


def _run(name: str, step: Step, arguments: Sequence[str]) -> str:
    command = [sys.executable, "-m", "matcher.benchmark", *arguments, "--step", step, "--method", name]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines()[-1]  # noqa: S603


def build(name: str, bench: Bench) -> str:
    """The seconds that building takes; what the child process of `measure` prints."""
    began = time.perf_counter()
    METHODS[name].build(bench)
    return str(time.perf_counter() - began)


def ask(name: str, bench: Bench, needs: Sequence[str], before_encoder: "Memory") -> str:
    """Everything but the build, as one line of JSON; what the child process of `measure` prints."""
    Product().build(bench)
    product = Product().open(bench)
    bare: Ask = lambda need: bench.encoder.encode([need])  # noqa: E731 - a method like the others
    for need in needs[:WARMING]:
        bare(need)
        product(need)
    before = memory()
    began = time.perf_counter()
    method = METHODS[name].open(bench)
    start = time.perf_counter() - began
    for need in needs[:WARMING]:
        method(need)
    seconds: list[tuple[float, float, float]] = []
    most = memory()
    for need in needs:
        seconds.append((_timed(bare, need), _timed(product, need), _timed(method, need)))
        most = max(most, memory(), key=lambda taken: taken.own + taken.mapped)
    encoder, by_product, by_method = (asdict(Times.of(column)) for column in zip(*seconds, strict=True))
    taken = {"memory": most.own + most.mapped - before.own - before.mapped, "mapped": most.mapped - before.mapped}
    encoders = before.own + before.mapped - before_encoder.own - before_encoder.mapped
    found = {"start": start, "need": by_method, "encoder": encoder, "product": by_product, **taken}
    return json.dumps(found | {"encoder_memory": encoders})


@dataclass(frozen=True)
class Memory:
    """MB of this process that are its own, and that are files mapped into it."""

    own: float
    mapped: float


def memory() -> Memory:
    """What this process has in memory now, as Linux tells; elsewhere nothing is known, and 0 is said."""
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    said = dict(line.split(":", 1) for line in lines if line.startswith("Rss"))
    own, mapped = (float(said.get(key, "0 kB").split()[0]) / 1024 for key in ("RssAnon", "RssFile"))
    return Memory(own, mapped)


def _timed(call: Callable[[str], object], need: str) -> float:
    began = time.perf_counter()
    call(need)
    return time.perf_counter() - began
