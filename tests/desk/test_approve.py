import json

import pytest

from bot.desk.approve import Choice, approve, approving, card_for, hand_over_unapproved, may_choose
from bot.domain.card import Why
from bot.domain.introduction import Wait
from bot.domain.message import Topic
from bot.domain.need import Need
from bot.domain.showing import ForCompany, ForExpert
from matcher.answer import Answer, Match, Part, Reason
from tests.play import Play
from tests.stand_ins import BRIEF, CARVING, COMPANY, DRYING, FIRST_EXPERT, NOBODYS, a_need

OAK, PINE = f"N1/{DRYING}", f"N1/{CARVING}"


def with_reasons(*needs: str) -> Need:
    match = Match(
        "service", DRYING, "joinery", "Drying", 0.9, "strong", tuple(Reason(need, "timber") for need in needs)
    )
    return a_need().answered(Answer("en", "matches", (), (Part("oak", (match,)),)))


def test_a_card_shows_no_name_and_no_words_that_the_company_took_out() -> None:
    card = card_for(with_reasons("dry oak", "project Larch"), DRYING, "We want to dry oak.")

    assert (card.company, card.why) == (None, (Why("dry oak", "timber"),))


@pytest.mark.parametrize(("typed", "shown"), [(None, None), ("  ", None), (" The mill ", "The mill")])
def test_a_company_is_named_only_when_it_typed_its_name(typed: str | None, shown: str | None) -> None:
    assert card_for(a_need(), DRYING, BRIEF, typed).company == shown


def test_an_approved_match_is_asked_with_a_promise_to_the_company(play: Play) -> None:
    play.asked(DRYING)

    assert play.steps(OAK) == ["approved", "asked"]
    value = play.slack.value(Topic.PROGRESS)
    assert isinstance(value, ForCompany)
    assert [each.due_at for each in value.progress] == [play.introduction(OAK).due_at]


def test_the_approval_keeps_the_very_card_that_the_expert_sees(play: Play) -> None:
    play.asked(DRYING, company="The mill")

    with play.store.unit() as unit:
        kept = next(event.kept for event in unit.events.of_need("N1") if event.name == "approved")
    shown = play.slack.value(Topic.REQUEST)
    assert isinstance(shown, ForExpert)
    assert json.loads(kept["card"]) == shown.card.to_json()
    assert shown.card.company == "The mill"


def test_several_matches_become_introductions_side_by_side(play: Play) -> None:
    play.asked(DRYING, CARVING, NOBODYS)

    value = play.slack.value(Topic.PROGRESS_CHANGED)
    assert isinstance(value, ForCompany)
    assert [each.state for each in value.progress] == ["asked", "asked", "with_advisor"]


def test_a_next_choice_waits_for_the_others_without_a_promise(play: Play) -> None:
    play.asked(DRYING, Choice(CARVING, as_next=True))

    following = play.introduction(PINE)
    assert (following.state, following.waits, following.due_at) == ("approved", Wait.NEXT, None)
    assert play.clocks(PINE) == {}


def test_a_next_choice_with_nothing_to_wait_for_is_asked(play: Play) -> None:
    play.asked(Choice(DRYING, as_next=True))

    assert play.steps(OAK) == ["approved", "called", "asked"]


def test_of_next_choices_with_nothing_to_wait_for_the_first_is_asked(play: Play) -> None:
    play.asked(Choice(DRYING, as_next=True), Choice(CARVING, as_next=True))

    assert (play.state(OAK), play.state(PINE)) == ("asked", "approved")


def test_choosing_a_match_twice_is_one_introduction(play: Play) -> None:
    play.asked(DRYING)
    play.approved("N1", DRYING, company="Another name")

    assert play.steps(OAK) == ["approved", "asked"]
    card = play.introduction(OAK).card
    assert card is not None
    assert card.company is None


@pytest.mark.parametrize(("need", "user"), [("N1", "USOMEBODY"), ("N99", COMPANY)])
def test_a_choice_that_is_not_theirs_is_given_up_without_a_word(play: Play, need: str, user: str) -> None:
    play.asked()
    before = play.told()
    approve(play.desk, play.approves(need, DRYING, user=user))
    hand_over_unapproved(play.desk, play.approves(need, DRYING, user=user), "OSError")

    assert play.told() == before
    assert play.inbox_states() == ["done", "given_up", "given_up"]


@pytest.mark.parametrize("brief", ["", "Oak?", "oak " * 81])
def test_what_is_no_brief_is_put_before_nobody(play: Play, brief: str) -> None:
    play.asked()
    play.happens("approve", approving("N1", COMPANY, [Choice(DRYING)], brief))

    assert play.inbox_states() == ["done", "given_up"]
    assert play.slack.topics(FIRST_EXPERT) == []


@pytest.mark.parametrize(("text", "may"), [("oak", True), ("moon", True), ("thing", True), ("hello", False)])
def test_who_asked_may_choose_unless_there_was_no_need(play: Play, text: str, may: bool) -> None:  # noqa: FBT001 - a case
    play.asked(text=text)

    assert may_choose(play.desk, "N1", COMPANY) is may


def test_nobody_chooses_among_the_matches_of_a_need_that_was_taken_back(play: Play) -> None:
    play.asked()
    with play.store.unit() as unit:
        unit.needs.save(unit.needs.get("N1").after("withdrawn"), was="matched")  # type: ignore[arg-type]

    assert not may_choose(play.desk, "N1", COMPANY)


def test_choices_that_cannot_be_worked_on_go_to_the_advisors(play: Play) -> None:
    play.asked()
    hand_over_unapproved(play.desk, play.approves("N1", DRYING, CARVING), "OSError")
    play.settle()

    assert play.steps(OAK) == ["approved", "broke", "out_of_reach"]
    assert play.slack.topics("UADVISOR") == [Topic.REQUEST_BY_HAND, Topic.REQUEST_BY_HAND]
    assert Topic.REQUEST not in play.slack.topics(FIRST_EXPERT)
