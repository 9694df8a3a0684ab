"""The people of a campus, who ask, choose, answer and change their minds while the bot comes and goes.

Each decides by dice of their own, so that what they do follows from a seed; when it happens follows from the machine.
"""

import itertools
import random
import threading
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta

from bot.domain.introduction import Decline, Introduction, introduction_id
from bot.domain.lifecycle import IntroductionState
from bot.domain.message import Topic
from bot.domain.need import Door
from bot.rehearsal.people.watching import WaitedInVainError
from tests.journeys.campus import Campus
from tests.journeys.doing import Doing

NEEDS = (
    "We want to see what our new coating does to living cells over two or three days.",
    "We need to sort living immune cells of a rare kind out of blood.",
    "Vi vill sortera fram en ovanlig sorts immunceller ur blod, levande och så rena som möjligt.",
    "Our company wants to see the surface of an implant in an electron microscope.",
)
#: How long somebody waits for anything before doing something else: a bot that was killed twice needs this long.
_PATIENCE = 20.0
_LONGEST_PAUSE = 0.3
_OPEN = frozenset({IntroductionState.ASKED, IntroductionState.POSTPONED, IntroductionState.WITH_ADVISOR})


class Somebody(ABC):
    """One person with dice, who does one thing after the other."""

    def __init__(self, campus: Campus, name: str, chance: random.Random) -> None:
        self.campus, self.name, self.chance = campus, name, chance
        self.doing = Doing(campus, _PATIENCE)

    def live(self, over: threading.Event) -> None:
        """Do what there is to do until it is over; what takes too long is left."""
        while not over.is_set():
            with suppress(WaitedInVainError):
                self.act()
            time.sleep(self.chance.uniform(0, _LONGEST_PAUSE))

    @abstractmethod
    def act(self) -> None:
        """Do the next thing, if there is one."""

    def introductions(self, condition: str, *values: str) -> list[Introduction]:
        """Those on record that fit, oldest first."""
        with self.campus.store.unit() as unit:
            rows = unit.introductions.db.query(f"select id from introductions where {condition} order by rowid", values)
            return [unit.introductions.get(row["id"]) for row in list(rows)]


class Customer(Somebody):
    """Asks through any door, mostly chooses one match or several, sometimes takes something back."""

    def __init__(self, campus: Campus, name: str, chance: random.Random, numbers: "itertools.count[int]") -> None:
        super().__init__(campus, name, chance)
        self._numbers = numbers

    def act(self) -> None:
        """Ask; choose; decide about whom experts named; take something back."""
        door = self.chance.choice((Door.MENTION, Door.DIRECT_MESSAGE, Door.COMMAND))
        need = self.doing.asks(self.name, door, f"{self.chance.choice(NEEDS)} No {next(self._numbers):04}.")
        if self.chance.random() < 0.8:
            chosen = self._chooses(need)
            self._may_withdraw(need, chosen)
        self.decides()

    def decides(self) -> None:
        """About whom experts named: mostly yes."""
        asker = "need in (select id from needs where user = ?)"
        for each in self.introductions(f"state = 'proposed' and {asker}", self.campus.id_of(self.name)):
            decide = self.doing.approves_suggestion if self.chance.random() < 0.7 else self.doing.leaves_suggestion
            decide(self.name, each.id)

    def _chooses(self, need: str) -> list[str]:
        """One match, or two or three of which the last may wait for the others."""
        answer = self.doing.need(need).answer
        entries = [match.id for match in answer.matches[:8]] if answer else []
        chosen = self.chance.sample(entries, min(len(entries), self.chance.choice((1, 1, 2, 3))))
        later = chosen[1:][-1:] if self.chance.random() < 0.6 else []
        self.doing.chooses(self.name, need, chosen, later)
        return [introduction_id(need, entry) for entry in chosen]

    def _may_withdraw(self, need: str, chosen: Sequence[str]) -> None:
        dice = self.chance.random()
        if dice < 0.15:
            self.doing.withdraws_need(self.name, need)
        elif dice < 0.3 and self.doing.introduction(chosen[0]).state in _OPEN:
            self.doing.withdraws(self.name, chosen[0])


class Expert(Somebody):
    """Answers what is put before them, in each of the four ways; of a yes from a day on they may make a plain one."""

    def __init__(self, campus: Campus, name: str, chance: random.Random, entries: Sequence[str]) -> None:
        super().__init__(campus, name, chance)
        self._entries = entries

    def act(self) -> None:
        """Answer the oldest request, and now and then one that was put off."""
        for each in self._asked("asked")[:1]:
            self._answers(each.id)
        for each in self._asked("postponed")[:1]:
            if self.chance.random() < 0.2:
                self.doing.says_yes(self.name, each.id)

    def answers_all(self) -> int:
        """Answer whatever still waits; how many that were."""
        asked = self._asked("asked")
        for each in asked:
            self._answers(each.id)
        return len(asked)

    def _asked(self, state: str) -> list[Introduction]:
        return self.introductions("state = ? and expert_user = ?", state, self.campus.id_of(self.name))

    def _answers(self, introduction: str) -> None:
        day = (datetime.now(UTC) + timedelta(days=30)).date()
        ways: tuple[Callable[[], None], ...] = (
            lambda: self.doing.says_yes(self.name, introduction),
            lambda: self.doing.postpones(self.name, introduction, day),
            lambda: self.doing.names(self.name, introduction, self.chance.choice(self._entries)),
            lambda: self.doing.declines(self.name, introduction, Decline.NO_TIME, "Perhaps later."),
        )
        self.chance.choice(ways)()


class Advisor(Somebody):
    """Asks by other ways than Slack, and presses what was said; other advisors may press at the same time."""

    def act(self) -> None:
        """Tell what the expert of the oldest case said."""
        for each in self.introductions("state = 'with_advisor'")[:1]:
            self._tells(each.id)

    def tells_all(self) -> int:
        """Tell what was said in all cases that still wait; how many that were."""
        waiting = self.introductions("state = 'with_advisor'")
        for each in waiting:
            self._tells(each.id)
        return len(waiting)

    def _tells(self, introduction: str) -> None:
        with suppress(LookupError):
            self.campus.card(Topic.REQUEST_BY_HAND, introduction)
            if self.chance.random() < 0.5:
                self.doing.heard_yes(self.name, introduction)
            else:
                self.doing.heard_no(self.name, introduction, Decline.NOT_OPEN)
