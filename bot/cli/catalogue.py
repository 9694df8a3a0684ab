"""`lotsen catalogue`: checking a catalogue and reading it. Nothing is changed here."""

from pathlib import Path

import click


@click.group()
def catalogue() -> None:
    """Check the catalogue, or show an entry of it."""


@catalogue.command()
@click.argument("path", required=False, type=click.Path(path_type=Path))
@click.pass_context
def check(ctx: click.Context, /, *, path: Path | None) -> None:
    """Name every problem of every file in PATH, by default the catalogue in use.

    The exit code is 1 when there is any.
    """
    from bot.catalogue_files import read_catalogue
    from bot.domain.catalogue import CatalogueInvalid
    from bot.settings import Settings, environment

    folder = path or Settings.from_environment(environment()).catalogue
    try:
        units = read_catalogue(folder).infrastructures
    except CatalogueInvalid as invalid:
        for problem in invalid.problems:
            click.echo(str(problem))
        click.echo(f"{invalid.how_many} in {folder}", err=True)
        ctx.exit(1)
    services = sum(len(unit.services) for unit in units)
    experts = sum(len(unit.experts) for unit in units)
    click.echo(f"{folder}: {len(units)} units, {services} services, {experts} experts, no problems")


@catalogue.command()
@click.argument("entry", metavar="ID")
def show(*, entry: str) -> None:
    """Print a unit (pkl), or a service or expert (pkl/in-vivo-mri), as its file says it."""
    import yaml

    from bot.settings import Settings, environment
    from bot.wiring import read_catalogue

    known = read_catalogue(Settings.from_environment(environment()))
    found = known.entry(entry) if "/" in entry else known.infrastructure(entry)
    written = found.model_dump(mode="json", exclude_defaults=True)
    click.echo(yaml.safe_dump(written, allow_unicode=True, sort_keys=False, width=100), nl=False)
