"""Cases as advisors see them, over the small catalogue of wood workers and dyers."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.domain.case import Beside, Case
from bot.domain.clock import Clock, ClockKind
from bot.domain.correction import Correction
from bot.domain.enquiry import Enquiry
from bot.domain.event import LOTSEN, Event
from bot.domain.lifecycle import IntroductionState, NeedState
from bot.domain.people import Contact
from bot.domain.private_words import About, Confidential, PrivateWords
from bot.domain.triage import Triage
from bot.slack.views.desk.advisor import Advisor
from matcher.answer import Share
from tests.slack.answers import (
    CAMPUS,
    DYEING,
    FOUND,
    HOSTILE,
    JOINER,
    MILLING,
    NOON,
    PARTS,
    STRENGTH,
    WEDNESDAY,
    a_need,
    an_introduction,
    milling,
    strength,
)

HOUR = timedelta(hours=1)
SHARES = (
    Share("precedents", 1.9),
    Share("species small animals conflicts", -3.0),
    Share("words in group", 0.4),
    Share("meaning", 0.31),
    Share("use clinical agrees", 1.0),
    Share("characters", 0.02),
)
SCORED = replace(FOUND, matches=(replace(milling, shares=SHARES), strength))


def an_advisor(language: str = "en", user: str = "U0ADVISOR") -> Advisor:
    return Advisor(user, language, replace(CAMPUS, now=NOON + 2 * HOUR))


def a_case(**more: Any) -> Case:
    """A need that was just answered; `more` is what else there is."""
    events = (Event(NOON, "N7", None, "U0COMPANY", "asked"), Event(NOON, "N7", None, LOTSEN, "matches"))
    return Case(**{"need": a_need(SCORED), "triage": Triage("N7"), "events": events, **more})


def a_note(words: str = "They were here in May.", **more: Any) -> PrivateWords:
    return replace(PrivateWords(NOON, "N7", None, "U0ADVISOR", About.NOTE, Confidential(words)), **more)


def an_enquiry(**more: Any) -> Enquiry:
    return Enquiry(**{"need": "N7", "asked_by": "U0ADVISOR", "asked_at": NOON, "question": "How many a year?", **more})


def beside(need: str, text: str = "Chair backs of oak", state: NeedState = NeedState.CLOSED) -> Beside:
    return Beside(need, text, state, NOON)


def a_busy_case() -> Case:
    """One in which everything has happened once."""
    asked, declined = an_introduction(), an_introduction(DYEING, state=IntroductionState.DECLINED)
    reminder = Clock(asked.id, ClockKind.REMINDER, NOON + 24 * HOUR)
    case = a_case(
        introductions=(declined, asked),
        clocks={asked.id: (reminder, Clock(asked.id, ClockKind.PROMISE, WEDNESDAY))},
        contacts={asked.id: Contact(JOINER, "U0EXPERT", "joiner@example.com")},
        private_words=(a_note(),),
        enquiries=(an_enquiry(),),
        corrections=(Correction("C1", "N7", "U0ADVISOR", NOON, (MILLING,), (STRENGTH,), "Strength comes first"),),
        earlier=(beside("N3"),),
        near=(beside("N5"),),
        same=(beside("N6"),),
    )
    happened = (
        Event(NOON, "N7", asked.id, "U0COMPANY", "approved"),
        Event(NOON, "N7", asked.id, LOTSEN, "asked"),
        Event(NOON, "N7", declined.id, "U0EXPERT", "declined", "no_time"),
        Event(NOON + HOUR, "N7", None, "U0ADVISOR", "taken"),
    )
    return replace(case, events=case.events + happened, need=a_need(replace(SCORED, parts=PARTS.parts)))


def an_endless_case(word: str = f"{HOSTILE} \U0001f6a2 ") -> Case:
    """One in which everything has happened far too often, in far too many words."""
    case, long = a_busy_case(), word * (20_000 // len(word))
    introductions = tuple(
        replace(an_introduction(state=IntroductionState.WITH_ADVISOR), id=f"N7/{number}") for number in range(60)
    )
    found = tuple(beside(f"N{number}", long) for number in range(20, 200))
    answer = replace(
        SCORED,
        matches=(replace(milling, shares=SHARES * 20),) * 10,
        parts=tuple(replace(PARTS.parts[0], text=long) for _ in range(9)),
        missing=(long,),
        limits={"quality": long},
    )
    return replace(
        case,
        need=a_need(answer, text=long),
        introductions=introductions,
        clocks={each.id: case.clocks[an_introduction().id] * 4 for each in introductions},
        contacts={each.id: Contact(JOINER, "U0EXPERT", "joiner@example.com") for each in introductions},
        private_words=tuple(a_note(long) for _ in range(40)),
        enquiries=tuple(an_enquiry(question=long, answer=long, answered_at=NOON) for _ in range(30)),
        corrections=tuple(replace(case.corrections[0], reason=long) for _ in range(50)),
        events=case.events * 200,
        earlier=found,
        near=found,
        same=found,
    )
