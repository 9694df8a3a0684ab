from dataclasses import replace

from bot.cli.case_lines import case_lines
from bot.domain.case import Case
from bot.domain.introduction import ByHand
from bot.domain.lifecycle import IntroductionState
from bot.domain.people import Contact, Hurdle, Reach, Side
from bot.domain.triage import Outcome, Triage
from matcher.answer import Answer, Match, Option, Part, Question, Reason, Share
from tests.stand_ins import ADVISOR, DRYING, FIRST, MORNING, PUBLIC, a_need, an_introduction

MATCH = Match(
    "service",
    DRYING,
    "joinery",
    "Drying of timber",
    0.9,
    "strong",
    reasons=(Reason("oak", "oak logs", 1.0),),
    caveats=(("temperature", "200 °C", "80 °C"),),
    shares=(Share("words", 1.234), Share("meaning", -0.5)),
)
QUESTION = Question({"en": "Wet or dry?", "sv": "Vått eller torrt?"}, (Option({"en": "Wet", "sv": "Vått"}, "wet"),))


def section(case: Case, title: str) -> list[str]:
    """The lines below a title, as they are printed."""
    sections = "\n".join(case_lines(case)).split("\n\n")
    return next((lines[1:] for each in sections if (lines := each.split("\n"))[0] == title), [])


def answered(*matches: Match, parts: tuple[Part, ...] = (), question: Question | None = None) -> Case:
    answer = Answer("en", "matches", matches, parts, {"temperature": "200 °C"}, ("moon",), question)
    return Case(replace(a_need(), answer=answer), Triage("N1"))


def test_what_was_read_from_a_need_is_told() -> None:
    assert section(answered(parts=(Part("dry it", (MATCH,)),), question=QUESTION), "Read from it") == [
        "  temperature: 200 °C",
        "  part: dry it (joinery/drying)",
        "  not found in the catalogue: moon",
        "  asked back: Wet or dry?",
    ]


def test_a_match_tells_why_and_what_each_signal_added() -> None:
    assert section(answered(MATCH), "Matches") == [
        "  joinery/drying (Drying of timber): strong, 90%",
        "    “oak” meets “oak logs”",
        "    not met: temperature 200 °C (here: 80 °C)",
        "    score: words +1.23, meaning -0.50",
    ]


def test_what_advisors_did_is_told() -> None:
    triage = Triage("N1", ADVISOR, outcome=Outcome.INTRODUCED)

    assert section(Case(a_need(), triage), "With the advisors") == [f"  taken by {ADVISOR}", "  outcome: introduced"]


def test_an_introduction_tells_all_that_hinders_it_and_how_to_reach_the_expert() -> None:
    by_hand = replace(
        an_introduction(),
        state=IntroductionState.WITH_ADVISOR,
        expert=FIRST,
        by_hand=ByHand.OUT_OF_REACH,
        hurdle=Hurdle(Side.EXPERT, Reach.NOT_IN_SLACK),
    )
    contacts = {by_hand.id: Contact(FIRST, email="head@example.com")}

    assert section(Case(a_need(), Triage("N1"), (by_hand,), contacts=contacts), "Introductions") == [
        "  N1/joinery/drying: with_advisor",
        "    expert: joinery/first",
        f"    advisor: {ADVISOR}",
        "    by hand because: out_of_reach",
        "    hurdle: not_in_slack (expert)",
        "    brief: We want to dry oak.",
        "    contact: head@example.com",
    ]


def test_a_need_of_many_lines_stays_below_its_title() -> None:
    need = replace(a_need(place=PUBLIC, text="oak\npine"), asked_at=MORNING)

    assert section(Case(need, Triage("N1")), "In its own words") == ["  oak", "  pine"]


def test_an_expert_who_is_not_linked_has_no_contact() -> None:
    assert section(Case(a_need(), Triage("N1"), (an_introduction(advisor=None),)), "Introductions") == [
        "  N1/joinery/drying: approved",
        "    brief: We want to dry oak.",
    ]
