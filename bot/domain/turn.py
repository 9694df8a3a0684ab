"""Whose turn it is: which expert, or deputy, is asked for an approved introduction, and why it may have to wait.

Pure: who answers for a match, how they are reached and what they already have is gathered by `desk.turn`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.availability import Availability
from bot.domain.clock import Rules
from bot.domain.introduction import ByHand, Wait
from bot.domain.people import Hurdle, Reach, Side


@dataclass(frozen=True)
class Candidate:
    """Somebody who may be asked, first choice first; a deputy stands behind the expert they stand in for.

    Attributes:
        expert: the expert of the catalogue whose wishes hold; None for nobody's deputy but a colleague named once.
        user: their Slack account; None when none is known.
        open_requests: how many requests wait for their answer now.
        at_once: whether they are introduced without being asked.
    """

    expert: str | None
    user: str | None
    reach: Reach
    availability: Availability
    open_requests: int = 0
    at_once: bool = False


@dataclass(frozen=True)
class Ask:
    """Ask them now, or open the thread at once where they want that."""

    candidate: Candidate


@dataclass(frozen=True)
class Later:
    """Nobody can be asked yet.

    Attributes:
        until: when to look again; None when it is the end of another request that makes room.
    """

    why: Wait
    until: datetime | None
    candidate: Candidate


@dataclass(frozen=True)
class NotHere:
    """Nobody can be asked in Slack at all, and an advisor has to."""

    why: ByHand
    hurdle: Hurdle | None
    candidate: Candidate | None


Turn = Ask | Later | NotHere


@dataclass(frozen=True)
class Asker:
    """Who asked, and whether they can be reached."""

    user: str
    reach: Reach


@dataclass(frozen=True)
class Question:
    """Everything that decides about a turn."""

    asker: Asker
    candidates: Sequence[Candidate]
    rules: Rules = field(default_factory=Rules)


def turn(question: Question, now: datetime) -> Turn:
    """The first who has room is asked, within their hours; else the introduction waits for whoever is free first."""
    asker, candidates = question.asker, question.candidates
    if asker.reach is not Reach.REACHABLE:
        return NotHere(ByHand.OUT_OF_REACH, Hurdle(Side.COMPANY, asker.reach), next(iter(candidates), None))
    others = [candidate for candidate in candidates if candidate.user != asker.user]
    here = [candidate for candidate in others if candidate.reach is Reach.REACHABLE]
    if not here:
        return _nobody_here(candidates, others)
    free = [candidate for candidate in here if _why_not_now(candidate, question.rules, now) is None]
    return _ask_in_hours(free[0], question.rules, now) if free else _first_free(here, question.rules, now)


def _nobody_here(candidates: Sequence[Candidate], others: Sequence[Candidate]) -> NotHere:
    """The first who is linked is named to the advisors, since that is whom they can write to."""
    if candidates and not others:
        return NotHere(ByHand.OWN_REQUEST, None, candidates[0])
    linked = [candidate for candidate in others if candidate.reach is not Reach.UNLINKED]
    best = next(iter([*linked, *others]), None)
    return NotHere(ByHand.OUT_OF_REACH, Hurdle(Side.EXPERT, best.reach if best else Reach.UNLINKED), best)


def _why_not_now(candidate: Candidate, rules: Rules, now: datetime) -> Wait | None:
    if candidate.availability.is_away(rules.today(now)):
        return Wait.PAUSED
    full = candidate.open_requests >= candidate.availability.open_requests
    return Wait.CAP if full and not candidate.at_once else None


def _ask_in_hours(candidate: Candidate, rules: Rules, now: datetime) -> Turn:
    opens = rules.hours_of(candidate.availability.hours).next_open(now)
    if opens > now:
        return Later(Wait.HOURS, opens, candidate)
    return Ask(candidate)


def _first_free(here: Sequence[Candidate], rules: Rules, now: datetime) -> Later:
    """Room may be made at any moment, so it is waited for rather than for a date; of dates, the earliest."""
    waits = [(candidate, _why_not_now(candidate, rules, now)) for candidate in here]
    full = next((candidate for candidate, why in waits if why is Wait.CAP), None)
    if full is not None:
        return Later(Wait.CAP, None, full)
    back = min(here, key=lambda candidate: str(candidate.availability.paused_until))
    until = back.availability.paused_until
    return Later(Wait.PAUSED, rules.morning_of(until) if until else None, back)
