"""Response URLs: who may answer where, how often and how long. What an answer does is in `web_api.response_url`."""

import time
import uuid
from dataclasses import dataclass

#: Slack's documentation for response_url: five answers within thirty minutes.
_ANSWERS, _LIFETIME = 5, 1800.0


@dataclass
class Hook:
    """One response URL: it stands for a person in a channel, and for the message they used, if any."""

    user: str
    channel: str
    ts: str | None
    given: float
    left: int = _ANSWERS


class Hooks:
    """Hands out response URLs and takes them back."""

    def __init__(self) -> None:
        self._hooks: dict[str, Hook] = {}

    def issue(self, user: str, channel: str, ts: str | None = None) -> tuple[str, Hook]:
        """Make a new one; returns its path on this server and the hook itself."""
        key = uuid.uuid4().hex
        self._hooks[key] = hook = Hook(user, channel, ts, time.monotonic())
        return f"/hook/{key}", hook

    def redeem(self, key: str) -> Hook | None:
        """Use one up by one; None when it is unknown, spent or too old."""
        hook = self._hooks.get(key)
        if not hook or hook.left <= 0 or time.monotonic() - hook.given > _LIFETIME:
            return None
        hook.left -= 1
        return hook
