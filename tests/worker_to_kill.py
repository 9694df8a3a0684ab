"""Work on a record without end, in a process that a test kills again and again."""

import threading
from pathlib import Path

from bot.workers import Loop, work_once
from tests.stand_ins import Office, WordMatcher


def work_until_killed(folder: Path) -> None:
    office = Office(folder, WordMatcher(seconds=0.02))
    with office.store.unit() as unit:
        unit.inbox.recover()
    Loop("worker", lambda: work_once(office.desk), threads=2, pause=0.01).start()
    threading.Event().wait()
