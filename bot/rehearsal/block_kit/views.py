"""The limits of modals and App Homes beyond those of their blocks."""

from bot.rehearsal.block_kit.blocks import check
from bot.rehearsal.block_kit.findings import Findings
from bot.rehearsal.wire import Json

_FRAME = ("title", "submit", "close")
#: Fields that the bot gets back and their longest lengths.
_CARRIED = {"private_metadata": 3000, "callback_id": 255, "external_id": 255}


def check_view(view: Json) -> list[str]:
    """Give every fault of a view; an empty list means Slack would show it."""
    kind = view.get("type")
    if kind not in ("modal", "home"):
        return ["view type must be modal or home [json-pointer:/view/type]"]
    findings = Findings()
    if kind == "modal":
        _check_modal(view, findings)
    elif any(view.get(field) for field in _FRAME):
        findings.add("/view", "home views have no title, submit or close")
    for field, limit in _CARRIED.items():
        findings.size(view.get(field), limit, f"/view/{field}")
    if not view.get("blocks"):
        findings.add("/view/blocks", "blocks must have at least 1 item")
    return check(view.get("blocks"), kind) + findings.found


def _check_modal(view: Json, findings: Findings) -> None:
    if not (view.get("title") or {}).get("text"):
        findings.add("/view/title", "missing title")
    for field in _FRAME:
        findings.size((view.get(field) or {}).get("text"), 24, f"/view/{field}/text")
    asks = any(isinstance(block, dict) and block.get("type") == "input" for block in view.get("blocks") or [])
    if asks and not view.get("submit"):
        findings.add("/view/submit", "submit is required when there is an input block")
