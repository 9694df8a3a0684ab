"""`lotsen needs`: the needs on record, for who looks after the server. Everything is shown, words and notes too."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.cli.needs_table import print_table
from bot.cli.writing import printable, write_text
from bot.domain.lifecycle import NEED, NeedState

if TYPE_CHECKING:
    from bot.storage.sqlite import SqliteStore


@click.group()
def needs() -> None:
    """Read the needs on record. What is shown is for advisors only: keep it from companies and experts."""


@needs.command("list")
@click.option("--state", type=click.Choice([state.value for state in NeedState]), help="Only needs in this state.")
@click.option("--open", "is_open", is_flag=True, help="Only needs that are not over.")
@click.option("--advisor", metavar="USER_ID", help="Only needs that this Slack account has taken, or nobody.")
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), help="Only needs asked on this day (UTC) or later.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON list, with everything known of each.")
def list_(*, state: str | None, is_open: bool, advisor: str | None, since: datetime | None, as_json: bool) -> None:
    """Show the needs, the newest last."""
    states = [each for each in NeedState if state in {None, each} and (NEED[each] or not is_open)]
    with _opened().unit() as unit:
        found = unit.record.needs(states, advisor, since and since.replace(tzinfo=UTC))
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False))
    else:
        print_table(found)


@needs.command()
@click.argument("need", metavar="ID")
def show(*, need: str) -> None:
    """Show one need with all that is known of it: matches, introductions, clocks, notes, history."""
    from bot.cli.case_lines import case_lines
    from bot.desk.case import whole_case

    with _opened().unit() as unit:
        case = whole_case(unit, need.upper())
    if case is None:
        raise click.ClickException(f"there is no need {need}; `lotsen needs list` shows what is")
    click.echo(printable("\n".join(case_lines(case))))


@needs.command()
@click.option("--format", "form", type=click.Choice(["csv", "jsonl"]), default="csv", show_default=True,
              help="A table for spreadsheets, or a JSON object a line.")  # fmt: skip
@click.option("--to", "file", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
              help="Write here in place of standard output.")  # fmt: skip
@click.option("--without-words", is_flag=True, help="Leave out the columns that hold words of companies.")
def export(*, form: str, file: Path | None, without_words: bool) -> None:
    """Write a row for each introduction with its need, and for each need without any.

    Each has the states with the time (UTC) at which they were first reached, and the clocks with when they ring. Words
    of companies stand in need_text, introduction_brief and introduction_company. No notes are written, but Slack
    accounts are: they tell who asked, who was asked and which advisor took it. In CSV a cell that a spreadsheet would
    take for a formula begins with an apostrophe.
    """
    from bot.cli.spreadsheet import as_csv
    from bot.storage.record import WORDS

    left_out = WORDS if without_words else ()
    with _opened().unit() as unit:
        columns = [column for column in unit.record.columns() if column not in left_out]
        rows = [{column: row[column] for column in columns} for row in unit.record.rows()]
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    write_text(file, as_csv(columns, rows) if form == "csv" else lines)


def _opened() -> "SqliteStore":
    from bot.settings import Settings, environment
    from bot.wiring import open_store

    return open_store(Settings.from_environment(environment()))
