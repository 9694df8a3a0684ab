"""The Slack itself: a server on loopback, put together from the Web API, the ways to the bot, and the people."""

from typing import Self, Unpack

from aiohttp import web

from bot.rehearsal.cast import Channel, Person
from bot.rehearsal.conditions import Conditions, Options
from bot.rehearsal.faults import Fault, FaultOptions
from bot.rehearsal.people.asking import Asking
from bot.rehearsal.people.pressing import Pressing
from bot.rehearsal.people.submitting import Submitting
from bot.rehearsal.people.talking import Talking
from bot.rehearsal.people.visiting import Visiting
from bot.rehearsal.transcript import Listener, Transcript
from bot.rehearsal.web_api.entrance import answer_call, answer_hook
from bot.rehearsal.wire import Call, Delivery, Json
from bot.rehearsal.workspace import Message
from bot.rehearsal.world import World

#: Large enough for any message; Slack's own limits are checked after reading.
_LARGEST_REQUEST = 4 * 2**20
#: Seconds that a late answer may still take once nobody plays any more.
_PARTING = 1.0


class Slack(Talking, Asking, Pressing, Submitting, Visiting):
    """A strict Slack in memory. Use it inside an event loop; `Stage` is for everyone else.

    It refuses what Slack refuses, retries what is not acknowledged, and notes every breach in `problems`.
    """

    def __init__(self, on_line: Listener | None = None, **options: Unpack[Options]) -> None:
        super().__init__(World(Conditions(**options), Transcript(on_line)))
        self._runner: web.AppRunner | None = None

    async def start(self, port: int = 0) -> Self:
        """Listen on loopback, on any free port unless told otherwise."""
        app = web.Application(client_max_size=_LARGEST_REQUEST)
        app.router.add_route("*", "/api/{method}", self._call)
        app.router.add_post("/hook/{id}", self._hook)
        app.router.add_get("/link", self.world.sockets.connect)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=_PARTING)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", port).start()
        self.world.base = "http://127.0.0.1:{1}".format(*self._runner.addresses[0])
        return self

    async def stop(self) -> None:
        """End everything that runs and close every connection."""
        await self.world.events.stop()
        await self.world.courier.stop()
        await self.world.sockets.close()
        if self._runner:
            await self._runner.cleanup()

    async def _call(self, request: web.Request) -> web.Response:
        return await answer_call(self.world, request)

    async def _hook(self, request: web.Request) -> web.Response:
        return await answer_hook(self.world, request)

    def env(self) -> dict[str, str]:
        """Give the environment a bot needs to find this Slack."""
        keys = self.world.keys
        return {
            "SLACK_API_URL": f"{self.world.base}/api/",
            "SLACK_BOT_TOKEN": keys.bot_token,
            "SLACK_APP_TOKEN": keys.app_token,
            "SLACK_SIGNING_SECRET": keys.signing_secret,
            "SLACK_MODE": self.world.conditions.mode,
        }

    def fault(self, method: str, times: int = 1, **what: Unpack[FaultOptions]) -> None:
        """Let the next calls of a method go wrong: `status=429, retry_after=1`, `error="fatal_error"`, `delay=4`."""
        self.world.faults.order(Fault(method, times, **what))

    async def disconnect(self, reason: str = "refresh_requested") -> None:
        """Do what Slack does every few hours: ask for new connections and close the open ones."""
        await self.world.sockets.disconnect(reason)

    def final_checks(self) -> list[str]:
        """Look for what was left behind; returns all problems of the rehearsal."""
        for (channel, _), session in self.world.sessions.items():
            if session.get("status"):
                where = self.world.workspace.where(self.world.workspace.channels[channel])
                self.world.transcript.problem(f"status {session.pop('status')!r} left on in {where}")
        return self.problems

    @property
    def lines(self) -> list[str]:
        """The transcript so far."""
        return self.world.transcript.lines

    @property
    def problems(self) -> list[str]:
        """Every breach of Slack's rules so far."""
        return self.world.transcript.problems

    @property
    def calls(self) -> list[Call]:
        """Every call of the bot, with arguments and result."""
        return self.world.calls

    @property
    def deliveries(self) -> list[Delivery]:
        """Everything sent to the bot, with every try."""
        return self.world.courier.deliveries

    @property
    def users(self) -> dict[str, Person]:
        """The people by id, the bot among them."""
        return self.world.workspace.users

    @property
    def channels(self) -> dict[str, Channel]:
        """The channels and direct messages by id."""
        return self.world.workspace.channels

    @property
    def messages(self) -> dict[str, list[Message]]:
        """The messages by channel id, oldest first."""
        return self.world.workspace.messages

    @property
    def homes(self) -> dict[str, Json]:
        """The App Homes by user id."""
        return self.world.screens.homes

    @property
    def duplicate(self) -> bool:
        """Whether every event is delivered twice."""
        return self.world.courier.duplicate

    @duplicate.setter
    def duplicate(self, on: bool) -> None:
        self.world.courier.duplicate = on

    @property
    def down(self) -> bool:
        """Whether the bot was stopped on purpose, so that silence is no breach."""
        return self.world.courier.down

    @down.setter
    def down(self, on: bool) -> None:
        self.world.courier.down = on

    @property
    def request_url(self) -> str:
        """Where signed requests go; may be set once the bot's port is known."""
        return self.world.http.url

    @request_url.setter
    def request_url(self, url: str) -> None:
        self.world.http.url = url
