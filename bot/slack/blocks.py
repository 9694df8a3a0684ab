"""Small functions that make Block Kit blocks, and the escaping and cutting that everything shown goes through.

What the blocks say comes from `views` and `wording`. `Markup` is text that is safe to hand to Slack as mrkdwn: only the
functions here make it, so that unescaped words cannot get into a block without a type error.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any, NewType

Json = dict[str, Any]
Block = Json
Markup = NewType("Markup", str)

# Slack's limits, from docs.slack.dev/reference/block-kit.
LONGEST_SECTION = 3000
LONGEST_NOTE = 2000
LONGEST_HEADER = 150
LONGEST_BUTTON = 75
LONGEST_TITLE = 24
LONGEST_OPTION = 75
#: Of a field into which people type.
LONGEST_TYPED = 3000
MOST_CHECKBOXES = 10
#: Of a menu, or of one group in it.
MOST_OPTIONS = 100
_LONGEST_QUESTION_TITLE, _LONGEST_QUESTION, _LONGEST_QUESTION_BUTTON = 100, 300, 30
_LONGEST_PROMPT = 150
#: Nothing says how much a quote may hold; a section's worth is as much as anybody reads in Slack.
LONGEST_QUOTE = 3000
#: Notifications show a line or two; screen readers read it all, so it is kept short as well.
LONGEST_FALLBACK = 300


@dataclass(frozen=True)
class Posting:
    """A message ready for Slack: blocks, and the plain text for notifications and screen readers."""

    text: Markup
    blocks: list[Block] = field(default_factory=list)


def cut(text: str, longest: int) -> str:
    """The text, cut at a word's end when it is too long, with an ellipsis that counts."""
    if len(text) <= longest:
        return text
    head = text[: longest - 1]
    at_word = re.sub(r"\s+\S*$", "", head) if not text[longest - 1].isspace() else head
    # A single word as long as the limit has no end to cut at.
    return (at_word.rstrip() or head) + "…"


def escape(text: str) -> Markup:
    """Words as they are: nothing in them is a mention, a link or a channel for Slack."""
    return Markup(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))


def bold(text: str) -> Markup:
    """Words in bold; stars and line breaks inside would end it."""
    return Markup(f"*{escape(' '.join(text.replace('*', ' ').split()))}*")


def mention(user: str) -> Markup:
    """Somebody's name as Slack shows it; they are notified where they can see it."""
    return Markup(f"<@{user}>")


def channel_link(channel: str) -> Markup:
    """A channel's name as Slack shows it."""
    return Markup(f"<#{channel}>")


def joined(*parts: Markup, by: str = " ") -> Markup:
    """Safe pieces put together; the separator is ours."""
    return Markup(by.join(part for part in parts if part))


def fallback(text: str) -> Markup:
    """The text that stands for a message's blocks, escaped and cut."""
    return escape(cut(" ".join(text.split()), LONGEST_FALLBACK))


def section(text: Markup) -> Block:
    """A paragraph with formatting. Addresses and names in it are left as they are."""
    return {"type": "section", "text": {"type": "mrkdwn", "text": text[:LONGEST_SECTION], "verbatim": True}}


def beside(text: Markup, element: Json) -> Block:
    """A paragraph with a button at its side."""
    return {**section(text), "accessory": element}


def words(text: str) -> Block:
    """A paragraph without any formatting."""
    return {"type": "section", "text": _plain(text, LONGEST_SECTION)}


def words_beside(text: str, element: Json) -> Block:
    """A paragraph without any formatting, with a button at its side."""
    return {**words(text), "accessory": element}


def note(*texts: str) -> Block:
    """Small grey lines without any formatting, ten at most."""
    return {"type": "context", "elements": [_plain(text, LONGEST_NOTE) for text in texts[:10]]}


def small(text: Markup) -> Block:
    """A small grey line in which people and channels are named."""
    return {"type": "context", "elements": [{"type": "mrkdwn", "text": text[:LONGEST_NOTE], "verbatim": True}]}


def header(text: str) -> Block:
    """A heading."""
    return {"type": "header", "text": _plain(text, LONGEST_HEADER)}


def divider() -> Block:
    """A line across."""
    return {"type": "divider"}


def people_words(text: str) -> Block:
    """What people typed, as a quote in which nothing is markup, a link, a mention or an emoji."""
    return {"type": "rich_text", "elements": [{"type": "rich_text_quote", "elements": [_typed(text)]}]}


def to_copy(text: str) -> Block:
    """Text to be copied as it stands, line by line."""
    return {"type": "rich_text", "elements": [{"type": "rich_text_preformatted", "elements": [_typed(text, 5000)]}]}


