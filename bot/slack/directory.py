"""`desk.ports.Directory` over Slack, with each person's language. Nobody is written to from here."""

import logging
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.domain.people import Reach
from bot.slack.blocks import Json
from bot.slack.refusals import NO_ANSWER, error_code
from matcher.answer import Language

log = logging.getLogger(__name__)

#: Long enough to spare Slack a call for every button, short enough that a closed account is soon noticed.
FRESH_SECONDS = 60.0

_PAGE = 200
_UNKNOWN = {"user_not_found": Reach.REFUSED, "user_not_visible": Reach.ELSEWHERE, "users_not_found": Reach.REFUSED}
_NO_CHANNEL = {"channel_not_found", "not_in_channel", "is_archived"}

Value = TypeVar("Value")


@dataclass
class Recent(Generic[Value]):
    """Answers of the last minute, by what was asked. Kept small by forgetting all that are old when a new one comes."""

    clock: Callable[[], float]
    _kept: dict[str, tuple[float, Value]] = field(default_factory=dict)

    def get(self, key: str, ask: Callable[[], Value]) -> Value:
        """The recent answer, or a new one."""
        now = self.clock()
        known = self._kept.get(key)
        if known is not None and now - known[0] < FRESH_SECONDS:
            return known[1]
        value = ask()
        fresh = {k: v for k, v in self._kept.copy().items() if now - v[0] < FRESH_SECONDS}
        self._kept = {**fresh, key: (now, value)}
        return value

    def forget(self, key: str) -> None:
        """Ask anew the next time."""
        self._kept = {k: v for k, v in self._kept.copy().items() if k != key}


class SlackDirectory:
    """Asks Slack about people. The advisors are the members of one channel, and nobody else is."""

    def __init__(
        self, client: WebClient, advisor_channel: str | None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._client, self._advisor_channel = client, advisor_channel
        self._people: Recent[Json] = Recent(clock)
        self._members: Recent[tuple[str, ...]] = Recent(clock)
        self._home: Recent[str] = Recent(clock)
        self._accounts: Recent[str | None] = Recent(clock)

    def reach(self, user: str, *, fresh: bool = False) -> Reach:
        """See the protocol."""
        if fresh:
            self._people.forget(user)
        try:
            person = self._person(user)
        except SlackApiError as error:
            if error_code(error) in _UNKNOWN:
                return _UNKNOWN[error_code(error)]
            raise
        if person.get("deleted"):
            return Reach.DEACTIVATED
        if person.get("is_stranger") or person.get("team_id") not in self._teams(person):
            return Reach.ELSEWHERE
        return Reach.REFUSED if person.get("is_bot") else Reach.REACHABLE

    def is_guest(self, user: str) -> bool:
        """See the protocol; whoever is a guest of one channel is a restricted one as well."""
        return bool(self._person(user).get("is_restricted"))

    def user_with_email(self, email: str) -> str | None:
        """See the protocol."""
        return self._accounts.get(email, lambda: self._looked_up(email)) if email else None

    def has_address(self, user: str, email: str) -> bool:
        """See the protocol; the address is looked up only where Slack does not show the account's own."""
        if self.reach(user) is not Reach.REACHABLE:
            return False
        own = str((self._person(user).get("profile") or {}).get("email") or "")
        return own.casefold() == email.casefold() if own else self.user_with_email(email) == user

    def advisors(self) -> Sequence[str]:
        """See the protocol; nobody, with an error in the log, when the channel is not there for the bot."""
        channel = self._advisor_channel
        if not channel:
            return ()
        try:
            return self._members.get(channel, lambda: tuple(sorted(self._people_in(channel))))
        except SlackApiError as error:
            if error_code(error) not in _NO_CHANNEL:
                raise
            log.error("the advisor channel cannot be read (%s): invite the bot to it", error_code(error))  # noqa: TRY400 - one clear line; a traceback would hide it
            return ()

    def members_changed(self, channel: str) -> bool:
        """Somebody came or went: who they are is asked anew. Whether it is the advisors' channel."""
        self._members.forget(channel)
        return channel == self._advisor_channel

    def locale(self, user: str) -> Language:
        """See the protocol: "sv" for a person whose Slack is in Swedish, "en" for all others."""
        try:
            spoken = str(self._person(user).get("locale") or "")
        except NO_ANSWER as error:
            log.info("no locale of %s (%s)", user, error_code(error))
            return "en"
        return "sv" if spoken.lower().startswith("sv") else "en"

    def _looked_up(self, email: str) -> str | None:
        try:
            return str(self._client.users_lookupByEmail(email=email)["user"]["id"])
        except SlackApiError as error:
            if error_code(error) == "users_not_found":
                return None
            raise

    def _person(self, user: str) -> Json:
        def ask() -> Json:
            person: Json = self._client.users_info(user=user, include_locale=True)["user"]
            return person

        return self._people.get(user, ask)

    def _teams(self, person: Json) -> set[str]:
        """The bot's workspace, and on a grid all workspaces of the person, who is then of the same organisation."""
        home = self._home.get("home", lambda: str(self._client.auth_test()["team_id"]))
        on_grid: Json = person.get("enterprise_user") or {}
        grid: set[str] = set(on_grid.get("teams") or [])
        return {home, *grid} if home in grid else {home}

    def _people_in(self, channel: str) -> Iterator[str]:
        cursor = ""
        while True:
            page = self._client.conversations_members(channel=channel, limit=_PAGE, cursor=cursor)
            members: list[str] = page["members"]
            yield from (member for member in members if self.reach(member) is Reach.REACHABLE)
            cursor = (page.get("response_metadata") or {}).get("next_cursor") or ""
            if not cursor:
                return
