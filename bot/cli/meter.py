"""A progress bar for people who wait, on standard error and only when that is a terminal."""

import time
from typing import Self, TextIO

_WIDTH = 24
_CLEAR = "\r\x1b[2K"


class Meter:
    """One line that shows how far a run has come. Clear it before anything else is printed to the terminal."""

    def __init__(self, stream: TextIO, total: int | None) -> None:
        """Show progress on a stream; `total` counts the same thing as `show`'s `done`, None when nobody knows."""
        self._stream, self._total = stream, total
        self._shown = stream.isatty()
        self._start = time.monotonic()

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, *_: object) -> None:
        """End, leaving the line as if nothing had been there."""
        self.clear()

    def clear(self) -> None:
        """Wipe the line."""
        if self._shown:
            self._stream.write(_CLEAR)
            self._stream.flush()

    def show(self, done: int, words: str) -> None:
        """Draw the line."""
        if self._shown:
            self._stream.write(f"{_CLEAR}{self._bar(done)}{words}, {time.monotonic() - self._start:.0f} s")
            self._stream.flush()

    def _bar(self, done: int) -> str:
        if not self._total:
            return ""
        full = min(_WIDTH, _WIDTH * done // self._total)
        return f"[{'#' * full}{'.' * (_WIDTH - full)}] "
