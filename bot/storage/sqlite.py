"""The record in one SQLite file: opening it, its shape, and its transactions. The tables' own rows live beside."""

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from bot.storage.advising import SqliteCorrections, SqliteEnquiries, SqliteTriages
from bot.storage.cases import SqliteContacts, SqliteEvents, SqliteNeeds
from bot.storage.inbox import SqliteInbox
from bot.storage.introductions import SqliteIntroductions
from bot.storage.keeping import SqliteAvailabilities, SqliteClocks, SqlitePrivate
from bot.storage.migrations import migrations
from bot.storage.outbox import SqliteOutbox
from bot.storage.queue import SqliteQueue
from bot.storage.record import SqliteRecord

# Several threads write; one waits for another at most this long. Transactions last milliseconds, so a wait of
# seconds means a stuck process, and an error is then the better answer.
BUSY_MILLISECONDS = 10_000


@dataclass(frozen=True)
class SqliteUnit:
    """`ports.Unit`: one transaction on one connection; and the record as it is read on the server."""

    inbox: SqliteInbox
    outbox: SqliteOutbox
    needs: SqliteNeeds
    introductions: SqliteIntroductions
    events: SqliteEvents
    contacts: SqliteContacts
    clocks: SqliteClocks
    availabilities: SqliteAvailabilities
    private: SqlitePrivate
    triage: SqliteTriages
    enquiries: SqliteEnquiries
    corrections: SqliteCorrections
    queue: SqliteQueue
    record: SqliteRecord


class SqliteStore:
    """`ports.Store` in a file. A SQLite connection belongs to its thread, so each unit opens its own."""

    def __init__(self, path: Path) -> None:
        """Open or create the file and bring it to today's shape.

        Raises:
            sqlite3.Error: the file cannot be opened or is no database.
        """
        self.path = path
        # Whoever waits for SQLite's own lock asks again and again, and with several writers may be passed over for
        # seconds; whoever waits for this one is woken. It can be taken twice, so that a unit within a unit is an error.
        self._turn = threading.RLock()
        path.parent.mkdir(parents=True, exist_ok=True)
        with closing(self._connect()) as connection:
            _write_ahead(connection)
        with self._transaction() as db:
            migrations.apply(db)

    @contextmanager
    def unit(self) -> Iterator[SqliteUnit]:
        """See the protocol."""
        with self._transaction() as db:
            yield _unit(db)

    @contextmanager
    def reading(self) -> Iterator[SqliteUnit]:
        """See the protocol."""
        with self._transaction(writes=False) as db:
            yield _unit(db)

    @contextmanager
    def _transaction(self, *, writes: bool = True) -> Iterator[Database]:
        turn = self._turn if writes else nullcontext()
        with closing(self._connect()) as connection, turn, connection:
            connection.execute(f"PRAGMA query_only = {not writes}")
            # Immediate: a unit reads and then writes, and a deferred transaction could not be upgraded once another
            # connection has written in between. Who only reads waits for nobody.
            connection.execute("BEGIN IMMEDIATE" if writes else "BEGIN DEFERRED")
            yield Database(connection, execute_plugins=False)

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.path, isolation_level=None)
        connection.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
        connection.execute("PRAGMA foreign_keys = ON")
        # Full: a need that was acknowledged must outlive a power cut, not only a killed process.
        connection.execute("PRAGMA synchronous = FULL")
        # What somebody had erased must not stay in the parts of the file that are free again.
        connection.execute("PRAGMA secure_delete = ON")
        return connection


def _unit(db: Database) -> SqliteUnit:
    return SqliteUnit(
        SqliteInbox(db),
        SqliteOutbox(db),
        SqliteNeeds(db),
        SqliteIntroductions(db),
        SqliteEvents(db),
        SqliteContacts(db),
        SqliteClocks(db),
        SqliteAvailabilities(db),
        SqlitePrivate(db),
        SqliteTriages(db),
        SqliteEnquiries(db),
        SqliteCorrections(db),
        SqliteQueue(db),
        SqliteRecord(db),
    )


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Switch to the write-ahead log. Of several that open a new file at once, SQLite lets all but one fail here."""
    until = time.monotonic() + BUSY_MILLISECONDS / 1000
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(0.01)
        else:
            return
