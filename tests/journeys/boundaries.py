"""Kills the bot around every single call to Slack of one whole path, and compares what came of it with no kill at all.

`python -m tests.journeys.boundaries` walks the path undisturbed; then with a kill just before each different call
(Slack never took it), and with a kill just after each (Slack did what was asked, and the bot never heard so). Each side
takes several walks, since work that is killed again and again is given up in the end, as it should be.
"""

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.journeys.campus import opened
from tests.journeys.deadly import DeadlyStage, EveryCall, Side, striking
from tests.journeys.kills import breaches, silence_the_server
from tests.journeys.path import Outcome, WholePath
from tests.journeys.tally import unsent

#: A bot takes some seconds to start, and an event must not be given up meanwhile. Slack's own retries span minutes.
_RETRIES = (0.2, 5.0, 10.0, 20.0)
#: Of the calls that are left, every fourth is struck in the first walk, every third of the others in the next …
_STEPS = (4, 3, 2, 1)


@dataclass(frozen=True)
class Walked:
    """The path, walked once.

    Attributes:
        calls: how many different calls it took, by method.
        kills: how many of them the bot did not survive.
        unsent: messages that never left, and were not overtaken either.
    """

    outcome: Outcome
    calls: Counter[str]
    kills: Counter[str] = field(default_factory=Counter)
    breaches: Sequence[str] = ()
    unsent: int = 0

    @property
    def repeated(self) -> int:
        """How many messages stand in Slack that stood there already."""
        return sum(times - 1 for times in self.outcome.told.values())

    def lost(self, undisturbed: "Walked") -> int:
        """How many messages are missing that stand there when nobody is killed."""
        return self.unsent + (undisturbed.outcome.told - self.outcome.told).total()


def walked(folder: Path, strikes: EveryCall, step: int = sys.maxsize) -> Walked:
    """Walk the path once more, with a kill at every so manieth call that was not struck before."""
    folder.mkdir()
    strikes.begin(step)
    with opened(folder, "socket", DeadlyStage, retry_delays=_RETRIES) as campus:
        assert isinstance(campus.stage, DeadlyStage)
        with striking(campus.stage, campus.process, strikes):
            outcome = WholePath(campus).walk()
        campus.awake()
        return Walked(outcome, strikes.calls, strikes.kills, breaches(campus), unsent(campus))


def table(undisturbed: Walked, before: Sequence[Walked], after: Sequence[Walked]) -> str:
    """What was called, where the bot was killed, and what came of it."""
    sides = ([undisturbed], before, after)
    counted = [undisturbed.calls, *(sum((walk.kills for walk in walks), Counter[str]()) for walks in (before, after))]
    rows: list[tuple[str, Sequence[object]]] = [
        ("call", ("different", "killed before", "killed after")),
        *((method, [counts[method] for counts in counted]) for method in sorted(set().union(*counted))),
        ("all", [counts.total() for counts in counted]),
        ("walks", [len(walks) for walks in sides]),
        ("messages in Slack", [sum(walk.outcome.told.total() for walk in walks) for walks in sides]),
        ("repeated", [sum(walk.repeated for walk in walks) for walks in sides]),
        ("lost", [sum(walk.lost(undisturbed) for walk in walks) for walks in sides]),
        ("breaches of its rules", [sum(len(walk.breaches) for walk in walks) for walks in sides]),
        ("outcome as undisturbed", [sum(walk.outcome == undisturbed.outcome for walk in walks) for walks in sides]),
    ]
    return "\n".join(f"{name:<24}{values[0]:>12}{values[1]:>16}{values[2]:>16}" for name, values in rows)


def main(arguments: Sequence[str] | None = None) -> int:
    """The command: exit code 1 when a kill made any difference."""
    argparse.ArgumentParser(description=__doc__).parse_args(arguments)
    silence_the_server()
    with tempfile.TemporaryDirectory(prefix="lotsen-boundaries-") as name:
        folder = Path(name)
        undisturbed = walked(folder / "undisturbed", EveryCall())
        before, after = (_every_call(folder, side) for side in Side)
    sys.stdout.write(table(undisturbed, before, after) + "\n")
    walks = [*before, *after]
    return 0 if all(walk.outcome == undisturbed.outcome and not walk.breaches for walk in walks) else 1


def _every_call(folder: Path, side: Side) -> list[Walked]:
    """With each step fewer calls are left, and in the last walk every one of them is struck."""
    strikes = EveryCall(side)
    return [walked(folder / f"{side}-{step}", strikes, step) for step in _STEPS]


if __name__ == "__main__":
    sys.exit(main())
