"""The `lotsen` command: its name, its version, its commands and its one error boundary."""

import click

from bot.cli.backup import backup, restore_
from bot.cli.catalogue import catalogue
from bot.cli.demo import demo
from bot.cli.doctor import doctor
from bot.cli.errors import explanation
from bot.cli.evaluate import evaluate
from bot.cli.experts import experts
from bot.cli.fit import fit
from bot.cli.labels import labels
from bot.cli.match import match
from bot.cli.needs import needs
from bot.cli.outbox import outbox
from bot.cli.prepare import prepare
from bot.cli.run import run


class _Commands(click.Group):
    """The group of all commands; turns what people can mend into one sentence and exit code 1."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the chosen command."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except Exception as error:
            words = explanation(error)
            if words is None:
                raise
            raise click.ClickException(words) from error


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="lotsen", message="lotsen %(version)s")
def main() -> None:
    """Introduce companies to the research infrastructure that can help them.

    Settings come from the environment or from a file named .env in the current folder; .env.example lists them.
    """


for command in (
    *(run, match, demo, catalogue, experts, needs, outbox, labels),
    *(evaluate, fit, backup, restore_, doctor, prepare),
):
    main.add_command(command)
