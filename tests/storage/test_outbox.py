from datetime import datetime, timedelta

import pytest

from bot.domain.message import Message, Topic
from bot.storage.ports import Held, Outbox, Parcel
from bot.storage.sqlite import SqliteStore
from tests.stand_ins import MORNING, a_need, an_introduction

SOON, LATER = MORNING + timedelta(seconds=1), MORNING + timedelta(hours=1)
ANSWER, SORRY = Message(Topic.ANSWER, "N1"), Message(Topic.APOLOGY, "N1")
FOR_ADVISORS = Message(Topic.NEED, "N1")
OTHERS = Message(Topic.ANSWER, "N2")
PROGRESS = Message(Topic.PROGRESS, "N1")


def put(store: SqliteStore, *messages: Message) -> list[bool]:
    with store.unit() as unit:
        for message in messages:
            unit.needs.add(a_need(message.need))
        return [unit.outbox.put(message, MORNING) for message in messages]


def send_next(store: SqliteStore, now: datetime = MORNING) -> Parcel | None:
    with store.unit() as unit:
        return unit.outbox.take(now)


def send(store: SqliteStore, *messages: Message) -> None:
    """Put messages and have them in Slack, each at a place of its own."""
    put(store, *messages)
    while (parcel := send_next(store)) is not None:
        with store.unit() as unit:
            unit.outbox.sent(parcel.id, "C1", f"{parcel.id}.1", MORNING)


def fail(store: SqliteStore, parcel: int) -> None:
    with store.unit() as unit:
        unit.outbox.undeliverable(parcel, "channel_not_found", MORNING)


def happen_late(queue: Outbox, late: str) -> None:
    """What a slower process might still say of a row that another has ended."""
    {
        "postpone": lambda: queue.postpone(1, MORNING, "late"),
        "undeliverable": lambda: queue.undeliverable(1, "late", MORNING),
        "drop": lambda: queue.drop(1, "late", MORNING),
        "retry": lambda: queue.retry(1, MORNING),
        "recover": queue.recover,
    }[late]()


def test_a_message_is_queued_once(store: SqliteStore) -> None:
    assert put(store, ANSWER, ANSWER, ANSWER) == [True, False, False]
    assert send_next(store) == Parcel(1, ANSWER, 0, MORNING)
    assert send_next(store) is None


def test_a_sent_message_is_not_queued_again(store: SqliteStore) -> None:
    put(store, ANSWER)
    send_next(store)
    with store.unit() as unit:
        unit.outbox.sent(1, "C1", "300.1", MORNING)

    assert put(store, ANSWER) == [False]


def test_a_need_is_told_one_thing_after_the_other(store: SqliteStore) -> None:
    put(store, ANSWER, SORRY)
    send_next(store)
    assert send_next(store) is None

    with store.unit() as unit:
        unit.outbox.sent(1, "C1", "300.1", MORNING)
    assert send_next(store) == Parcel(2, SORRY, 0, MORNING)


def test_a_postponed_message_holds_back_its_own_need_only(store: SqliteStore) -> None:
    put(store, ANSWER, SORRY, OTHERS)
    send_next(store)
    with store.unit() as unit:
        unit.outbox.postpone(1, LATER, "ratelimited")

    assert send_next(store, SOON) == Parcel(3, OTHERS, 0, MORNING)
    assert send_next(store, SOON) is None
    assert send_next(store, LATER) == Parcel(1, ANSWER, 1, MORNING)


def test_an_undeliverable_message_lets_the_next_one_go(store: SqliteStore) -> None:
    put(store, ANSWER, SORRY)
    send_next(store)
    with store.unit() as unit:
        unit.outbox.undeliverable(1, "channel_not_found", MORNING)

    assert send_next(store) == Parcel(2, SORRY, 0, MORNING)


def test_recovering_keeps_how_often_sending_had_begun(store: SqliteStore) -> None:
    put(store, ANSWER)
    send_next(store)
    with store.unit() as unit:
        assert unit.outbox.recover() == 1

    assert send_next(store) == Parcel(1, ANSWER, 1, MORNING)


