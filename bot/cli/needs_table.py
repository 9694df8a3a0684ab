"""Needs as a table for people at a terminal."""

import sys
from collections.abc import Mapping, Sequence
from typing import Any

import click

from bot.cli.writing import printable

#: Without a terminal there is no width to ask for; this one fits a wide page.
_WIDTH = 140
#: As much of a moment as people read: the day and the minute.
_MINUTE = len("2026-11-23T09:00")


def print_table(needs: Sequence[Mapping[str, Any]]) -> None:
    """Print a line a need, with as many of its words as fit."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    if not needs:
        click.echo("No needs.")
        return
    table = Table("Need", "State", "Advisor", "Asked (UTC)", "Last event", "at", "Promised", box=None, pad_edge=False)
    table.add_column("Words", ratio=1, no_wrap=True, overflow="ellipsis")
    for need in needs:
        words = " ".join(printable(need["text"]).split()) or "(erased)"
        moments = [_shown(need[name]) for name in ("asked_at", "last_at", "due_at")]
        cells = (need["id"], need["state"], need["advisor"] or "-", moments[0], need["last_event"] or "-", *moments[1:])
        table.add_row(*map(Text, (*cells, words)))
    console = Console(highlight=False, width=None if sys.stdout.isatty() else _WIDTH)
    console.print(table)
    console.print(f"\n{len(needs)} needs.")


def _shown(moment: str | None) -> str:
    return "-" if moment is None else moment[:_MINUTE].replace("T", " ")
