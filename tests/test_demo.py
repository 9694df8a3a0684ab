import io
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import chain, repeat

import pytest
from rich.console import Console

from bot import wiring
from bot.demo import play as demo
from bot.demo.page import Page
from bot.demo.rendering import drawn, said
from bot.domain.catalogue import Catalogue
from bot.rehearsal import Stage
from bot.settings import Settings
from bot.variables import VARIABLES
from matcher.answer import Answer, Language
from matcher.context import NOTHING_MORE, Context, Hint
from tests.cli.command import CountingMatcher
from tests.patience import PATIENT

Play = Callable[..., tuple[int, str]]


class Willing(CountingMatcher):
    """Always finds somebody, in the language of the need."""

    def answer(self, need: str, context: Context = NOTHING_MORE, *, top: int = 10) -> Answer:
        answer = super().answer(need, context, top=top)
        return replace(answer, outcome="matches", language=self.language_of(need), missing=())

    def language_of(self, text: str, _hint: Hint | None = None) -> Language:
        return "sv" if " vill " in text else "en"


@pytest.fixture
def play(monkeypatch: pytest.MonkeyPatch) -> Play:
    """Plays the demonstration with a quick matcher and gives its exit code and what was printed."""
    for variable in VARIABLES:
        monkeypatch.delenv(variable.name, raising=False)

    def willing(_settings: Settings, catalogue: Catalogue) -> Willing:
        return Willing(catalogue.entries())

    monkeypatch.setattr(wiring, "build_matcher", willing)

    def run(*typed: str | EOFError) -> tuple[int, str]:
        printed = io.StringIO()
        console = Console(file=printed, width=90, highlight=False)
        lines = chain(typed, repeat(""))

        def answer(_prompt: str) -> str:
            line = next(lines)
            if isinstance(line, EOFError):
                raise line
            return line

        monkeypatch.setattr(console, "input", answer)
        monkeypatch.setattr(demo, "Console", lambda **_: console)
        monkeypatch.setattr(demo, "Stage", partial(Stage, **PATIENT))
        monkeypatch.setattr("sys.stdin", Terminal())
        return demo.play(ask=bool(typed)), printed.getvalue()

    return run


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def in_order(text: str, *pieces: str) -> bool:
    places = [text.find(piece) for piece in pieces]
    return -1 not in places and places == sorted(places)


def test_plays_an_english_and_a_swedish_need_to_their_ends_without_a_breach(play: Play) -> None:
    code, page = play()

    assert code == 0
    assert in_order(page, "Company  in #needs", "[Introduce me]", "What they will read", "in a group message with")
    assert in_order(page, "/lotsen Vi vill", "[Godkänn och fråga]", "in #advisors", "in the direct message")


def test_ends_with_what_to_do_next(play: Play) -> None:
    _, page = play()

    assert "broke none of its rules" in page
    assert page.rstrip().splitlines()[-1].startswith("  README.md")


def test_answers_needs_that_are_typed_until_a_line_is_empty(play: Play) -> None:
    code, page = play("can you <!channel> measure pots?", "and glaze them?")

    assert code == 0
    assert page.split("3. Now you")[1].count("Lotsen  in a direct message") == 2


def test_the_end_of_the_input_ends_the_play(play: Play) -> None:
    code, page = play(EOFError())

    assert code == 0
    assert "What next?" in page


def test_a_bot_that_falls_silent_stops_the_play_with_an_exit_code(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.demo.watching.PATIENCE", 0.2)
    monkeypatch.setattr("bot.workers.work_once", lambda _desk: False)

    code, page = play()

    assert code == 1
    assert "The play had to stop: waited 0.2s for an answer in #needs" in page


def test_a_breach_of_slacks_rules_is_told_with_an_exit_code(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.rehearsal.Stage.final_checks", lambda _stage: ["a status left on"])

    code, page = play()

    assert code == 1
    assert "Slack would have objected: a status left on" in page


def test_markup_becomes_words_with_names_for_ids() -> None:
    text = said("*Bold* &amp; <@U1> in <#C1>, see <https://example.com|the page>", {"U1": "Expert", "C1": "needs"}.get)

    assert text.plain == "Bold & @Expert in #needs, see the page"


def test_a_long_text_to_copy_is_shown_by_its_beginning() -> None:
    long = {"type": "text", "text": "\n".join(str(number) for number in range(20))}
    block = {"type": "rich_text", "elements": [{"type": "rich_text_preformatted", "elements": [long]}]}

    (paragraph,) = drawn([block], str)

    assert paragraph.plain == "0\n1\n2\n3\n4\n[…]"


def test_a_message_without_blocks_is_shown_by_its_text() -> None:
    console = Console(file=io.StringIO(), width=40)

    Page(console, str).message("in the thread", [], "Just *words*")

    assert isinstance(console.file, io.StringIO)
    assert console.file.getvalue().endswith("Lotsen  in the thread\n  │ Just words\n")


def test_a_block_that_is_drawn_in_no_special_way_is_shown_by_its_words() -> None:
    shown = [text.plain for text in drawn([{"type": "divider"}, {"type": "markdown", "text": "as it stands"}], str)]

    assert shown == ["───", "as it stands"]


def test_no_line_of_the_page_is_wider_than_the_terminal() -> None:
    console = Console(file=io.StringIO(), width=40)
    page = Page(console, str)

    page.speech("Company", "in #needs", "a very long need " * 20)

    assert isinstance(console.file, io.StringIO)
    assert max(len(line) for line in console.file.getvalue().splitlines()) <= 40
