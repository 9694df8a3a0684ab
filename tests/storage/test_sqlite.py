import sqlite3
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import closing, contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest

from bot.domain.event import Event
from bot.domain.message import Message, Topic
from bot.domain.people import Contact
from bot.storage import sqlite
from bot.storage.ports import Unit
from bot.storage.sqlite import SqliteStore
from tests.stand_ins import COMPANY, MORNING, a_need


class Changed(Exception):
    """Somebody changed their mind within a unit."""


WRITES: dict[str, Callable[[Unit], object]] = {
    "needs": lambda unit: unit.needs.add(a_need("N2")),
    "events": lambda unit: unit.events.add([Event(MORNING, "N1", None, "lotsen", "asked")]),
    "contacts": lambda unit: unit.contacts.link(Contact("joinery/first", "U1")),
    "inbox": lambda unit: unit.inbox.write("key", "ask", {}, MORNING),
    "outbox": lambda unit: unit.outbox.put(Message(Topic.ANSWER, "N1"), MORNING),
}


def test_the_file_keeps_a_write_ahead_log(store: SqliteStore) -> None:
    with closing(store._connect()) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_every_connection_checks_foreign_keys_writes_through_and_wipes_what_it_deletes(store: SqliteStore) -> None:
    with closing(store._connect()) as connection:
        assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
        assert connection.execute("PRAGMA synchronous").fetchone() == (2,)
        assert connection.execute("PRAGMA secure_delete").fetchone() == (1,)


def test_folders_on_the_way_to_the_file_are_made(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "record.db"

    assert SqliteStore(path).path.exists()


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "record.db").write_text("Dear diary, " * 100)

    with pytest.raises(sqlite3.DatabaseError):
        SqliteStore(tmp_path / "record.db")


def test_a_message_about_an_unknown_need_is_refused(store: SqliteStore) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"), store.unit() as unit:
        unit.outbox.put(Message(Topic.ANSWER, "N99"), MORNING)


@pytest.mark.parametrize("table", WRITES)
def test_a_unit_that_raises_leaves_no_trace(store: SqliteStore, table: str) -> None:
    with store.unit() as unit:
        unit.needs.add(a_need("N1"))
    before = counts(store)

    with pytest.raises(Changed):
        undo(store, WRITES[table])

    assert counts(store) == before


@pytest.mark.parametrize("table", WRITES)
def test_a_unit_that_ends_well_is_kept(store: SqliteStore, table: str) -> None:
    with store.unit() as unit:
        unit.needs.add(a_need("N1"))
    before = counts(store)

    with store.unit() as unit:
        WRITES[table](unit)

    assert counts(store) == before | {table: before[table] + 1}


def test_an_undone_unit_lets_the_next_one_in_at_once(store: SqliteStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "BUSY_MILLISECONDS", 1)
    with pytest.raises(Changed) as kept_alive:
        undo(store, lambda unit: unit.inbox.take(MORNING))

    with store.unit() as unit:
        assert unit.inbox.write("key", "ask", {}, MORNING)
    assert kept_alive.value


def test_a_unit_waits_for_another_to_end(store: SqliteStore) -> None:
    late = threading.Thread(target=link, args=(store, "joinery/second"))
    with store.unit() as unit:
        late.start()
        unit.contacts.link(Contact("joinery/first", "U1"))
    late.join()

    with store.unit() as unit:
        assert [contact.expert for contact in unit.contacts.all()] == ["joinery/first", "joinery/second"]


def test_a_unit_that_waits_for_ever_is_a_fault(store: SqliteStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "BUSY_MILLISECONDS", 1)

    with store.unit(), pytest.raises(sqlite3.OperationalError, match="locked"):
        link(store, "joinery/first")


def test_reading_goes_on_while_another_connection_writes(store: SqliteStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "BUSY_MILLISECONDS", 1)
    with store.unit() as writing:
        writing.needs.add(a_need("N1"))
        with store.reading() as unit:
            assert unit.needs.of_asker(COMPANY) == []

    with store.reading() as unit:
        assert unit.needs.get("N1") == a_need("N1")


def test_who_writes_does_not_wait_for_who_reads(store: SqliteStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "BUSY_MILLISECONDS", 1)
    with store.reading() as unit:
        assert unit.contacts.all() == []
        link(store, "joinery/first")

        assert unit.contacts.all() == []


@pytest.mark.parametrize("table", WRITES)
def test_nothing_is_written_while_reading(store: SqliteStore, table: str) -> None:
    with store.unit() as unit:
        unit.needs.add(a_need("N1"))

    with pytest.raises(sqlite3.OperationalError, match="readonly"), store.reading() as unit:
        WRITES[table](unit)


def test_threads_of_one_store_wait_for_each_other_however_long_it_takes(
    store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "BUSY_MILLISECONDS", 1)
    with ThreadPoolExecutor(1) as others, store.unit() as unit:
        late = others.submit(link, store, "joinery/second")
        wait([late], timeout=0.1)
        unit.contacts.link(Contact("joinery/first", "U1"))

    assert late.exception() is None


def test_no_update_is_lost_between_two_connections(store: SqliteStore) -> None:
    def count() -> None:
        for _ in range(25):
            with store.unit() as unit:
                contact = unit.contacts.get("joinery/first")
                unit.contacts.link(Contact("joinery/first", str(int((contact and contact.slack) or 0) + 1)))

    in_threads(count, count)

    with store.unit() as unit:
        assert unit.contacts.get("joinery/first") == Contact("joinery/first", "50")


def test_several_may_open_a_new_file_at_once(tmp_path: Path) -> None:
    together, opened = threading.Barrier(4), []

    def open_it() -> None:
        together.wait()
        opened.append(SqliteStore(tmp_path / "record.db"))

    in_threads(*[open_it] * 4)

    assert len(opened) == 4


def test_a_new_file_that_another_reads_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with read_by_another(tmp_path / "record.db") as reader:
        monkeypatch.setattr(sqlite, "BUSY_MILLISECONDS", 1)
        monkeypatch.setattr(sqlite, "time", SimpleNamespace(monotonic=lambda: 0.0, sleep=lambda _: reader.rollback()))
        store = SqliteStore(tmp_path / "record.db")

    with closing(store._connect()) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_new_file_that_another_reads_for_ever_is_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "BUSY_MILLISECONDS", 1)

    with read_by_another(tmp_path / "record.db"), pytest.raises(sqlite3.OperationalError, match="locked"):
        SqliteStore(tmp_path / "record.db")


@contextmanager
def read_by_another(path: Path) -> Iterator[sqlite3.Connection]:
    """A file without a write-ahead log yet, in the midst of being read, so that SQLite refuses the switch."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("create table other (id)")
        connection.execute("BEGIN")
        connection.execute("select * from other").fetchall()
        yield connection


def undo(store: SqliteStore, write: Callable[[Unit], object]) -> None:
    with store.unit() as unit:
        write(unit)
        raise Changed


def link(store: SqliteStore, expert: str) -> None:
    with store.unit() as unit:
        unit.contacts.link(Contact(expert, "U1"))


def in_threads(*works: Callable[[], None]) -> None:
    threads = [threading.Thread(target=work) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def counts(store: SqliteStore) -> dict[str, int]:
    with closing(store._connect()) as connection:
        return {table: connection.execute(f"select count(*) from {table}").fetchone()[0] for table in WRITES}
