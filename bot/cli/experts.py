"""`lotsen experts`: who the catalogue's experts are in this installation. Linked in the database, never in files."""

import json
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from bot.domain.catalogue import Catalogue
    from bot.domain.people import Contact
    from bot.storage.sqlite import SqliteStore


class _Written(click.ParamType[str]):
    """A text of a certain form."""

    def __init__(self, name: str, pattern: str, wanted: str) -> None:
        self.name, self._pattern, self._wanted = name, pattern, wanted

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Take the text, or refuse it with what is wanted."""
        if not re.fullmatch(self._pattern, value):
            self.fail(f"found {value!r}, wanted {self._wanted}", param, ctx)
        return value


SLACK_USER = _Written(
    "USER_ID", r"[UW][A-Z0-9]{2,}", "a Slack member id such as U0123ABCD (in a profile: Copy member ID)"
)
ADDRESS = _Written("ADDRESS", r"[^@\s<>]+@[^@\s<>]+\.[^@\s<>.]+", "an e-mail address such as head@example.com")


@click.group()
def experts() -> None:
    """Link the experts of the catalogue to people."""


@experts.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON list.")
def list_(*, as_json: bool) -> None:
    """Show every expert, and who that is here."""
    catalogue, store = _opened()
    with store.unit() as unit:
        contacts = unit.contacts.all()
    rows = _rows(catalogue, contacts)
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False))
    else:
        _print_table(rows)


@experts.command()
@click.argument("expert", metavar="EXPERT_ID")
@click.option("--slack", type=SLACK_USER, help="The person's Slack account.")
@click.option("--email", type=ADDRESS, help="The person's address; the account is looked up by it.")
def link(*, expert: str, slack: str | None, email: str | None) -> None:
    """Say who an expert is, in place of whoever it was before; give both for somebody with both."""
    from bot.domain.people import Contact

    if not (slack or email):
        raise click.UsageError("give --slack, --email or both")
    catalogue, store = _opened()
    _check_expert(catalogue, expert)
    with store.unit() as unit:
        unit.contacts.link(Contact(expert, slack, email))
    click.echo(f"{expert} is {' and '.join(filter(None, (slack, email)))}")


@experts.command()
@click.argument("expert", metavar="EXPERT_ID")
def unlink(*, expert: str) -> None:
    """Forget who an expert is."""
    from bot.domain.catalogue import NotInCatalogue

    _, store = _opened()
    with store.unit() as unit:
        linked = [contact.expert for contact in unit.contacts.all()]
        if not unit.contacts.unlink(expert):
            near = NotInCatalogue(expert, linked).near
            hint = f"; did you mean {' or '.join(near)}?" if near else ""
            raise click.ClickException(f"{expert} is not linked{hint}")
    click.echo(f"{expert} is no longer linked")


def _opened() -> tuple["Catalogue", "SqliteStore"]:
    from bot.settings import Settings, environment
    from bot.wiring import open_store, read_catalogue

    settings = Settings.from_environment(environment())
    return read_catalogue(settings), open_store(settings)


def _check_expert(catalogue: "Catalogue", expert: str) -> None:
    from bot.domain.catalogue import NotInCatalogue

    known = [role.id for unit in catalogue.infrastructures for role in unit.experts]
    if expert in known:
        return
    if expert in catalogue.entry_ids:
        answering = [role.id for role in catalogue.experts_for(expert)]
        who = f"answered for by {' and '.join(answering)}" if answering else "and no expert answers for it"
        raise click.ClickException(f"{expert} is a service, {who}")
    raise NotInCatalogue(expert, known)


def _rows(catalogue: "Catalogue", contacts: Sequence["Contact"]) -> list[dict[str, str | None]]:
    from bot.domain.people import Contact

    linked = {contact.expert: contact for contact in contacts}
    rows: list[dict[str, str | None]] = []
    for unit in catalogue.infrastructures:
        for role in unit.experts:
            contact = linked.pop(role.id, Contact(role.id))
            rows.append(
                {
                    "id": role.id,
                    "role": role.role.en,
                    "infrastructure": unit.id,
                    "slack": contact.slack,
                    "email": contact.email,
                }
            )
    # Linked once, and gone from the catalogue since: shown, so that somebody can unlink them.
    gone: dict[str, str | None] = {"role": None, "infrastructure": None}
    return rows + [{"id": c.expert, **gone, "slack": c.slack, "email": c.email} for c in linked.values()]


def _print_table(rows: Sequence[dict[str, str | None]]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table("Expert", "Role", "Slack", "E-mail", box=None, pad_edge=False)
    for row in rows:
        role = row["role"] or "no longer in the catalogue"
        table.add_row(*(Text(words or "-") for words in (row["id"], role, row["slack"], row["email"])))
    console = Console(highlight=False)
    console.print(table)
    console.print(f"\n{sum(1 for row in rows if row['slack'] or row['email'])} of {len(rows)} are linked.")
