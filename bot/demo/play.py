"""The whole demonstration: a stage, the real bot on it, the scenes, and what to do next."""

import json
import logging
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from rich.console import Console

from bot.demo.clock import PlayClock
from bot.demo.page import Page
from bot.demo.scenes import Theatre, asks_for_oneself, asks_in_a_channel, asks_in_private
from bot.demo.watching import Audience
from bot.rehearsal import Stage
from bot.settings import BotSettings, environment
from bot.shipped import shipped
from bot.wiring import build_bot, open_store, read_catalogue

_WELCOME = """\
Companies need help from research and do not know whom to ask. Lotsen finds the service or expert, says why, and \
brings both together. What follows is the real bot with the real catalogue, in a Slack that lives on this machine."""
_NEXT = """\
What next?

  .venv/bin/lotsen match "your need"      the matcher alone
  .venv/bin/lotsen catalogue show pkl     what is known of one infrastructure
  README.md, Connect a real workspace     your own Slack, in seven steps"""
#: Lines of the log that may tell why the play stopped.
_LOG_LINES = 20


def play(*, ask: bool) -> int:
    """Play all scenes; the exit code is 1 when the bot broke a rule of Slack or fell silent."""
    console = Console(highlight=False)
    with TemporaryDirectory(prefix="lotsen-demo-") as folder, _logging_to(Path(folder) / "log") as log:
        try:
            problems = _evening(console, Path(folder), ask=ask)
        except (AssertionError, LookupError) as error:
            console.print(f"\nThe play had to stop: {error}", markup=False, style="red")
            console.print("\n".join(log.read_text(encoding="utf-8").splitlines()[-_LOG_LINES:]), markup=False)
            return 1
    for problem in problems:
        console.print(f"Slack would have objected: {problem}", markup=False, style="red")
    return 1 if problems else 0


def _evening(console: Console, folder: Path, *, ask: bool) -> list[str]:
    with Stage(manifest=_manifest()) as stage, ExitStack() as closing:
        audience = Audience(stage)
        page = Page(console, audience.name)
        page.title("Lotsen")
        page.aside(_WELCOME)
        settings = BotSettings.from_environment(_surroundings(stage.env(), folder))
        with console.status("Reading the catalogue and loading the model …"):
            closing.enter_context(build_bot(settings, PlayClock()))
        closing.callback(_let_go, stage)
        theatre = Theatre(stage, page, audience, open_store(settings.local), read_catalogue(settings.local))
        _scenes(theatre, ask=ask)
        problems = stage.final_checks()
        page.title("The end")
        page.aside(f"The bot called Slack {len(stage.calls)} times and broke {len(problems) or 'none'} of its rules.")
        console.print()
        console.print(_NEXT, markup=False)
        return problems


def _let_go(stage: Stage) -> None:
    """The bot leaves before the stage does; that it falls silent then is no breach."""
    stage.down = True


def _scenes(theatre: Theatre, *, ask: bool) -> None:
    asks_in_a_channel(theatre)
    asks_in_private(theatre)
    if ask and sys.stdin.isatty():
        theatre.page.title("3. Now you")
        theatre.page.aside("Write what a company might need, in English or Swedish. An empty line ends the play.")
        for need in _typed(theatre.page.console):
            asks_for_oneself(theatre, need)


def _typed(console: Console) -> Iterator[str]:
    try:
        while need := console.input("\nYour need: ").strip():
            yield need
    except EOFError:
        return


def _manifest() -> dict[str, Any]:
    manifest: dict[str, Any] = json.loads(shipped("manifest.json").read_text(encoding="utf-8"))
    return manifest


def _surroundings(slack: Mapping[str, str], folder: Path) -> dict[str, str]:
    """The environment of the bot on stage: the person's own model and cache, everything else of the play."""
    own = {
        "LOTSEN_ADVISOR_CHANNEL": "C0ADVISE",
        "LOTSEN_DATABASE": str(folder / "demo.db"),
        "LOTSEN_CATALOGUE": "",
        # The play begins on a Monday morning, and tells of companies.
        "LOTSEN_DIGEST_DAY": "never",
    }
    return environment() | dict(slack) | own


@contextmanager
def _logging_to(file: Path) -> Iterator[Path]:
    """Keep the log off the page."""
    handler = logging.FileHandler(file, encoding="utf-8")
    root = logging.getLogger()
    root.addHandler(handler)
    try:
        yield file
    finally:
        root.removeHandler(handler)
        handler.close()