@pytest.mark.parametrize("late", ["postpone", "undeliverable", "drop", "retry", "recover"])
def test_what_was_sent_stays_sent(store: SqliteStore, late: str) -> None:
    put(store, ANSWER)
    send_next(store)
    with store.unit() as unit:
        unit.outbox.sent(1, "C1", "300.1", MORNING)
        happen_late(unit.outbox, late)
        assert unit.outbox.place_of(ANSWER.key) == ("C1", "300.1")

    assert send_next(store, LATER) is None


def test_only_a_sent_message_has_a_place(store: SqliteStore) -> None:
    put(store, ANSWER)
    send_next(store)

    with store.unit() as unit:
        assert unit.outbox.place_of(ANSWER.key) is None
        assert unit.outbox.place_of("answer:N99") is None


def test_a_parcel_knows_its_introduction(store: SqliteStore) -> None:
    introduction = an_introduction("N1")
    opened = Message(Topic.THREAD_OPENED, "N1", introduction.id)
    with store.unit() as unit:
        unit.needs.add(a_need("N1"))
        unit.introductions.add(introduction)
        unit.outbox.put(opened, MORNING)

    assert send_next(store) == Parcel(1, opened, 0, MORNING)


def test_advisors_who_cannot_be_told_hold_up_nobody_else(store: SqliteStore) -> None:
    put(store, FOR_ADVISORS, PROGRESS)
    send_next(store)
    with store.unit() as unit:
        unit.outbox.postpone(1, LATER, "no_advisor_channel")

    assert send_next(store, SOON) == Parcel(2, PROGRESS, 0, MORNING)


def test_whoever_waits_for_an_answer_goes_before_what_is_told_unasked(store: SqliteStore) -> None:
    put(store, FOR_ADVISORS, OTHERS)

    assert send_next(store, SOON) == Parcel(2, OTHERS, 0, MORNING)


def test_what_was_put_off_goes_behind_what_has_been_due_longer(store: SqliteStore) -> None:
    put(store, FOR_ADVISORS, PROGRESS)
    send_next(store)
    with store.unit() as unit:
        unit.outbox.postpone(1, SOON, "ratelimited")

    assert send_next(store, LATER) == Parcel(2, PROGRESS, 0, MORNING)


def test_what_cannot_have_reached_slack_does_not_count_as_a_try(store: SqliteStore) -> None:
    put(store, ANSWER)
    send_next(store)
    with store.unit() as unit:
        unit.outbox.postpone(1, SOON, "ratelimited", untried=True)

    assert send_next(store, LATER) == Parcel(1, ANSWER, 0, MORNING)


def test_a_mark_is_part_of_what_was_put(store: SqliteStore) -> None:
    marked = Message(Topic.SAID_NO, "N1", None, mark="3")
    put(store, marked)

    assert send_next(store) == Parcel(1, marked, 0, MORNING)


def test_the_place_of_a_message_is_that_of_its_newest_mark(store: SqliteStore) -> None:
    send(store, Message(Topic.ADVISOR_CHANGED, "N1"), Message(Topic.ADVISOR_CHANGED, "N1", mark="4"))

    with store.unit() as unit:
        assert unit.outbox.place_of("advisor_changed:N1") == ("C1", "2.1")


def test_what_erases_takes_the_place_of_just_one_message(store: SqliteStore) -> None:
    first, second = Message(Topic.BREAKDOWN, "N1"), Message(Topic.BREAKDOWN, "N1", mark="2")
    send(store, first, second)

    with store.unit() as unit:
        erasures = [Message(Topic.ERASED_FOR_ADVISORS, "N1", mark=each.key) for each in unit.outbox.told("N1")]
        assert [unit.outbox.place_before(each) for each in erasures] == [("C1", "1.1"), ("C1", "2.1")]
        assert [unit.outbox.put(each, MORNING) for each in erasures] == [True, True]


