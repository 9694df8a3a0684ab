"""Many companies ask within a minute, while hundreds of introductions are open and their clocks ring all at once.

`python -m tests.journeys.load` prints what that takes as ratios: to one bare call of the encoder on the same machine,
and to what Slack itself allows, which is one message a second in each channel and three seconds to acknowledge.
"""

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Unpack

from bot.domain.clock import ClockKind
from bot.domain.message import Topic
from bot.rehearsal.conditions import Options
from bot.rehearsal.faults import PostingLimit
from bot.settings import Settings
from matcher.models import load_encoder
from tests.journeys.campus import Campus, key_of, opened
from tests.journeys.crowd import Asked, Crowd, workspace
from tests.journeys.tally import tally, unsent

_PATIENCE = 1800.0
#: What a call to Slack takes over the network.
_LATENCY = 0.1
_ACKNOWLEDGED_WITHIN = 3.0
_CALLS = 50
_SENTENCE = "We want to see what our new coating does to living cells over two or three days."


@dataclass(frozen=True)
class Size:
    """How much of everything there is."""

    companies: int = 200
    introductions: int = 500
    warnings: int = 100
    seconds: float = 60.0


@dataclass(frozen=True)
class Report:
    """What came of it; times in seconds."""

    size: Size
    encoder: float
    asked: Sequence[Asked]
    answered: dict[str, float]
    acknowledged: Sequence[float]
    queues: dict[str, "Queue"]
    refused: int
    lost: int
    repeated: int
    disordered: int
    breaches: Sequence[str]

    def __str__(self) -> str:
        """Each figure in a line of its own, with its ratios."""
        lines = [
            f"one bare call of the encoder: {self.encoder * 1000:.1f} ms",
            f"{len(self.asked)} needs within {self.size.seconds:.0f} s, {len(self.answered)} answered",
            f"{'answers':<34}{'median s':>9}{'worst s':>9}{'median/encoder':>16}{'worst/1 s a message':>21}",
        ]
        for door in ("direct", "command", "mention"):
            times = [
                self.answered[each.mark] for each in self.asked if each.door == door and each.mark in self.answered
            ]
            lines.append(self._line(f"through {door}", times))
        lines.append(f"{'messages due together':<34}{'number':>9}{'took s':>9}{'Slack needs s':>16}{'ratio':>21}")
        lines += [f"{name:<34}{queue}" for name, queue in self.queues.items()]
        worst, breaches = max(self.acknowledged), len(self.breaches)
        share = worst / _ACKNOWLEDGED_WITHIN
        lines += [
            f"{len(self.acknowledged)} acknowledgements, the longest {worst:.2f} s, {share:.2f} of what Slack allows",
            f"messages that Slack asked to wait with: {self.refused}",
            f"lost: {self.lost}, repeated: {self.repeated}, out of order: {self.disordered}, breaches: {breaches}",
        ]
        return "\n".join(lines)

    def _line(self, name: str, times: Sequence[float]) -> str:
        median, worst = statistics.median(times), max(times)
        return f"{name:<34}{median:>9.2f}{worst:>9.2f}{median / self.encoder:>16.1f}{worst:>21.1f}"


@dataclass(frozen=True)
class Queue:
    """Messages that were due at one moment: how long until the last stood, and how long Slack alone needs for that."""

    number: int
    took: float
    needed: float

    def __str__(self) -> str:
        """With the ratio of the two."""
        return f"{self.number:>9}{self.took:>9.1f}{self.needed:>16.1f}{self.took / max(self.needed, 1.0):>21.2f}"


