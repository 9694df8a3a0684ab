"""Statements on single rows, and moments as text, for both halves of the record. What the rows mean lives beside."""

import json
from datetime import UTC, datetime

from sqlite_utils import Database

from bot.storage.ports import Json


def first(db: Database, sql: str, values: Json) -> Json | None:
    """The first row of a query."""
    return next(iter(db.query(sql, values)), None)


def changed(db: Database, sql: str, values: Json) -> int:
    """How many rows a statement changed."""
    return db.execute(sql, values).rowcount


def inserted(db: Database, table: str, row: Json, unique: str) -> bool:
    """Insert unless the row's value in a unique column is taken; whether it was inserted. Other faults raise."""
    columns, holes = ", ".join(row), ", ".join(f":{column}" for column in row)
    sql = f"insert into {table} ({columns}) values ({holes}) on conflict ({unique}) do nothing"  # noqa: S608 - names are ours
    return changed(db, sql, row) == 1


def stepped(db: Database, table: str, row: Json, before: Json) -> bool:
    """Write the row only over what its step was decided on, such as its state before; whether it was written."""
    settings = ", ".join(f"{column} = :{column}" for column in row if column != "id")
    still = " and ".join(f"{column} = :before_{column}" for column in before)
    sql = f"update {table} set {settings} where id = :id and {still}"  # noqa: S608 - names are ours
    return changed(db, sql, {**row, **{f"before_{column}": value for column, value in before.items()}}) == 1


def one(db: Database, sql: str, values: Json) -> Json:
    """The only row of a query by id. Raises KeyError when there is none."""
    row = first(db, sql, values)
    if row is None:
        raise KeyError(values["id"])
    return row


def text_of(body: object) -> str:
    """JSON that can be stored: half a surrogate pair, which JSON may hold and no database takes, becomes a "?"."""
    return json.dumps(body, ensure_ascii=False).encode(errors="replace").decode()


def moment(text: str | None) -> datetime | None:
    """The moment that `written` wrote, where there is one."""
    return None if text is None else datetime.fromisoformat(text)


def written(moment: datetime) -> str:
    """A moment as text, always in UTC and of one length, so that the order of the texts is the order of time."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
