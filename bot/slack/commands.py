"""The text commands of `/lotsen`, and a plain yes or no, in both languages; any other text is a need. Pure."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Order(StrEnum):
    """What a text command asks for."""

    HELP = "help"
    STATUS = "status"
    WITHDRAW = "withdraw"
    EXPORT = "export"
    ERASE = "erase"
    ERASE_EVERYTHING = "erase_everything"


@dataclass(frozen=True)
class Command:
    """A text command.

    Attributes:
        language: the language that it was given in; None where both have the word.
        need: the need that is meant, for taking one back.
    """

    order: Order
    language: str | None = None
    need: str | None = None


_WORDS: Final = {
    "help": Command(Order.HELP, "en"),
    "hjälp": Command(Order.HELP, "sv"),
    "status": Command(Order.STATUS),
    "läge": Command(Order.STATUS, "sv"),
    "withdraw": Command(Order.WITHDRAW, "en"),
    "återta": Command(Order.WITHDRAW, "sv"),
    "export": Command(Order.EXPORT),
    "exportera": Command(Order.EXPORT, "sv"),
    "erase": Command(Order.ERASE, "en"),
    "radera": Command(Order.ERASE, "sv"),
    "erase everything": Command(Order.ERASE_EVERYTHING, "en"),
    "radera allt": Command(Order.ERASE_EVERYTHING, "sv"),
}
#: The advisors' own; a listener of theirs takes it before all others.
_DESK: Final = frozenset({"desk", "bord", "skrivbord"})
#: What a person may type instead of pressing a button that asks for one of two; what stands on it as well.
_ANSWERS: Final = {
    **dict.fromkeys(("yes", "yes please", "yes please look", "ja", "ja tack", "ja gärna", "ja leta gärna"), True),
    **dict.fromkeys(("no", "no thanks", "no thank you", "nej", "nej tack"), False),
}
_WITHDRAW: Final = re.compile(r"(withdraw|återta)\s+(n\d+)", re.IGNORECASE)


def command_in(text: str) -> Command | None:
    """The command that a text is, word for word; None for a need."""
    plain = _plain(text)
    found = _WITHDRAW.fullmatch(plain)
    if found:
        return Command(Order.WITHDRAW, _WORDS[found[1]].language, found[2].upper())
    return _WORDS.get(plain)


def asks_for_desk(text: str) -> bool:
    """Whether it is the command that opens the advisors' desk."""
    return _plain(text) in _DESK


def answer_in(text: str) -> bool | None:
    """The yes or no that a text is, word for word but for punctuation; None for everything else."""
    return _ANSWERS.get(_plain(text.replace(",", " ")).rstrip(" .!"))


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
