"""Block ids: Slack gives one to every block that comes without, and payloads refer to them."""

from collections.abc import Callable, Iterable

from bot.rehearsal.wire import Json


def named(blocks: Iterable[Json], new_id: Callable[[str], str]) -> list[Json]:
    """Give the blocks with ids, the cards of a carousel and the blocks of a container included."""
    return [_named(block, new_id) for block in blocks]


def _named(block: Json, new_id: Callable[[str], str]) -> Json:
    nested = {"carousel": "elements", "container": "child_blocks"}.get(block["type"])
    inner = {nested: named(block.get(nested) or [], new_id)} if nested else {}
    return {"block_id": new_id("b"), **block, **inner}
