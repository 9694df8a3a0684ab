"""What the use cases ask of the world outside the record: small protocols, and the bundle that is handed around."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from bot.domain.catalogue import Catalogue
from bot.domain.clock import Rules
from bot.domain.people import Reach
from bot.storage.ports import Store
from matcher.answer import Answer, Language
from matcher.context import NOTHING_MORE, Context, Hint


class Matcher(Protocol):
    """Text in, answer out."""

    def answer(self, need: str, context: Context = NOTHING_MORE) -> Answer:
        """The services and experts ranked for a need, and whether they fit at all."""

    def language_of(self, text: str, hint: Hint | None = None) -> Language:
        """Which language a text is written in; known also of what could not be answered."""


class Directory(Protocol):
    """What Slack knows of people; may raise when Slack does not answer, and is then asked again later."""

    def reach(self, user: str, *, fresh: bool = False) -> Reach:
        """Whether the bot can write to this account; as it is at this very moment when it has to be fresh."""

    def is_guest(self, user: str) -> bool:
        """Whether this account was let into the workspace for some of its channels only."""

    def locale(self, user: str) -> Language:
        """The language of this person's Slack; English when Slack does not say, and it never raises."""

    def user_with_email(self, email: str) -> str | None:
        """The account of the workspace that has this address."""

    def has_address(self, user: str, email: str) -> bool:
        """Whether this account has this address; asked of the account, which many addresses may be compared with."""

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
