"""A strict Slack on loopback, in memory: for tests, and for a demonstration without an account.

`Stage` is the way in for ordinary code, `Slack` the one inside an event loop. A bot that is pointed at `env()` cannot
tell the difference: it calls the Web API (`web_api`), hears of things over Socket Mode or signed HTTP (`delivery`,
`socket_mode`, `signed_http`, `events`), while people act (`people`) in a workspace of roles (`cast`, `workspace`,
`screens`). Block Kit is in `block_kit`.
"""

from bot.rehearsal.server import Slack
from bot.rehearsal.stage import Stage

__all__ = ["Slack", "Stage"]
