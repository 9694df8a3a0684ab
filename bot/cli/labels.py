"""`lotsen labels`: corrections that advisors approved, in the format of the labelled needs."""

from pathlib import Path

import click

from bot.cli.writing import write_text


@click.group()
def labels() -> None:
    """Let the matcher learn from what advisors corrected."""


@labels.command()
@click.option("--to", "file", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
              help="Write here in place of standard output.")  # fmt: skip
def export(*, file: Path | None) -> None:
    """Write the approved corrections as labelled needs.

    What looks secret is taken out of the words, but read them before you pass them on. `lotsen evaluate FILE` scores
    the matcher on them; in the folder needs beside the catalogue `lotsen fit` learns from them.
    """
    from bot.desk.labels import export_labels
    from bot.settings import Settings, environment
    from bot.wiring import open_store, read_catalogue

    settings = Settings.from_environment(environment())
    catalogue = read_catalogue(settings)
    with open_store(settings).unit() as unit:
        lines = list(export_labels(unit, catalogue))
    write_text(file, "".join(f"{line}\n" for line in lines))
    click.echo("1 approved correction." if len(lines) == 1 else f"{len(lines)} approved corrections.", err=True)
