"""Copies of the record: taken while others write to it, checked, so many kept, and put back. When is others' business.

A copy is one file without a write-ahead log beside it. One that cannot be used never takes the place of anything.
"""

import re
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from sqlite_utils import Database

from bot.storage.migrations import migrations
from bot.storage.sqlite import SqliteStore
from matcher.writing import whole

_STAMP: Final = "%Y%m%dT%H%M%SZ"
_STAMPED: Final = r"\d{8}T\d{6}Z"
#: More than any campus's days hold. What Slack still shows of numbers that are lost must not lead to new needs.
_NUMBERS_LOST: Final = 10_000


class NotCopied(Exception):
    """A file that cannot be copied, or is no sound record; the message says which file and why."""


@dataclass(frozen=True)
class Backups:
    """The copies of one database in a folder, of which so many are kept."""

    database: Path
    folder: Path
    kept: int

    def make(self, now: datetime) -> Path:
        """Copy the database as it stands, and forget the oldest copies.

        Raises:
            NotCopied: nothing was forgotten then.
        """
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = self.folder / f"{self.database.stem}-{now.astimezone(UTC):{_STAMP}}.db"
        with whole(file) as unfinished:
            _copy(self.database, unfinished)
            shutil.copymode(self.database, unfinished)
        self._forget_older_than(self._there()[-self.kept :][0])
        return file

    def newest(self) -> datetime | None:
        """When the newest copy was taken."""
        there = self._there()
        return datetime.strptime(there[-1].stem[-16:], _STAMP).replace(tzinfo=UTC) if there else None

    def _there(self) -> list[Path]:
        """The copies, oldest first."""
        return [file for file in self._ours() if file.suffix == ".db"]

    def _ours(self) -> list[Path]:
        """The copies, and what was left of unfinished ones."""
        ours = re.compile(rf"{re.escape(self.database.stem)}-{_STAMPED}\.db(\..+)?")
        files = self.folder.iterdir() if self.folder.exists() else ()
        return sorted(file for file in files if ours.fullmatch(file.name))

    def _forget_older_than(self, oldest: Path) -> None:
        for file in self._ours():
            if file < oldest:
                file.unlink(missing_ok=True)


def restore(copy: Path, database: Path, now: datetime) -> Path | None:
    """Put a copy in the place of a database that nobody works on; where what it replaces is kept, if there was any.

    Raises:
        NotCopied: the database is as it was then.
    """
    with whole(database) as unfinished:
        _copy(copy, unfinished)
        _make_ready(SqliteStore(unfinished))
        if not database.exists():
            return None
        shutil.copymode(database, unfinished)
        return _set_aside(database, now)


def _copy(source: Path, target: Path) -> None:
    try:
        with (
            closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode=rw", uri=True)) as original,
            closing(sqlite3.connect(target, isolation_level=None)) as copy,
        ):
            # All pages in one step: they are read in one transaction, and whoever writes meanwhile need not wait.
            original.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
            fault = _fault(copy)
    except sqlite3.Error as error:
        raise NotCopied(f"{source} cannot be copied: {error}") from error
    if fault:
        raise NotCopied(f"{source} {fault}")


def _fault(copy: sqlite3.Connection) -> str | None:
    """Why a database is no sound record of Lotsen; None when it is one."""
    (found,) = copy.execute("PRAGMA integrity_check(1)").fetchone()
    if found != "ok":
        return f"is damaged: {found}"
    applied = {step.name for step in migrations.applied(Database(copy, execute_plugins=False))}
    if not applied:
        return "is no record of Lotsen"
    known = {step.name for step in migrations.pending(Database(memory=True, execute_plugins=False))}
    return None if applied <= known else "was written by a newer Lotsen"


def _make_ready(store: SqliteStore) -> None:
    """Let a copy go on although time has passed that it knows nothing of."""
    with store.unit() as unit:
        unit.outbox.doubt()
        unit.inbox.leave_out(_NUMBERS_LOST)


def _set_aside(database: Path, now: datetime) -> Path:
    """Move a database away, sound or not, together with its write-ahead log."""
    kept = database.with_name(f"{database.stem}.replaced-{now.astimezone(UTC):{_STAMP}}.db")
    for ending in ("-wal", ""):
        part = database.with_name(f"{database.name}{ending}")
        if part.exists():
            part.rename(kept.with_name(f"{kept.name}{ending}"))
    database.with_name(f"{database.name}-shm").unlink(missing_ok=True)
    return kept
