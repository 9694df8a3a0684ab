"""A correction: matches that an advisor reordered or replaced, and why. A pure value; doing it is the desk's."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from bot.domain.brief import word_count

#: A label that nobody can understand later teaches nobody.
LEAST_WORDS: Final = 3
#: How many matches an advisor can put before a company.
PLACES: Final = 5


@dataclass(frozen=True)
class Correction:
    """What an advisor made of a ranking; an approved one is a label for the matcher.

    Attributes:
        before, after: ids of the catalogue, best first.
        reason: for the advisors and the matcher; no company reads it.
        approved: whether it becomes a label; None while nobody has decided.
    """

    id: str
    need: str
    advisor: str
    at: datetime
    before: tuple[str, ...]
    after: tuple[str, ...]
    reason: str
    approved: bool | None = None
    decided_by: str | None = None
    decided_at: datetime | None = None


def says_why(reason: str) -> bool:
    """Whether a reason has enough words to be one."""
    return word_count(reason) >= LEAST_WORDS
