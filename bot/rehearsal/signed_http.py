"""Signed HTTP: how Slack posts to a bot's request URL. What is sent is not decided here."""

import hashlib
import hmac
import json
import time
from http import HTTPStatus
from urllib.parse import urlencode

import aiohttp

from bot.rehearsal.wire import Json


class SignedHttp:
    """Posts to one URL, with Slack's signature."""

    def __init__(self, url: str, secret: str, ack_limit: float) -> None:
        self.url = url
        self._secret, self._ack_limit = secret, ack_limit

    async def send(self, kind: str, payload: Json, attempt: int) -> tuple[int | str, Json | None]:
        """Post one thing; the answer to the post is the acknowledgement."""
        body, content_type = _encoded(kind, payload)
        headers = {"Content-Type": content_type, **self._signature(body)}
        if attempt:
            headers.update({"X-Slack-Retry-Num": str(attempt), "X-Slack-Retry-Reason": "http_timeout"})
        timeout = aiohttp.ClientTimeout(total=self._ack_limit)
        try:
            async with (
                aiohttp.ClientSession(timeout=timeout) as session,
                session.post(self.url, data=body, headers=headers) as response,
            ):
                text = await response.text()
        except TimeoutError:
            return "no ack in time", None
        except aiohttp.ClientError as error:
            return type(error).__name__, None
        if response.headers.get("X-Slack-No-Retry") == "1" and response.status != HTTPStatus.OK:
            return "no-retry", None
        return response.status, _decoded(text)

    def _signature(self, body: str) -> dict[str, str]:
        stamp = str(int(time.time()))
        signed = hmac.new(self._secret.encode(), f"v0:{stamp}:{body}".encode(), hashlib.sha256).hexdigest()
        return {"X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": "v0=" + signed}


def _encoded(kind: str, payload: Json) -> tuple[str, str]:
    if kind == "events_api":
        return json.dumps(payload), "application/json"
    form = payload if kind == "slash_commands" else {"payload": json.dumps(payload)}
    return urlencode(form), "application/x-www-form-urlencoded"


def _decoded(text: str) -> Json | None:
    """Read an acknowledgement, which may be empty, JSON, or bare words to show the person."""
    if not text:
        return None
    try:
        answer = json.loads(text)
    except ValueError:
        return {"text": text}
    return answer if isinstance(answer, dict) else None
