"""Socket Mode: the WebSockets over which Slack sends and the bot acknowledges. What is sent is not decided here."""

import asyncio
import itertools
import json
import uuid
from contextlib import suppress
from typing import Any

from aiohttp import WSMsgType, web

from bot.rehearsal.cast import APP
from bot.rehearsal.transcript import Transcript
from bot.rehearsal.wire import Json

#: Slack allows an app this many connections.
_MOST_SOCKETS = 10
#: How long something waits for a bot that is just connecting again.
_CONNECTING = 10.0
#: How long a closing connection waits for the bot to agree.
_PARTING = 0.2
#: How long a bot that was asked to connect anew keeps its old connection.
_SUCCESSION = 2.0
#: slack_sdk can close or renew a connection only between two reads, and a read without data lasts three seconds.
_PING = 0.2


class SocketMode:
    """The open connections; each thing goes over one of them, in turn."""

    def __init__(self, transcript: Transcript, ack_limit: float) -> None:
        self.sockets: list[web.WebSocketResponse] = []
        self._transcript, self._ack_limit = transcript, ack_limit
        self._tickets: set[str] = set()
        self._waiting: dict[str, tuple[web.WebSocketResponse, asyncio.Future[Any]]] = {}
        self._turn = itertools.count()
        self._connected = asyncio.Event()

    def invite(self) -> str:
        """Give the path of a connection that can be opened once."""
        ticket = uuid.uuid4().hex
        self._tickets.add(ticket)
        return f"/link?ticket={ticket}&app_id={APP}"

    async def connect(self, request: web.Request) -> web.StreamResponse:
        """Hold one connection until the bot or `disconnect` ends it."""
        ticket = request.query.get("ticket", "")
        if ticket not in self._tickets:
            return web.Response(status=400)
        self._tickets.discard(ticket)
        socket = web.WebSocketResponse(timeout=_PARTING)
        await socket.prepare(request)
        if len(self.sockets) >= _MOST_SOCKETS:
            self._transcript.problem(f"more than {_MOST_SOCKETS} Socket Mode connections for one app")
        self.sockets.append(socket)
        self._connected.set()
        self._transcript.changed.set()
        pings = asyncio.create_task(_ping(socket))
        try:
            await socket.send_json(self._hello())
            await self._listen(socket)
        finally:
            pings.cancel()
            self.sockets = [each for each in self.sockets if each is not socket]
            if not self.sockets:
                self._connected.clear()
            self._lose(socket)
            self._transcript.changed.set()
        return socket

    def _hello(self) -> Json:
        return {
            "type": "hello",
            "num_connections": len(self.sockets),
            "connection_info": {"app_id": APP},
            "debug_info": {"host": "rehearsal", "approximate_connection_time": 18060},
        }

    async def _listen(self, socket: web.WebSocketResponse) -> None:
        async for message in socket:
            if message.type is WSMsgType.TEXT:
                frame = json.loads(message.data)
                _, waiting = self._waiting.get(frame.get("envelope_id", ""), (socket, None))
                if waiting and not waiting.done():
                    waiting.set_result(frame.get("payload"))

    def _lose(self, socket: web.WebSocketResponse) -> None:
        for over, waiting in self._waiting.values():
            if over is socket and not waiting.done():
                waiting.set_exception(ConnectionError("closed before it was acknowledged"))

    async def send(self, kind: str, payload: Json, attempt: int) -> tuple[int | str, Json | None]:
        """Send one thing and wait for its acknowledgement."""
        if not await self._reconnected():
            return "no connection", None
        envelope_id = str(uuid.uuid4())
        envelope = {
            "envelope_id": envelope_id,
            "type": kind,
            "payload": payload,
            "accepts_response_payload": kind != "events_api",
        }
        if kind == "events_api":
            envelope.update(retry_attempt=attempt, retry_reason="timeout" if attempt else "")
        socket = self.sockets[next(self._turn) % len(self.sockets)]
        acknowledged: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self._waiting[envelope_id] = socket, acknowledged
        try:
            await socket.send_json(envelope)
            return 200, await asyncio.wait_for(acknowledged, self._ack_limit)
        except TimeoutError:
            return "no ack in time", None
        except ConnectionError:
            return "connection lost", None
        finally:
            del self._waiting[envelope_id]

    async def _reconnected(self) -> bool:
        with suppress(TimeoutError):
            await asyncio.wait_for(self._connected.wait(), _CONNECTING)
        return bool(self.sockets)

    async def disconnect(self, reason: str) -> None:
        """Ask the bot to connect anew, as Slack does every few hours, and close what was open."""
        leaving, self.sockets = self.sockets, []
        self._connected.clear()
        for socket in leaving:
            await socket.send_json({"type": "disconnect", "reason": reason, "debug_info": {"host": "rehearsal"}})
        # slack_sdk may take five seconds to notice when the old connection ends before the new one has begun
        with suppress(TimeoutError):
            await asyncio.wait_for(self._connected.wait(), _SUCCESSION)
        for socket in leaving:
            await socket.close()

    async def close(self) -> None:
        """Close what is open."""
        for socket in list(self.sockets):
            await socket.close()


async def _ping(socket: web.WebSocketResponse) -> None:
    with suppress(ConnectionError):
        while not socket.closed:
            # with words in it, as Slack's: after an empty ping slack_sdk waits for more bytes and may lose a message
            await socket.ping(b"rehearsal")
            await asyncio.sleep(_PING)
