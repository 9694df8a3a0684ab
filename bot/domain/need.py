"""A need: what a company asked, in its own words, and what came of it. Pure values; no I/O."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from bot.domain.lifecycle import NEED, NeedEvent, NeedState, advance
from bot.domain.people import Person
from matcher.answer import Answer, Language


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
            IllegalStep: the need was answered before.
        """
        event = NeedEvent(answer.outcome)
        state = advance(NEED, self.state, event)
        return replace(self, answer=answer, language=answer.language, state=state)

    @property
    def spoken(self) -> str:
        """The language to answer in: Swedish for Swedish, English for everything else."""
        return "sv" if self.language == "sv" else "en"
