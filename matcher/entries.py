"""What the matcher searches: services and experts as pieces of text with hard limits.

Here live the only values the matcher takes in, and nothing else. How entries come to be (catalogue files,
a test, another campus's database) is somebody else's business; so is everything that ranks them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

EntryKind = Literal["service", "expert"]

Field = Literal[
    "head",  # what the entry is called; for an expert the role and the unit
    "aliases",  # other names of the unit
    "shows",  # what the service does or makes visible
    "does_not",  # what it is not for: words found here speak against the entry
    "brings",  # what the company has to bring
    "techniques",  # methods by their technical names
    "synonyms",  # everyday words for the service
    "ask",  # one example need, as a company would put it
    "knows",  # one thing an expert knows
    "group",  # the unit the entry belongs to: its name and its summary
]

Language = Literal["en", "sv", "any"]


@dataclass(frozen=True)
class Chunk:
    """One piece of an entry's text, small enough to be shown as the reason for a match.

    `language` is "any" for text that is the same in every language, such as names of techniques.
    """

    field: Field
    language: Language
    text: str


@dataclass(frozen=True)
class EntryLimits:
    """What an entry can never do, however well the words fit.

    The defaults say that nothing is known, which excludes nothing.
    """

    #: "none" (quality classes do not apply), "research", "pre-GMP", "GMP" or "clinical"
    quality: str = "none"
    #: of "humans", "animals", "cells", "samples", "devices", "data"
    subjects: tuple[str, ...] = ()
    #: animals by their English names, empty when no animals are used or the species are not known
    species: tuple[str, ...] = ()
    #: highest biosafety level named, None when none is
    biosafety: int | None = None
    #: None when it is not known
    on_campus: bool | None = None
    #: True only living things, False only dead or fixed ones, None either
    living: bool | None = None

    @property
    def grades_products(self) -> bool:
        """Whether its quality is that of something made to be given to people, or on the way there."""
        return self.quality in {"GMP", "pre-GMP"}


@dataclass(frozen=True)
class Entry:
    """A service or an expert as the matcher sees it.

    `id` is "unit/short-id" and unlike every other, `group` is the unit's id, `name` has one text for each
    language, and `answers_for` holds the ids of the services that an expert answers for.
    """

    id: str
    kind: EntryKind
    group: str
    name: Mapping[str, str]
    chunks: tuple[Chunk, ...]
    limits: EntryLimits = EntryLimits()
    answers_for: tuple[str, ...] = ()

    def texts(self, *fields: Field) -> tuple[str, ...]:
        """The texts of the given fields in both languages, in the entry's own order."""
        return tuple(chunk.text for chunk in self.chunks if chunk.field in fields)
