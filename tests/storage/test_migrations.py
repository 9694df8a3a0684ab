from pathlib import Path

from sqlite_utils import Database

from bot.storage.migrations import migrations
from bot.storage.sqlite import SqliteStore
from tests.stand_ins import MORNING, a_need

CASES = {
    "needs": "id team user text door channel thread private asked_at language state answer",
    "introductions": "id need entry expert expert_user advisor brief approved_at state hurdle channel ts",
    "events": "id at need introduction actor name reason kept",
    "contacts": "expert slack email",
}
QUEUES = {
    "inbox": "id key kind body received_at due_at state attempts error done_at",
    "outbox": "id key topic need introduction created_at due_at state attempts channel ts error done_at",
}


def shape(path: Path) -> dict[str, str]:
    db = Database(path)
    names = [name for name in db.table_names() if not name.startswith("_")]
    found = {name: " ".join(column.name for column in db.table(name).columns) for name in names}
    db.close()
    return found


def test_an_empty_file_gets_all_tables(tmp_path: Path) -> None:
    SqliteStore(tmp_path / "record.db")

    assert shape(tmp_path / "record.db") == CASES | QUEUES


def test_the_first_shape_knew_cases_only(tmp_path: Path) -> None:
    db = Database(tmp_path / "record.db")
    migrations.apply(db, stop_before="m002_inbox_and_outbox")
    db.close()

    assert shape(tmp_path / "record.db") == CASES


def test_the_first_shape_with_data_becomes_todays_and_keeps_it(tmp_path: Path) -> None:
    fill_first_shape(tmp_path / "record.db")

    store = SqliteStore(tmp_path / "record.db")

    assert shape(tmp_path / "record.db") == CASES | QUEUES
    with store.unit() as unit:
        assert unit.needs.get("N1") == a_need()
        assert [event.name for event in unit.events.of_need("N1")] == ["asked"]
        assert [contact.slack for contact in unit.contacts.all()] == ["UFIRST"]


def test_todays_shape_is_left_alone(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path / "record.db")
    with store.unit() as unit:
        unit.needs.add(a_need())

    with SqliteStore(tmp_path / "record.db").unit() as unit:
        assert unit.needs.get("N1") == a_need()


def test_keys_are_unique_in_both_queues(tmp_path: Path) -> None:
    db = Database(SqliteStore(tmp_path / "record.db").path)
    unique = {name: [i.columns for i in db.table(name).indexes if i.unique] for name in QUEUES}
    db.close()

    assert unique == {"inbox": [["key"]], "outbox": [["key"]]}


def test_cases_hang_together_by_foreign_keys(tmp_path: Path) -> None:
    db = Database(SqliteStore(tmp_path / "record.db").path)
    tables = [*CASES, *QUEUES]
    found = {(key.table, key.column, key.other_table) for name in tables for key in db.table(name).foreign_keys}
    db.close()

    assert found == {
        ("introductions", "need", "needs"),
        ("events", "need", "needs"),
        ("events", "introduction", "introductions"),
        ("outbox", "need", "needs"),
        ("outbox", "introduction", "introductions"),
    }


def fill_first_shape(path: Path) -> None:
    """Rows as the first shape held them, written without any code of today."""
    db = Database(path)
    migrations.apply(db, stop_before="m002_inbox_and_outbox")
    at = MORNING.isoformat()
    need = ["N1", "T1", "UCOMPANY", "oak", "mention", "C1", "100.1", 0, at, "en", "asked", None]
    db.execute("insert into needs values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", need)
    db.execute("insert into events values (1, ?, 'N1', null, 'UCOMPANY', 'asked', '', '{}')", [at])
    db.execute("insert into contacts values ('joinery/first', 'UFIRST', null)")
    db.conn.commit()
    db.close()
