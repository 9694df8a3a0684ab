"""A need: what a company asked, in its own words, and what came of it. Pure values; no I/O."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from bot.domain.lifecycle import NEED, NeedEvent, NeedState, advance
from bot.domain.people import Person
from matcher.answer import Answer, Language, Match

#: How many matches a company sees before it asks for all.
SHOWN_FIRST: Final = 3


class Door(StrEnum):
    """Which way a need came in."""

    MENTION = "mention"
    DIRECT_MESSAGE = "direct_message"
    COMMAND = "command"
    SHORTCUT = "shortcut"
    HOME = "home"
    ADVISOR = "advisor"  #: an advisor wrote it down on behalf of the company


@dataclass(frozen=True)
class Place:
    """Where the answer goes.

    Attributes:
        channel: a channel id; empty for the asker's own direct message with the bot.
        thread: the timestamp of the message to answer under; None starts a new message.
        private: True when nobody but the asker sees the answer.
    """

    channel: str
    thread: str | None
    private: bool


@dataclass(frozen=True)
class Need:
    """What a company asked, where, and the matcher's answer once there is one.

    Attributes:
        filed_by: the Slack account of the advisor who wrote it down for the company.
    """

    id: str
    asker: Person
    text: str
    door: Door
    place: Place
    asked_at: datetime
    language: Language = "en"
    state: NeedState = NeedState.ASKED
    answer: Answer | None = None
    filed_by: str | None = None

    def answered(self, answer: Answer) -> "Need":
        """This need with the matcher's answer, moved to the state that the outcome means.

        Raises:
            IllegalStep: the need was answered before, or taken back.
        """
        return replace(self.after(NeedEvent(answer.outcome)), answer=answer, language=answer.language)

    def after(self, event: NeedEvent) -> "Need":
        """This need one step on.

        Raises:
            IllegalStep: the event cannot happen in its state.
        """
        return replace(self, state=advance(NEED, self.state, event))

    def may(self, event: NeedEvent) -> bool:
        """Whether an event can happen in its state."""
        return event in NEED[self.state]

    def match_of(self, entry: str) -> Match | None:
        """The match of an entry, wherever in the answer it stands."""
        if self.answer is None:
            return None
        matches = [*self.answer.matches, *(match for part in self.answer.parts for match in part.matches)]
        return next((match for match in matches if match.id == entry), None)

    def may_be_read_by(self, advisor: str) -> bool:
        """Whether an advisor may read it: what its company never agreed to only its author may."""
        agreed = self.filed_by is None or self.answer is not None or self.state is NeedState.ASKED
        return agreed or self.filed_by == advisor

    @property
    def is_open(self) -> bool:
        """Whether anything can still happen to it."""
        return bool(NEED[self.state])

    @property
    def infrastructures(self) -> tuple[str, ...]:
        """The units of the matches that a company sees first, best first, each once."""
        seen = self.answer.matches[:SHOWN_FIRST] if self.answer else ()
        return tuple(dict.fromkeys(match.infrastructure for match in seen))

    @property
    def spoken(self) -> str:
        """The language to answer in: Swedish for Swedish, English for everything else."""
        return "sv" if self.language == "sv" else "en"
