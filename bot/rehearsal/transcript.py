"""The transcript: what everybody saw, line by line, and every breach of Slack's rules.

Printing is left to whoever listens.
"""

import asyncio
from collections.abc import Callable

Listener = Callable[[str], None]


class Transcript:
    """Keeps the lines and the problems, and wakes whoever waits for something to happen."""

    def __init__(self, on_line: Listener | None = None) -> None:
        self.lines: list[str] = []
        self.problems: list[str] = []
        self.changed = asyncio.Event()
        self._on_line = on_line

    def line(self, text: str) -> None:
        """Add a line, hand it to the listener, wake the waiting."""
        self.lines.append(text)
        if self._on_line:
            self._on_line(text)
        self.changed.set()

    def problem(self, text: str) -> None:
        """Note a breach; it also stands in the transcript, after two exclamation marks."""
        self.problems.append(text)
        self.line("!! " + text)
