"""The values of this package: a place in a text, a secret found there, and what a recogniser is.

No rules live here, and no list of recognisers (`registry`).
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple


class Span(NamedTuple):
    """A place in a text; the end is the first character behind it."""

    start: int
    end: int


@dataclass(frozen=True, order=True)
class Secret:
    """Words that should not be shown without thought.

    Attributes:
        kind: what it looks like, one of `KINDS`.
        text: the words themselves, for showing beside the mark; not for any log.
        stand_in: what takes their place in the cleaned text, for instance `[name]`.
    """

    start: int
    end: int
    kind: str
    text: str
    stand_in: str


@dataclass(frozen=True)
class Recogniser:
    """One rule for one kind of secret. Several may share a kind.

    Attributes:
        english: the neutral word that takes the secret's place in an English text; `swedish` likewise.
        spans: every place in a text where the rule sees a secret, in any order, overlaps allowed.
        divisible: whether the rest still counts where an earlier recogniser took words out of the middle.
    """

    kind: str
    english: str
    swedish: str
    spans: Callable[[str], Iterable[Span]]
    divisible: bool = False

    def stand_in(self, language: str) -> str:
        """The bracketed neutral word; any language but Swedish gets the English one."""
        return f"[{self.swedish if language == 'sv' else self.english}]"
