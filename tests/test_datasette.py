from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from sqlite_utils import Database

from bot.shipped import shipped
from bot.storage.sqlite import SqliteStore
from bot.storage.views import VIEWS

TABLES: dict[str, Any] = yaml.safe_load(shipped("data/datasette.yaml").read_text(encoding="utf-8"))["databases"][
    "lotsen"
]["tables"]


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    db = Database(SqliteStore(tmp_path / "lotsen.db").path)
    yield db
    db.close()


@pytest.mark.parametrize("name", TABLES)
def test_what_is_described_is_on_record_with_every_column_that_is_named(db: Database, name: str) -> None:
    described = TABLES[name]
    sorts = [described[key] for key in ("sort", "sort_desc", "fts_pk") if key in described]
    named = {*sorts, *described.get("facets", ()), *described.get("columns", ())}

    assert named <= {column.name for column in db[name].columns}


@pytest.mark.parametrize("name", [name for name in TABLES if "fts_table" in TABLES[name]])
def test_what_is_searched_leads_to_the_words_of_needs(db: Database, name: str) -> None:
    with db.conn:
        db.execute(
            "insert into needs values ('N1','T','U','oak trees','home','C',null,1,'2026','en','asked',null,null,'')"
        )
    pk = TABLES[name].get("fts_pk", "rowid")
    found = (
        f"select id from {name} where {pk} in (select rowid from {TABLES[name]['fts_table']} where text match 'oak')"
    )

    assert db.execute(found).fetchall() == [("N1",)]


def test_every_table_and_view_is_described_or_hidden(db: Database) -> None:
    shadows = {name for name in db.table_names() if name.startswith("needs_fts")}

    assert {*db.table_names(), *db.view_names()} - shadows == set(TABLES)
    assert set(db.view_names()) == set(VIEWS)
