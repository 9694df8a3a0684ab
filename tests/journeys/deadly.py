"""A Slack in which the bot's process can be killed around any of its calls, and somebody who starts it again.

Before a call: Slack never took it. After it: Slack has done what was asked, and the answer never gets back.
"""

import json
import re
import sys
import threading
from collections import Counter
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from enum import StrEnum
from itertools import cycle
from typing import Unpack

from aiohttp import web

from bot.rehearsal import Stage
from bot.rehearsal.conditions import Options
from bot.rehearsal.server import Slack
from bot.rehearsal.web_api.entrance import _arguments
from tests.journeys.process import BotProcess

_GLANCE = 0.02


class Side(StrEnum):
    """Where a kill falls."""

    BEFORE = "before"
    AFTER = "after"


#: Whether the process dies around a call, and on which side of it, by what the call asks for.
Strikes = Callable[[str], Side | None]


class DeadlySlack(Slack):
    """Asks `strikes` at each call whether the bot lives on, and ends it with `kill` when not."""

    def __init__(self, **options: Unpack[Options]) -> None:
        super().__init__(**options)
        self.strikes: Strikes = lambda _: None
        self.kill: Callable[[], None] = lambda: None

    async def _call(self, request: web.Request) -> web.Response:
        args = await _arguments(request)
        # Another one for each press, so that every form would be a call of its own however often it is asked for.
        args.pop("trigger_id", None)
        what = f"{request.match_info['method']} {json.dumps(args, sort_keys=True)}"
        return await self._around(what, super()._call(request))

    async def _hook(self, request: web.Request) -> web.Response:
        return await self._around(f"response_url {await request.text()}", super()._hook(request))

    async def _around(self, what: str, answer: Coroutine[None, None, web.Response]) -> web.Response:
        side = self.strikes(what)
        if side is Side.BEFORE:
            self.kill()
            answer.close()
            # Nobody is left to read it.
            return web.Response(status=503)
        response = await answer
        if side is Side.AFTER:
            self.kill()
        return response


class DeadlyStage(Stage):
    """The synchronous way into such a Slack."""

    def __init__(self, **options: Unpack[Options]) -> None:
        super().__init__(**options)
        self.slack: DeadlySlack = DeadlySlack(**options)


class EveryCall:
    """Strikes at each different call once, on each of the sides in turn, and counts them, over several walks.

    Work that never comes to its end is given up after some lives, as it should be: `step` leaves some calls between two
    strikes alone, for another walk.
    """

    def __init__(self, *sides: Side) -> None:
        self._sides, self._struck = cycle(sides), set[str]()
        self.begin(sys.maxsize)

    def begin(self, step: int) -> None:
        """Begin a walk; of its calls that have not been struck before, every so manieth is."""
        self._step, self._left, self._known = step, 0, set[str]()
        self.calls, self.kills = Counter[str](), Counter[str]()

    def __call__(self, what: str) -> Side | None:
        """See `Strikes`."""
        # Times, channels and the numbers of needs are others in each walk.
        call, method = re.sub(r"\d+", "0", what), what.partition(" ")[0]
        if call in self._known:
            return None
        self._known.add(call)
        self.calls[method] += 1
        self._left += call not in self._struck
        if call in self._struck or self._left % self._step:
            return None
        self._struck.add(call)
        self.kills[method] += 1
        return next(self._sides)


@contextmanager
def striking(stage: DeadlyStage, process: BotProcess, strikes: Strikes) -> Iterator[None]:
    """Let the bot die as `strikes` says, and start it again each time, until the block ends."""
    over, died = threading.Event(), threading.Event()

    def strike(what: str) -> Side | None:
        # What a bot had sent before it died may arrive after that.
        return strikes(what) if process.runs else None

    def kill() -> None:
        process.kill()
        died.set()

    def start_again() -> None:
        while not over.is_set():
            if died.wait(_GLANCE):
                died.clear()
                process.launch()

    keeper = threading.Thread(target=start_again, name="keeper")
    stage.down, stage.slack.kill, stage.slack.strikes = True, kill, strike
    keeper.start()
    try:
        yield
    finally:
        stage.slack.strikes = lambda _: None
        over.set()
        keeper.join()
        if died.is_set():
            process.launch()