def piece_of_file(text: str) -> Block:
    """A piece of a longer text, to the letter, so that the pieces put together are the whole."""
    typed = {"type": "text", "text": text}
    return {"type": "rich_text", "elements": [{"type": "rich_text_preformatted", "elements": [typed]}]}


def bullets(lines: Iterable[Markup]) -> Block:
    """A short list."""
    return section(Markup("\n".join(f"• {line}" for line in lines)))


def button(
    action: str, label: str, value: str, *, about: str = "", primary: bool = False, confirm: Json | None = None
) -> Json:
    """A button; `about` tells those who cannot see it what it belongs to, `confirm` is made with `question`."""
    element: Json = {"type": "button", "action_id": action, "text": _plain(label, LONGEST_BUTTON), "value": value}
    if about:
        element["accessibility_label"] = cut(f"{label}: {about}", LONGEST_BUTTON)
    if primary:
        element["style"] = "primary"
    if confirm:
        element["confirm"] = confirm
    return element


def question(title: str, text: str, yes: str, no: str) -> Json:
    """What Slack asks before a button does what cannot be undone."""
    return {
        "title": _plain(title, _LONGEST_QUESTION_TITLE),
        "text": _plain(text, _LONGEST_QUESTION),
        "confirm": _plain(yes, _LONGEST_QUESTION_BUTTON),
        "deny": _plain(no, _LONGEST_QUESTION_BUTTON),
    }


def actions(*buttons: Json) -> Block:
    """A row of buttons."""
    return {"type": "actions", "elements": list(buttons)}


def text_input(block: str, label: str, hint: str, element: Json) -> Block:
    """A field in which several lines can be typed; `element` adds to it, such as an initial value."""
    typed = {"type": "plain_text_input", "action_id": block, "multiline": True, **element}
    return {**field_of(block, label, typed), "hint": _plain(hint, LONGEST_NOTE)}


def field_of(block: str, label: str, element: Json, *, optional: bool = False) -> Block:
    """A field of a modal around any element; what is said wrong about it stands at `block`."""
    return {
        "type": "input",
        "block_id": block,
        "label": _plain(label, LONGEST_NOTE),
        "element": {"action_id": block, **element},
        "optional": optional,
    }


def option(label: str, value: str, about: str = "") -> Json:
    """One of several to choose from; `about` stands below it in small."""
    element: Json = {"text": _plain(label, LONGEST_OPTION), "value": value}
    return {**element, "description": _plain(about, LONGEST_OPTION)} if about else element


def choice_of(kind: str, options: list[Json], chosen: str | None = None) -> Json:
    """Radio buttons or a menu (`static_select`), with one option chosen from the start."""
    element: Json = {"type": kind, "options": options}
    first = next((each for each in options if each["value"] == chosen), None)
    return {**element, "initial_option": first} if first else element


def menu_of(options: list[Json], chosen: str | None = None) -> Json:
    """A menu of however many options, in groups named after their first and last when there are too many for one."""
    element = choice_of("static_select", options, chosen)
    if len(options) <= MOST_OPTIONS:
        return element
    groups = [options[start : start + MOST_OPTIONS] for start in range(0, len(options), MOST_OPTIONS)]
    del element["options"]
    return {**element, "option_groups": [{"label": _range(group), "options": group} for group in groups]}


def ticks(options: list[Json], ticked: Collection[str] = ()) -> Json:
    """Boxes to tick, some of them ticked from the start."""
    first = [each for each in options if each["value"] in ticked]
    element: Json = {"type": "checkboxes", "options": options}
    return {**element, "initial_options": first} if first else element


def prompt(text: str) -> Json:
    """What stands in an empty field or menu."""
    return _plain(text, _LONGEST_PROMPT)


def modal(title: str, close: str, blocks: list[Block], **more: Json | str | bool) -> Json:
    """A modal; `more` holds callback_id, private_metadata, notify_on_close and a submit label made with `label`."""
    return {"type": "modal", "title": label(title), "close": label(close), "blocks": blocks, **more}


def label(text: str) -> Json:
    """A title or button label of a modal."""
    return _plain(text, LONGEST_TITLE)


def _plain(text: str, longest: int) -> Json:
    return {"type": "plain_text", "text": cut(text, longest) or "…", "emoji": False}


def _range(group: list[Json]) -> Json:
    first, last = (cut(str(group[end]["text"]["text"]), LONGEST_OPTION // 2 - 2) for end in (0, -1))
    return _plain(f"{first} – {last}", LONGEST_OPTION)


def _typed(text: str, longest: int = LONGEST_QUOTE) -> Json:
    return {"type": "text", "text": cut(text, longest).strip() or "…"}
