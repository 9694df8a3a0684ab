"""The shape of a Web API method and of a family's table."""

from collections.abc import Callable, Mapping, Sequence

from bot.rehearsal.wire import Arguments, Json
from bot.rehearsal.world import World

#: Takes the arguments; returns what stands in the answer beside `ok: true`, or raises a refusal.
Method = Callable[[World, Arguments], Json | None]
Methods = Mapping[str, Method]


def page(rows: Sequence[object], a: Arguments, key: str) -> Json:
    """Cut a list into pages, with the cursor that leads to the next one."""
    start, size = int(a.number("cursor", 0)), int(a.number("limit", 100))
    more = start + size < len(rows)
    return {
        key: list(rows[start : start + size]),
        "has_more": more,
        "response_metadata": {"next_cursor": str(start + size) if more else ""},
    }
