"""Answers over a small catalogue of wood workers and dyers, as a matcher would give them."""

from collections.abc import Collection
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.catalogue_files import read_catalogue
from bot.domain.card import Card
from bot.domain.clock import Rules
from bot.domain.introduction import ByHand, Introduction
from bot.domain.lifecycle import IntroductionState
from bot.domain.limits import Limit, read_in
from bot.domain.need import Door, Need, Place
from bot.domain.people import Person
from bot.domain.showing import (
    ForAdvisors,
    ForCompany,
    ForExpert,
    ForGroup,
    for_company,
    for_expert,
    for_group,
)
from bot.slack.views.campus import Campus
from matcher.answer import Answer, Language, Match, Option, Part, Question, Reason
from matcher.context import NOTHING_MORE, Context, Hint

WORKSHOP = read_catalogue(Path(__file__).parent.parent / "data" / "workshop-catalogue")
MILLING, STRENGTH, JOINER = (
    "timber-workshop/cnc-milling",
    "timber-workshop/strength-test",
    "timber-workshop/master-joiner",
)
DYEING = "dye-garden/plant-dyeing"
GARDENER, DYER = "dye-garden/head-gardener", "dye-garden/dyer"
NOON, WEDNESDAY = datetime(2026, 3, 2, 12, 0, tzinfo=UTC), datetime(2026, 3, 4, 12, 0, tzinfo=UTC)
CAMPUS = Campus(WORKSHOP, Rules(), NOON)

PUBLIC, PRIVATE, UNPLACED = (
    Place("C1", "1.1", private=False),
    Place("D1", "2.1", private=True),
    Place("", None, private=True),
)
HOSTILE = "<!channel> <@U0ADVISOR> <https://example.com|bank.example> & *bold* `x` \u202e"

milling = Match(
    "service",
    MILLING,
    "timber-workshop",
    "Milling",
    0.9,
    "strong",
    reasons=(Reason("forty chair backs in oak", "We need forty identical chair backs in oak"),),
)
strength = Match(
    "service",
    STRENGTH,
    "timber-workshop",
    "Strength",
    0.5,
    "possible",
    caveats=(("quality", "GMP", "research"),),
)
joiner = Match(
    "expert", JOINER, "timber-workshop", "master joiner", 0.4, "possible", reasons=(Reason("oak", "choice of wood"),)
)
dyeing = Match("service", DYEING, "dye-garden", "Dyeing", 0.3, "possible")

FOUND = Answer("en", "matches", (milling, strength, joiner, dyeing), limits={"quality": "research"})
PARTS = Answer(
    "en",
    "matches",
    (milling, strength, dyeing),
    parts=(
        Part("mill forty chair backs", (milling, strength)),
        Part("dye the cushions red", (replace(dyeing, level="strong"),)),
    ),
)
MISSED = Answer("en", "nothing_fits", (strength, dyeing), missing=("titanium", "welding"))
NO_NEED = Answer("en", "not_a_need", ())
VAGUE = Answer("en", "unclear", (milling,))
QUESTION = Question(
    {"en": "What is it made of?", "sv": "Vad är det gjort av?"},
    (
        Option({"en": "Wood", "sv": "Trä"}, "chair of oak"),
        Option({"en": "Dyeing with plants", "sv": "Växtfärgning"}, entry=DYEING),
    ),
)
ASKS_BACK = Answer("en", "unclear", (milling, dyeing), limits={"quality": "research"}, question=QUESTION)

ANSWERS = {
    "chair": FOUND,
    "both": PARTS,
    "rocket": MISSED,
    "hello": NO_NEED,
    "stuff": VAGUE,
    "thing": ASKS_BACK,
}


class WordMatcher:
    """Answers by the last word that it knows; what holds none is no need, and Swedish has its own letters."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.broken = False

    def answer(self, need: str, context: Context = NOTHING_MORE) -> Answer:
        self.asked.append(need)
        if self.broken:
            raise RuntimeError("no model")
        known = [word for word in need.lower().split() if word in ANSWERS]
        found = replace(ANSWERS[known[-1]] if known else NO_NEED, language=language_of(need, context.hint))
        if context.chosen is not None:
            found = replace(found, outcome="matches", question=None)
        return replace(leaving_out(found, context.without), chosen=context.chosen, asked=context.asked)

    def language_of(self, text: str, hint: Hint | None = None) -> Language:
        return language_of(text, hint)


def leaving_out(answer: Answer, without: Collection[Limit]) -> Answer:
    """The answer, had nothing of this been read."""
    kept: dict[str, list[str]] = {}
    for limit, value in read_in(answer):
        if (limit, value) not in without:
            kept.setdefault(limit, []).append(value)
    limits = {limit: ", ".join(values) for limit, values in kept.items()}
    return replace(answer, limits=limits, left_out=tuple(sorted(set(read_in(answer)) & set(without))))


def language_of(text: str, hint: Hint | None = None) -> Language:
    """Abbreviations tell no language."""
    if hint and text.isupper():
        return hint()
    return "sv" if set(text.lower()) & set("åäö") else "en"


def a_need(
    answer: Answer, place: Place = PUBLIC, text: str = "Forty chair backs in oak", language: Language = "en"
) -> Need:
    need = Need("N7", Person("T0HOME", "U0COMPANY"), text, Door.MENTION, place, NOON)
    return need.answered(replace(answer, language=language))


def a_card(entry: str = MILLING, brief: str = "Forty chair backs in oak.", **more: Any) -> Card:
    return Card(entry, brief, **{"language": "en", **more})


def an_introduction(entry: str = MILLING, card: Card | None = None, **more: Any) -> Introduction:
    """One that the expert has been asked about."""
    known = {
        "state": IntroductionState.ASKED,
        "expert": JOINER,
        "expert_user": "U0EXPERT",
        "advisor": "U0ADVISOR",
        "due_at": WEDNESDAY,
        **more,
    }
    return Introduction(f"N7/{entry}", "N7", entry, card or a_card(entry), NOON, **known)


def to_company(*introductions: Introduction, need: Need | None = None) -> ForCompany:
    """What a company is told; about the first of its introductions."""
    about = introductions[0].id if introductions else None
    return for_company(need or a_need(FOUND), introductions, about)


def to_expert(introduction: Introduction | None = None) -> ForExpert:
    shown = for_expert(introduction or an_introduction(), Person("T0HOME", "U0COMPANY"), None)
    assert shown is not None
    return shown


def to_group(introduction: Introduction | None = None) -> ForGroup:
    accepted = introduction or an_introduction(state=IntroductionState.ACCEPTED)
    shown = for_group(accepted, Person("T0HOME", "U0COMPANY"), accepted.thread)
    assert shown is not None
    return shown


def to_advisors(introduction: Introduction | None = None, need: Need | None = None, **more: Any) -> ForAdvisors:
    told = introduction or an_introduction(state=IntroductionState.WITH_ADVISOR, by_hand=ByHand.NO_ANSWER)
    return ForAdvisors(need or a_need(FOUND), (told,), told, **more)
