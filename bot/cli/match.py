"""`lotsen match`: what the matcher says of a need, without Slack."""

import json
import os
import stat
import sys
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, BinaryIO

import click

if TYPE_CHECKING:
    from bot.cli.answer_json import Extra


@click.command()
@click.argument("need", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option("--batch", is_flag=True, help='Read lines {"id", "need"} of JSON, print one line of JSON for each.')
@click.option("--top", default=10, show_default=True, type=click.IntRange(min=1), help="How many matches at most.")
@click.option("--signals", is_flag=True, help="In JSON, add what each part of the matcher said.")
@click.option("--explain", is_flag=True, help="Show what each part of the matcher added to a match's log-odds.")
def match(*, need: tuple[str, ...], as_json: bool, batch: bool, top: int, signals: bool, explain: bool) -> None:
    """Rank services and experts for NEED.

    Without --json or --batch the ranking is a table to read.
    A line of --batch that holds no need is answered with its number and what is wrong; the exit code is then 1.
    """
    if batch == bool(need):
        raise click.UsageError("give either a NEED or --batch")
    extras: dict[Extra, bool] = {"signals": signals, "shares": explain}
    told = tuple(extra for extra, wanted in extras.items() if wanted)
    if batch:
        click.get_current_context().exit(_batch(top, told))
    _one(" ".join(need), top, told, as_json=as_json)


def _one(need: str, top: int, extras: "Collection[Extra]", *, as_json: bool) -> None:
    from bot.cli.answer_json import answer_json
    from bot.settings import Settings, environment
    from bot.wiring import build_matcher, read_catalogue

    settings = Settings.from_environment(environment())
    catalogue = read_catalogue(settings)
    answer = build_matcher(settings, catalogue).answer(need, top=top)
    if as_json:
        click.echo(json.dumps(answer_json(answer, None, extras), ensure_ascii=False))
        return
    from bot.cli.answer_table import print_answer

    print_answer(answer, catalogue, explained="shares" in extras)


def _batch(top: int, extras: "Collection[Extra]") -> int:
    """Answer standard input; the exit code."""
    from bot.cli.answer_json import Json, answer_json
    from bot.cli.batch import Asked, answered_lines
    from bot.cli.meter import Meter
    from bot.settings import Settings, environment
    from bot.wiring import build_matcher, read_catalogue

    settings = Settings.from_environment(environment())
    matcher = build_matcher(settings, read_catalogue(settings))

    def answer(asked: Asked) -> Json:
        return answer_json(matcher.answer(asked.need, top=top), asked.id, extras)

    source = _Counted(sys.stdin.buffer)
    faults = 0
    with Meter(sys.stderr, source.size) as meter:
        for done, line in enumerate(answered_lines(source, answer), start=1):
            meter.clear()
            click.echo(json.dumps(line, ensure_ascii=False))
            sys.stdout.flush()
            faults += "error" in line
            meter.show(source.read, f"{done} needs, {faults} faulty" if faults else f"{done} needs")
    return min(faults, 1)


class _Counted:
    """The lines of a stream, with how many bytes of how many have been read."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.read = 0
        self.size = _size(stream)

    def __iter__(self) -> Iterator[bytes]:
        for line in self._stream:
            self.read += len(line)
            yield line


def _size(stream: BinaryIO) -> int | None:
    """The bytes of a regular file; None for what nobody can know the end of."""
    try:
        status = os.fstat(stream.fileno())
    except OSError:
        return None
    return status.st_size if stat.S_ISREG(status.st_mode) else None
