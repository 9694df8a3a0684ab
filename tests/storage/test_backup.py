import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database

from bot.desk.ask import asking
from bot.domain.message import Message, Topic
from bot.domain.need import Door
from bot.storage.backup import Backups, NotCopied, restore
from bot.storage.migrations import migrations
from bot.storage.sqlite import SqliteStore
from tests.play import Play
from tests.stand_ins import DRYING, MORNING, PUBLIC, a_need

WRITER = """
import sys
from pathlib import Path
from bot.storage.sqlite import SqliteStore
from tests.stand_ins import MORNING, a_need

store = SqliteStore(Path(sys.argv[1]))
for number in range(1_000_000):
    with store.unit() as unit:
        unit.needs.add(a_need(f"N{number}", text="oak " * 500))
        unit.inbox.write(f"key {number}", "ask", {"text": "oak"}, MORNING)
    print(number, flush=True)
"""


@pytest.fixture
def backups(store: SqliteStore, tmp_path: Path) -> Backups:
    return Backups(store.path, tmp_path / "backups", kept=3)


def add(store: SqliteStore, need: str) -> None:
    with store.unit() as unit:
        unit.needs.add(a_need(need))


def needs(database: Path) -> set[str]:
    with SqliteStore(database).unit() as unit:
        return {need.id for need in unit.needs.of_asker(a_need().asker.user)}


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def at(day: int) -> datetime:
    return MORNING + timedelta(days=day)


def test_a_copy_holds_what_the_record_held_when_it_was_taken(store: SqliteStore, backups: Backups) -> None:
    add(store, "N1")
    copy = backups.make(MORNING)
    add(store, "N2")

    assert copy.name == "record-20260302T090000Z.db"
    assert needs(copy) == {"N1"}


def test_a_copy_is_one_file_that_can_be_read_where_nothing_can_be_written(store: SqliteStore, backups: Backups) -> None:
    add(store, "N1")
    copy = backups.make(MORNING)

    with closing(sqlite3.connect(f"{copy.as_uri()}?immutable=1", uri=True)) as connection:
        assert connection.execute("select id from needs").fetchall() == [("N1",)]
        assert connection.execute("pragma journal_mode").fetchone() == ("delete",)
    assert names(backups.folder) == [copy.name]


