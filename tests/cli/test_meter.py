import io

from bot.cli.meter import Meter


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_shows_how_far_it_is_on_a_terminal_and_leaves_nothing_behind() -> None:
    terminal = Terminal()

    with Meter(terminal, total=4) as meter:
        meter.show(2, "7 needs")

    assert "[############............] 7 needs" in terminal.getvalue()
    assert terminal.getvalue().endswith("\x1b[2K")


def test_shows_no_bar_when_nobody_knows_the_end() -> None:
    terminal = Terminal()

    Meter(terminal, total=None).show(2, "7 needs")

    assert "[" not in terminal.getvalue().replace("\x1b[2K", "")


def test_is_silent_where_nobody_looks() -> None:
    stream = io.StringIO()

    with Meter(stream, total=4) as meter:
        meter.show(2, "7 needs")

    assert stream.getvalue() == ""
