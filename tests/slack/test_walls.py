"""The walls once more, at what people read: every message of random walks is rendered and searched for marks."""

import json

import pytest

from bot.domain.message import Topic
from bot.domain.showing import ForAdvisors, ForCompany, ForExpert, ForGroup
from bot.rehearsal.block_kit.blocks import check
from bot.slack.rendering import render
from bot.slack.views.campus import Campus
from bot.slack.views.home import Reader, Visitor, home_view
from tests.desk.walking import EVERYBODY, MARKS, Walk
from tests.play import Post

STEPS, WALKS, CHUNKS = 30, 200, 8


# One of the chunks is part of every run; the others belong to the long one.
@pytest.mark.parametrize("chunk", [0, *(pytest.param(each, marks=pytest.mark.slow) for each in range(1, CHUNKS))])
def test_nobody_reads_what_is_not_for_them_in_any_message_of_random_walks(chunk: int) -> None:
    for seed in range(chunk, WALKS, CHUNKS):
        walk = Walk(seed)
        walk.begin()
        for _ in range(STEPS):
            walk.step()
        walk.end()
        for post in walk.play.slack.seen:
            check_what_is_read(walk, post)


def check_what_is_read(walk: Walk, post: Post) -> None:
    campus = Campus(walk.play.desk.catalogue, walk.play.desk.rules, post.at)
    posting = render(post.message, post.value, campus)
    read = posting.text + json.dumps(posting.blocks, ensure_ascii=False)
    assert check(posting.blocks, "message") == []
    match post.value:
        case ForCompany():
            check_company(read, post.value)
            home_view(Visitor("en", [post.value], readers_of(post.value)), campus)
        case ForExpert():
            check_expert(read, post.value)
        case ForGroup():
            assert "words-of" not in read
            assert "private-words" not in read
        case ForAdvisors():
            return


def check_company(read: str, value: ForCompany) -> None:
    """Its own words and no others, nobody's account, and nothing that is for advisors only."""
    others = {user: mark for user, mark in MARKS.items() if user != value.need.asker.user}

    assert not any(f"of-{mark}" in read for mark in others.values())
    assert not any(user in read for user in EVERYBODY)
    assert "private-words" not in read


def check_expert(read: str, value: ForExpert) -> None:
    """The approved brief to the letter, the name only where it is part of the card, and never an account."""
    assert "words-of" not in read
    assert "private-words" not in read
    assert not any(company in read for company in MARKS)
    assert "name-of" not in read or value.card.company is not None


def readers_of(value: ForCompany) -> list[Reader]:
    need = value.need.id
    cards = [(each.card, each.asked) for each in value.progress if each.card]
    return [Reader(card, asked, by_expert=True, knows_who=False, need=need) for card, asked in cards]


def test_a_request_shows_the_brief_to_the_letter() -> None:
    walk = Walk(3)
    walk.begin()
    for _ in range(STEPS):
        walk.step()
    requests = [post for post in walk.play.slack.seen if post.message.topic is Topic.REQUEST]

    for post in requests:
        campus = Campus(walk.play.desk.catalogue, walk.play.desk.rules, post.at)
        assert isinstance(post.value, ForExpert)
        assert post.value.card.brief in json.dumps(render(post.message, post.value, campus).blocks, ensure_ascii=False)
    assert requests
