"""A company does not wait for the others: it has its next choice asked now."""

from bot.desk.acting import Role, act, acting
from bot.desk.consequences import call
from bot.desk.ledger import Ledger
from bot.desk.ports import Desk
from bot.domain.introduction import Introduction
from bot.storage.ports import Arrival, Json

KIND = "call"


def calling(introduction: str, user: str) -> Json:
    """The body of an arrival of this kind."""
    return acting(introduction, user)


def call_now(desk: Desk, arrival: Arrival) -> None:
    """Have a next choice asked; one that is none any more stays as it is."""
    act(desk, arrival, {Role.COMPANY}, _call)


def _call(ledger: Ledger, introduction: Introduction, body: Json) -> None:
    if introduction.is_next_choice:
        call(ledger, introduction, body["user"])
