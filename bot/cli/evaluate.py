"""`lotsen evaluate`: how good the matcher is on labelled needs, beside its own signals and beside plain methods."""

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

if TYPE_CHECKING:
    from matcher.evaluation.ablation import Added
    from matcher.evaluation.judging import Judge
    from matcher.evaluation.tables import Section
    from matcher.labels import LabelledNeed

Split = Literal["fit", "test", "all"]

_HOW = {
    "learned": "needs that the fusion was learned from, each judged by what the others teach",
    "apart": "needs that nothing was learned from, judged by the matcher's whole answers",
}


@click.command()
@click.argument("needs", required=False, type=click.Path(exists=True, path_type=Path), metavar="[FILE_OR_FOLDER]")
@click.option("--split", type=click.Choice(["fit", "test", "all"]), default="all", show_default=True,
              help="Which of the needs: those to learn from, those kept apart, or both.")  # fmt: skip
@click.option("--pictures", type=click.Path(file_okay=False, path_type=Path), help="Draw PNG files into this folder.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object with every figure.")
@click.option("--ablation", is_flag=True, help="Show what each signal adds, by refitting without it (minutes).")
def evaluate(*, needs: Path | None, split: Split, pictures: Path | None, as_json: bool, ablation: bool) -> None:
    """Score the matcher on labelled needs, side by side with plain methods.

    Without FILE_OR_FOLDER it takes the folder named needs beside the catalogue. A unit counts as right when one of its
    services has grade 2 or 3. Needs that the matcher has learned from are judged by cross-validation.
    """
    from bot.cli.meter import Meter

    with Meter(sys.stderr, None) as meter:
        judge = _judge(meter.show)
        sections = _sections(judge, _chosen(judge, needs, split))
        meter.clear()
        # What is known is told before what takes minutes more.
        _tell(sections, pictures, as_json=as_json)
        added = _added(judge) if ablation else {}
    if as_json:
        click.echo(json.dumps(_json(sections, added), ensure_ascii=False))
    elif added:
        from bot.cli.evaluation_tables import print_ablation

        print_ablation(added)


def _tell(sections: "Mapping[str, Section]", pictures: Path | None, *, as_json: bool) -> None:
    if pictures is not None:
        from matcher.plots import draw

        written = draw(sections, pictures)
        click.echo(f"Drew {len(written)} pictures into {pictures}.", err=True)
    if not as_json:
        from bot.cli.evaluation_tables import print_section

        for section in sections.values():
            print_section(section)


def _judge(show: Any) -> "Judge":
    from bot.settings import Settings, environment
    from bot.wiring import open_study, read_catalogue
    from matcher.evaluation.judging import Judge

    settings = Settings.from_environment(environment())
    show(0, "reading the catalogue")
    return Judge(open_study(settings, read_catalogue(settings)), lambda words: show(0, words))


def _chosen(judge: "Judge", path: Path | None, split: Split) -> "list[LabelledNeed]":
    from bot.settings import Settings, environment
    from matcher.knowledge import read_labels

    folder = path or Settings.from_environment(environment()).catalogue.absolute().parent / "needs"
    known = {entry.id for entry in judge.units.corpus.entries}
    written = read_labels(folder, known) if folder.exists() else []
    found = [need for need in written if split in {"all", need.split}]
    if not found:
        wanted = "at least one" if split == "all" else f"at least one with the split {split}"
        raise click.ClickException(f"found no labelled needs in {folder}, wanted {wanted}")
    return found


def _sections(judge: "Judge", needs: "Sequence[LabelledNeed]") -> "dict[str, Section]":
    from matcher.evaluation.tables import section

    learned = [need for need in needs if judge.has_learned(need)]
    apart = [need for need in needs if not judge.has_learned(need)]
    judged = {
        "learned": judge.by_folds(learned) if learned else [],
        "apart": judge.by_matcher(apart) if apart else [],
    }
    return {name: section(_HOW[name], some, judge.units) for name, some in judged.items() if some}


def _added(judge: "Judge") -> "dict[str, dict[str, Added]]":
    from matcher.evaluation.ablation import ablate

    if not judge.prepared.needs:
        raise click.ClickException("nothing was learned with this catalogue yet; run lotsen fit first")
    return ablate(judge.prepared, judge.units, judge.progress)


def _json(sections: "Mapping[str, Section]", added: "Mapping[str, Mapping[str, Added]]") -> dict[str, Any]:
    told: dict[str, Any] = {name: section.to_json() for name, section in sections.items()}
    if added:
        told["ablation"] = {
            signal: {language: asdict(worth) for language, worth in by_language.items()}
            for signal, by_language in added.items()
        }
    return told
