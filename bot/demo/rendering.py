"""Slack's blocks as styled text for a terminal. Only what Lotsen's own views use is drawn well."""

import html
import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from rich.text import Text

from bot.rehearsal.block_kit.rendering import label, render
from bot.rehearsal.wire import Json

#: Shows a Slack id, of a person or a channel, as a name.
Names = Callable[[str], str]

_NOTE = "bright_black"
_BUTTON = "bold magenta"
_BELONGS_ABOVE = {"context", "actions"}
_MARKUP = re.compile(r"\*(?P<bold>[^*\n]+)\*|<(?P<target>[@#!]?[^<>|]+)(?:\|(?P<label>[^<>]*))?>")


#: Lines shown of a text that is there to be copied.
_COPIED_LINES = 5


def drawn(blocks: Sequence[Json], names: Names) -> Iterator[Text]:
    """The blocks as paragraphs; what belongs to the block above, such as its buttons, stays with it."""
    paragraph, above = Text(), ""
    for block in blocks:
        text = _DRAWERS.get(block["type"], _plainly)(block, names)
        if block["type"] in _BELONGS_ABOVE and above != "actions":
            paragraph = Text("\n").join([paragraph, text]) if paragraph else text
        else:
            yield from [paragraph] if paragraph else []
            paragraph = text
        above = block["type"]
    yield from [paragraph] if paragraph else []


def said(mrkdwn: str, names: Names, style: str = "") -> Text:
    """Slack's markup: bold, mentions and links, everything else as it stands."""
    text, end = Text(style=style), 0
    for found in _MARKUP.finditer(mrkdwn):
        text.append(html.unescape(mrkdwn[end : found.start()]))
        text.append_text(_marked(found.groupdict(), names))
        end = found.end()
    return text.append(html.unescape(mrkdwn[end:]))


def button(words: str) -> Text:
    """A button, as something that could be pressed."""
    return Text(f"[{words}]", style=_BUTTON)


def _marked(found: Mapping[str, str | None], names: Names) -> Text:
    if found["bold"]:
        return said(found["bold"], names, "bold")
    target = found["target"] or ""
    if target[0] in "@#":
        return Text(target[0] + names(target[1:]), style="cyan")
    return Text(found["label"] or target, style="underline")


def _textual(element: Json, names: Names, style: str = "") -> Text:
    if element.get("type") == "mrkdwn":
        return said(label(element), names, style)
    return Text(label(element), style=style)


def _section(block: Json, names: Names) -> Text:
    beside = block.get("accessory")
    pressed = [button(label(beside["text"]))] if beside else []
    return Text("\n").join([_textual(block["text"], names), *pressed])


def _header(block: Json, _names: Names) -> Text:
    return Text(label(block["text"]), style="bold underline")


def _context(block: Json, names: Names) -> Text:
    return Text("\n").join(_textual(element, names, _NOTE) for element in block["elements"])


def _actions(block: Json, _names: Names) -> Text:
    return Text("  ").join(button(label(element.get("text"))) for element in block["elements"])


def _input(block: Json, _names: Names) -> Text:
    element = block["element"]
    choices = [f"[ ] {label(option['text'])}" for option in element.get("options", ())]
    field = element.get("initial_value") or "\n".join(choices)
    return Text.assemble((label(block["label"]), "bold"), "\n", (field, "italic"))


def _typed(block: Json, _names: Names) -> Text:
    lines = render([block]).splitlines()
    if block["elements"][0]["type"] == "rich_text_preformatted" and len(lines) > _COPIED_LINES:
        lines = [*lines[:_COPIED_LINES], "[…]"]
    return Text("\n".join(lines), style="italic")


def _divider(_block: Json, _names: Names) -> Text:
    return Text("───", style=_NOTE)


def _plainly(block: Json, _names: Names) -> Text:
    return Text(render([block]))


_DRAWERS: dict[str, Callable[[Json, Names], Text]] = {
    "section": _section,
    "header": _header,
    "context": _context,
    "actions": _actions,
    "input": _input,
    "rich_text": _typed,
    "divider": _divider,
}
