"""What people do at a campus, each thing once more until it has taken effect, as people do when nothing happens.

What there is to see and to press at a campus is `campus`'s.
"""

import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime

from bot.domain.clock import ClockKind
from bot.domain.introduction import Decline, Introduction, introduction_id
from bot.domain.lifecycle import IntroductionState, NeedState
from bot.domain.message import Topic
from bot.domain.need import Door, Need
from bot.domain.triage import Outcome
from bot.rehearsal.people.forms import Choice, locate
from bot.rehearsal.people.watching import PATIENCE, WaitedInVainError
from bot.rehearsal.wire import Json
from bot.rehearsal.workspace import Message
from bot.slack.views import (
    brief,
    by_hand,
    choose,
    decline,
    feedback,
    follow,
    not_before,
    progress,
    redirect,
    request,
    suggestion,
)
from bot.slack.views.desk import case, ending
from bot.slack.views.desk.opening import OPEN
from bot.slack.views.desk.triage_acts import CLOSE
from bot.storage.rows import written
from tests.journeys.campus import MENTION, Campus

#: How long somebody waits for a form before pressing once more.
_FORM = 3.0
_GLANCE = 0.2
_NOTHING: Mapping[str, Choice] = {}


class Doing:
    """The verbs of one campus. Whoever gets no acknowledgement, or no form, tries again, for `patience` seconds."""

    def __init__(self, campus: Campus, patience: float = PATIENCE) -> None:
        self.campus, self._patience = campus, patience

    def asks(self, user: str, door: Door, text: str) -> str:
        """Somebody asks; the need's id, once its answer stands in Slack. Of a message Slack itself tells again."""
        stage, before = self.campus.stage, self._needs(text)
        match door:
            case Door.MENTION:
                stage.say(user, "needs", f"{MENTION} {text}")
            case Door.DIRECT_MESSAGE:
                stage.say(user, "bot", text)
            case _:
                self._until(
                    user,
                    lambda: stage.slash(user, "bot", "/lotsen", text),
                    lambda: self._needs(text) - before,
                    "a need",
                )

        def answered() -> str:
            new = sorted(self._needs(text) - before)
            return new[0] if new and self.campus.card(Topic.ANSWER, new[0]) else ""

        return stage.until(answered, self._patience, f"an answer to {text!r}")

    def matches(self, need: str, number: int) -> list[str]:
        """The best matches of a need, one of each infrastructure."""
        answer = self.need(need).answer
        assert answer is not None
        best: dict[str, str] = {}
        for match in answer.matches:
            best.setdefault(match.id.partition("/")[0], match.id)
        return list(best.values())[:number]

    def chooses(self, user: str, need: str, entries: Sequence[str], later: Sequence[str] = (), text: str = "") -> None:
        """The company ticks several matches and approves one brief for all; `later` are asked if the others say no."""
        answer = self.need(need).answer
        assert answer is not None
        ids = [match.id for match in answer.matches]
        stage = self.campus.stage

        def act() -> None:
            self._opens(user, choose.CHOOSE, self.campus.card(Topic.ANSWER, need), choose.CALLBACK)
            stage.submit(user, {choose.CHOSEN: [str(ids.index(entry)) for entry in entries]})
            form = brief.Form.unpacked(self.campus.modal(brief.CALLBACK, user, _FORM)["private_metadata"])
            wanted = [str(form.entries.index(entry)) for entry in later]
            stage.submit(user, {**({brief.TEXT: text} if text else {}), **({brief.LATER: wanted} if wanted else {})})

        chosen = [introduction_id(need, entry) for entry in entries]
        self._until(user, act, lambda: all(self.introduction(each) for each in chosen), f"introductions to {entries}")

    def approves_suggestion(self, user: str, introduction: str) -> None:
        """The company approves the brief for whom an expert named."""
        self._through_form(user, Topic.SUGGESTION, suggestion.APPROVE, introduction, brief.CALLBACK, _NOTHING)

    def leaves_suggestion(self, user: str, introduction: str) -> None:
        """The company does not want whom an expert named."""
        self._presses(user, Topic.SUGGESTION, suggestion.NO_THANKS, introduction)

    def says_yes(self, user: str, introduction: str) -> None:
        """An expert says yes."""
        self._presses(user, Topic.REQUEST, request.YES, introduction)

    def postpones(self, user: str, introduction: str, day: date) -> None:
        """An expert says yes, but not before a day."""
        values = {not_before.DAY: day.isoformat()}
        self._through_form(user, Topic.REQUEST, request.NOT_BEFORE, introduction, not_before.CALLBACK, values)

    def names(self, user: str, introduction: str, entry: str) -> None:
        """An expert says "not us" and names a service or an expert of the catalogue."""
        values = {redirect.SERVICE: entry}
        self._through_form(user, Topic.REQUEST, request.NOT_US, introduction, redirect.CALLBACK, values)

    def declines(self, user: str, introduction: str, why: Decline, words: str = "") -> None:
        """An expert says no."""
        values = {decline.REASON: why, decline.WORDS: words}
        self._through_form(user, Topic.REQUEST, request.NO, introduction, decline.CALLBACK, values)

    def heard_yes(self, advisor: str, introduction: str) -> None:
        """An advisor presses "They said yes"."""
        self._presses(advisor, Topic.REQUEST_BY_HAND, by_hand.SAID_YES, introduction)

    def heard_no(self, advisor: str, introduction: str, why: Decline) -> None:
        """An advisor presses "They said no"."""
        card, values = Topic.REQUEST_BY_HAND, {decline.REASON: why}
        self._through_form(advisor, card, by_hand.SAID_NO, introduction, decline.BY_HAND_CALLBACK, values)

    def asks_now(self, user: str, introduction: str) -> None:
        """The company has a next choice asked at once."""
        self._presses_in_list(user, progress.ASK_NOW, introduction)

    def withdraws(self, user: str, introduction: str) -> None:
        """The company takes one introduction back that is asked, or was."""
        self._presses_in_list(user, progress.WITHDRAW, introduction)

    def withdraws_need(self, user: str, need: str) -> None:
        """The company takes a need back."""

        def act() -> None:
            self.campus.stage.click(user, progress.WITHDRAW_NEED, self.campus.card(Topic.PROGRESS, need))

        self._ends(user, act, need)

    def closes_need(self, advisor: str, need: str) -> None:
        """An advisor opens a need's page and ends it there."""

        def act() -> None:
            self._opens(advisor, OPEN, self.campus.card(Topic.NEED, need), case.CALLBACK)
            self.campus.stage.click(advisor, CLOSE, modal=True)
            self.campus.modal(ending.CALLBACK, advisor, _FORM)
            self.campus.stage.submit(advisor, {ending.OUTCOME: Outcome.NOTHING_HERE})

        self._ends(advisor, act, need)

    def follows(self, user: str, action: str, introduction: str) -> None:
        """Somebody in an introduction thread presses one of its buttons."""
        assert action in {follow.MET, follow.CHANGE_ADVISOR, follow.CLOSE}
        self._presses(user, Topic.INTRODUCTION, action, introduction)

    def says_afterwards(self, user: str, introduction: str, topic: Topic, words: str) -> None:
        """A side answers the two questions."""

        def act() -> None:
            self._opens(user, feedback.OPEN, self.campus.card(topic, introduction), feedback.CALLBACK)
            self.campus.stage.submit(user, {feedback.USEFUL: feedback.YES, feedback.WORDS: words})

        account = self.campus.id_of(user)
        self._until(user, act, lambda: (account, "feedback") in self._log(introduction), f"feedback of {user}")

    def rings(self, introduction: str, kind: ClockKind) -> None:
        """A clock rings now that would have rung days later."""
        about = {"introduction": introduction, "kind": kind}
        here = "introduction = :introduction and kind = :kind"
        with self.campus.store.unit() as unit:
            unit.clocks.db.execute(f"update clocks set due_at = :now where {here}", {**about, "now": _now()})

        def has_rung() -> bool:
            with self.campus.store.unit() as unit:
                return not list(unit.clocks.db.query(f"select 1 from clocks where {here}", about))

        self.campus.stage.until(has_rung, self._patience, f"the clock {kind} of {introduction}")

    def need(self, need: str) -> Need:
        """A need as it stands on record."""
        with self.campus.store.unit() as unit:
            return unit.needs.get(need)

    def introduction(self, introduction: str) -> Introduction:
        """An introduction as it stands on record; LookupError while it does not."""
        with self.campus.store.unit() as unit:
            return unit.introductions.get(introduction)

    def reaches(self, introduction: str, *states: IntroductionState) -> None:
        """Wait until an introduction stands somewhere."""
        self.campus.stage.until(
            lambda: self.introduction(introduction).state in states, self._patience, f"{introduction} to be {states}"
        )

    def _presses(self, user: str, topic: Topic, action: str, introduction: str) -> None:
        """Press a button that writes something down at once, until the introduction has moved."""

        def act() -> None:
            self.campus.stage.click(user, action, self.campus.card(topic, introduction))

        self._moves(user, introduction, act)

    def _presses_in_list(self, user: str, action: str, introduction: str) -> None:
        """Press the first button of an introduction's line, once that is what it does."""

        def act() -> None:
            card = self.campus.card(Topic.PROGRESS, introduction.partition("/")[0])
            if locate(card.get("blocks"), introduction)[1]["action_id"] != action:
                raise LookupError(action)
            self.campus.stage.click(user, introduction, card)

        self._moves(user, introduction, act)

    def _through_form(
        self, user: str, topic: Topic, action: str, introduction: str, callback: str, values: Mapping[str, Choice]
    ) -> None:
        """Press a button, fill in the form that it opens and send it, until the introduction has moved."""

        def act() -> None:
            self._opens(user, action, self.campus.card(topic, introduction), callback)
            self.campus.stage.submit(user, values)

        self._moves(user, introduction, act)

    def _opens(self, user: str, action: str, message: Message, callback: str) -> None:
        """Have a form opened; one that was left open before is closed."""
        self.campus.stage.slack.world.screens.stacks.pop(self.campus.id_of(user), None)
        self.campus.stage.click(user, action, message)
        self.campus.modal(callback, user, _FORM)

    def _ends(self, user: str, act: Callable[[], None], need: str) -> None:
        over = {NeedState.WITHDRAWN, NeedState.CLOSED}
        self._until(user, act, lambda: self.need(need).state in over, f"the end of {need}")

    def _moves(self, user: str, introduction: str, act: Callable[[], None]) -> None:
        before = self.introduction(introduction).step
        self._until(user, act, lambda: self.introduction(introduction).step > before, f"a step of {introduction}")

    def _until(self, user: str, act: Callable[[], None], done: Callable[[], object], what: str) -> None:
        """Do it while there is a bot that hears it; what it has taken is not done again."""
        stage, end = self.campus.stage, time.monotonic() + self._patience
        while time.monotonic() < end:
            self.campus.awake(self._patience)
            # There may be nothing to press yet, and a form may not open.
            with suppress(LookupError, WaitedInVainError):
                act()
                if self._is_acknowledged(user):
                    stage.until(done, self._patience, what)
                    return
            time.sleep(_GLANCE)
            with suppress(LookupError):
                if done():
                    return
        raise WaitedInVainError(f"waited {self._patience}s for {what}")

    def _is_acknowledged(self, user: str) -> bool:
        """Whether the bot has taken what somebody did last."""
        account = self.campus.id_of(user)
        theirs = [each for each in self.campus.stage.deliveries if account in _who(each["payload"])]
        return theirs[-1]["acked"]

    def _needs(self, text: str) -> set[str]:
        with self.campus.store.unit() as unit:
            return {row["id"] for row in unit.needs.db.query("select id from needs where text like ?", [f"%{text}%"])}

    def _log(self, introduction: str) -> list[tuple[str, str]]:
        need = self.introduction(introduction).need
        with self.campus.store.unit() as unit:
            return [(e.actor, e.name) for e in unit.events.of_need(need) if e.introduction == introduction]


def _who(payload: Json) -> tuple[str, str]:
    """Who did something in Slack: interactions and commands name them in different places."""
    user = payload.get("user") or {}
    return str(user.get("id", "")), str(payload.get("user_id", ""))


def _now() -> str:
    return written(datetime.now(UTC))
