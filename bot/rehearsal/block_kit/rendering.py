"""Blocks as the plain text a person could read: one line a block, [Buttons] in brackets. Nothing is checked here."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from bot.rehearsal.block_kit.kinds import TEXT
from bot.rehearsal.wire import Json


def render(blocks: Sequence[Json] | None) -> str:
    """Tell what these blocks show."""
    lines = [_RENDERERS.get(block.get("type", ""), _other)(block) for block in blocks or []]
    return "\n".join(line for line in lines if line)


def shown(message: Mapping[str, Any]) -> str:
    """Tell what a message shows: its blocks where it brought any, its text where it did not."""
    blocks = message.get("blocks") or []
    own = any(block["type"] != "rich_text" for block in blocks)
    return render(blocks) if own else str(message["text"])


def label(text: Any) -> str:
    """Give the words of a text object, or of a plain string standing in for one."""
    return str(text.get("text", "")) if isinstance(text, dict) else str(text or "")


def _element(element: Json) -> str:
    kind = element.get("type")
    if kind == "button":
        return f"[{label(element.get('text'))}]"
    if kind in TEXT:
        return label(element)
    if kind == "feedback_buttons":
        sides = (element["positive_button"], element["negative_button"])
        return " ".join(f"[{label(side.get('text'))}]" for side in sides)
    if kind == "image":
        return f"(image: {element.get('alt_text')})"
    options = " / ".join(label(option.get("text")) for option in element.get("options") or [])
    return f"<{kind}: {options}>" if options else f"<{kind}>"


def _rich(element: Json) -> str:
    if "elements" in element:
        return "".join(_rich(part) for part in element["elements"])
    other = {
        "user": f"<@{element.get('user_id')}>",
        "link": element.get("url"),
        "emoji": f":{element.get('name')}:",
    }
    return element.get("text") or other.get(element.get("type", "")) or ""


def _section(block: Json) -> str:
    texts = [block["text"]] if block.get("text") else []
    words = [label(text) for text in texts + (block.get("fields") or [])]
    return "  ".join(words + ([_element(block["accessory"])] if block.get("accessory") else []))


def _row(block: Json) -> str:
    return "  ".join(_element(element) for element in block.get("elements") or [])


def _table(block: Json) -> str:
    def cell(value: Json) -> str:
        return _rich(value) if value.get("type") == "rich_text" else label(value)

    return "\n".join(" | ".join(cell(value) for value in row) for row in block.get("rows") or [])


def _carousel(block: Json) -> str:
    return "\n".join(_card(card) for card in block.get("elements") or [])


def _card(block: Json) -> str:
    words = [label(block[field]) for field in ("title", "subtitle", "body") if block.get(field)]
    return "  ".join(words + [_element(action) for action in block.get("actions") or []])


def _other(block: Json) -> str:
    return f"({block.get('type')}: {label(block.get('title') or block.get('text') or '')})"


_RENDERERS: dict[str, Callable[[Json], str]] = {
    "section": _section,
    "header": lambda block: "# " + label(block.get("text")),
    "divider": lambda _: "---",
    "actions": _row,
    "context": _row,
    "context_actions": _row,
    "input": lambda block: f"{label(block.get('label'))}: {_element(block.get('element') or {})}",
    "rich_text": _rich,
    "markdown": lambda block: block.get("text") or "",
    "table": _table,
    "image": _element,
    "card": _card,
    "carousel": _carousel,
    "alert": lambda block: label(block.get("text")),
}
