"""A bot that runs: what starts and stops in which order, one bot to a database, until a signal. It builds nothing."""

import logging
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, Self

from filelock import FileLock, Timeout

from bot.storage.ports import Store
from bot.workers import Loop

log = logging.getLogger(__name__)


class AlreadyRunning(Exception):
    """Another bot works on the same database; two would answer the same need."""


class Listening(Protocol):
    """A connection over which Slack is heard."""

    def start(self) -> None:
        """Begin to listen, and return."""

    def stop(self) -> None:
        """Stop listening; what was acknowledged is written down."""


@dataclass(frozen=True)
class Bot:
    """All parts of a bot; it runs while its `with` block does."""

    store: Store
    working: Loop
    sending: Loop
    ticking: Loop
    listening: Listening

    def __enter__(self) -> Self:
        """Take up what an earlier bot left half done, then start: the ears last, so that everything is ready."""
        with self.store.unit() as unit:
            arrivals, parcels = unit.inbox.recover(), unit.outbox.recover()
        if arrivals or parcels:
            log.info("taken up again after a crash: %s arrivals, %s messages", arrivals, parcels)
        self.working.start()
        self.sending.start()
        self.ticking.start()
        self.listening.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Stop listening first; what is left in the record is worked on at the next start."""
        self.listening.stop()
        self.ticking.stop()
        self.working.stop()
        self.sending.stop()


@contextmanager
def alone_with(database: Path) -> Iterator[None]:
    """Hold the database for this process; the system lets go of it even when the process is killed.

    Raises:
        AlreadyRunning: another process holds it.
    """
    path = database.absolute()
    path.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(path.with_name(f"{path.name}.lock"))
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise AlreadyRunning(f"another bot works on {path}: stop it first, or set LOTSEN_DATABASE") from error
    try:
        yield
    finally:
        lock.release()


def run_until_told(bot: Bot) -> None:
    """Run until SIGTERM or SIGINT, then stop in good order."""
    told = threading.Event()
    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, lambda *_: told.set())
    with bot:
        log.info("Lotsen is listening")
        told.wait()
        log.info("Lotsen stops")
