"""`lotsen doctor`: prints what the doctor finds."""

import click


@click.command()
@click.pass_context
def doctor(ctx: click.Context, /) -> None:
    """Examine settings, catalogue, database, model, tokens, scopes and the advisor channel.

    Says what to do about each fault; the exit code is 1 when there is any.
    """
    from bot.doctor.examination import examine
    from bot.settings import environment

    faults = 0
    for finding in examine(environment()):
        faults += not finding.well
        mark = click.style("ok   ", fg="green") if finding.well else click.style("fault", fg="red", bold=True)
        click.echo(f"{mark}  {finding.about}: {finding.words}")
        if finding.advice:
            click.echo(f"       → {finding.advice}")
    click.echo("\nAll is well: `lotsen run` starts the bot." if not faults else f"\n{faults} to mend.")
    ctx.exit(min(faults, 1))
