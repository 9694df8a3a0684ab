"""What travels between a bot and Slack: JSON objects, the arguments of a call, a refusal.

Nothing here knows what a call means.
"""

from typing import Any, Literal, NotRequired, TypedDict

Json = dict[str, Any]

Mode = Literal["socket", "http"]


class RefusedError(Exception):
    """Slack answers `ok: false`, usually with HTTP status 200."""

    def __init__(self, error: str, **more: Any) -> None:
        super().__init__(error)
        self.body: Json = {"ok": False, "error": error, **more}
        self.status = 200
        self.headers: dict[str, str] = {}


class RateLimitedError(RefusedError):
    """Slack answers 429 and says how many seconds to wait."""

    def __init__(self, retry_after: int) -> None:
        super().__init__("ratelimited")
        self.status = 429
        self.headers = {"Retry-After": str(retry_after)}


class MissingArgumentError(Exception):
    """A call came without an argument that its method cannot do without."""


class Arguments(dict[str, Any]):
    """The arguments of one call; asking for an absent one with `[]` is the caller's fault, not ours."""

    def __missing__(self, name: str) -> Any:
        raise MissingArgumentError(name)

    def flag(self, name: str) -> bool:
        """Tell whether a yes/no argument is set; forms send it as text."""
        return str(self.get(name, "")).lower() in {"true", "1"}

    def number(self, name: str, default: float) -> float:
        """Read a number, which forms send as text."""
        try:
            return float(self.get(name) or default)
        except (TypeError, ValueError):
            raise RefusedError("invalid_arguments", response_metadata={"messages": [name]}) from None

    def names(self, name: str) -> list[str]:
        """Read a list that may also come as one text with commas."""
        given = self[name]
        return list(given) if isinstance(given, list) else [part.strip() for part in str(given).split(",")]


class Call(TypedDict):
    """One call of the bot to the Web API, as `Slack.calls` keeps it."""

    at: float
    method: str
    args: Json
    result: NotRequired[Json]
    fault: NotRequired[str]


class Try(TypedDict):
    """One attempt to deliver something: the HTTP status, or in words what went wrong."""

    status: int | str
    ms: int


class Delivery(TypedDict):
    """Something Slack sent to the bot, as `Slack.deliveries` keeps it."""

    kind: str
    what: str
    payload: Json
    tries: list[Try]
    acked: bool
