"""Every answer but a plain yes or no, over both ways of hearing Slack and in both languages."""

from datetime import date, timedelta

import pytest

from bot.domain.clock import ClockKind
from bot.domain.introduction import Decline, introduction_id
from bot.domain.lifecycle import IntroductionState
from bot.domain.message import Topic
from bot.domain.need import Door
from bot.rehearsal.block_kit.rendering import render
from bot.slack.views.request import NO, NOT_BEFORE, NOT_US, YES
from tests.journeys.campus import EXPERT, SECOND_EXPERT, Campus
from tests.journeys.doing import Doing

pytestmark = pytest.mark.slow

ENGLISH = "We want to see what our new coating does to living cells over two or three days."
SWEDISH = "Vi vill sortera fram en ovanlig sorts immunceller ur blod, levande och så rena som möjligt."

both_ways = pytest.mark.parametrize(
    ("campus", "text"), [("socket", ENGLISH), ("http", SWEDISH)], indirect=["campus"], ids=["english", "swedish"]
)


def asked(doing: Doing, text: str, *accounts: str | None, later: int = 0) -> list[str]:
    """A company asks and approves one brief for as many matches as there are accounts to answer for them."""
    need = doing.asks("company", Door.DIRECT_MESSAGE, text)
    entries = doing.matches(need, len(accounts))
    for entry, account in zip(entries, accounts, strict=True):
        doing.campus.answers_for(entry, account)
    doing.chooses("company", need, entries, entries[len(entries) - later :], text)
    return [introduction_id(need, entry) for entry in entries]


def told(campus: Campus, topic: Topic, about: str) -> str:
    """What a card says, once it stands."""
    return render(campus.stage.until(lambda: campus.card(topic, about))["blocks"])


@both_ways
def test_a_yes_from_a_day_on_introduces_them_on_that_day_and_not_before(campus: Campus, text: str) -> None:
    doing, day = Doing(campus), date.today() + timedelta(days=20)  # noqa: DTZ011 - the day that people have
    (introduction,) = asked(doing, text, EXPERT)
    doing.reaches(introduction, IntroductionState.ASKED)
    doing.postpones("expert", introduction, day)
    assert f"{day.day} " in told(campus, Topic.NOT_BEFORE, introduction)
    with pytest.raises(LookupError):
        campus.card(Topic.INTRODUCTION, introduction)

    doing.rings(introduction, ClockKind.RESUME)

    assert text in told(campus, Topic.INTRODUCTION, introduction)


@both_ways
def test_whom_an_expert_names_is_asked_once_the_company_has_read_and_approved(campus: Campus, text: str) -> None:
    # Other tests of the same campus have put the same need before the same people.
    doing, own = Doing(campus), f"{text} 3 + 4"
    (introduction,) = asked(doing, own, EXPERT)
    _, other = doing.matches(introduction.partition("/")[0], 2)
    campus.answers_for(other, SECOND_EXPERT)
    doing.reaches(introduction, IntroductionState.ASKED)
    doing.names("expert", introduction, other)
    named = introduction_id(introduction.partition("/")[0], other)
    assert own not in campus.stage.visible_to("expert2")

    doing.approves_suggestion("company", named)

    assert own in told(campus, Topic.REQUEST, named)


@both_ways
def test_several_are_asked_at_once_and_the_next_choice_when_all_have_said_no(campus: Campus, text: str) -> None:
    doing = Doing(campus)
    first, second, following = asked(doing, text, EXPERT, SECOND_EXPERT, EXPERT, later=1)
    for introduction in (first, second):
        doing.reaches(introduction, IntroductionState.ASKED)
    doing.declines("expert", first, Decline.NO_TIME)
    campus.settled()
    assert doing.introduction(following).is_next_choice

    doing.declines("expert2", second, Decline.NOT_OPEN)

    card = campus.stage.until(lambda: campus.card(Topic.REQUEST, following))
    assert all(action in str(card["blocks"]) for action in (YES, NOT_BEFORE, NOT_US, NO))


@both_ways
def test_a_yes_that_an_advisor_heard_brings_them_together_without_a_thread(campus: Campus, text: str) -> None:
    doing = Doing(campus)
    (introduction,) = asked(doing, text, None)
    doing.reaches(introduction, IntroductionState.WITH_ADVISOR)

    doing.heard_yes("advisor", introduction)

    said = told(campus, Topic.INTRODUCED_BY_HAND, introduction)
    assert {ENGLISH: "They said yes.", SWEDISH: "De har sagt ja."}[text] in said
    assert doing.introduction(introduction).thread is None
