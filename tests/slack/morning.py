"""Two advisors who work through the needs of a Monday morning at once, and companies that answer meanwhile."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from threading import Barrier
from typing import TYPE_CHECKING

from bot.domain.message import Message, Topic
from bot.domain.triage import NoMatch
from bot.rehearsal.people.forms import Choice
from bot.slack.views import consent
from bot.slack.views.decline import REASON as NO_BECAUSE
from bot.slack.views.decline import WORDS as NO_WORDS
from bot.slack.views.desk import (
    brief,
    correction,
    ending,
    enquiry,
    hand_over,
    heard,
    introduce,
    merge,
    no_match,
    noting,
    rest,
)
from bot.slack.views.desk.case import CALLBACK as PAGE
from bot.slack.views.desk.entries import NOTHING
from bot.slack.views.desk.opening import SEARCH, TAKE
from bot.slack.views.desk.triage_acts import (
    CLOSE,
    GIVE_BACK,
    HAND_OVER,
    MERGE,
    NO_MATCH,
    NOTE,
    SNOOZE,
    TAKE_OVER,
    WAKE,
)
from bot.workers import Loop, work_once
from tests.journeys.campus import key_of
from tests.slack import at_page
from tests.slack.answers import DYEING
from tests.slack.rig import ADVISORS, Rig
from tests.slack.weekend import NOTE as PRIVATELY
from tests.slack.weekend import Weekend

if TYPE_CHECKING:
    from collections.abc import Iterator

QUESTION = "How many a year?"


@dataclass
class Advisor:
    """One of two advisors; both reach each collision before either goes on.

    Attributes:
        read: what was new on each page after something was done there, by the need's story.
    """

    rig: Rig
    weekend: Weekend
    user: str
    together: Barrier
    read: dict[str, str] = field(default_factory=dict)

    def takes_at_once(self, story: str) -> None:
        """Press Take on an announcement in the same moment as the other."""
        key = Message(Topic.NEED, self.weekend.needs[story]).key
        announcement = next(each for each in self.rig.posted(ADVISORS) if key_of(each) == key)
        self.together.wait()
        self.rig.stage.click(self.user, TAKE, announcement)

    def opens(self, story: str) -> None:
        """Find a need with the search on Home, and open its page."""
        stage, before = self.rig.stage, set(self.rig.stage.slack.world.screens.views)
        stage.click(self.user, SEARCH, home=True, option=self.weekend.needs[story])
        stage.until(lambda: self.rig.modal_of(self.user, PAGE)["id"] not in before, what=f"the page of {story}")

    def presses(self, story: str, *actions: str) -> None:
        """Buttons of the page that do something at once."""
        self.opens(story)
        for action in actions:
            self.read[story] = at_page.new(at_page.press(self.rig, action, self.user))
        self.rig.stage.close(self.user)

    def sends(
        self, story: str, action: str, callback: str, values: dict[str, Choice], wait: Callable[[], object] = int
    ) -> None:
        """A modal upon the page, filled and sent; `wait` is done with it ready to be sent."""
        self.opens(story)
        page = self.rig.modal_of(self.user, PAGE)
        self.rig.stage.click(self.user, action, modal=True)
        self.rig.modal_of(self.user, callback)
        wait()
        answer = self.rig.stage.submit(self.user, values)
        assert not answer, answer
        self.read[story] = at_page.new(at_page.changed(self.rig, page["hash"], self.user))
        self.rig.stage.close(self.user)

    def sends_at_once(self, story: str, action: str, callback: str, values: dict[str, Choice]) -> None:
        """The same, in the same moment as the other advisor."""
        self.sends(story, action, callback, values, self.together.wait)

    def refers(self, story: str, wait: Callable[[], object] = int) -> None:
        """The drafted answer, with a reason, and the door elsewhere that was drafted."""

        def says_why() -> None:
            before = self.rig.modal_of(self.user)["hash"]
            self.rig.stage.click(self.user, no_match.REASON, modal=True, option=NoMatch.NOT_OPEN)
            self.rig.stage.until(lambda: self.rig.modal_of(self.user)["hash"] != before, what="another draft")
            wait()

        self.sends(story, NO_MATCH, no_match.CALLBACK, {}, says_why)


def morning_of_one(one: Advisor) -> None:
    """What the advisor does whose Slack is English."""
    one.takes_at_once("both-take")
    one.presses("fresh", TAKE)
    first, *_, fourth, _ = correction.PLACES
    corrected = {first: DYEING, fourth: NOTHING, correction.REASON: f"They want cushions, {PRIVATELY}."}
    one.sends("fresh", correction.CORRECT, correction.CALLBACK, corrected)
    one.refers("nothing-fits")
    one.sends_at_once("both-close", CLOSE, ending.CALLBACK, {ending.OUTCOME: "introduced", ending.WORDS: PRIVATELY})
    one.presses("broken", heard.YES)
    well: dict[str, Choice] = {ending.OUTCOME: "helped_otherwise", ending.WORDS: f"By phone, {PRIVATELY}."}
    one.sends("enquiry-answered", CLOSE, ending.CALLBACK, well)
    one.sends_at_once("both-enquire", enquiry.ASK, enquiry.CALLBACK, {enquiry.QUESTION: QUESTION})
    given: dict[str, Choice] = {hand_over.TO: "U0ADVISOR2", hand_over.WORDS: f"They know you, {PRIVATELY}."}
    one.sends_at_once("hand-over-or-refer", HAND_OVER, hand_over.CALLBACK, given)
    one.sends("wakes-today", SNOOZE, rest.CALLBACK, {rest.DAY: "2024-03-11"})
    one.presses("taken", TAKE_OVER)
    proposed: dict[str, Choice] = {brief.MATCH: DYEING, brief.TEXT: "Forty red cushions, all of them washable."}
    one.sends("asked-back", brief.EDIT, brief.CALLBACK, proposed)
    one.sends("filed", NOTE, noting.CALLBACK, {noting.WORDS: f"They called, {PRIVATELY}."})


def morning_of_other(other: Advisor) -> None:
    """What the advisor does whose Slack is Swedish."""
    other.takes_at_once("both-take")
    other.presses("fresh-swedish", TAKE)
    given: dict[str, Choice] = {hand_over.TO: "U0ADVISOR", hand_over.WORDS: f"Du känner dem, {PRIVATELY}."}
    other.sends("fresh-swedish", HAND_OVER, hand_over.CALLBACK, given)
    other.sends("nothing-fits-either", NOTE, noting.CALLBACK, {noting.WORDS: f"De ringde, {PRIVATELY}."})
    other.sends_at_once("both-close", CLOSE, ending.CALLBACK, {ending.OUTCOME: "not_now", ending.WORDS: PRIVATELY})
    other.sends("broken-swedish", heard.NO, heard.CALLBACK, {NO_BECAUSE: "no_time", NO_WORDS: PRIVATELY})
    other.sends("by-hand", CLOSE, ending.CALLBACK, {ending.OUTCOME: "introduced"})
    other.sends_at_once("both-enquire", enquiry.ASK, enquiry.CALLBACK, {enquiry.QUESTION: "Hur många per år?"})
    other.refers("hand-over-or-refer", other.together.wait)
    other.presses("asleep", WAKE)
    other.sends("stuck-twin", MERGE, merge.CALLBACK, {merge.INTO: other.weekend.needs["enquired"]})
    other.sends("declined", CLOSE, ending.CALLBACK, {ending.OUTCOME: "not_now"})
    other.sends("asked", introduce.INTRODUCE, introduce.CALLBACK, {})
    other.presses("suggested", GIVE_BACK)


def companies_answer(rig: Rig) -> None:
    """Of two companies that were asked whether help may be looked for, one agrees."""
    rig.stage.click("company", consent.YES)
    rig.stage.click("company2", consent.NO)


@contextmanager
def bot_at_work(rig: Rig) -> "Iterator[None]":
    """The loops of a running bot, each with more than one thread."""
    steps = {"working": partial(work_once, rig.desk), "sending": rig.outgoing.send_once}
    loops = [Loop(name, step, threads=2, pause=0.02) for name, step in steps.items()]
    for loop in loops:
        loop.start()
    try:
        yield
    finally:
        for loop in loops:
            loop.stop()


def work_through(rig: Rig, weekend: Weekend) -> tuple[Advisor, Advisor]:
    """Both advisors do all that they do, in threads of their own, and everything that follows is done."""
    together = Barrier(2, timeout=120)
    one, other = (Advisor(rig, weekend, user, together) for user in ("advisor", "advisor2"))
    with bot_at_work(rig), ThreadPoolExecutor(3) as people:
        lives = [
            people.submit(morning_of_one, one),
            people.submit(morning_of_other, other),
            people.submit(companies_answer, rig),
        ]
        for life in lives:
            life.result(timeout=240)
    rig.work()
    return one, other
