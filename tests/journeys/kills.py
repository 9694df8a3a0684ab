"""Kills the bot at random moments while people ask, choose, answer and withdraw, and counts what became of it all.

`python -m tests.journeys.kills --kills 200 --seed 1` prints the counts. People see what they see in Slack: what was not
acknowledged they try again, and only what was acknowledged must take effect.
"""

import argparse
import itertools
import logging
import random
import re
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from bot.settings import Settings
from bot.wiring import read_catalogue
from tests.journeys.campus import EXPERT, SECOND_EXPERT, Campus, opened
from tests.journeys.people import Advisor, Customer, Expert
from tests.journeys.tally import Row, given_up, tally, unsent

#: Slack takes its time; a kill may then fall between a message's arrival there and its record here.
_LATENCY = 0.05
#: The bot needs some seconds to start. A kill may fall into that as well.
_SHORTEST_LIFE, _LONGEST_LIFE = 0.1, 2.5
_KILLED_WHILE_STARTING = 0.2
_LAST_ANSWERS = 120.0
_LOOKS = ("conversations.history", "conversations.replies")
#: A bot that was just killed, or is just starting, is late or silent; these are the words for that.
_OF_THE_DEAD = re.compile(r"acknowledg|^trigger_id used")
_CUSTOMERS = ("company", "company2", "guest")


@dataclass(frozen=True)
class Counts:
    """What became of everything that people did."""

    kills: int
    in_the_middle_of_work: int
    looks: int
    rows: Sequence[Row]
    messages: int
    repeated: int
    unsent: int
    breaches: Sequence[str]
    given_up: int

    @property
    def lost(self) -> int:
        """Everything that was taken and had no effect, and everything that ought to be told and was not."""
        return self.unsent + sum(row.lost for row in self.rows)

    @property
    def twice(self) -> int:
        """Everything that took effect twice, or stands in Slack twice."""
        return self.repeated + sum(row.twice for row in self.rows)

    def __str__(self) -> str:
        """A table of what people did and were told, and a line for each other count."""
        head = f"{'':<50}{'taken':>8}{'once':>8}{'overtaken':>11}{'lost':>6}{'twice':>7}"
        rows = [
            f"{row.what:<50}{row.taken:>8}{row.once:>8}{row.overtaken:>11}{row.lost:>6}{row.twice:>7}"
            for row in self.rows
        ]
        others = {
            "kills": self.kills,
            "kills in the middle of work": self.in_the_middle_of_work,
            "looks whether a message was posted": self.looks,
            "messages of the bot in Slack": self.messages,
            "messages that stand there twice": self.repeated,
            "messages that never left": self.unsent,
            "breaches of Slack's rules": len(self.breaches),
            "never taken from Slack": self.given_up,
        }
        return "\n".join([head, *rows, *(f"{name:<50}{count:>8}" for name, count in others.items())])


def run(folder: Path, kills: int, seed: int) -> Counts:
    """Let people live their lives while the bot dies as often as told; the counts once all is quiet again."""
    chance = random.Random(seed)
    with opened(folder, "socket") as campus:
        campus.stage.down = True
        # Every third expert has no account, so that an advisor asks.
        campus.link(EXPERT, SECOND_EXPERT, None)
        campus.stage.fault("*", times=sys.maxsize, delay=_LATENCY)
        _live(campus, kills, chance)
        campus.settled(_LAST_ANSWERS)
        campus.stage.quiet(1)
        return _counted(campus, kills)


def _live(campus: Campus, kills: int, chance: random.Random) -> None:
    """Everybody does what they do until the last kill; what was begun is brought to an end afterwards."""
    numbers, over = itertools.count(1), threading.Event()
    entries = sorted(read_catalogue(Settings.from_environment({})).entry_ids)
    customers = [Customer(campus, name, _dice(chance), numbers) for name in _CUSTOMERS]
    experts = [Expert(campus, name, _dice(chance), entries) for name in ("expert", "expert2")]
    advisors = [Advisor(campus, name, _dice(chance)) for name in ("advisor", "advisor2")]
    with ThreadPoolExecutor(len(customers) + len(experts) + len(advisors)) as people:
        lives = [people.submit(each.live, over) for each in (*customers, *experts, *advisors)]
        try:
            _kill(campus, kills, chance)
        finally:
            over.set()
        for life in lives:
            life.result()
    campus.settled(_LAST_ANSWERS)
    while any([*(each.answers_all() for each in experts), advisors[0].tells_all()]):
        campus.settled(_LAST_ANSWERS)


def _dice(chance: random.Random) -> random.Random:
    return random.Random(chance.random())


def _kill(campus: Campus, kills: int, chance: random.Random) -> None:
    for _ in range(kills - 1):
        time.sleep(chance.uniform(_SHORTEST_LIFE, _LONGEST_LIFE))
        campus.process.kill()
        if chance.random() < _KILLED_WHILE_STARTING:
            campus.process.launch()
        else:
            campus.process.start()
    campus.process.kill()
    campus.process.start()


def _counted(campus: Campus, kills: int) -> Counts:
    keys = campus.keys()
    return Counts(
        kills=kills,
        in_the_middle_of_work=campus.process.log().count("taken up again after a crash"),
        looks=sum(each["method"] in _LOOKS for each in campus.stage.calls),
        rows=list(tally(campus)),
        messages=keys.total(),
        repeated=sum(times - 1 for times in keys.values()),
        unsent=unsent(campus),
        breaches=breaches(campus),
        given_up=given_up(campus.stage),
    )


def silence_the_server() -> None:
    """A process that is killed leaves connections half open, which aiohttp logs as faults of its own."""
    logging.getLogger("aiohttp.server").setLevel(logging.CRITICAL)


def breaches(campus: Campus) -> list[str]:
    """The rules of Slack that were broken by more than being dead."""
    return [each for each in campus.stage.final_checks() if not _OF_THE_DEAD.search(each)]


def main(arguments: Sequence[str] | None = None) -> int:
    """The command: exit code 1 when something was lost, happened twice, or broke a rule of Slack."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args(arguments)
    silence_the_server()
    with tempfile.TemporaryDirectory(prefix="lotsen-kills-") as folder:
        counts = run(Path(folder), given.kills, given.seed)
    sys.stdout.write("\n".join([str(counts), *counts.breaches]) + "\n")
    return 1 if counts.lost or counts.twice or counts.breaches else 0


if __name__ == "__main__":
    sys.exit(main())
