"""Statements on single rows, and moments as text, for both halves of the record. What the rows mean lives beside."""

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


def stepped(db: Database, table: str, row: Json, was: str) -> bool:
    """Write the row only over the state that its step was decided on; whether it was written."""
    settings = ", ".join(f"{column} = :{column}" for column in row if column != "id")
    sql = f"update {table} set {settings} where id = :id and state = :was"  # noqa: S608 - names are ours
    return changed(db, sql, {**row, "was": was}) == 1


def written(moment: datetime) -> str:
    """A moment as text, always in UTC and of one length, so that the order of the texts is the order of time."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
