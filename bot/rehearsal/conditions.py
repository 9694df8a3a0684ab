"""How strict, how fast and how generous this Slack is. Every limit can be shortened so that a test need not wait."""

from dataclasses import dataclass
from typing import TypedDict

from bot.rehearsal.cast import CAST, Cast
from bot.rehearsal.wire import Json, Mode


class Options(TypedDict, total=False):
    """The keyword arguments of `Slack` and `Stage`; `Conditions` tells what each means and its default."""

    cast: Cast
    manifest: Json | None
    mode: Mode
    request_url: str
    ack_limit: float
    trigger_ttl: float
    retry_delays: tuple[float, ...]
    echo: bool
    external_dm: bool
    one_message_a_second: bool


@dataclass(frozen=True, kw_only=True)
class Conditions:
    """The conditions of one run."""

    cast: Cast = CAST
    #: With a manifest, undeclared scopes, events, commands and shortcuts are refused; without one all are granted.
    manifest: Json | None = None
    mode: Mode = "socket"
    #: Where signed requests go when the mode is "http".
    request_url: str = ""
    #: Slack waits three seconds for an acknowledgement, and a trigger lives as long.
    ack_limit: float = 3.0
    trigger_ttl: float = 3.0
    #: Slack retries at once, after one minute and after five; shortened here.
    retry_delays: tuple[float, ...] = (0.2, 0.5, 1.0)
    #: Whether the bot's own messages come back to it as events, as they do in Slack.
    echo: bool = True
    #: Whether the bot may open direct messages with people of another workspace. Assumed not.
    external_dm: bool = False
    #: Whether a second message within one second in the same channel is answered with 429.
    one_message_a_second: bool = False
