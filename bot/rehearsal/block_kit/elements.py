"""The limits of each element: buttons, menus, inputs, images. Where an element may stand, its block decides."""

from collections.abc import Callable

from bot.rehearsal.block_kit.findings import Findings
from bot.rehearsal.block_kit.kinds import ACTIONS, INPUTS, PLAIN, TEXT
from bot.rehearsal.wire import Json

Check = Callable[[Json, str, Findings], None]

#: What a plain_text_input can hold at most.
_LONGEST_INPUT = 3000


def check_element(element: object, path: str, allowed: frozenset[str], findings: Findings) -> None:
    """Check one element that stands where only `allowed` types may."""
    kind = element.get("type") if isinstance(element, dict) else None
    if not isinstance(element, dict) or kind not in allowed:
        findings.add(path, f"unsupported type: {kind}")
        return
    if kind in ACTIONS | INPUTS:
        findings.size(element.get("action_id"), 255, path + "/action_id")
    if element.get("placeholder"):
        findings.text(element["placeholder"], 150, path + "/placeholder", PLAIN)
    special = _ELEMENTS.get(kind)
    if special:
        special(element, path, findings)
    if element.get("confirm"):
        _confirm(element["confirm"], path + "/confirm", findings)


def _button(element: Json, path: str, findings: Findings) -> None:
    findings.text(element.get("text"), 75, path + "/text", PLAIN)
    findings.size(element.get("value"), 2000, path + "/value")
    findings.size(element.get("url"), 3000, path + "/url")
    if element.get("style") not in (None, "primary", "danger"):
        findings.add(path + "/style", "style must be primary or danger")


def _static_select(element: Json, path: str, findings: Findings) -> None:
    groups = element.get("option_groups") or []
    if not (element.get("options") or groups):
        findings.add(path, "must have options or option_groups")
    if element.get("options") is not None:
        findings.options(element["options"], path + "/options")
    findings.size(groups, 100, path + "/option_groups")
    for n, group in enumerate(groups):
        findings.text(group.get("label"), 75, f"{path}/option_groups/{n}/label", PLAIN)
        findings.options(group.get("options"), f"{path}/option_groups/{n}/options")


def _ticks(element: Json, path: str, findings: Findings) -> None:
    findings.options(element.get("options"), path + "/options", 10, TEXT)


def _checkboxes(element: Json, path: str, findings: Findings) -> None:
    _ticks(element, path, findings)
    first = element.get("initial_options")
    findings.size(first, 10, path + "/initial_options", least=1)
    if any(each not in (element.get("options") or []) for each in first or []):
        findings.add(path + "/initial_options", "must match options")


def _overflow(element: Json, path: str, findings: Findings) -> None:
    findings.options(element.get("options"), path + "/options", 5)


def _plain_text_input(element: Json, path: str, findings: Findings) -> None:
    least, most = element.get("min_length", 0), element.get("max_length", _LONGEST_INPUT)
    if not 0 <= least <= _LONGEST_INPUT or not 1 <= most <= _LONGEST_INPUT:
        findings.add(path, f"min_length/max_length must be within {_LONGEST_INPUT}")
    findings.size(element.get("initial_value"), most, path + "/initial_value")


def _image(element: Json, path: str, findings: Findings) -> None:
    findings.size(element.get("image_url"), 3000, path + "/image_url")
    findings.size(element.get("alt_text") or "", 2000, path + "/alt_text", least=1)


def _feedback_buttons(element: Json, path: str, findings: Findings) -> None:
    for side in ("positive_button", "negative_button"):
        findings.text((element.get(side) or {}).get("text"), 75, f"{path}/{side}/text", PLAIN)


def _confirm(dialog: Json, path: str, findings: Findings) -> None:
    findings.text(dialog.get("title"), 100, path + "/title", PLAIN)
    findings.text(dialog.get("text"), 300, path + "/text")
    findings.text(dialog.get("confirm"), 30, path + "/confirm", PLAIN)
    findings.text(dialog.get("deny"), 30, path + "/deny", PLAIN)


_ELEMENTS: dict[str, Check] = {
    "button": _button,
    "static_select": _static_select,
    "multi_static_select": _static_select,
    "checkboxes": _checkboxes,
    "radio_buttons": _ticks,
    "overflow": _overflow,
    "plain_text_input": _plain_text_input,
    "image": _image,
    "feedback_buttons": _feedback_buttons,
}
