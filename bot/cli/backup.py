"""`lotsen backup` and `lotsen restore`: copies of the record, taken while the bot runs, put back while it does not."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import click


@click.command()
@click.option("--to", "folder", type=click.Path(file_okay=False, path_type=Path), metavar="FOLDER",
              help="Write into this folder in place of LOTSEN_BACKUP_FOLDER.")  # fmt: skip
def backup(*, folder: Path | None) -> None:
    """Copy the record now, also while the bot runs, and check the copy.

    The newest copies in the folder are kept, as many as LOTSEN_BACKUPS says. They hold everything that companies wrote.
    """
    from bot.settings import Settings, environment
    from bot.wiring import open_backups

    settings = Settings.from_environment(environment())
    backups = open_backups(replace(settings, backup_folder=folder or settings.backup_folder))
    click.echo(f"Wrote {backups.make(datetime.now(UTC))}, and checked it.")


@click.command("restore")
@click.argument("copy", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def restore_(*, copy: Path) -> None:
    """Put a backup in the place of the record. Stop the bot first; what is replaced is kept beside it."""
    from bot.running import alone_with
    from bot.settings import Settings, environment
    from bot.storage.backup import restore

    database = Settings.from_environment(environment()).database
    # The lock that a running bot holds; the system frees it however a bot ends, so that none is ever left behind.
    with alone_with(database):
        replaced = restore(copy, database, datetime.now(UTC))
    click.echo(f"{database} is as it was in {copy}.")
    if replaced:
        click.echo(f"What it was before is kept in {replaced}; delete that when nobody misses anything.")
    click.echo("Whoever had their data erased since the backup has to be erased again.")
