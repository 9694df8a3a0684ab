import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.introduction import introduction_id
from bot.domain.message import ERASURES, UPDATES, Audience, Message, Topic
from tests.stand_ins import DRYING, FIRST

needs = st.none() | st.integers(min_value=1).map(lambda number: f"N{number}")
topics = st.sampled_from(Topic)


@st.composite
def messages(draw: st.DrawFn) -> Message:
    need, entry = draw(needs), draw(st.sampled_from([None, DRYING, FIRST]))
    about = None if entry is None or need is None else introduction_id(need, entry)
    return Message(draw(topics), need, about, draw(st.sampled_from(["", "1", "12"])))


@given(messages(), messages())
def test_two_messages_share_a_key_only_when_they_tell_the_same_thing(one: Message, other: Message) -> None:
    assert (one.key == other.key) == (one == other)


def test_a_need_can_have_one_message_of_a_topic_for_each_introduction() -> None:
    told = {Message(Topic.THREAD_OPENED, "N1", introduction_id("N1", entry)).key for entry in (DRYING, FIRST)}

    assert told == {"thread_opened:N1/joinery/drying", "thread_opened:N1/joinery/first"}


@pytest.mark.parametrize("topic", Topic)
def test_every_topic_has_an_audience(topic: Topic) -> None:
    assert Message(topic, "N1").audience in Audience


@pytest.mark.parametrize(("update", "earlier"), UPDATES.items())
def test_an_update_goes_to_the_same_audience_in_the_same_lane_as_what_it_updates(update: Topic, earlier: Topic) -> None:
    one, other = Message(earlier, "N1", "N1/a/b"), Message(update, "N1", "N1/a/b", mark="3")

    assert (one.audience, one.lane) == (other.audience, other.lane)
    assert other.updates == one.key


def test_a_message_of_its_own_updates_nothing() -> None:
    assert Message(Topic.SAID_NO, "N1", "N1/a/b").updates is None


def test_audiences_experts_and_threads_have_lanes_of_their_own() -> None:
    topics = (Topic.ANSWER, Topic.REQUEST, Topic.INTRODUCTION, Topic.LATE)
    lanes = [Message(topic, need, f"{need}/{entry}").lane for topic in topics for need in "AB" for entry in "ab"]

    assert len(set(lanes)) == 2 + 4 + 4 + 2


def test_only_the_answer_and_an_apology_stand_where_others_may_read_along() -> None:
    answers = {Topic.ANSWER, Topic.ANSWER_CHANGED, Topic.ANSWER_PUT_RIGHT, Topic.APOLOGY}

    assert {topic for topic in Topic if not Message(topic, "N1").is_private} == answers


def test_what_is_about_no_need_is_told_once_a_day_and_in_one_lane() -> None:
    monday, update = Message(Topic.LABELS_DUE, None, mark="2026-11-23"), Message(Topic.LABELS_CHANGED, None, mark="1")

    assert monday.key == "labels_due#2026-11-23"
    assert (update.updates, update.lane) == ("labels_due", monday.lane)


@pytest.mark.parametrize(("audience", "topic"), ERASURES.items())
def test_what_erases_is_for_those_who_read_what_it_erases_and_leaves_behind_it(
    audience: Audience, topic: Topic
) -> None:
    told = next(Message(each, "N1", "N1/a/b") for each in Topic if Message(each, "N1").audience is audience)
    erasure = Message(topic, "N1", "N1/a/b", mark=told.key)

    assert (erasure.audience, erasure.lane, erasure.updates) == (audience, told.lane, told.key)
