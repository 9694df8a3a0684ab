"""`lotsen demo`: plays Lotsen against a Slack of its own. The play itself is in `bot.demo`."""

import click


@click.command()
@click.option("--no-input", is_flag=True, help="Do not ask for needs of one's own at the end.")
@click.pass_context
def demo(ctx: click.Context, /, *, no_input: bool) -> None:
    """Watch two needs on their way from question to introduction thread.

    The real bot runs against a strict Slack on this machine; no account and no network are needed.
    """
    from bot.demo.play import play

    ctx.exit(play(ask=not no_input))
