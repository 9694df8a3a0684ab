"""Words that only advisors may read: notes, an expert's own words to a no, answers after an introduction.

They are a type of their own and no `str`, live in a table of their own, and no value in `showing` that a company, an
expert or a group is told from has a field for them: a view that tried to show them would be a type error.
What is posted to a company is rendered from a `ForCompany` and what is posted to an expert from a `ForExpert`, each in
one place, `slack.rendering`; tests walk the fields of both, and name the modules that may open these words.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True)
class Confidential:
    """Words for advisors only; printing or logging them shows nothing."""

    _words: str

    def for_advisors(self) -> str:
        """The words themselves; called only where advisors are told."""
        return self._words

    def __str__(self) -> str:
        """Nothing of them."""
        return "(for advisors only)"

    __repr__ = __str__


class About(StrEnum):
    """What private words are about."""

    DECLINE = "decline"  #: what an expert added to a no
    FEEDBACK = "feedback"  #: was it useful, and anything we should know
    EXPERT_SAYS = "expert_says"  #: an expert on their contact or description
    NOTE = "note"  #: an advisor's own note


@dataclass(frozen=True)
class PrivateWords:
    """One note.

    Attributes:
        author: the Slack account.
        useful: the answer to the first of the two questions; None where it was not asked.
    """

    at: datetime
    need: str
    introduction: str | None
    author: str
    about: About
    words: Confidential
    useful: bool | None = None
