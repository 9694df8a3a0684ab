"""What is known of a need beside its words; what is read from the words is in `query`."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Final

from matcher.answer import Language

# Which language somebody speaks; asked only where their words do not tell.
Hint = Callable[[], Language]
# A company that has answered so many questions about a need is shown what is nearest, and not asked again.
MOST_QUESTIONS = 2


@dataclass(frozen=True)
class Context:
    """What the asker has said, and who it is.

    Attributes:
        without: what was not meant as a hard limit, as (limit, value): in the whole need and in its parts it is neither
            asked for nor ruled out, and no question is asked about it.
        chosen: the id of the entry that the asker said it is about, when asked which: it leads the answer, which is
            then no question and no silence. One that is not known counts for nothing.
        asked: how many questions the asker has answered already; after `MOST_QUESTIONS` none is asked.
        hint: which language the asker speaks, for a need that does not tell; English without it.
    """

    without: Collection[tuple[str, str]] = ()
    chosen: str | None = None
    asked: int = 0
    hint: Hint | None = None

    @property
    def has_been_asked_enough(self) -> bool:
        """Whether one more question would be one too many."""
        return self.asked >= MOST_QUESTIONS


NOTHING_MORE: Final = Context()
