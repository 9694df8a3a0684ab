"""Forty needs as advisors find them when they come in on a Monday morning, each with a story of its own.

What companies, experts and advisors did before is written down as the listeners write it; the answers, the clocks and
all messages are real.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import count

from bot.desk import approve, enquire, file, follow, notes, propose, reply, triage, withdraw
from bot.desk.approve import Choice
from bot.domain.introduction import Decline, introduction_id
from bot.domain.people import Person
from bot.domain.triage import Outcome
from bot.storage.ports import Json
from tests.slack.answers import DYEING, GARDENER, JOINER, MILLING, STRENGTH
from tests.slack.rig import Rig

#: What no company and no expert may ever read: it stands in every note.
NOTE = "between-ourselves"
BRIEF = "Forty chair backs, all alike, by the summer."
#: The word that stands in everything a company says, and in nothing that others say.
MARKS = {"company": "lantern", "company2": "harbour", "guest": "meadow", "partner": "glacier"}
ADVISORS = ("advisor", "advisor2")

ENGLISH, SWEDISH = (
    "We need help: {word} for the {mark} room {story}",
    "Vi behöver hjälp: {word} till {mark} rum {story}",
)

#: Each need by its story: who asked it, in which language, and the word that the matcher knows.
STORIES = {
    "fresh": ("company", ENGLISH, "chair"),
    "fresh-swedish": ("company2", SWEDISH, "chair"),
    "both-take": ("company2", ENGLISH, "chair"),
    "both-close": ("company", SWEDISH, "chair"),
    "both-enquire": ("guest", SWEDISH, "chair"),
    "hand-over-or-refer": ("company", ENGLISH, "rocket"),
    "nothing-fits": ("company2", SWEDISH, "rocket"),
    "nothing-fits-either": ("guest", ENGLISH, "rocket"),
    "asked-back": ("company2", SWEDISH, "thing"),
    "greeting": ("guest", ENGLISH, "hello"),
    "taken-back": ("company", SWEDISH, "chair"),
    "closed": ("company2", ENGLISH, "chair"),
    "went-well": ("guest", SWEDISH, "chair"),
    "broke": ("guest", SWEDISH, "chair"),
    "asleep": ("company2", SWEDISH, "chair"),
    "wakes-today": ("company", ENGLISH, "chair"),
    "taken": ("guest", ENGLISH, "chair"),
    "merged": ("company2", ENGLISH, "chair"),
    "linked": ("company", SWEDISH, "chair"),
    "enquired": ("guest", ENGLISH, "chair"),
    "enquiry-answered": ("company", SWEDISH, "chair"),
    "proposed": ("company", ENGLISH, "chair"),
    "suggested": ("company2", SWEDISH, "chair"),
    "waits": ("guest", ENGLISH, "chair"),
    "asked": ("company", ENGLISH, "chair"),
    "postponed": ("company2", ENGLISH, "chair"),
    "accepted": ("guest", SWEDISH, "chair"),
    "introduced": ("company", SWEDISH, "chair"),
    "met": ("company2", ENGLISH, "chair"),
    "declined": ("guest", ENGLISH, "chair"),
    "expired": ("company2", SWEDISH, "chair"),
    "broken": ("company", ENGLISH, "chair"),
    "broken-swedish": ("guest", SWEDISH, "chair"),
    "by-hand": ("partner", ENGLISH, "chair"),
    "chosen-in-vain": ("company2", ENGLISH, "chair"),
    "introduction-closed": ("company", ENGLISH, "chair"),
    "stuck": ("company2", SWEDISH, "chair"),
    "stuck-twin": ("guest", ENGLISH, "chair"),
    "filed": ("company", ENGLISH, "chair"),
    "filed-swedish": ("company2", SWEDISH, "chair"),
}
_LONG_AGO = {"stuck", "stuck-twin"}
_ON_WEDNESDAY = {"broken", "broken-swedish", "expired"}
_FILED = {"filed": "advisor", "filed-swedish": "advisor2"}


def at(day: int, hour: int, minute: int = 0, month: int = 2) -> datetime:
    """A moment of early 2024, as the campus's clocks show it."""
    return datetime(2024, month, day, hour - 1, minute, tzinfo=UTC)


