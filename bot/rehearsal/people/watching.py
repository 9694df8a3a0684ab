"""Looking and waiting: what somebody could have read, the newest message that fits, until something has happened."""

import asyncio
import re
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import TypeVar

from bot.rehearsal.block_kit.rendering import render, shown
from bot.rehearsal.cast import BOT
from bot.rehearsal.people.acting import Acting
from bot.rehearsal.people.forms import locate
from bot.rehearsal.workspace import Message

T = TypeVar("T")

#: Checks that look at something outside this Slack are tried again this often.
_GLANCE = 0.1
#: Seconds to wait for what should come; only what never comes takes as long.
PATIENCE = 60.0


class WaitedInVainError(AssertionError):
    """What was waited for did not happen in time."""


class Watching(Acting):
    """People read."""

    def last(
        self,
        channel: str | None = None,
        user: str | None = None,
        *,
        bot: bool = False,
        has: str | None = None,
        contains: str | None = None,
    ) -> Message:
        """Give the newest message or whisper that fits.

        `bot` asks for the bot's own, `has` for an element, `contains` for a match of a regular expression.
        """
        place = self.place(channel, user).id if channel else None
        for message, standing in sorted(self.everything(), key=lambda each: each[0]["ts"], reverse=True):
            if place not in (None, standing) or (bot and message["user"] != BOT):
                continue
            if _matches(message, contains) and has_element(message, has):
                return message
        raise LookupError(f"no message with {channel=} {has=} {contains=}")

    def everything(self) -> Iterator[tuple[Message, str]]:
        """Yield every message and whisper with its channel's id."""
        for channel, messages in self.world.workspace.messages.items():
            yield from ((message, channel) for message in messages)
        yield from ((whisper, whisper["channel"]) for whisper in self.world.workspace.ephemerals)

    def seen_by(self, person: str) -> Iterator[Message]:
        """Yield what stands in the channels of a person, and what was whispered to them."""
        channels = self.world.workspace.channels
        for message, channel in self.everything():
            if person in channels[channel].members and message.get("to", person) == person:
                yield message

    def visible_to(self, user: str) -> str:
        """Give everything this person could have read: their channels, whispers, modals and App Home."""
        person, screens = self.person(user).id, self.world.screens
        read = [f"{shown(message)} {message['text']}" for message in self.seen_by(person)]
        views = [view for key, view in screens.views.items() if screens.owners[key] == person]
        return "\n".join(read + [render(view["blocks"]) for view in views])

    async def until(
        self,
        check: Callable[[], T],
        timeout: float = PATIENCE,  # noqa: ASYNC109 - the deadline belongs to what is expected, and ends in its own words
        what: str = "condition",
    ) -> T:
        """Wait until `check()` gives something true (a LookupError counts as not yet); returns it."""
        deadline = time.monotonic() + timeout
        while True:
            with suppress(LookupError):
                if got := check():
                    return got
            if time.monotonic() > deadline:
                raise WaitedInVainError(f"waited {timeout}s for {what}")
            await self.change(_GLANCE)

    async def change(self, seconds: float) -> None:
        """Wait until something happens in this Slack, but not longer than this."""
        self.world.transcript.changed.clear()
        with suppress(TimeoutError):
            await asyncio.wait_for(self.world.transcript.changed.wait(), seconds)

    async def expect(
        self,
        contains: str,
        channel: str | None = None,
        user: str | None = None,
        timeout: float = PATIENCE,  # noqa: ASYNC109 - as in `until`
        has: str | None = None,
    ) -> Message:
        """Wait for a message of the bot that matches a regular expression; returns it."""
        return await self.until(
            lambda: self.last(channel, user, bot=True, has=has, contains=contains),
            timeout,
            f"a message of the bot like {contains!r}",
        )

    async def quiet(self, seconds: float = 1.0, timeout: float = 15) -> None:  # noqa: ASYNC109 - as in `until`
        """Wait until the bot has made no call for a while; gives up waiting after `timeout`."""
        began = time.monotonic()
        while time.monotonic() < began + timeout:
            newest = max([call["at"] for call in self.world.calls], default=began)
            left = max(newest, began - seconds) + seconds - time.monotonic()
            if left <= 0:
                return
            await asyncio.sleep(left)


def _matches(message: Message, contains: str | None) -> bool:
    return contains is None or bool(re.search(contains, message["text"] + "\n" + shown(message)))


def has_element(message: Message, action: str | None) -> bool:
    """Tell whether a message offers this element; any message does when none is named."""
    with suppress(LookupError):
        return action is None or bool(locate(message.get("blocks"), action))
    return False