def test_a_need_whose_number_begins_like_another_has_a_place_of_its_own(store: SqliteStore) -> None:
    send(store, Message(Topic.ANSWER, "N11"))

    with store.unit() as unit:
        assert unit.outbox.place_of("answer:N1") is None
        assert not unit.outbox.has("answer:N1")
        assert unit.outbox.has("answer:N11")


@pytest.mark.parametrize(
    ("end", "there"), [("nothing", True), ("sent", True), ("undeliverable", False), ("drop", False)]
)
def test_a_message_is_there_until_it_is_known_not_to_leave(store: SqliteStore, end: str, there: bool) -> None:  # noqa: FBT001 - a case
    put(store, ANSWER)
    with store.unit() as unit:
        {
            "nothing": lambda: None,
            "sent": lambda: unit.outbox.sent(1, "C1", "1.1", MORNING),
            "undeliverable": lambda: unit.outbox.undeliverable(1, "broke", MORNING),
            "drop": lambda: unit.outbox.drop(1, "overtaken", MORNING),
        }[end]()
        assert unit.outbox.has(ANSWER.key) is there


def test_an_update_is_not_queued_beside_one_that_waits(store: SqliteStore) -> None:
    updates = [Message(Topic.PROGRESS_CHANGED, "N1", mark=mark) for mark in "123"]

    assert put(store, PROGRESS, updates[0], updates[1]) == [True, True, False]
    send_next(store)
    with store.unit() as unit:
        unit.outbox.sent(1, "C1", "1.1", MORNING)
    send_next(store)
    assert put(store, updates[2]) == [True]


def test_updates_of_other_cases_wait_beside_each_other(store: SqliteStore) -> None:
    with store.unit() as unit:
        unit.needs.add(a_need("N1"))
        for entry in ("a/b", "a/c"):
            unit.introductions.add(an_introduction(entry=entry))

    updates = [Message(Topic.LATE_CHANGED, "N1", f"N1/a/{short}", mark="2") for short in "bc"]
    assert put(store, *updates) == [True, True]


def test_what_has_not_left_is_held_with_its_error(store: SqliteStore) -> None:
    put(store, ANSWER, OTHERS)
    send_next(store)
    fail(store, 1)

    with store.unit() as unit:
        held = unit.outbox.held()
        assert held[0] == Held(1, ANSWER, "undeliverable", 1, MORNING, MORNING, "channel_not_found")
        assert [each.state for each in held] == ["undeliverable", "queued"]
        assert (unit.outbox.get(1), unit.outbox.get(99)) == (held[0], None)


def test_what_is_undeliverable_can_be_tried_again_with_its_tries_counted(store: SqliteStore) -> None:
    put(store, ANSWER)
    send_next(store)
    fail(store, 1)

    with store.unit() as unit:
        assert unit.outbox.retry(1, LATER)
        assert not unit.outbox.retry(1, LATER)
    assert send_next(store, LATER) == Parcel(1, ANSWER, 1, MORNING)


def test_what_is_dropped_never_leaves(store: SqliteStore) -> None:
    put(store, ANSWER, SORRY)
    with store.unit() as unit:
        assert unit.outbox.drop(1, "by hand", MORNING)
        assert not unit.outbox.drop(1, "by hand", MORNING)

    assert send_next(store) == Parcel(2, SORRY, 0, MORNING)
    assert put(store, ANSWER) == [False]


def test_what_was_told_of_no_need_is_found_apart_from_what_was_told_of_one(store: SqliteStore) -> None:
    of_many = Message(Topic.LABELS_DUE, None, mark="2026-03-09")
    with store.unit() as unit:
        unit.needs.add(a_need("N1"))
        for message in (of_many, FOR_ADVISORS):
            unit.outbox.put(message, MORNING)

        assert (unit.outbox.told(None), unit.outbox.told("N1")) == ([of_many], [FOR_ADVISORS])
