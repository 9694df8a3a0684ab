"""Recording steps of needs and introductions: each is saved, logged and told in one transaction, with its clocks.

The advisors' one message about a need is kept up to date here as well: by every event that is logged.
What a step leads to for other introductions, such as the next choice, is in `consequences`.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final

from bot.domain.clock import Rules, clocks_of, stopped_by
from bot.domain.event import LOTSEN, Event
from bot.domain.introduction import Introduction
from bot.domain.lifecycle import IntroductionEvent, NeedEvent, NeedState
from bot.domain.message import Message, Topic
from bot.domain.need import Need
from bot.domain.telling import cards_changed, told_after
from bot.domain.triage import Triage
from bot.storage.ports import Unit

#: What makes no sense to those to whom none of these has ever been written.
_ONLY_AFTER: Final[Mapping[Topic, tuple[Topic, ...]]] = {
    Topic.THREAD_ENDED: (Topic.INTRODUCTION,),
    Topic.EXPERT_QUESTIONS: (Topic.REQUEST, Topic.INTRODUCTION),
}


@dataclass(frozen=True)
class Done:
    """A step as the log keeps it.

    Attributes:
        actor: a Slack user id; `lotsen` for what the bot does by itself.
        reason: one of our own words, never anybody's text.
    """

    event: IntroductionEvent
    actor: str = LOTSEN
    reason: str = ""
    kept: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Ledger:
    """One transaction in which steps are taken, at one moment."""

    unit: Unit
    now: datetime
    rules: Rules

    def step(self, before: Introduction, after: Introduction, done: Done) -> bool:
        """Record a step; False when somebody else was first, and then nothing changes."""
        if not self.unit.introductions.save(after, was=before.state):
            return False
        self.log(after.need, after.id, done.event, done.actor, done.reason, done.kept)
        self._set_clocks(after)
        self.update_cards(after, cards_changed(before, done.event), mark=str(after.step))
        for topic in told_after(before, done.event):
            if self._makes_sense_to_them(topic, after):
                self.tell(Message(topic, after.need, after.id), mark=str(after.step))
        self.tell_progress(after)
        return True

    def begin(self, introduction: Introduction, name: str, actor: str, kept: Mapping[str, str]) -> bool:
        """Record a new introduction; False when it was there before, and then nothing changes."""
        if not self.unit.introductions.add(introduction):
            return False
        self.log(introduction.need, introduction.id, name, actor, kept=kept)
        self._set_clocks(introduction)
        self.tell_progress(introduction)
        return True

    def need_step(
        self, need: Need, event: NeedEvent, actor: str, reason: str = "", kept: Mapping[str, str] | None = None
    ) -> Need | None:
        """Record a need's step, with what else of it has changed; None when it cannot happen, or somebody was first."""
        if not need.may(event):
            return None
        after = need.after(event)
        if not self.unit.needs.save(after, was=need.state):
            return None
        self.log(need.id, None, event, actor, reason, kept)
        for update in self._company_cards(need, after):
            if update.updates and self.unit.outbox.has(update.updates):
                self.unit.outbox.put(update, self.now)
        return after

    def triage_step(self, before: Triage, after: Triage, name: str, actor: str, reason: str = "") -> bool:
        """Record what an advisor does with a need; False when another was first, and then nothing changes."""
        if not self.unit.triage.save(after, was=before.advisor):
            return False
        self.log(after.need, None, name, actor, reason)
        return True

    def log(
        self,
        need: str,
        introduction: str | None,
        name: str,
        actor: str = LOTSEN,
        reason: str = "",
        kept: Mapping[str, str] | None = None,
    ) -> None:
        """Add an event that is no step, or part of one; what the advisors read about the need tells of it."""
        self.unit.events.add([Event(self.now, need, introduction, actor, name, reason, kept or {})])
        if self.unit.outbox.has(Message(Topic.NEED, need).key):
            self.unit.outbox.put(Message(Topic.NEED_CHANGED, need, mark=self.mark_of(need)), self.now)

    def announce(self, need: str) -> None:
        """Tell the advisors of a need, once; later events bring that message up to date."""
        self.unit.outbox.put(Message(Topic.NEED, need), self.now)

    def mark_of(self, need: str) -> str:
        """A mark that no earlier step of the need had: how many things have happened to it."""
        return str(len(self.unit.events.of_need(need)))

    def tell(self, message: Message, mark: str = "") -> None:
        """Queue a message; where one like it was queued before, a further one with a mark."""
        if not self.unit.outbox.put(message, self.now):
            self.unit.outbox.put(replace(message, mark=mark), self.now)

    def update_cards(self, introduction: Introduction, topics: Iterable[Topic], mark: str) -> None:
        """Bring cards up to date, where they stand in Slack or are on their way there."""
        for update in (Message(topic, introduction.need, introduction.id) for topic in topics):
            if update.updates and self.unit.outbox.has(update.updates):
                self.tell(update, mark)

    def tell_progress(self, introduction: Introduction) -> None:
        """Bring the company's list of its introductions up to date, or post it for the first time."""
        if not self.unit.outbox.put(Message(Topic.PROGRESS, introduction.need), self.now):
            mark = f"{introduction.id}.{introduction.step}"
            self.unit.outbox.put(Message(Topic.PROGRESS_CHANGED, introduction.need, mark=mark), self.now)

    def take_turn_later(self, introductions: Iterable[Introduction]) -> None:
        """Have a worker look whose turn it is: that takes asking Slack, which no transaction waits for."""
        for introduction in introductions:
            key = f"turn:{introduction.id}:{introduction.step}:{self.now.isoformat()}"
            self.unit.inbox.write(key, TURN, turning(introduction.id), self.now)

    def _company_cards(self, before: Need, after: Need) -> Iterator[Message]:
        """What its company reads of a need as such: it stands there also when no introduction changes any more."""
        yield Message(Topic.PROGRESS_CHANGED, after.id, mark=after.state)
        if before.state is NeedState.FILED:
            yield Message(Topic.CONSENT_CHANGED, after.id, mark=after.state)
        if not after.is_open and self.unit.enquiries.open_of(after.id):
            yield Message(Topic.ENQUIRY_CHANGED, after.id, mark=str(len(self.unit.enquiries.of_need(after.id))))

    def _set_clocks(self, introduction: Introduction) -> None:
        hours = self.rules.campus
        if introduction.expert is not None:
            hours = self.rules.hours_of(self.unit.availabilities.get(introduction.expert).hours)
        self.unit.clocks.stop(introduction.id, stopped_by(introduction.state))
        self.unit.clocks.set(clocks_of(introduction, self.rules, self.now, hours))

    def _makes_sense_to_them(self, topic: Topic, introduction: Introduction) -> bool:
        before = [Message(earlier, introduction.need, introduction.id).key for earlier in _ONLY_AFTER.get(topic, ())]
        return not before or any(self.unit.outbox.has(key) for key in before)


#: The kind of arrival that the desk writes for itself; worked on in `turn`.
TURN: Final = "turn"


def turning(introduction: str) -> dict[str, str]:
    """The body of an arrival of that kind."""
    return {"introduction": introduction}
