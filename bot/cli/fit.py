"""`lotsen fit`: learns a catalogue's own fusion from its labelled needs, and keeps it only when it is better."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from bot.settings import Settings
    from matcher.evaluation.tables import Section
    from matcher.labels import LabelledNeed
    from matcher.study import Study


@click.command()
@click.option("--default", "fixed", is_flag=True,
              help="Write the fusion for catalogues without labelled needs instead (for developers).")  # fmt: skip
@click.pass_context
def fit(ctx: click.Context, /, *, fixed: bool) -> None:
    """Refit the matcher on the labelled needs beside the catalogue.

    The fusion of signals is learned anew and compared with the fixed one that holds for any catalogue, by
    cross-validation. It is written as fusion.json beside the folder needs when it ranks better in 90 % of resamplings;
    otherwise nothing is changed and the exit code is 1. The same needs give the same file.
    """
    from bot.cli.meter import Meter
    from bot.settings import Settings, environment

    settings = Settings.from_environment(environment())
    with Meter(sys.stderr, None) as meter:

        def say(words: str) -> None:
            meter.show(0, words)

        said, code = _fit_default(settings, say) if fixed else _fit(settings, say)
    click.echo(said)
    ctx.exit(code)


def _fit(settings: "Settings", say: Callable[[str], None]) -> tuple[str, int]:
    """Fit, decide and perhaps write; what there is to say, and the exit code."""
    from bot.shipped import shipped
    from matcher.knowledge import FITTED, UNFITTED, read_fusion, write_fusion
    from matcher.refitting import TooFewNeeds, refit

    study, needs = _read(settings, say)
    file = _home(settings) / FITTED
    in_use = read_fusion(file) if file.exists() else None
    say("scoring the labelled needs with every signal")
    try:
        found = refit(study.prepare(needs), read_fusion(shipped("data") / UNFITTED), in_use, say)
    except TooFewNeeds as few:
        raise click.ClickException(f"not fitted: {few} ({_home(settings) / 'needs'})") from few
    lines = [f"{len(needs)} labelled needs, cross-validated:", *map(_line, found.standings.items())]
    if not found.kept:
        return "\n".join([*lines, f"Not kept: {found.why}."]), 1
    write_fusion(found.fusion, file)
    return "\n".join([*lines, f"Kept: {found.why}.", f"Wrote {file}."]), 0


def _fit_default(settings: "Settings", say: Callable[[str], None]) -> tuple[str, int]:
    from bot.shipped import shipped
    from matcher.fixed import CATALOGUES, fit_fixed
    from matcher.knowledge import UNFITTED, write_fusion
    from matcher.thinning import relabelled, thinned

    study, needs = _read(settings, say)
    prepared = []
    for seed in range(CATALOGUES):
        say(f"making thinned catalogue {seed + 1} of {CATALOGUES}")
        entries = thinned(study.matcher.scorer.corpus.entries, seed)
        prepared.append(study.of_others(entries).prepare(relabelled(needs, entries, seed)))
    file = shipped("data") / UNFITTED
    write_fusion(fit_fixed(prepared, needs), file)
    return f"Wrote {file}, fitted on {len(needs)} needs and {len(prepared)} thinned catalogues.", 0


def _read(settings: "Settings", say: Callable[[str], None]) -> "tuple[Study, list[LabelledNeed]]":
    """The catalogue, and the needs that may be learned from."""
    from bot.wiring import open_study, read_catalogue
    from matcher.knowledge import read_labels

    say("reading the catalogue and its labelled needs")
    catalogue = read_catalogue(settings)
    folder = _home(settings) / "needs"
    written = read_labels(folder, catalogue.entry_ids) if folder.exists() else []
    return open_study(settings, catalogue), [need for need in written if need.split == "fit"]


def _home(settings: "Settings") -> Path:
    return settings.catalogue.absolute().parent


def _line(standing: "tuple[str, Section]") -> str:
    from matcher.evaluation.judging import FUSION
    from matcher.evaluation.tables import ALL

    name, found = standing
    quality, silence = found.languages[ALL][FUSION], found.silence[ALL]
    silent = f"{silence.silent.value:.3f}" if silence.silent else "–"
    answered = f"{silence.answered.value:.3f}" if silence.answered else "–"
    return (
        f"  {name:8}first right {quality.first_right.value:.3f}   nDCG@5 {quality.ndcg.value:.3f}   "
        f"answered {answered}   silent {silent}   calibration error {found.calibration.error:.3f}"
    )
