"""What is due when, as pure decisions: the clocks of an introduction, and what each means when it rings.

Keeping clocks is `storage`'s, ringing them `bot.clock`'s, and doing what the ringing means `desk.ring`'s.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import count
from typing import Final

from bot.domain.introduction import Introduction
from bot.domain.lifecycle import IntroductionState
from bot.domain.opening_hours import OpeningHours
from bot.domain.working_time import WorkingTime

_REMIND_AT: Final = 0.5
_WARN_AT: Final = 0.75


class ClockKind(StrEnum):
    """Why something rings; an introduction has at most one clock of a kind."""

    TURN = "turn"  #: it may be asked now: the pause is over, or the expert's hours have begun
    NO_TURN = "no_turn"  #: it has waited for its turn as long as the promise was
    REMINDER = "reminder"
    WARNING = "warning"
    PROMISE = "promise"  #: the answer was promised by now
    RESUME = "resume"  #: the date of "not before"
    BY_HAND = "by_hand"  #: it has waited for an advisor as long as the promise was
    CHECK_BACK = "check_back"


@dataclass(frozen=True)
class Clock:
    """Something that rings once."""

    introduction: str
    kind: ClockKind
    due_at: datetime


#: In which state each clock means something. When a step leads elsewhere its clock is stopped.
RUNS_IN: Final[Mapping[ClockKind, frozenset[IntroductionState]]] = {
    ClockKind.TURN: frozenset({IntroductionState.APPROVED}),
    ClockKind.NO_TURN: frozenset({IntroductionState.APPROVED}),
    ClockKind.REMINDER: frozenset({IntroductionState.ASKED}),
    ClockKind.WARNING: frozenset({IntroductionState.ASKED, IntroductionState.APPROVED}),
    ClockKind.PROMISE: frozenset({IntroductionState.ASKED}),
    ClockKind.RESUME: frozenset({IntroductionState.POSTPONED}),
    ClockKind.BY_HAND: frozenset({IntroductionState.WITH_ADVISOR}),
    ClockKind.CHECK_BACK: frozenset({IntroductionState.INTRODUCED}),
}


@dataclass(frozen=True)
class Weekly:
    """A moment of every week, as the campus's clocks show it, or of the next working day; Monday is day 0."""

    day: int = 0
    hour: int = 8


@dataclass(frozen=True)
class Rules:
    """What a campus promises, in its own working days.

    Attributes:
        promise_days: working days until a company has an answer.
        check_back_days: working days after an introduction until they are asked whether they met.
        stuck_days: working days without anything happening after which a need counts as stuck.
        digest: when the advisors read how the week stands; None for never.
    """

    promise_days: int = 2
    check_back_days: int = 5
    stuck_days: int = 5
    campus: WorkingTime = field(default_factory=WorkingTime)
    digest: Weekly | None = Weekly()

    def hours_of(self, hours: OpeningHours | None) -> WorkingTime:
        """An expert's hours on this campus; its own when they have not said any."""
        return WorkingTime(hours, self.campus.zone, self.campus.country) if hours else self.campus

    def today(self, now: datetime) -> date:
        """The date on the campus."""
        return now.astimezone(self.campus.zone).date()

    def morning_of(self, day: date) -> datetime:
        """The first open moment of a day, or after it when it is a day off."""
        return self.campus.next_open(datetime.combine(day, time(), self.campus.zone))

    def digest_due(self, now: datetime) -> date | None:
        """The latest day whose digest is due by now; None on a campus without one."""
        return self._latest(self.digest, now) if self.digest is not None else None

    def labels_due(self, now: datetime) -> date:
        """The latest day on which corrections were to be shown: that of the digest, and without one a Monday."""
        return self._latest(self.digest or Weekly(), now)

    def promise(self, now: datetime) -> datetime:
        """Until when a company has an answer that is promised now."""
        return self.campus.deadline(now, self.promise_days)

    def _latest(self, weekly: Weekly, now: datetime) -> date:
        """The latest day of a weekly moment that has come; on a day off it is the next working day's."""
        here = now.astimezone(self.campus.zone)
        last = here.date() - timedelta(days=(here.weekday() - weekly.day) % 7)
        days = (self.today(self.morning_of(last - timedelta(weeks=back))) for back in count())
        return next(day for day in days if (day, weekly.hour) <= (here.date(), here.hour))


def stopped_by(state: IntroductionState) -> tuple[ClockKind, ...]:
    """The clocks that mean nothing in a state."""
    return tuple(kind for kind, states in RUNS_IN.items() if state not in states)


def clocks_of(introduction: Introduction, rules: Rules, now: datetime, hours: WorkingTime) -> Iterator[Clock]:
    """The clocks that a step starts, for the state that it led to.

    `hours` are those of the expert who is asked: a reminder comes when they are at work.
    """
    match introduction.state:
        case IntroductionState.APPROVED:
            yield from _waiting(introduction, rules, now)
        case IntroductionState.ASKED:
            due = introduction.due_at or rules.promise(now)
            reminder = min(hours.next_open(rules.campus.fraction(now, due, _REMIND_AT)), due)
            yield Clock(introduction.id, ClockKind.REMINDER, reminder)
            yield Clock(introduction.id, ClockKind.WARNING, rules.campus.fraction(now, due, _WARN_AT))
            yield Clock(introduction.id, ClockKind.PROMISE, due)
        case IntroductionState.POSTPONED if introduction.not_before:
            yield Clock(introduction.id, ClockKind.RESUME, rules.morning_of(introduction.not_before))
        case IntroductionState.WITH_ADVISOR:
            yield Clock(introduction.id, ClockKind.BY_HAND, rules.promise(now))
        case IntroductionState.INTRODUCED:
            yield Clock(introduction.id, ClockKind.CHECK_BACK, rules.campus.deadline(now, rules.check_back_days))
        case _:
            return


def _waiting(introduction: Introduction, rules: Rules, now: datetime) -> Iterator[Clock]:
    """While it waits for its turn the promise runs already; a next choice waits for the others, without a promise."""
    if introduction.waits_until is not None:
        yield Clock(introduction.id, ClockKind.TURN, introduction.waits_until)
    if introduction.due_at is not None:
        yield Clock(introduction.id, ClockKind.WARNING, rules.campus.fraction(now, introduction.due_at, _WARN_AT))
        yield Clock(introduction.id, ClockKind.NO_TURN, introduction.due_at)
