"""The synchronous way in: a Slack in a thread of its own, so that a synchronous bot can run beside it."""

import asyncio
import threading
import time
from collections.abc import Callable, Coroutine, Mapping
from contextlib import suppress
from types import TracebackType
from typing import Any, Self, TypeVar, Unpack

from bot.rehearsal.cast import Channel, Person
from bot.rehearsal.conditions import Options
from bot.rehearsal.faults import FaultOptions
from bot.rehearsal.people.forms import Choice
from bot.rehearsal.people.watching import PATIENCE, WaitedInVainError
from bot.rehearsal.server import Slack
from bot.rehearsal.transcript import Listener
from bot.rehearsal.wire import Call, Delivery, Json
from bot.rehearsal.workspace import Message

T = TypeVar("T")

#: As often as this `until` looks again when nothing happens in the Slack itself.
_GLANCE = 0.05


class Stage:
    """A running Slack with every verb of `Slack`, each returning when it is done.

    `on_line` is called in the Slack's thread. What `slack` holds belongs to that thread too: read it through the
    properties here, which copy.
    """

    def __init__(self, on_line: Listener | None = None, **options: Unpack[Options]) -> None:
        self.slack = Slack(on_line, **options)
        self._loop: asyncio.AbstractEventLoop
        self._thread: threading.Thread

    def __enter__(self) -> Self:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="rehearsal", daemon=True)
        self._thread.start()
        self._run(self.slack.start())
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._run(self.slack.stop())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def _run(self, verb: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(verb, self._loop).result()

    def _look(self, read: Callable[[], T]) -> T:
        async def in_thread() -> T:
            return read()

        return self._run(in_thread())

    def env(self) -> dict[str, str]:
        """See `Slack.env`."""
        return self.slack.env()

    def say(self, user: str, channel: str, text: str, thread_ts: str | None = None) -> Message:
        """See `Talking.say`."""
        return self._run(self.slack.say(user, channel, text, thread_ts))

    def edit(self, user: str, channel: str, ts: str, text: str) -> Message:
        """See `Talking.edit`."""
        return self._run(self.slack.edit(user, channel, ts, text))

    def react(self, user: str, channel: str, ts: str, name: str) -> None:
        """See `Talking.react`."""
        self._run(self.slack.react(user, channel, ts, name))

    def slash(self, user: str, channel: str, command: str, text: str = "") -> None:
        """See `Asking.slash`."""
        self._run(self.slack.slash(user, channel, command, text))

    def shortcut(self, user: str, callback_id: str) -> None:
        """See `Asking.shortcut`."""
        self._run(self.slack.shortcut(user, callback_id))

    def message_shortcut(self, user: str, channel: str, message: Message, callback_id: str) -> None:
        """See `Asking.message_shortcut`."""
        self._run(self.slack.message_shortcut(user, channel, message, callback_id))

    def click(
        self,
        user: str,
        action: str,
        message: Message | None = None,
        *,
        home: bool = False,
        modal: bool = False,
        option: Choice | None = None,
    ) -> Json | None:
        """See `Pressing.click`."""
        return self._run(self.slack.click(user, action, message, home=home, modal=modal, option=option))

    def suggest(self, user: str, action_id: str, query: str) -> Json:
        """See `Pressing.suggest`."""
        return self._run(self.slack.suggest(user, action_id, query))

    def submit(self, user: str, values: Mapping[str, Choice] | None = None) -> Json | None:
        """See `Submitting.submit`."""
        return self._run(self.slack.submit(user, values))

    def close(self, user: str) -> None:
        """See `Submitting.close`."""
        self._run(self.slack.close(user))

    def open_home(self, user: str, tab: str = "home", viewing: str | None = None) -> None:
        """See `Visiting.open_home`."""
        self._run(self.slack.open_home(user, tab, viewing))

    def look_at(self, user: str, viewing: str) -> None:
        """See `Visiting.look_at`."""
        self._run(self.slack.look_at(user, viewing))

    def last(
        self,
        channel: str | None = None,
        user: str | None = None,
        *,
        bot: bool = False,
        has: str | None = None,
        contains: str | None = None,
    ) -> Message:
        """See `Watching.last`."""
        return self._look(lambda: self.slack.last(channel, user, bot=bot, has=has, contains=contains))

    def visible_to(self, user: str) -> str:
        """See `Watching.visible_to`."""
        return self._look(lambda: self.slack.visible_to(user))

    def expect(
        self,
        contains: str,
        channel: str | None = None,
        user: str | None = None,
        timeout: float = PATIENCE,
        has: str | None = None,
    ) -> Message:
        """See `Watching.expect`."""
        return self._run(self.slack.expect(contains, channel, user, timeout, has))

    def until(self, check: Callable[[], T], timeout: float = PATIENCE, what: str = "condition") -> T:
        """Wait as `Watching.until` does; `check` runs in the caller's thread and may use the verbs of this class."""
        deadline = time.monotonic() + timeout
        while True:
            with suppress(LookupError):
                if got := check():
                    return got
            if time.monotonic() > deadline:
                raise WaitedInVainError(f"waited {timeout}s for {what}")
            self._run(self.slack.change(_GLANCE))

    def quiet(self, seconds: float = 1.0, timeout: float = 15) -> None:
        """See `Watching.quiet`."""
        self._run(self.slack.quiet(seconds, timeout))

    def fault(self, method: str, times: int = 1, **what: Unpack[FaultOptions]) -> None:
        """See `Slack.fault`."""
        self._look(lambda: self.slack.fault(method, times, **what))

    def disconnect(self, reason: str = "refresh_requested") -> None:
        """See `Slack.disconnect`."""
        self._run(self.slack.disconnect(reason))

    def final_checks(self) -> list[str]:
        """See `Slack.final_checks`."""
        return self._look(lambda: list(self.slack.final_checks()))

    @property
    def lines(self) -> list[str]:
        """The transcript so far."""
        return self._look(lambda: list(self.slack.lines))

    @property
    def problems(self) -> list[str]:
        """Every breach of Slack's rules so far."""
        return self._look(lambda: list(self.slack.problems))

    @property
    def calls(self) -> list[Call]:
        """Every call of the bot so far, with arguments and result."""
        return self._look(lambda: list(self.slack.calls))

    @property
    def deliveries(self) -> list[Delivery]:
        """Everything sent to the bot so far, with every try."""
        return self._look(lambda: list(self.slack.deliveries))

    @property
    def messages(self) -> dict[str, list[Message]]:
        """The messages by channel id, oldest first."""
        return self._look(lambda: {channel: list(each) for channel, each in self.slack.messages.items()})

    @property
    def users(self) -> dict[str, Person]:
        """The people by id; they may be changed, for instance deactivated."""
        return self._look(lambda: dict(self.slack.users))

    @property
    def channels(self) -> dict[str, Channel]:
        """The channels and direct messages by id."""
        return self._look(lambda: dict(self.slack.channels))

    @property
    def homes(self) -> dict[str, Json]:
        """The App Homes by user id."""
        return self._look(lambda: dict(self.slack.homes))

    @property
    def duplicate(self) -> bool:
        """Whether every event is delivered twice."""
        return self.slack.duplicate

    @duplicate.setter
    def duplicate(self, on: bool) -> None:
        self.slack.duplicate = on

    @property
    def down(self) -> bool:
        """Whether the bot was stopped on purpose, so that silence is no breach."""
        return self.slack.down

    @down.setter
    def down(self, on: bool) -> None:
        self.slack.down = on

    @property
    def request_url(self) -> str:
        """Where signed requests go; may be set once the bot's port is known."""
        return self.slack.request_url

    @request_url.setter
    def request_url(self, url: str) -> None:
        self.slack.request_url = url