@dataclass
class Weekend:
    """The record on its way to Monday."""

    rig: Rig
    needs: dict[str, str]
    _numbers: "count[int]"

    def passes(self) -> None:
        """Everything that has happened by eight o'clock on Monday."""
        rig = self.rig
        rig.wishes(JOINER, at_once=False, open_requests=40)
        rig.wishes(GARDENER, open_requests=1)
        rig.link()
        rig.link(GARDENER, "U0EXPERT2")
        self._ask_all()
        self._thursday()
        self._friday()
        for hours in (3, 24, 24):
            rig.later(hours=hours)
        self._monday()

    def asker(self, story: str) -> str:
        """The account of who asked."""
        return f"U0{STORIES[story][0].upper()}"

    def writes(self, kind: str, body: Json) -> None:
        """Something is written down, as its listener does it; it is worked on with the next step of the clock."""
        self.rig.reception.write(f"weekend:{next(self._numbers)}", kind, body)

    def goes_on(self, moment: datetime) -> None:
        """What is due by a moment is done, at that moment."""
        self.rig.clock.at = moment
        self.rig.work()

    def _ask_all(self) -> None:
        filed = _FILED.keys()
        for moment, stories in (
            (at(20, 10), _LONG_AGO),
            (at(28, 14), _ON_WEDNESDAY),
            (at(29, 9), STORIES.keys() - _LONG_AGO - _ON_WEDNESDAY - filed - {"broke"}),
        ):
            self.rig.clock.at = moment
            for story in (each for each in STORIES if each in stories):
                self._ask(story)
        self.rig.matcher.broken = True
        self._ask("broke")
        for _ in range(3):
            self.rig.later(seconds=10)
        self.rig.matcher.broken = False
        self._find("broke")

    def _ask(self, story: str) -> None:
        asker, _, _ = STORIES[story]
        channel = "partner-connect" if asker == "partner" else "bot"
        self.rig.stage.say(asker, channel, f"<@U0BOT> {words_of(story)}")
        self.rig.work()
        self._find(story)
        self._choose_on_wednesday(story)

    def _find(self, story: str) -> None:
        with self.rig.store.unit() as unit:
            self.needs[story] = unit.needs.of_asker(self.asker(story))[-1].id

    def _choose_on_wednesday(self, story: str) -> None:
        """What is promised on Wednesday afternoon is broken when the weekend begins."""
        if story in _ON_WEDNESDAY:
            later = [Choice(STRENGTH, as_next=True)] if story == "expired" else []
            self._choose(story, Choice(MILLING), *later)
            self.rig.work()

    def _choose(self, story: str, *choices: Choice) -> None:
        chosen = choices or (Choice(MILLING),)
        self.writes(approve.KIND, approve.approving(self.needs[story], self.asker(story), chosen, BRIEF))

    def _thursday(self) -> None:
        asked_of_joiner = (
            "asked",
            "proposed",
            "postponed",
            "accepted",
            "introduced",
            "met",
            "declined",
            "chosen-in-vain",
            "introduction-closed",
            "by-hand",
        )
        for story in asked_of_joiner:
            self._choose(story)
        self._choose("taken", Choice(DYEING))
        self.goes_on(at(29, 10))
        self._choose("waits", Choice(DYEING))
        self.writes(withdraw.KIND, withdraw.withdrawing(self.asker("taken-back"), self.needs["taken-back"]))
        self.goes_on(at(29, 11))

    def _friday(self) -> None:
        day = at(1, 9, month=3)
        self._experts_answer()
        self.goes_on(day)
        self._companies_go_on()
        self._advisors_act()
        self.goes_on(day + timedelta(hours=1))
        self.writes(triage.KIND, triage.merging(self.needs["merged"], "U0ADVISOR", self.needs["fresh-swedish"]))
        self.writes(triage.KIND, triage.merging(self.needs["linked"], "U0ADVISOR2", self.needs["fresh-swedish"]))
        self.goes_on(day + timedelta(hours=7))

    def _experts_answer(self) -> None:
        for story in ("introduced", "met", "introduction-closed"):
            self.writes(reply.KIND, reply.accepting(self.introduction(story), "U0EXPERT"))
        self.writes(reply.KIND, reply.redirecting(self.introduction("proposed"), "U0EXPERT", DYEING))
        self.writes(reply.KIND, reply.postponing(self.introduction("postponed"), "U0EXPERT", date(2024, 4, 1)))
        self.writes(reply.KIND, reply.declining(self.introduction("declined"), "U0EXPERT", Decline.NO_TIME, NOTE))

    def _companies_go_on(self) -> None:
        self.writes(follow.KIND, follow.met(self.introduction("met"), self.asker("met")))
        self.writes(
            follow.KIND, follow.closing(self.introduction("introduction-closed"), self.asker("introduction-closed"))
        )
        in_vain = self.introduction("chosen-in-vain")
        body = withdraw.withdrawing(self.asker("chosen-in-vain"), self.needs["chosen-in-vain"], in_vain)
        self.writes(withdraw.KIND, body)

    def _advisors_act(self) -> None:
        need, one, other = self.needs, "U0ADVISOR", "U0ADVISOR2"
        for story, user in (("wakes-today", one), ("asleep", other), ("taken", other), ("suggested", other)):
            self.writes(triage.KIND, triage.taking(need[story], user))
        self.writes(triage.KIND, triage.snoozing(need["wakes-today"], one, date(2024, 3, 4)))
        self.writes(triage.KIND, triage.snoozing(need["asleep"], other, date(2024, 3, 6)))
        self.writes(triage.KIND, triage.concluding(need["closed"], one, Outcome.NOT_NOW, NOTE))
        self.writes(triage.KIND, triage.concluding(need["went-well"], other, Outcome.INTRODUCED))
        self.writes(notes.KIND, notes.noting(need["taken"], other, f"They came in May, {NOTE}."))
        self.writes(propose.KIND, propose.proposing(need["suggested"], other, DYEING, BRIEF))
        for story in ("enquired", "enquiry-answered"):
            self.writes(enquire.KIND, enquire.asking(need[story], one, "How many a year?"))
        for story, advisor in _FILED.items():
            company = Person("T0HOME", self.asker(story))
            body = file.filing(
                f"U0{advisor.upper()}", company, words_of(story), "sv" if STORIES[story][1] == SWEDISH else "en"
            )
            self.writes(file.KIND, body)

    def _monday(self) -> None:
        """On Sunday a company answers; just before eight an expert says yes, and Slack is slow to open the thread."""
        answered = "enquiry-answered"
        mark = MARKS[STORIES[answered][0]]
        self.writes(enquire.ANSWER, enquire.answering(self.needs[answered], self.asker(answered), f"Ten, {mark}."))
        self.goes_on(at(3, 20, month=3))
        for story in _FILED:
            self._find(story)
        self.rig.stage.fault("conversations.open", error="ratelimited", status=429, retry_after=24 * 3600)
        self.writes(reply.KIND, reply.accepting(self.introduction("accepted"), "U0EXPERT"))
        self.goes_on(at(4, 8, month=3))

    def introduction(self, story: str, entry: str = MILLING) -> str:
        """The id of a story's introduction."""
        return introduction_id(self.needs[story], entry)


def words_of(story: str) -> str:
    """What a company says, with its mark."""
    asker, form, word = STORIES[story]
    return form.format(word=word, mark=MARKS[asker], story=story)


def pass_weekend(rig: Rig) -> Weekend:
    """Everything that has happened by eight o'clock on a Monday."""
    weekend = Weekend(rig, {}, count())
    weekend.passes()
    return weekend
