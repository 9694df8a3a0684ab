"""`lotsen outbox`: what has not left for Slack. Ids only, so that a terminal shows nobody's words."""

import json
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from bot.storage.ports import Held, Outbox
    from bot.storage.sqlite import SqliteStore


@click.group()
def outbox() -> None:
    """Look after messages that do not leave for Slack."""


@outbox.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON list.")
def list_(*, as_json: bool) -> None:
    """Show what waits, and what could not be delivered."""
    with _opened().unit() as unit:
        held = unit.outbox.held()
    if as_json:
        click.echo(json.dumps([_row(each) for each in held]))
    else:
        _print_table(held)


@outbox.command()
@click.argument("parcel", metavar="ID", type=int)
def retry(*, parcel: int) -> None:
    """Send an undeliverable message again; the running bot takes it up."""
    _change(parcel, lambda unit, now: unit.retry(parcel, now), "is not undeliverable")
    click.echo(f"{parcel} will be tried again")


@outbox.command()
@click.argument("parcel", metavar="ID", type=int)
def drop(*, parcel: int) -> None:
    """Never send a message; the case that it tells of stays as it is."""
    _change(parcel, lambda unit, now: unit.drop(parcel, "dropped by hand", now), "has left or was dropped already")
    click.echo(f"{parcel} will not be sent")


def _change(parcel: int, change: "Callable[[Outbox, datetime], bool]", otherwise: str) -> None:
    with _opened().unit() as unit:
        if unit.outbox.get(parcel) is None:
            raise click.ClickException(f"there is no {parcel} in the outbox; `lotsen outbox list` shows what is")
        if not change(unit.outbox, datetime.now(UTC)):
            raise click.ClickException(f"{parcel} {otherwise}")


def _opened() -> "SqliteStore":
    from bot.settings import Settings, environment
    from bot.wiring import open_store

    return open_store(Settings.from_environment(environment()))


def _row(held: "Held") -> dict[str, str | int | None]:
    return {
        "id": held.id,
        "state": held.state,
        "topic": held.message.topic,
        "need": held.message.need,
        "introduction": held.message.introduction,
        "attempts": held.attempts,
        "written": held.created_at.isoformat(timespec="seconds"),
        "due": held.due_at.isoformat(timespec="seconds"),
        "error": held.error,
    }


def _print_table(held: "Sequence[Held]") -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    if not held:
        click.echo("Nothing waits: every message has left.")
        return
    names = ("id", "state", "topic", "need", "attempts", "due", "error")
    table = Table(*(name.capitalize() for name in names), box=None, pad_edge=False)
    for row in map(_row, held):
        table.add_row(*(Text(str("-" if row[name] is None else row[name])) for name in names))
    Console(highlight=False).print(table)
