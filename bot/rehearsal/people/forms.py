"""Elements as people use them: found by what is written on them, filled with what somebody chose. No state here."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.rehearsal.block_kit.blocks import parts
from bot.rehearsal.block_kit.kinds import INPUTS
from bot.rehearsal.block_kit.rendering import label, render
from bot.rehearsal.wire import Json

#: What a person types or picks: a text, a number, or several options.
Choice = str | int | Sequence[str]

_ONE_OPTION = {"static_select", "external_select", "radio_buttons", "overflow"}
_MANY_OPTIONS = {"checkboxes", "multi_static_select", "multi_external_select"}
#: Other elements: what their value and their initial value are called after `selected_` and `initial_`.
_PICKED = {
    "users_select": "user",
    "conversations_select": "conversation",
    "channels_select": "channel",
    "multi_users_select": "users",
    "multi_conversations_select": "conversations",
    "multi_channels_select": "channels",
    "datepicker": "date",
    "timepicker": "time",
    "datetimepicker": "date_time",
}


def locate(blocks: Sequence[Json] | None, action: str) -> tuple[Json, Json]:
    """Find an element by action_id, value or visible label; returns its block and itself."""
    for block, element in _elements(blocks or []):
        named = (element.get("action_id"), element.get("value"), label(element.get("text")))
        if action in named and (element.get("action_id") or element.get("type") == "button"):
            return block, element
    raise LookupError(f"no element {action!r} in:\n{render(blocks)}")


def _elements(blocks: Sequence[Json]) -> Iterator[tuple[Json, Json]]:
    for block in blocks:
        for part in parts(block):
            yield block, part
            yield from _elements([part] if part.get("type") == "card" else [])
        yield from _elements(block.get("child_blocks") or [])


def chosen(element: Json, want: Choice | None) -> Json:
    """Give the value an element has in `state` and `actions` when somebody chose `want`, or left it alone."""
    kind = element["type"]
    if kind in _ONE_OPTION:
        option = element.get("initial_option") if want is None else _option(element, str(want))
        return {"selected_option": option}
    if kind in _MANY_OPTIONS:
        several = [want] if isinstance(want, str | int) else want or []
        options = [_option(element, str(each)) for each in several]
        return {"selected_options": element.get("initial_options") or [] if want is None else options}
    if kind in _PICKED:
        word = _PICKED[kind]
        untouched = element.get(f"initial_{word}") or ([] if kind.startswith("multi_") else None)
        return {f"selected_{word}": untouched if want is None else want}
    return {"value": element.get("initial_value") if want is None else want}


def _option(element: Json, want: str) -> Json:
    groups = element.get("option_groups") or [element]
    options: list[Json] = [option for group in groups for option in group.get("options") or []]
    if not options:
        # an external select: the bot offered its options elsewhere
        return {"text": {"type": "plain_text", "text": want}, "value": want}
    for option in options:
        if want in (option["value"], label(option["text"])):
            return option
    raise LookupError(f"no option {want!r} among {[option['value'] for option in options]}")


def filled(blocks: Sequence[Json], values: Mapping[str, Choice]) -> tuple[Json, str | None]:
    """Give `state.values` of a view, and the label of the first required field that is still empty.

    `values` are keyed by action_id, block_id or label of the field.
    """
    state: Json = {}
    missing: str | None = None
    left = dict(values)
    for block in blocks:
        for element in (part for part in parts(block) if part.get("type") in INPUTS):
            value = chosen(element, _taken(left, block, element))
            if block["type"] == "input" and not block.get("optional") and not _given(value):
                missing = missing or label(block["label"])
            entered = {"type": element["type"], **value}
            state.setdefault(block["block_id"], {})[element.get("action_id", "")] = entered
    if left:
        raise LookupError(f"the modal has no field {list(left)}")
    return state, missing


def _taken(left: dict[str, Choice], block: Json, element: Json) -> Choice | None:
    for name in (element.get("action_id", ""), block["block_id"], label(block.get("label"))):
        if name in left:
            return left.pop(name)
    return None


def _given(value: Json) -> Any:
    return next(iter(value.values()))
