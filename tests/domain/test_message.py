import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.introduction import introduction_id
from bot.domain.message import Audience, Message, Topic
from tests.stand_ins import DRYING, FIRST

needs = st.integers(min_value=1).map(lambda number: f"N{number}")
topics = st.sampled_from(Topic)


@st.composite
def messages(draw: st.DrawFn) -> Message:
    need, entry = draw(needs), draw(st.sampled_from([None, DRYING, FIRST]))
    return Message(draw(topics), need, None if entry is None else introduction_id(need, entry))


@given(messages(), messages())
def test_two_messages_share_a_key_only_when_they_tell_the_same_thing(one: Message, other: Message) -> None:
    assert (one.key == other.key) == (one == other)


def test_a_need_can_have_one_message_of_a_topic_for_each_introduction() -> None:
    told = {Message(Topic.THREAD_OPENED, "N1", introduction_id("N1", entry)).key for entry in (DRYING, FIRST)}

    assert told == {"thread_opened:N1/joinery/drying", "thread_opened:N1/joinery/first"}


@pytest.mark.parametrize("topic", Topic)
def test_every_topic_has_an_audience(topic: Topic) -> None:
    assert Message(topic, "N1").audience in Audience


def test_only_the_first_post_of_the_thread_is_read_by_the_group() -> None:
    assert [topic for topic in Topic if Message(topic, "N1").audience is Audience.GROUP] == [Topic.INTRODUCTION]
