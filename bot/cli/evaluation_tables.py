"""An evaluation as tables for people at a terminal. The figures are `matcher.evaluation`'s."""

from collections.abc import Iterable, Mapping

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from matcher.evaluation.ablation import Added
from matcher.evaluation.judging import FUSION, LOTSEN
from matcher.evaluation.tables import ALL, Qualities, Quality, Section
from matcher.fusion import OUTCOMES
from matcher.metrics import Estimate

#: Without a terminal there is no width to ask for; this one holds the widest table.
_WIDTH = 118
_LANGUAGES = {ALL: "all", "en": "English", "sv": "Swedish", "other": "other languages"}
_SAID = {"matches": "matches", "nothing_fits": "nothing fits", "not_a_need": "no need", "unclear": "unclear"}
#: Of fewer needs an average says little, so they stand in the total only.
_FEWEST = 20
_BESIDE = ("plain sum of words, characters, meaning", "BM25 (bm25s)", "bare encoder, best chunk")


def print_section(section: Section) -> None:
    """Print all figures of needs that were judged alike."""
    console = _console()
    console.print()
    console.print(Text(f"{section.needs} {section.judged}", style="bold"))
    if section.languages:
        _print(console, "Rankings: first right, nDCG@5, each with its 95 % interval", _methods(section.languages))
        _print(console, "By style of need (nDCG@5; needs can have several styles)", _styles(section.styles))
    _print(console, "Silence: how often a need that nobody serves gets no matches", _silence(section))
    _print(console, "Outcomes: down what an advisor would say, across what Lotsen said", _confusion(section))
    _print(console, "Confidence of the first match", _calibration(section))
    for line in _promises(section):
        console.print(Text(line))
    _print(console, "Surest mistakes", _misses(section))


def print_ablation(added: Mapping[str, Mapping[str, Added]]) -> None:
    """Print what each signal adds."""
    languages = [language for language in next(iter(added.values())) if _many(added, language)]
    table = _table("signal", *(f"{_LANGUAGES[name]} {of}" for name in languages for of in ("first right", "nDCG@5")))
    for signal, by_language in added.items():
        worth = [by_language[language] for language in languages]
        table.add_row(signal, *(_difference(figure) for w in worth for figure in (w.first_right, w.ndcg)))
    _print(_console(), "What each signal adds: the fall when it is switched off and the rest is fitted anew", table)


def _many(added: Mapping[str, Mapping[str, Added]], language: str) -> bool:
    return all(by_language[language].ndcg.needs >= _FEWEST for by_language in added.values())


def _console() -> Console:
    console = Console(highlight=False)
    return console if console.is_terminal else Console(highlight=False, width=_WIDTH)


def _print(console: Console, title: str, table: Table) -> None:
    console.print()
    console.print(Text(title, style="italic"))
    console.print(Padding(table, (0, 0, 0, 2)))


def _table(first: str, *rest: str) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    table.add_column(first, no_wrap=True)
    for name in rest:
        table.add_column(name, justify="right", no_wrap=True)
    return table


def _methods(languages: Qualities) -> Table:
    told = [name for name in _LANGUAGES if _needs(languages.get(name, {})) >= _FEWEST and name != ALL] or [ALL]
    table = _table("", *(f"{_LANGUAGES[name]} ({_needs(languages[name])})" for name in told for _ in range(2)))
    table.add_row("method", *("first right" if even else "nDCG@5" for _ in told for even in (True, False)), style="dim")
    by_depth = sorted(languages[ALL].items(), key=lambda method: -method[1].ndcg.value)
    for method, _ in by_depth:
        figures = [languages[name][method] for name in told]
        cells = [_spread(figure) for quality in figures for figure in (quality.first_right, quality.ndcg)]
        table.add_row(method, *cells, style="bold" if method in {LOTSEN, FUSION} else "")
    return table


def _needs(qualities: Mapping[str, Quality]) -> int:
    return qualities[FUSION].ndcg.needs if qualities else 0


def _styles(styles: Qualities) -> Table:
    table = _table("style", "needs", "Lotsen first right", "Lotsen nDCG@5", "plain sum", "BM25", "bare encoder")
    for style, methods in styles.items():
        ours = methods.get(LOTSEN) or methods[FUSION]
        beside = [f"{methods[name].ndcg.value:.3f}" for name in _BESIDE if name in methods]
        table.add_row(style, str(ours.ndcg.needs), _spread(ours.first_right), _spread(ours.ndcg), *beside)
    return table


def _silence(section: Section) -> Table:
    table = _table("", "nobody serves it: silent", "somebody does: answered")
    for name, silence in section.silence.items():
        table.add_row(_LANGUAGES[name], *(_counted(figure) for figure in (silence.silent, silence.answered)))
    return table


def _confusion(section: Section) -> Table:
    table = _table("", *(_SAID[outcome] for outcome in OUTCOMES))
    for wanted in OUTCOMES:
        row = section.confusion.get(wanted, {})
        table.add_row(_SAID[wanted], *(str(row.get(got, 0)) for got in OUTCOMES))
    return table


def _calibration(section: Section) -> Table:
    table = _table("", "needs", "claimed", "right")
    for b in section.calibration.bins:
        table.add_row(f"{b.low:.1f} to {b.high:.1f}", str(b.needs), f"{b.claimed:.3f}", f"{b.true:.3f}")
    return table


def _promises(section: Section) -> Iterable[str]:
    calibration = section.calibration
    yield (
        f"  expected calibration error {calibration.error:.3f}, "
        f"of the needs that were answered {calibration.error_of_answered:.3f}"
    )
    if section.parts:
        in_five, in_ten = (_counted(part) for part in (section.parts.in_five_units, section.parts.in_ten_matches))
        yield f"\nNeeds of which every part is served: within five units {in_five}, within ten matches {in_ten}"
    if section.pairs:
        yield f"\nPairs that differ in one hard limit, both right: {_counted(section.pairs)}"


def _misses(section: Section) -> Table:
    table = Table(box=None, padding=(0, 2, 1, 0), pad_edge=False, header_style="dim")
    table.add_column("need", ratio=3)
    table.add_column("wanted", ratio=1)
    table.add_column("got", ratio=1)
    table.add_column("why", ratio=2)
    for miss in section.misses:
        need = Text.assemble((miss.id, "dim"), " ", miss.need)
        table.add_row(need, Text(miss.wanted), Text(f"{miss.got} ({miss.surety:.2f})"), Text(miss.why))
    return table


def _spread(figure: Estimate) -> str:
    return f"{figure.value:.3f} {figure.low:.2f}–{figure.high:.2f}"


def _counted(figure: Estimate | None) -> str:
    return "–" if figure is None else f"{_spread(figure)} of {figure.needs}"


def _difference(figure: Estimate) -> str:
    return f"{figure.value:+.3f} {figure.low:+.3f} to {figure.high:+.3f}"
