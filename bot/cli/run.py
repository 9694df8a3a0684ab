"""`lotsen run`: the bot, until somebody stops it."""

import click


@click.command()
def run() -> None:
    """Run the bot until it is told to stop (Ctrl-C or SIGTERM).

    One bot works on a database at a time.
    """
    from bot.logs import start_logging
    from bot.running import alone_with, run_until_told
    from bot.settings import BotSettings, environment
    from bot.wiring import build_bot

    settings = BotSettings.from_environment(environment())
    start_logging(settings.local.log_level)
    with alone_with(settings.local.database):
        run_until_told(build_bot(settings))
