"""Examines what lies on this machine: catalogue, database, backups, model. It changes nothing and needs no network."""

import os
import sqlite3
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from sqlite_utils import Database

from bot.catalogue_files import read_catalogue
from bot.doctor.finding import Finding
from bot.domain.catalogue import Catalogue, CatalogueInvalid
from bot.settings import Settings
from bot.storage.backup import Backups
from bot.storage.migrations import migrations
from bot.wiring import build_matcher
from matcher.encoders import ModelUnavailable
from matcher.fusion import FusionInvalid
from matcher.labels import LabelsInvalid
from matcher.models import CacheUnavailable

#: A night and some hours more.
_BACKED_UP_WITHIN: Final = timedelta(days=1, hours=6)


def catalogue(folder: Path) -> tuple[Finding, Catalogue | None]:
    """Whether the catalogue can be used, and the catalogue itself if so."""
    try:
        known = read_catalogue(folder)
    except CatalogueInvalid as invalid:
        advice = f"run `lotsen catalogue check {folder}` and correct what it names"
        return Finding("catalogue", f"{invalid.how_many} in {folder}", advice), None
    return Finding("catalogue", f"{len(known.infrastructures)} units with {len(known.entry_ids)} entries"), known


def database(path: Path) -> Finding:
    """Whether the database can be written, and has today's shape."""
    if not path.exists():
        return _new_database(path)
    try:
        with closing(sqlite3.connect(path, isolation_level=None, timeout=2)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("ROLLBACK")
            pending = migrations.pending(Database(connection))
    except sqlite3.Error as error:
        advice = "let LOTSEN_DATABASE name a Lotsen database, or a new file, that this account may write to"
        return Finding("database", f"{path}: {error}", advice)
    if pending:
        names = ", ".join(step.name for step in pending)
        return Finding("database", f"{path} lacks {names}", "back it up; `lotsen run` brings it to today's shape")
    return Finding("database", f"{path} can be written and has today's shape")


def _new_database(path: Path) -> Finding:
    folder = next(folder for folder in path.absolute().parents if folder.exists())
    if os.access(folder, os.W_OK | os.X_OK):
        return Finding("database", f"{path} does not exist yet; `lotsen run` makes it")
    return Finding("database", f"{folder} cannot be written to", "let LOTSEN_DATABASE name a file that can be made")


def backups(copies: Backups, now: datetime) -> Finding:
    """Whether there is a copy of the database that is no older than a day."""
    newest = copies.newest()
    if newest is None:
        return Finding("backups", f"none in {copies.folder} yet; `lotsen run` makes one a day")
    words = f"the newest in {copies.folder} is of {newest.astimezone(UTC):%Y-%m-%d %H:%M} UTC"
    if now - newest <= _BACKED_UP_WITHIN:
        return Finding("backups", words)
    advice = "if the bot has been running since, look for NO BACKUP in its log; `lotsen backup` makes one now"
    return Finding("backups", words, advice)


def model(settings: Settings, known: Catalogue) -> Finding:
    """Whether the model loads and the catalogue can be searched with it."""
    start = time.monotonic()
    try:
        build_matcher(settings, known)
    except ModelUnavailable as error:
        return Finding("model", str(error), "set LOTSEN_MODEL to a model that is here, or leave it unset")
    except LabelsInvalid as invalid:
        return Finding("model", f"{len(invalid.problems)} labelled needs cannot be read", str(invalid.problems[0]))
    except CacheUnavailable as error:
        return Finding("model", str(error), "let LOTSEN_CACHE name a folder that this account may write to")
    except FusionInvalid as error:
        return Finding("model", "its fusion cannot be read", str(error))
    return Finding("model", f"{settings.model} is ready after {time.monotonic() - start:.1f} s")
