"""The limits of each block and of a list of blocks, as Slack answers `invalid_blocks`. Views are in `views`."""

from collections.abc import Callable
from typing import Any

from bot.rehearsal.block_kit.elements import check_element
from bot.rehearsal.block_kit.findings import Findings
from bot.rehearsal.block_kit.kinds import ACTIONS, BLOCKS, INPUTS, PLAIN, TEXT, Surface
from bot.rehearsal.wire import Json

Check = Callable[[Json, str, Findings], None]

#: A message takes fewer blocks than a view.
_MOST_BLOCKS: dict[Surface, int] = {"message": 50, "modal": 100, "home": 100}
#: All markdown blocks of one message together.
_MOST_MARKDOWN = 12_000
_CELLS = {"raw_text", "raw_number", "rich_text"}


def check(blocks: Any, surface: Surface = "message") -> list[str]:
    """Give every fault of these blocks on this surface; an empty list means Slack would take them."""
    if not isinstance(blocks, list):
        return ["blocks must be an array [json-pointer:/blocks]"]
    findings = Findings()
    findings.size(blocks, _MOST_BLOCKS[surface], "/blocks")
    for n, block in enumerate(blocks):
        _check_block(block, f"/blocks/{n}", surface, findings)
    known = [block for block in blocks if isinstance(block, dict)]
    _check_ids(known, findings)
    if sum(block.get("type") == "table" for block in known) > 1:
        findings.add("/blocks", "only one table block allowed")
    markdown = sum(len(block.get("text") or "") for block in known if block.get("type") == "markdown")
    if markdown > _MOST_MARKDOWN:
        findings.add("/blocks", f"markdown blocks together exceed {_MOST_MARKDOWN} characters")
    return findings.found


def parts(block: Json) -> list[Json]:
    """Give the elements that stand directly in a block, the buttons of a card among them."""
    rows = [*(block.get("elements") or []), *(block.get("actions") or [])]
    places = [block.get("accessory"), block.get("element"), *rows]
    return [element for element in places if isinstance(element, dict)]


def _check_block(block: object, path: str, surface: Surface, findings: Findings) -> None:
    kind = block.get("type", "") if isinstance(block, dict) else ""
    if not isinstance(block, dict) or surface not in BLOCKS.get(kind, ()):
        findings.add(path, f"unsupported type: {kind} on {surface}")
        return
    findings.size(block.get("block_id"), 255, path + "/block_id")
    special = _CHECKS.get(kind)
    if special:
        special(block, path, findings)


def _check_ids(blocks: list[Json], findings: Findings) -> None:
    seen: set[str] = set()
    for n, block in enumerate(blocks):
        block_id = block.get("block_id")
        if block_id and block_id in seen:
            findings.add(f"/blocks/{n}/block_id", f"duplicate block_id {block_id}")
        seen.add(block_id or "")
        actions = [part["action_id"] for part in parts(block) if part.get("action_id")]
        for action in sorted({each for each in actions if actions.count(each) > 1}):
            findings.add(f"/blocks/{n}", f"duplicate action_id {action} in one block")


def _section(block: Json, path: str, findings: Findings) -> None:
    if not block.get("text") and not block.get("fields"):
        findings.add(path, "section needs text or fields")
    if block.get("text"):
        findings.text(block["text"], 3000, path + "/text")
    findings.size(block.get("fields"), 10, path + "/fields", least=1)
    for n, field in enumerate(block.get("fields") or []):
        findings.text(field, 2000, f"{path}/fields/{n}")
    if block.get("accessory"):
        check_element(block["accessory"], path + "/accessory", ACTIONS | {"image"}, findings)


def _header(block: Json, path: str, findings: Findings) -> None:
    findings.text(block.get("text"), 150, path + "/text", PLAIN)


def _markdown(block: Json, path: str, findings: Findings) -> None:
    findings.size(block.get("text") or "", _MOST_MARKDOWN, path + "/text", least=1)


def _row_of(limit: int, allowed: frozenset[str]) -> Check:
    def check_row(block: Json, path: str, findings: Findings) -> None:
        elements = block.get("elements") or []
        findings.size(elements, limit, path + "/elements", least=1)
        for n, element in enumerate(elements):
            check_element(element, f"{path}/elements/{n}", allowed, findings)

    return check_row


def _context(block: Json, path: str, findings: Findings) -> None:
    elements = block.get("elements") or []
    findings.size(elements, 10, path + "/elements", least=1)
    for n, element in enumerate(elements):
        if element.get("type") in TEXT:
            findings.text(element, 2000, f"{path}/elements/{n}")
        else:
            check_element(element, f"{path}/elements/{n}", frozenset({"image"}), findings)


def _input(block: Json, path: str, findings: Findings) -> None:
    findings.text(block.get("label"), 2000, path + "/label", PLAIN)
    if block.get("hint"):
        findings.text(block["hint"], 2000, path + "/hint", PLAIN)
    check_element(block.get("element"), path + "/element", INPUTS, findings)


def _image(block: Json, path: str, findings: Findings) -> None:
    findings.size(block.get("alt_text") or "", 2000, path + "/alt_text", least=1)
    findings.size(block.get("image_url"), 3000, path + "/image_url")


def _table(block: Json, path: str, findings: Findings) -> None:
    rows = block.get("rows") or []
    findings.size(rows, 100, path + "/rows", least=1)
    for n, row in enumerate(rows):
        findings.size(row, 20, f"{path}/rows/{n}")
        for m, cell in enumerate(row):
            if cell.get("type") not in _CELLS:
                findings.add(f"{path}/rows/{n}/{m}", f"unsupported cell type: {cell.get('type')}")


def _titled(block: Json, path: str, findings: Findings) -> None:
    if not block.get("title"):
        findings.add(path, "title is required")


def _alert(block: Json, path: str, findings: Findings) -> None:
    findings.text(block.get("text"), 200, path + "/text")


def _card(block: Json, path: str, findings: Findings) -> None:
    if not any(block.get(part) for part in ("hero_image", "title", "actions", "body")):
        findings.add(path, "card needs hero_image, title, actions or body")
    for field, limit in (("title", 150), ("subtitle", 150), ("body", 200)):
        if block.get(field):
            findings.text(block[field], limit, f"{path}/{field}")


def _carousel(block: Json, path: str, findings: Findings) -> None:
    findings.size(block.get("elements") or [], 10, path + "/elements", least=1)


def _container(block: Json, path: str, findings: Findings) -> None:
    findings.size(block.get("child_blocks") or [], 10, path + "/child_blocks", least=1)


_CHECKS: dict[str, Check] = {
    "section": _section,
    "header": _header,
    "markdown": _markdown,
    "actions": _row_of(25, ACTIONS),
    "context": _context,
    "context_actions": _row_of(5, frozenset({"feedback_buttons", "icon_button"})),
    "input": _input,
    "image": _image,
    "table": _table,
    "task_card": _titled,
    "plan": _titled,
    "alert": _alert,
    "card": _card,
    "carousel": _carousel,
    "container": _container,
}
