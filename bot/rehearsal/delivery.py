"""Delivering to the bot: once, again when an event is not acknowledged, twice when told to. Not what, and not how."""

import asyncio
import time
from http import HTTPStatus
from typing import Protocol

from bot.rehearsal.background import Background
from bot.rehearsal.conditions import Conditions
from bot.rehearsal.transcript import Transcript
from bot.rehearsal.wire import Delivery, Json

#: Beyond this share of what Slack allows an acknowledgement still counts, but leaves no room for a slower day.
_SLOW = 0.5


class Transport(Protocol):
    """A way to reach the bot."""

    async def send(self, kind: str, payload: Json, attempt: int) -> tuple[int | str, Json | None]:
        """Send once; returns the HTTP status (or in words what went wrong) and what came back."""


class Courier:
    """Delivers, and remembers every attempt in `deliveries`."""

    def __init__(self, transport: Transport, transcript: Transcript, conditions: Conditions) -> None:
        self.transport = transport
        self.deliveries: list[Delivery] = []
        #: The bot was stopped on purpose, so that what it does not acknowledge is nobody's fault.
        self.down = False
        #: Deliver every event twice with the same event_id, as Slack may.
        self.duplicate = False
        self._transcript, self._retry_delays = transcript, conditions.retry_delays
        self._slow = _SLOW * conditions.ack_limit
        self._background = Background()

    async def deliver(self, kind: str, payload: Json, what: str) -> Json | None:
        """Send once and wait for the acknowledgement, which is returned; events are retried in the background."""
        delivery: Delivery = {"kind": kind, "what": what, "payload": payload, "tries": [], "acked": False}
        self.deliveries.append(delivery)
        answer = await self._try(delivery, 0)
        if kind == "events_api" and not delivery["acked"]:
            self._background.spawn(self._retry(delivery))
        elif kind == "events_api" and self.duplicate:
            await self._try(delivery, 1)
        return answer

    async def _try(self, delivery: Delivery, attempt: int) -> Json | None:
        began = time.monotonic()
        status, answer = await self.transport.send(delivery["kind"], delivery["payload"], attempt)
        took = time.monotonic() - began
        delivery["tries"].append({"status": status, "ms": round(took * 1000)})
        if status != HTTPStatus.OK:
            tell = self._transcript.line if self.down else self._transcript.problem
            tell(f"{delivery['what']} not acknowledged ({status}) on try {attempt + 1}")
            return None
        delivery["acked"] = True
        if took > self._slow:
            self._transcript.problem(f"slow acknowledgement of {delivery['what']}: {took:.1f}s")
        return answer

    async def _retry(self, delivery: Delivery) -> None:
        for attempt, delay in enumerate(self._retry_delays, 1):
            if delivery["acked"] or delivery["tries"][-1]["status"] == "no-retry":
                return
            await asyncio.sleep(delay)
            await self._try(delivery, attempt)

    async def stop(self) -> None:
        """Give up all retries."""
        await self._background.stop()
