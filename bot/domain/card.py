"""The card: everything that an expert sees of a need before saying yes, exactly as the company approved it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Self

from matcher.answer import Reason

Json = dict[str, Any]


@dataclass(frozen=True)
class Why:
    """Words of the brief beside the words of the expert's own service that they met."""

    brief: str
    entry: str


@dataclass(frozen=True)
class Card:
    """What the company approved to be shown, word for word.

    Attributes:
        entry: the service or expert that it is shown to.
        brief: at most 80 words, see `brief`.
        company: the company's name as it typed it; None when it is not shown, which is the default.
        why: why it comes to this expert; only words that stand in the brief are quoted.
        language: the language that it is shown in, "en" or "sv".
    """

    entry: str
    brief: str
    language: str
    company: str | None = None
    why: tuple[Why, ...] = ()

    def to_json(self) -> Json:
        """As it is kept with the approval."""
        return {
            "entry": self.entry,
            "brief": self.brief,
            "language": self.language,
            "company": self.company,
            "why": [[why.brief, why.entry] for why in self.why],
        }

    @classmethod
    def from_json(cls, raw: Json) -> Self:
        """The card that `to_json` wrote."""
        why = tuple(Why(brief, entry) for brief, entry in raw["why"])
        return cls(raw["entry"], raw["brief"], raw["language"], raw["company"], why)


def reasons_shown(brief: str, reasons: Iterable[Reason]) -> tuple[Why, ...]:
    """The reasons of a match whose words the company left in its brief; all others would tell what it took out."""
    said = _plain(brief)
    return tuple(Why(reason.need, reason.entry) for reason in reasons if _plain(reason.need) in said)


def _plain(text: str) -> str:
    """One case and single spaces, with a space at both ends so that words are met whole."""
    words = "".join(letter if letter.isalnum() else " " for letter in text.casefold()).split()
    return f" {' '.join(words)} "
