"""A need: what a company asked, in its own words, and what came of it. Pure values; no I/O."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from bot.domain.lifecycle import NEED, NeedEvent, NeedState, advance
from bot.domain.people import Person
from matcher.answer import Answer, Language, Match


class Door(StrEnum):
    """Which way a need came in."""

    MENTION = "mention"
    DIRECT_MESSAGE = "direct_message"
    COMMAND = "command"
    SHORTCUT = "shortcut"
    HOME = "home"


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
    """What a company asked, where, and the matcher's answer once there is one."""

    id: str
    asker: Person
    text: str
    door: Door
    place: Place
    asked_at: datetime
    language: Language = "en"
    state: NeedState = NeedState.ASKED
    answer: Answer | None = None

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

    @property
    def spoken(self) -> str:
        """The language to answer in: Swedish for Swedish, English for everything else."""
        return "sv" if self.language == "sv" else "en"
