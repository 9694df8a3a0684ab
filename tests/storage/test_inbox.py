from datetime import datetime, timedelta

import pytest

from bot.storage.ports import Arrival, Inbox
from bot.storage.sqlite import SqliteStore
from tests.stand_ins import COMPANY, MORNING

SOON, LATER = MORNING + timedelta(seconds=1), MORNING + timedelta(hours=1)


def write(store: SqliteStore, key: str, now: datetime = MORNING) -> bool:
    with store.unit() as unit:
        return unit.inbox.write(key, "ask", {"text": key}, now)


def take(store: SqliteStore, now: datetime = MORNING) -> Arrival | None:
    with store.unit() as unit:
        return unit.inbox.take(now)


def rows(store: SqliteStore, columns: str) -> list[tuple[str | None, ...]]:
    with store._transaction() as db:
        return db.execute(f"select {columns} from inbox order by id").fetchall()


def happen_late(queue: Inbox, late: str) -> None:
    """What a slower process might still say of a row that another has ended."""
    {
        "put_back": lambda: queue.put_back(1, MORNING, "late"),
        "give_up": lambda: queue.give_up(1, "late", MORNING),
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

    assert rows(store, "state, error") == [("done", None)]


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


def test_erasing_empties_what_others_sent_about_a_person_and_their_needs(store: SqliteStore) -> None:
    bodies = ({"user": "UADVISOR", "company": COMPANY}, {"user": "UADVISOR", "need": "N1"}, {"need": "N10"})
    with store.unit() as unit:
        for number, body in enumerate(bodies):
            unit.inbox.write(f"event {number}", "file", {**body, "text": "oak"}, MORNING)
        unit.inbox.erase(COMPANY, ["N1", "N2"], before=9, now=MORNING)

    assert [key for key, _, _ in rows(store, "key, state, body")] == ["erased:1", "erased:2", "event 2"]


def test_erasing_empties_what_a_person_sent_and_gives_up_what_still_waits(store: SqliteStore) -> None:
    with store.unit() as unit:
        for number, user in enumerate((COMPANY, COMPANY, "USOMEBODY", COMPANY), start=1):
            unit.inbox.write(f"event {number}", "ask", {"user": user, "text": "oak"}, MORNING)
        unit.inbox.take(MORNING)
        unit.inbox.finish(1, MORNING)
        unit.inbox.erase(COMPANY, [], before=4, now=MORNING)

    assert rows(store, "key, state, body") == [
        ("erased:1", "done", "{}"),
        ("erased:2", "given_up", "{}"),
        ("event 3", "waiting", '{"user": "USOMEBODY", "text": "oak"}'),
        ("event 4", "waiting", '{"user": "UCOMPANY", "text": "oak"}'),
    ]


def test_an_arrival_is_settled_once_it_is_done_or_given_up(store: SqliteStore) -> None:
    write(store, "event 1")
    write(store, "event 2")
    with store.unit() as unit:
        before = unit.inbox.settled("event 1")
        unit.inbox.finish(1, MORNING)
        unit.inbox.give_up(2, "broke", MORNING)

        assert not before
        assert unit.inbox.settled("event 1")
        assert unit.inbox.settled("event 2")
