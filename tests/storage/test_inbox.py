import sqlite3
from contextlib import closing
from datetime import datetime, timedelta

import pytest

from bot.domain.message import Message, Topic
from bot.storage.ports import Arrival, Inbox, Outbox, Parcel
from bot.storage.sqlite import SqliteStore
from tests.stand_ins import MORNING, a_need, an_introduction

SOON, LATER = MORNING + timedelta(seconds=1), MORNING + timedelta(hours=1)
ANSWER, SORRY = Message(Topic.ANSWER, "N1"), Message(Topic.APOLOGY, "N1")
OTHERS = Message(Topic.ANSWER, "N2")


def write(store: SqliteStore, key: str, now: datetime = MORNING) -> bool:
    with store.unit() as unit:
        return unit.inbox.write(key, "ask", {"text": key}, now)


def take(store: SqliteStore, now: datetime = MORNING) -> Arrival | None:
    with store.unit() as unit:
        return unit.inbox.take(now)


def put(store: SqliteStore, *messages: Message) -> list[bool]:
    with store.unit() as unit:
        for message in messages:
            unit.needs.add(a_need(message.need))
        return [unit.outbox.put(message, MORNING) for message in messages]


def send_next(store: SqliteStore, now: datetime = MORNING) -> Parcel | None:
    with store.unit() as unit:
        return unit.outbox.take(now)


def happen_late(queue: Inbox | Outbox, late: str) -> None:
    """What a slower process might still say of a row that another has ended."""
    {
        "put_back": lambda: queue.put_back(1, MORNING, "late"),
        "give_up": lambda: queue.give_up(1, "late", MORNING),
        "postpone": lambda: queue.postpone(1, MORNING, "late"),
        "undeliverable": lambda: queue.undeliverable(1, "late", MORNING),
        "recover": queue.recover,
    }[late]()


def test_ten_deliveries_are_one_arrival(store: SqliteStore) -> None:
    assert [write(store, "event 1") for _ in range(10)] == [True] + [False] * 9
    assert take(store) == Arrival(1, "event 1", "ask", {"text": "event 1"}, MORNING, 1)
    assert take(store) is None


def test_a_delivery_after_the_work_is_done_changes_nothing(store: SqliteStore) -> None:
    write(store, "event 1")
    take(store)
    with store.unit() as unit:
        unit.inbox.finish(1, MORNING)

    assert not write(store, "event 1")
    assert take(store) is None


def test_arrivals_are_taken_in_the_order_they_came(store: SqliteStore) -> None:
    for key in ("event b", "event a", "event c"):
        write(store, key)

    assert [arrival.key for _ in range(3) if (arrival := take(store))] == ["event b", "event a", "event c"]


def test_an_arrival_that_was_put_back_waits_until_it_is_due(store: SqliteStore) -> None:
    write(store, "event 1")
    take(store)
    with store.unit() as unit:
        unit.inbox.put_back(1, LATER, "no model")

    assert take(store, SOON) is None
    assert take(store, LATER) == Arrival(1, "event 1", "ask", {"text": "event 1"}, MORNING, 2)


def test_others_go_first_while_one_waits(store: SqliteStore) -> None:
    write(store, "event 1")
    take(store)
    with store.unit() as unit:
        unit.inbox.put_back(1, LATER, "no model")
    write(store, "event 2")

    assert [arrival.key for _ in range(2) if (arrival := take(store, LATER))] == ["event 1", "event 2"]


@pytest.mark.parametrize("late", ["put_back", "give_up", "recover"])
def test_what_is_done_stays_done(store: SqliteStore, late: str) -> None:
    write(store, "event 1")
    take(store)
    with store.unit() as unit:
        unit.inbox.finish(1, MORNING)
        happen_late(unit.inbox, late)

    with closing(sqlite3.connect(store.path)) as connection:
        assert connection.execute("select state, error from inbox").fetchall() == [("done", None)]


def test_what_was_given_up_is_kept_whole_and_never_taken_again(store: SqliteStore) -> None:
    write(store, "event 1")
    take(store)
    with store.unit() as unit:
        unit.inbox.give_up(1, "broke", MORNING)
        assert unit.inbox.recover() == 0

    assert take(store, LATER) is None
    assert not write(store, "event 1")


def test_recovering_returns_what_was_taken_with_its_attempts(store: SqliteStore) -> None:
    write(store, "event 1")
    write(store, "event 2")
    take(store)
    with store.unit() as unit:
        assert unit.inbox.recover() == 1

    recovered = take(store)
    assert recovered is not None
    assert (recovered.key, recovered.attempts) == ("event 1", 2)


def test_half_a_surrogate_pair_is_no_reason_to_lose_an_arrival(store: SqliteStore) -> None:
    write(store, "event 1")
    with store.unit() as unit:
        assert unit.inbox.write("event 2", "ask", {"text": "oak \ud83d å 🪵 \x00"}, MORNING)

    take(store)
    arrival = take(store)
    assert arrival is not None
    assert arrival.body == {"text": "oak ? å 🪵 \x00"}


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


@pytest.mark.parametrize("late", ["postpone", "undeliverable", "recover"])
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
