"""`lotsen prepare`: does at set-up what would make the first start slow."""

import time

import click


@click.command()
def prepare() -> None:
    """Check and export the sentence model, and embed the catalogue, so that later starts are quick."""
    from bot import wiring
    from bot.settings import Settings, environment

    began = time.monotonic()
    settings = Settings.from_environment(environment())
    catalogue = wiring.read_catalogue(settings)
    wiring.build_matcher(settings, catalogue)
    took = time.monotonic() - began
    click.echo(f"Ready: {len(catalogue.entry_ids)} services and experts embedded in {settings.cache} ({took:.0f} s).")
