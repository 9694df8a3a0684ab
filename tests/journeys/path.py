"""One whole path, on which everything happens that can happen to an introduction, and what came of it.

It is the same path each time, so that what came of it can be compared: with kills on the way, and without.
"""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.domain.clock import ClockKind
from bot.domain.introduction import Decline, introduction_id
from bot.domain.lifecycle import IntroductionState
from bot.domain.message import Topic
from bot.domain.need import Door
from bot.slack.views import follow
from tests.journeys.campus import EXPERT, SECOND_EXPERT, Campus
from tests.journeys.doing import Doing

SEVERAL = "We want to see what our new coating does to living cells over two or three days."
BY_HAND = "Vi vill sortera fram en ovanlig sorts immunceller ur blod, levande och så rena som möjligt."
SILENT = "Our company wants to see the surface of an implant in an electron microscope."
NOTHING = "We need a wind tunnel to test whole car bodies at 200 km/h."

#: Kills hold everybody up: a message may be sent only at the fourth try, by the fourth process.
_PATIENCE = 300.0


@dataclass(frozen=True)
class Outcome:
    """Everything that must be the same whether or not somebody was killed on the way.

    Attributes:
        states: of each introduction, by what its need asked and its entry.
        steps: of each introduction and need, in order.
        told: how often each message of the bot stands in Slack.
    """

    states: dict[str, str]
    steps: dict[str, list[str]]
    told: Counter[str]


class WholePath:
    """Everybody's part in it."""

    def __init__(self, campus: Campus) -> None:
        self.campus, self.doing = campus, Doing(campus, _PATIENCE)

    def walk(self) -> Outcome:
        """All that happens, one thing after the other."""
        for part in (self._several_at_once, self._by_hand, self._silence, self._nothing_fits):
            part()
            self.campus.settled(_PATIENCE)
        return self._outcome()

    def _several_at_once(self) -> None:
        """Two are asked, a third waits: yes but not before, then yes after all; no; not us, and a yes by hand."""
        doing, need = self.doing, self.doing.asks("company", Door.MENTION, SEVERAL)
        first, second, third, fourth = doing.matches(need, 4)
        for entry, account in zip((first, second, third, fourth), (EXPERT, SECOND_EXPERT, EXPERT, None), strict=True):
            self.campus.answers_for(entry, account)
        doing.chooses("company", need, [first, second, third], later=[third], text=SEVERAL)
        yes, no, not_us, named = (introduction_id(need, each) for each in (first, second, third, fourth))
        doing.reaches(yes, IntroductionState.ASKED)
        doing.reaches(no, IntroductionState.ASKED)
        doing.postpones("expert", yes, (datetime.now(UTC) + timedelta(days=30)).date())
        doing.declines("expert2", no, Decline.NO_TIME, "Perhaps after the summer.")
        doing.asks_now("company", not_us)
        doing.reaches(not_us, IntroductionState.ASKED)
        doing.names("expert", not_us, fourth)
        doing.approves_suggestion("company", named)
        doing.reaches(named, IntroductionState.WITH_ADVISOR)
        doing.heard_yes("advisor", named)
        doing.says_yes("expert", yes)
        doing.reaches(yes, IntroductionState.INTRODUCED)
        self._follow(yes)

    def _follow(self, introduction: str) -> None:
        """They are asked whether they met, another advisor takes part, they met, it is closed, they say how it was."""
        doing = self.doing
        doing.rings(introduction, ClockKind.CHECK_BACK)
        doing.follows("company", follow.CHANGE_ADVISOR, introduction)
        self.campus.settled(_PATIENCE)
        doing.follows("expert", follow.MET, introduction)
        doing.follows("company", follow.CLOSE, introduction)
        doing.says_afterwards("company", introduction, Topic.COMPANY_QUESTIONS, "It helped us.")
        doing.says_afterwards("expert", introduction, Topic.EXPERT_QUESTIONS, "A clear brief.")

    def _by_hand(self) -> None:
        """Nobody is linked; an advisor asks by other ways and hears a no."""
        doing, need = self.doing, self.doing.asks("company2", Door.DIRECT_MESSAGE, BY_HAND)
        (entry,) = doing.matches(need, 1)
        self.campus.answers_for(entry, None)
        doing.chooses("company2", need, [entry], text=BY_HAND)
        doing.reaches(introduction_id(need, entry), IntroductionState.WITH_ADVISOR)
        doing.heard_no("advisor2", introduction_id(need, entry), Decline.NOT_OPEN)

    def _silence(self) -> None:
        """Nobody answers, so that the next choice is asked; the company takes that back, and then the need."""
        doing, need = self.doing, self.doing.asks("guest", Door.COMMAND, SILENT)
        first, second = doing.matches(need, 2)
        self.campus.answers_for(first, EXPERT)
        self.campus.answers_for(second, SECOND_EXPERT)
        doing.chooses("guest", need, [first, second], later=[second], text=SILENT)
        silent, following = introduction_id(need, first), introduction_id(need, second)
        doing.reaches(silent, IntroductionState.ASKED)
        for kind in (ClockKind.REMINDER, ClockKind.WARNING, ClockKind.PROMISE):
            doing.rings(silent, kind)
            # What a clock has to say is overtaken by the next one, and days lie between them.
            self.campus.settled(_PATIENCE)
        doing.reaches(following, IntroductionState.ASKED)
        doing.withdraws("guest", following)
        doing.withdraws_need("guest", need)

    def _nothing_fits(self) -> None:
        """The advisors hear of it, and end it."""
        need = self.doing.asks("company2", Door.MENTION, NOTHING)
        self.doing.closes_need("advisor", need)

    def _outcome(self) -> Outcome:
        with self.campus.store.unit() as unit:
            needs = {row["id"]: row["text"] for row in unit.needs.db.query("select id, text from needs")}
            introductions = [each for need in needs for each in unit.introductions.of_need(need)]
            events = [(need, each) for need in needs for each in unit.events.of_need(need)]
        steps: dict[str, list[str]] = {}
        for need, event in events:
            steps.setdefault(_named(event.introduction or need, needs), []).append(event.name)
        told = Counter({_named(key, needs): times for key, times in self.campus.keys().items()})
        return Outcome({_named(each.id, needs): each.state for each in introductions}, steps, told)


def _named(key: str, needs: dict[str, str]) -> str:
    """The key with a need's first words in place of its number, which is another one each time."""
    return re.sub(r"\bN\d+\b", lambda number: needs[number[0]][:20], key)
