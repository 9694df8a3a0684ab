"""Kills the bot at random moments while people ask, choose and answer, and counts what became of all they asked.

`python -m tests.journeys.kills --kills 100 --seed 1` prints the counts. People see what they see in Slack: what was not
acknowledged they try again, and only what was acknowledged must be answered.
"""

import argparse
import itertools
import random
import re
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, fields
from pathlib import Path

from bot.domain.message import Topic
from tests.journeys.campus import Campus, opened
from tests.journeys.customers import Customer, Expert, choices_taken, needs_given_up, needs_taken, times_answered

#: Slack takes its time; a kill may then fall between a message's arrival there and its record here.
_LATENCY = 0.05
#: The bot needs two to three seconds to start. A kill may fall into that as well.
_SHORTEST_LIFE, _LONGEST_LIFE = 0.1, 2.5
_KILLED_WHILE_STARTING = 0.2
_LAST_ANSWERS = 120.0
_LOOKS = ("conversations.history", "conversations.replies")
#: A bot that was just killed, or is just starting, is late or silent; these are the words for that.
_OF_THE_DEAD = re.compile(r"acknowledg|^trigger_id used")
_CUSTOMERS = ("company", "company2", "guest")


@dataclass
class Counts:
    """What became of everything that people asked and chose."""

    kills: int
    kills_in_the_middle_of_work: int
    looks_whether_a_message_was_posted: int
    needs_sent: int
    needs_answered_exactly_once: int
    introductions_approved: int
    experts_asked: int
    experts_asked_exactly_once: int
    introductions_made_exactly_once: int
    messages_posted: int
    messages_repeated: int
    lost: int
    breaches_of_slacks_rules: int
    never_taken_from_slack: int

    def __str__(self) -> str:
        """One line for each count."""
        return "\n".join(f"{each.name.replace('_', ' '):>34}: {getattr(self, each.name)}" for each in fields(self))


def run(folder: Path, kills: int, seed: int) -> Counts:
    """Let people ask and choose while the bot dies as often as told; the counts once all is quiet again."""
    chance = random.Random(seed)
    with opened(folder, "socket") as campus:
        campus.stage.down = True
        campus.link(every=2)
        campus.stage.fault("*", times=sys.maxsize, delay=_LATENCY)
        numbers, over = itertools.count(1), threading.Event()
        customers = [Customer(campus, name, numbers, random.Random(chance.random())) for name in _CUSTOMERS]
        expert = Expert(campus)
        with ThreadPoolExecutor(len(customers) + 1) as people:
            lives = [people.submit(each.live, over) for each in (*customers, expert)]
            try:
                _kill(campus, kills, chance)
            finally:
                over.set()
            for life in lives:
                life.result()
        campus.settled(_LAST_ANSWERS)
        while expert.answer():
            campus.settled(_LAST_ANSWERS)
        campus.stage.quiet(1)
        return _counted(campus, kills)


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
    keys, answered = campus.keys(), times_answered(campus)
    needs, choices = needs_taken(campus.stage), [_told(keys, each) for each in choices_taken(campus.stage)]
    answers = [answered[need] for need in needs]
    requests = [times for key, times in keys.items() if key.startswith(f"{Topic.REQUEST}:")]
    over_again = [times - 1 for times in (*keys.values(), *answered.values()) if times > 1]
    return Counts(
        kills=kills,
        kills_in_the_middle_of_work=campus.process.log().count("taken up again after a crash"),
        looks_whether_a_message_was_posted=sum(each["method"] in _LOOKS for each in campus.stage.calls),
        needs_sent=len(needs),
        needs_answered_exactly_once=answers.count(1),
        introductions_approved=len(choices),
        experts_asked=len(requests),
        experts_asked_exactly_once=requests.count(1),
        introductions_made_exactly_once=choices.count(1),
        messages_posted=keys.total(),
        messages_repeated=sum(over_again),
        lost=answers.count(0) + choices.count(0),
        breaches_of_slacks_rules=len([each for each in campus.stage.final_checks() if not _OF_THE_DEAD.search(each)]),
        never_taken_from_slack=needs_given_up(campus.stage),
    )


def _told(keys: Counter[str], introduction: str) -> int:
    """How often an introduction came about, by an expert's yes or an advisor's hand, where the company was told too."""
    opening = (Topic.REQUEST, Topic.INTRODUCTION, Topic.THREAD_OPENED)
    by_itself = min(keys[f"{topic}:{introduction}"] for topic in opening)
    by_hand = min(keys[f"{topic}:{introduction}"] for topic in (Topic.REQUEST_BY_HAND, Topic.ADVISOR_ANSWERS))
    return by_itself + by_hand


def main(arguments: Sequence[str] | None = None) -> int:
    """The command: exit code 1 when something was lost or repeated."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="lotsen-kills-") as folder:
        counts = run(Path(folder), given.kills, given.seed)
    sys.stdout.write(f"{counts}\n")
    return 1 if counts.lost or counts.messages_repeated or counts.breaches_of_slacks_rules else 0


if __name__ == "__main__":
    sys.exit(main())