def test_everything_written_before_is_in_a_copy_although_others_write_on(store: SqliteStore, backups: Backups) -> None:
    with subprocess.Popen([sys.executable, "-c", WRITER, str(store.path)], stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        for number in range(12):
            last = writer.stdout.readline().strip()
            copied = needs(backups.make(at(number)))
            assert copied >= {f"N{before}" for before in range(int(last) + 1)}
        writer.kill()


def test_a_copy_is_one_moment_of_the_record(store: SqliteStore, backups: Backups) -> None:
    with subprocess.Popen([sys.executable, "-c", WRITER, str(store.path)], stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        copy = backups.make(MORNING)
        writer.kill()

    with closing(sqlite3.connect(copy)) as connection:
        arrivals, needs = (
            connection.execute(f"select count(*) from {table}").fetchone() for table in ("inbox", "needs")
        )
    assert arrivals == needs


def test_only_the_newest_are_kept_and_nothing_else_is_touched(backups: Backups) -> None:
    backups.folder.mkdir()
    others = ["record-of-oak.db", "record-20260301T090000Z.txt", "other-20260301T090000Z.db"]
    for name in others:
        (backups.folder / name).write_text("")
    (backups.folder / "record-20260301T090000Z.db.0f.part").write_text("what a kill left behind")

    for day in range(5):
        backups.make(at(day))

    assert names(backups.folder) == sorted(
        [*others, *(f"record-2026030{day}T090000Z.db" for day in (4, 5, 6))],
    )


def test_the_newest_copy_tells_when_it_was_taken(backups: Backups) -> None:
    assert backups.newest() is None
    backups.make(at(1))
    backups.make(at(0))

    assert backups.newest() == at(1)


def test_a_copy_is_for_those_only_who_may_read_the_record(store: SqliteStore, backups: Backups) -> None:
    store.path.chmod(0o600)

    assert backups.make(MORNING).stat().st_mode & 0o777 == 0o600
    assert backups.folder.stat().st_mode & 0o777 == 0o700


def test_a_record_that_is_damaged_costs_no_earlier_copy(store: SqliteStore, backups: Backups) -> None:
    for number in range(50):
        add(store, f"N{number}")
    backups.make(at(0))
    damage(store.path)

    with pytest.raises(NotCopied, match=r"record\.db (is damaged|cannot be copied)"):
        Backups(store.path, backups.folder, kept=1).make(at(1))
    assert names(backups.folder) == ["record-20260302T090000Z.db"]


def test_a_record_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(NotCopied, match=r"nothing\.db cannot be copied: unable to open"):
        Backups(tmp_path / "nothing.db", tmp_path, kept=1).make(MORNING)
    assert names(tmp_path) == []


def test_what_is_restored_is_as_it_was_and_what_was_there_is_kept(store: SqliteStore, backups: Backups) -> None:
    add(store, "N1")
    copy = backups.make(MORNING)
    add(store, "N2")

    kept = restore(copy, store.path, at(1))

    assert kept is not None
    assert (needs(store.path), needs(kept)) == ({"N1"}, {"N1", "N2"})
    assert names(store.path.parent) == ["backups", "record.db", "record.replaced-20260303T090000Z.db"]


def test_a_copy_is_restored_where_the_record_is_lost(backups: Backups, tmp_path: Path) -> None:
    copy = backups.make(MORNING)

    assert restore(copy, tmp_path / "elsewhere" / "record.db", MORNING) is None
    assert needs(tmp_path / "elsewhere" / "record.db") == set()


def test_a_damaged_record_is_replaced_with_its_log_and_kept(store: SqliteStore, backups: Backups) -> None:
    add(store, "N1")
    copy = backups.make(MORNING)
    store.path.write_bytes(b"Dear diary, " * 1000)
    log = store.path.with_name("record.db-wal")
    log.write_bytes(b"stale")
    store.path.with_name("record.db-shm").write_bytes(b"stale")

    kept = restore(copy, store.path, MORNING)

    assert kept is not None
    assert (kept.read_bytes()[:4], kept.with_name(f"{kept.name}-wal").read_bytes()) == (b"Dear", b"stale")
    assert needs(store.path) == {"N1"}
    assert not store.path.with_name("record.db-shm").exists()


@pytest.mark.parametrize("fault", ["text", "empty", "stranger", "newer", "damaged"])
def test_what_is_no_sound_record_is_refused_and_nothing_changes(
    store: SqliteStore, backups: Backups, tmp_path: Path, fault: str
) -> None:
    add(store, "N1")
    before = store.path.read_bytes()
    words = {"text": "not a database", "empty": "is no record", "stranger": "is no record", "newer": "a newer Lotsen"}

    with pytest.raises(NotCopied, match=words.get(fault, "damaged|malformed")):
        restore(unfit(backups, tmp_path, fault), store.path, MORNING)
    assert store.path.read_bytes() == before
    assert [name for name in names(tmp_path) if "record" in name] == ["record.db"]


def test_an_older_record_is_brought_to_todays_shape(store: SqliteStore, tmp_path: Path) -> None:
    older = tmp_path / "older.db"
    with closing(sqlite3.connect(older)) as connection:
        migrations.apply(Database(connection), stop_before="m003_asked_first")
        connection.commit()

    restore(older, store.path, MORNING)
    add(store, "N1")

    assert needs(store.path) == {"N1"}


def test_clocks_and_messages_go_on_in_what_is_restored(tmp_path: Path) -> None:
    before = Play(tmp_path)
    before.asked(DRYING)
    before.write("ask", asking(a_need().asker, "moon", Door.MENTION, PUBLIC))
    copy = Backups(before.store.path, tmp_path / "backups", kept=1).make(MORNING)
    before.later(days=9)
    restore(copy, before.store.path, MORNING)

    again = Play(store=before.store)
    again.settle()
    again.later(days=9)

    assert again.steps(f"N1/{DRYING}") == before.steps(f"N1/{DRYING}")
    assert again.state(f"N1/{DRYING}") == "with_advisor"
    assert Topic.ANSWER in again.slack.topics(a_need().asker.user)


def test_what_had_not_left_is_looked_for_in_slack_before_it_is_sent_again(store: SqliteStore, backups: Backups) -> None:
    add(store, "N1")
    with store.unit() as unit:
        unit.outbox.put(Message(Topic.ANSWER, "N1"), MORNING)
    restore(backups.make(MORNING), store.path, MORNING)

    with store.unit() as unit:
        parcel = unit.outbox.take(MORNING)
    assert parcel is not None
    assert parcel.attempts == 1


def test_numbers_that_were_given_since_the_copy_lead_to_no_other_need(store: SqliteStore, backups: Backups) -> None:
    copy = backups.make(MORNING)
    given = [arrived(store, key) for key in ("one", "two")]
    restore(copy, store.path, MORNING)

    assert given == [1, 2]
    assert arrived(store, "one") > 10_000


def arrived(store: SqliteStore, key: str) -> int:
    with store.unit() as unit:
        unit.inbox.write(key, "ask", {}, MORNING)
        arrival = unit.inbox.take(MORNING)
    assert arrival is not None
    return arrival.id


def damage(database: Path) -> None:
    """Overwrite pages in the middle, as a failing disk does."""
    with database.open("r+b") as file:
        file.seek(4096 * 3)
        file.write(b"\xff" * 4096 * 6)


def unfit(backups: Backups, folder: Path, fault: str) -> Path:
    """A file that is no sound record of today's Lotsen or an older one."""
    file = backups.make(MORNING).rename(folder / "unfit.db")
    if fault in {"text", "empty"}:
        file.write_text("Dear diary, " * 100 if fault == "text" else "")
    elif fault == "damaged":
        damage(file)
    else:
        with closing(sqlite3.connect(file)) as connection, connection:
            change = "update _sqlite_migrations set name = 'm999_later' where id = 1"
            connection.execute(change if fault == "newer" else "drop table _sqlite_migrations")
    return file
