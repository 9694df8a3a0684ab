"""A kill at every boundary of the whole path on the desk's level: before and after each transaction, one by one.

A kill is an error that no use case knows, raised where a transaction begins, or where it has just been saved, or where
it would have been; what was taken is then recovered, as a bot does when it starts again.
"""

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

import pytest
from sqlite_utils import Database

from bot.desk import by_hand, correct, enquire, feedback, follow, labels, propose, reply, triage
from bot.desk.approve import Choice, approving
from bot.desk.ask import asking
from bot.desk.withdraw import withdrawing
from bot.domain.introduction import Decline
from bot.domain.need import Door, Place
from bot.domain.people import Person
from bot.storage.ports import Json
from tests.play import MemoryStore, Play
from tests.stand_ins import ADVISOR, CARVING, COMPANY, DRYING, FIRST, FIRST_EXPERT, NOBODYS, SECOND, SECOND_EXPERT

OAK, PINE, HAND = f"N1/{DRYING}", f"N1/{CARVING}", f"N1/{NOBODYS}"

#: The whole path: what is pressed, and how many hours later the next thing is.
SCRIPT: tuple[tuple[str, Json, float], ...] = (
    ("ask", asking(Person("T1", COMPANY), "oak", Door.DIRECT_MESSAGE, Place("", None, private=True)), 0),
    (
        "approve",
        approving(
            "N1", COMPANY, [Choice(DRYING), Choice(NOBODYS), Choice(CARVING, as_next=True)], "We want to dry oak."
        ),
        1,
    ),
    ("reply", reply.redirecting(OAK, FIRST_EXPERT, SECOND), 1),
    ("approve", approving("N1", COMPANY, [Choice(SECOND, introduction=f"N1/{SECOND}")], "We want to dry oak."), 20),
    ("by_hand", by_hand.said_no(HAND, ADVISOR, Decline.NO_TIME, "On leave."), 1),
    ("triage", triage.taking("N1", ADVISOR), 1),
    ("enquire", enquire.asking("N1", ADVISOR, "How thick is the oak?"), 1),
    ("enquiry_answer", enquire.answering("N1", COMPANY, "Two inches."), 1),
    ("correct", correct.correcting("N1", ADVISOR, [SECOND, DRYING], "They dry it best."), 1),
    ("propose", propose.proposing("N1", ADVISOR, FIRST, "A company wants to dry oak."), 1),
    ("label", labels.deciding("N1/1", ADVISOR, approved=True), 1),
    ("reply", reply.accepting(f"N1/{SECOND}", SECOND_EXPERT), 200),
    ("follow", follow.closing(f"N1/{SECOND}", COMPANY), 1),
    ("feedback", feedback.answering(f"N1/{SECOND}", COMPANY, "Good.", useful=True), 1),
    ("withdraw", withdrawing(COMPANY, "N1"), 1),
)


class Killed(BaseException):
    """The process is gone; no `except Exception` of the bot catches it."""


class MortalStore(MemoryStore):
    """Counts the boundaries of transactions, and dies at some of them."""

    def __init__(self) -> None:
        super().__init__()
        self.boundaries = 0
        self.dies_at = frozenset[int]()

    @contextmanager
    def _transaction(self, *, writes: bool = True) -> Iterator[Database]:
        self._pass()
        with super()._transaction(writes=writes) as db:
            yield db
            self._pass()
        self._pass()

    def _pass(self) -> None:
        self.boundaries += 1
        if self.boundaries in self.dies_at:
            raise Killed


@dataclass(frozen=True)
class Outcome:
    """Everything that must be the same whether or not somebody was killed on the way."""

    states: dict[str, str]
    steps: dict[str, list[str]]
    told: list[str]
    seen: list[str]
    arrivals: list[str]


def played(*dies_at: int) -> tuple[Outcome, int]:
    """The whole script, with kills at some boundaries, and how many boundaries it has.

    What was pressed is delivered again when it was not acknowledged, as Slack does.
    """
    store = MortalStore()
    play = Play(store=store)
    store.boundaries, store.dies_at = 0, frozenset(dies_at)
    moment = play.clock()
    for number, (kind, body, hours) in enumerate(SCRIPT):
        moment += timedelta(hours=hours)
        survive(play, partial(press, play, f"press {number}", kind, body))
        survive(play, partial(play.wait_until, moment))
    boundaries, store.dies_at = store.boundaries, frozenset()
    return outcome(play), boundaries


def press(play: Play, key: str, kind: str, body: Json) -> None:
    with play.store.unit() as unit:
        unit.inbox.write(key, kind, body, play.clock())


def survive(play: Play, act: Callable[[], None]) -> None:
    """Do it until it is done; after each kill another bot takes up what was left half done."""
    while True:
        try:
            act()
        except Killed:
            survive(play, partial(recover, play))
        else:
            return


def recover(play: Play) -> None:
    with play.store.unit() as unit:
        unit.inbox.recover()
        unit.outbox.recover()


def outcome(play: Play) -> Outcome:
    with play.store.unit() as unit:
        introductions = unit.introductions.of_need("N1")
    return Outcome(
        {each.id: each.state.value for each in introductions},
        {each.id: play.steps(each.id) for each in introductions},
        sorted(play.told()),
        sorted(post.message.key for post in play.slack.seen),
        sorted(play.inbox_states()),
    )


UNDISTURBED, BOUNDARIES = played()
# Every seventh boundary is part of every run; all of them belong to the long one.
SOME = range(1, BOUNDARIES + 1, 7)


def test_the_path_has_every_kind_of_end_on_it() -> None:
    ends = {
        OAK: "redirected",
        HAND: "declined",
        f"N1/{SECOND}": "closed",
        PINE: "withdrawn",
        f"N1/{FIRST}": "withdrawn",
    }
    assert UNDISTURBED.states == ends
    assert BOUNDARIES > 300


def check_kill(*boundaries: int) -> None:
    killed, _ = played(*boundaries)

    assert killed == UNDISTURBED


def test_a_kill_at_some_boundaries_loses_nothing_and_tells_nothing_twice() -> None:
    for boundary in SOME:
        check_kill(boundary)


@pytest.mark.slow
def test_a_kill_at_every_boundary_loses_nothing_and_tells_nothing_twice() -> None:
    for boundary in range(1, BOUNDARIES + 1):
        check_kill(boundary)


@pytest.mark.slow
def test_two_hundred_times_three_random_kills_lose_nothing_and_tell_nothing_twice() -> None:
    dice = random.Random(4)
    for _ in range(200):
        check_kill(*dice.sample(range(1, BOUNDARIES + 1), 3))
