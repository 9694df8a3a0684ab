"""How a command writes texts: to a file, whole or not at all, to standard output, or so that a terminal shows them."""

from pathlib import Path

import click


def write_text(file: Path | None, text: str) -> None:
    """Write a text to a file as it is, in UTF-8; without one print it."""
    from matcher.writing import whole

    if file is None:
        click.echo(text.encode(), nl=False)
        return
    with whole(file) as unfinished:
        unfinished.write_bytes(text.encode())


def printable(text: str) -> str:
    """The text without what would steer a terminal: people wrote it, and it may have been pasted from anywhere."""
    return "".join(letter if letter.isprintable() or letter == "\n" else "\N{REPLACEMENT CHARACTER}" for letter in text)
