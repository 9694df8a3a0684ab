"""An answer as a table for people at a terminal."""

from collections.abc import Iterable
from functools import partial

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from bot.domain.catalogue import Catalogue
from bot.domain.limits import read_in, ruled_out_in
from bot.slack.wording.limits import limit_value
from matcher.answer import Answer, Language, Match

#: Reasons shown for a match; the rest stands in the JSON.
_REASONS = 3
#: Without a terminal there is no width to ask for; this one fits a wide page.
_WIDTH = 110

_OUTCOMES = {
    "matches": "Somebody here can help.",
    "nothing_fits": "Nothing here fits. The nearest are:",
    "not_a_need": "This does not ask for anything. The nearest are:",
    "unclear": "One question first.",
}
_LANGUAGES = {"en": "English", "sv": "Swedish", "other": "another language"}


def print_answer(answer: Answer, catalogue: Catalogue, *, explained: bool = False) -> None:
    """Print what the matcher says: the outcome, what was read from the need, and the ranking.

    Args:
        answer: what it said.
        catalogue: where the names of units come from.
        explained: whether each match comes with what each signal added to it.
    """
    console = Console(highlight=False)
    if not console.is_terminal:
        console = Console(highlight=False, width=_WIDTH)
    console.print()
    console.print(Text(_OUTCOMES[answer.outcome], style="bold"), Text(f"({_LANGUAGES[answer.language]})", style="dim"))
    for line in _remarks(answer):
        console.print(Text(line, style="dim"))
    console.print()
    rank = partial(_ranking, catalogue=catalogue, language=answer.language, explained=explained)
    console.print(rank(answer.matches))
    for part in answer.parts:
        console.print()
        console.print(Text("Part:", style="bold"), Text(part.text, style="italic"))
        console.print(Padding(rank(part.matches), (0, 0, 0, 2)))


def _remarks(answer: Answer) -> Iterable[str]:
    if answer.question:
        labels = " / ".join(option.label["en"] for option in answer.question.options)
        yield f"{answer.question.text['en']} {labels}"
    if answer.limits:
        yield "Read as a must: " + ", ".join(limit_value(limit, value).en for limit, value in read_in(answer))
    if answer.ruled_out:
        yield "Ruled out: " + ", ".join(limit_value(limit, value).en for limit, value in ruled_out_in(answer))
    if answer.missing:
        yield "Not found in the catalogue: " + ", ".join(answer.missing)


def _ranking(matches: Iterable[Match], catalogue: Catalogue, language: Language, *, explained: bool) -> Table:
    table = Table(box=None, padding=(0, 2, 1, 0), show_header=False, pad_edge=False)
    table.add_column(justify="right", no_wrap=True)
    table.add_column(ratio=2)
    table.add_column(ratio=3)
    for match in matches:
        unit = catalogue.infrastructure(match.infrastructure).name.in_(language)
        what = Text(match.name, style="bold")
        what.append(f"\n{unit}\n", style="not bold")
        what.append(f"{match.kind} {match.id}", style="not bold dim")
        table.add_row(_certainty(match), what, _why(match, explained=explained))
    return table


def _certainty(match: Match) -> Text:
    style = "green" if match.level == "strong" else "yellow"
    return Text.assemble((match.level, style), f"\n{match.confidence:.0%}")


def _why(match: Match, *, explained: bool) -> Text:
    lines = [f"“{reason.need}” meets “{reason.entry}”" for reason in match.reasons[:_REASONS]]
    lines += [_not_met(*caveat) for caveat in match.caveats]
    if explained:
        lines += [f"{share.points:+.2f} {share.signal}" for share in match.shares]
    return Text("\n".join(lines))


def _not_met(limit: str, wanted: str, offered: str) -> str:
    return f"not met: {limit_value(limit, wanted).en} (here: {limit_value(limit, offered).en})"