def run(folder: Path, size: Size, **options: Unpack[Options]) -> Report:
    """Everything from an empty workspace to the last message; `options` are those of the Slack."""
    encoder = _bare_call()
    with opened(folder, "socket", cast=workspace(size.companies), **options) as campus:
        crowd = Crowd(campus, size.companies)
        crowd.opens(size.introductions)
        stage, heard, called = campus.stage, len(campus.stage.deliveries), len(campus.stage.calls)
        stage.slack.world.posting_limit = PostingLimit(on=True)
        stage.fault("*", times=sys.maxsize, delay=_LATENCY)
        due = time.time()
        crowd.falls_due(ClockKind.REMINDER, size.introductions)
        crowd.falls_due(ClockKind.WARNING, size.warnings)
        asked = crowd.all_ask(size.seconds)
        campus.settled(_PATIENCE)
        stage.quiet(1)
        tries = [each["ms"] / 1000 for delivery in stage.deliveries[heard:] for each in delivery["tries"]]
        keys = campus.keys()
        return Report(
            size=size,
            encoder=encoder,
            asked=asked,
            answered=crowd.answered(asked),
            acknowledged=tries,
            queues={topic: _queue(campus, topic, due) for topic in (Topic.REMINDER, Topic.LATE)},
            refused=sum(each.get("result", {}).get("error") == "ratelimited" for each in stage.calls[called:]),
            lost=_lost(campus, size),
            repeated=sum(times - 1 for times in keys.values()),
            disordered=_disordered(campus),
            breaches=stage.final_checks(),
        )


def _bare_call() -> float:
    encoder = load_encoder("default", Settings.from_environment({}).cache)
    times = []
    for number in range(_CALLS):
        began = time.perf_counter()
        encoder.encode([f"{_SENTENCE} No {number:04}."])
        times.append(time.perf_counter() - began)
    return statistics.median(times)


def _queue(campus: Campus, topic: Topic, due: float) -> Queue:
    """The messages of a topic; Slack needs a second for each that stands before the last, whatever it is about."""
    number, took, needed = 0, 0.0, 0.0
    for messages in campus.stage.messages.values():
        posted = [(float(each["ts"]), key_of(each)) for each in messages if float(each["ts"]) > due and key_of(each)]
        ours = [ts for ts, key in posted if key.startswith(f"{topic}:")]
        if ours:
            number, took = number + len(ours), max(took, max(ours) - due)
            needed = max(needed, sum(ts <= max(ours) for ts, _ in posted) - 1.0)
    return Queue(number, took, needed)


def _lost(campus: Campus, size: Size) -> int:
    """Needs without an answer, steps that nobody was told of, clocks that rang for nobody, messages that never left."""
    keys = campus.keys()
    rung = {topic: sum(key.startswith(f"{topic}:") for key in keys) for topic in (Topic.REMINDER, Topic.LATE)}
    silent = size.introductions - rung[Topic.REMINDER] + size.warnings - rung[Topic.LATE]
    return silent + unsent(campus) + sum(row.lost for row in tally(campus))


def _disordered(campus: Campus) -> int:
    """How often two messages of one lane stand in Slack the other way round than they were written."""
    with campus.store.unit() as unit:
        sql = "select lane, ts, topic from outbox where state = 'sent' order by id"
        rows = [row for row in unit.outbox.db.query(sql) if not str(row["topic"]).endswith("_changed")]
    lanes: dict[str, list[float]] = {}
    for row in rows:
        lanes.setdefault(row["lane"], []).append(float(row["ts"]))
    return sum(_falls(times) for times in lanes.values())


def _falls(times: Iterable[float]) -> int:
    return sum(after < before for before, after in pairwise(times))


def main(arguments: Sequence[str] | None = None) -> int:
    """The command: exit code 1 when something was lost, repeated, late to acknowledge, or broke a rule of Slack."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--companies", type=int, default=Size.companies)
    parser.add_argument("--introductions", type=int, default=Size.introductions)
    parser.add_argument("--warnings", type=int, default=Size.warnings, help="clocks that tell the advisors")
    parser.add_argument("--seconds", type=float, default=Size.seconds, help="within which all companies ask")
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="lotsen-load-") as folder:
        report = run(Path(folder), Size(**vars(given)))
    sys.stdout.write("\n".join([str(report), *report.breaches[:20]]) + "\n")
    late = max(report.acknowledged) > _ACKNOWLEDGED_WITHIN
    return 1 if report.lost or report.repeated or report.disordered or report.breaches or late else 0


if __name__ == "__main__":
    sys.exit(main())
