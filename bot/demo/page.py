"""The page on which the demonstration is printed: calm, narrow, one speaker after another."""

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.rule import Rule
from rich.text import Text

from bot.demo.rendering import Names, button, drawn, said
from bot.rehearsal.block_kit.rendering import label
from bot.rehearsal.wire import Json

#: Longer lines are tiring to read.
_WIDEST = 96
_MARGIN = "  │ "
_SPEAKERS = {"Lotsen": "bold green"}
_SOMEBODY = "bold cyan"


class Page:
    """Prints who says, sees and does what."""

    def __init__(self, console: Console, names: Names) -> None:
        self.console = console
        self._names = names
        self._width = min(_WIDEST, console.width) - len(_MARGIN)

    def title(self, words: str) -> None:
        """The heading of a scene."""
        self.console.print()
        self.console.print(Rule(Text(words, style="bold"), align="left", style="bright_black"))

    def aside(self, words: str) -> None:
        """A word to the audience."""
        self.console.print()
        for line in Text(words, style="bright_black").wrap(self.console, self._width):
            self.console.print(line)

    def speech(self, who: str, where: str, mrkdwn: str) -> None:
        """What somebody writes."""
        self._speaker(who, where)
        self._bar([said(mrkdwn, self._names)])

    def message(self, where: str, blocks: Sequence[Json], text: str) -> None:
        """What Lotsen posts; its text only when it brought no blocks."""
        self._speaker("Lotsen", where)
        self._bar(drawn(blocks, self._names) if blocks else [said(text, self._names)])

    def modal(self, who: str, view: Json) -> None:
        """What opens before somebody."""
        self._speaker("Lotsen", f"opens a form for {who}: {label(view['title'])}")
        submit = [button(label(view["submit"]))] if "submit" in view else []
        self._bar([*drawn(view["blocks"], self._names), *submit])

    def deed(self, who: str, words: str) -> None:
        """What somebody does without writing."""
        self.console.print()
        for line in Text.assemble("→ ", (who, _SOMEBODY), f" {words}").wrap(self.console, self._width):
            self.console.print(line)

    def _speaker(self, who: str, where: str) -> None:
        self.console.print()
        self.console.print(Text.assemble((who, _SPEAKERS.get(who, _SOMEBODY)), (f"  {where}", "bright_black")))

    def _bar(self, paragraphs: Iterable[Text]) -> None:
        for number, paragraph in enumerate(paragraphs):
            if number:
                self.console.print(_MARGIN.rstrip(), style="bright_black")
            for line in paragraph.wrap(self.console, self._width):
                self.console.print(Text.assemble((_MARGIN, "bright_black"), line))
