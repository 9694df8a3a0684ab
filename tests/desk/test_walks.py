"""What holds at every step of a thousand random walks of thirty steps."""

import json
from dataclasses import replace

import pytest

from bot.domain.card import Card
from bot.domain.event import ERASED
from bot.domain.introduction import Introduction
from bot.domain.lifecycle import INTRODUCTION, IntroductionEvent, IntroductionState, NeedState
from bot.domain.message import Message, Topic
from bot.domain.showing import ForAdvisor, ForAdvisors, ForCompany, ForDesk, ForExpert, ForGroup
from bot.domain.telling import TOGETHER
from tests.desk.walking import ADVISORS, EVERYBODY, MARKS, Walk
from tests.play import Post

STEPS, WALKS, CHUNKS = 30, 1000, 20
RESTS = {"introduced", "met", "with_advisor", "proposed"}


# One of the chunks is part of every run; the others belong to the long one.
@pytest.mark.parametrize("chunk", [0, *(pytest.param(each, marks=pytest.mark.slow) for each in range(1, CHUNKS))])
def test_the_walls_hold_at_every_step_of_random_walks(chunk: int) -> None:
    for seed in range(chunk, WALKS, CHUNKS):
        walk, checked = Walk(seed), 0
        walk.begin()
        for _ in range(STEPS):
            walk.step()
            checked = check_shown(walk, checked)
        walk.end()
        check_shown(walk, checked)
        check_nothing_is_told_twice(walk)
        for introduction in every(walk):
            check_it_does_not_hang(walk, introduction)
            check_the_log_leads_to_its_state(walk, introduction)


def check_shown(walk: Walk, checked: int) -> int:
    """Look at everything that was shown since the last time."""
    for post in walk.play.slack.seen[checked:]:
        match post.value:
            case ForAdvisors():
                assert post.readers == set(ADVISORS)
                assert post.value.need.state is not NeedState.FILED
            case ForDesk():
                assert post.readers == set(ADVISORS)
            case ForAdvisor():
                assert len(post.readers) == 1
                assert post.readers < set(EVERYBODY) - set(MARKS)
            case ForCompany():
                check_company(post, post.value)
            case ForExpert():
                check_expert(walk, post, post.value)
            case ForGroup():
                check_group(walk, post, post.value)
    return len(walk.play.slack.seen)


def check_company(post: Post, value: ForCompany) -> None:
    """A company sees its own words and no others, and no account but its own and whose advisor wrote for it."""
    shown, mine = repr(replace(value, need=replace(value.need, filed_by=None))), value.need.asker.user
    assert post.readers == {mine}
    assert "private-words" not in shown
    assert not any(f"of-{mark}" in shown for user, mark in MARKS.items() if user != mine)
    assert not any(user in shown for user in EVERYBODY if user != mine)


def check_expert(walk: Walk, post: Post, value: ForExpert) -> None:
    """An expert sees the approved card, to the letter, and the company only once they are introduced."""
    shown = repr(value)
    assert "private-words" not in shown
    assert "words-of" not in shown
    assert value.company is None or value.state in TOGETHER
    assert ("name-of" in shown) == (value.card.company is not None)
    check_card(walk, post.message, value.card)


def check_group(walk: Walk, post: Post, value: ForGroup) -> None:
    """Company, expert and advisor meet only after the expert agreed, over the approved card."""
    shown = repr(value)
    assert value.company or post.message.erases or post.message.topic is Topic.INTRODUCTION_CHANGED
    assert "private-words" not in shown
    assert "words-of" not in shown
    assert {"accepted", "resumed", "at_once"} & set(walk.play.steps(value.introduction))
    check_card(walk, post.message, value.card)


def check_card(walk: Walk, message: Message, card: Card) -> None:
    """What is shown is what was pressed for, word for word, and what the event of the approval keeps."""
    if card.brief == "":
        assert message.topic is not Topic.REQUEST
        return
    assert (card.brief, card.company) in walk.approved[message.introduction or ""]
    with walk.play.store.unit() as unit:
        events = [each for each in unit.events.of_need(message.need or "") if each.introduction == message.introduction]
    kept = next((each.kept.get("card") for each in events if each.name == "approved"), None)
    assert kept is None or Card.from_json(json.loads(kept)) == card
    assert kept is not None or ERASED in {each.actor for each in events}


def check_nothing_is_told_twice(walk: Walk) -> None:
    keys = [post.message.key for post in walk.play.slack.seen]
    assert len(keys) == len(set(keys))
    assert set(walk.play.inbox_states()) <= {"done", "given_up"}
    with walk.play.store.unit() as unit:
        assert {each.state for each in unit.outbox.held()} <= {"undeliverable"}


def check_it_does_not_hang(walk: Walk, introduction: Introduction) -> None:
    """After months everything is over, with people who know each other, with an advisor, or for the company to say."""
    if introduction.is_over or introduction.state in RESTS:
        return
    others = [each for each in walk.introductions(introduction.need) if each.id != introduction.id]
    assert introduction.is_next_choice
    # Once somebody was introduced the company says whether it wants the next choice as well.
    introduced = [each for each in others if {"opened", "accepted_by_hand"} & set(walk.play.steps(each.id))]
    assert introduced or any(not each.is_over for each in others)


def check_the_log_leads_to_its_state(walk: Walk, introduction: Introduction) -> None:
    """Played again from its log, an introduction ends where the record says."""
    first, *names = walk.play.steps(introduction.id)
    state = IntroductionState(first)
    events = [IntroductionEvent(name) for name in names if name in set(IntroductionEvent)]
    for event in events:
        state = INTRODUCTION[state][event]
    assert (state, len(events)) == (introduction.state, introduction.step)


def every(walk: Walk) -> list[Introduction]:
    needs = [row[0] for row in walk.play.rows("select id from needs")]
    return [each for need in needs for each in walk.introductions(need)]
