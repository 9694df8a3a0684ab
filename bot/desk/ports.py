"""What the use cases ask of the world outside the record: small protocols, and the bundle that is handed around."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from bot.domain.catalogue import Catalogue
from bot.domain.clock import Rules
from bot.domain.limits import Limit
from bot.domain.people import Reach
from bot.storage.ports import Store
from matcher.answer import Answer, Language


class Matcher(Protocol):
    """Text in, answer out."""

    def answer(
        self, need: str, *, without: Collection[Limit] = (), chosen: str | None = None, asked: int = 0
    ) -> Answer:
        """The services and experts ranked for a need, and whether they fit at all.

        Args:
            need: all of its words.
            without: what was not meant as a limit.
            chosen: the entry that the company said it is about.
            asked: how many questions about it the company has answered.
        """

    def language_of(self, text: str) -> Language:
        """Which language a text is written in; known also of what could not be answered."""


class Directory(Protocol):
    """What Slack knows of people; may raise when Slack does not answer, and is then asked again later."""

    def reach(self, user: str) -> Reach:
        """Whether the bot can write to this account."""

    def user_with_email(self, email: str) -> str | None:
        """The account of the workspace that has this address."""

    def advisors(self) -> Sequence[str]:
        """The people in the advisor channel, without bots, in a fixed order; none when there is no such channel."""


@dataclass(frozen=True)
class Desk:
    """Everything a use case works with."""

    store: Store
    catalogue: Catalogue
    matcher: Matcher
    directory: Directory
    now: Callable[[], datetime]
    rules: Rules = field(default_factory=Rules)
