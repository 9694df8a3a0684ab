"""What Slack stored or somebody typed, turned into plain words. What is done with the words is decided elsewhere.

Slack keeps a message with `&`, `<` and `>` escaped, and its own markup (mentions, channels, links, dates) in angle
brackets. What is typed into a modal arrives raw. Both become words in which nothing can notify, link or mislead.
"""

import re
import unicodedata

# A need of 20 kB is kept whole; twice that is more than anybody writes about a need, and is cut.
LONGEST = 40_000
CUT_MARK = " […]"

_MARKUP = re.compile(r"<([^<>\n]*)>")
_SPECIAL_START = re.compile(r"<+(?=[@!#]|https?:|mailto:|tel:)", re.IGNORECASE)
_MARKDOWN_LINK = re.compile(r"\]\((?=https?:)", re.IGNORECASE)
_EMOJI_CODE = re.compile(r":[\w+-]+:")
#: Directions and overrides can make words read other than they are; right-to-left text itself needs none of them.
_DIRECTION_MARKS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")


def stored(text: str) -> str:
    """The plain words of a message or command as Slack hands it over; mentions of people are left out."""
    shown = _MARKUP.sub(lambda found: _shown(found[1]), text)
    return typed(shown.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))


def typed(text: str) -> str:
    """The plain words of something that arrived raw, as from a modal."""
    visible = "".join(each for each in text.replace("\r\n", "\n") if _is_visible(each))
    plain = _MARKDOWN_LINK.sub("] (", _SPECIAL_START.sub("", visible)).strip()
    return plain if len(plain) <= LONGEST else plain[:LONGEST].rstrip() + CUT_MARK


def has_words(text: str) -> bool:
    """Whether anything is left to read when emoji and signs are taken away."""
    return any(each.isalpha() for each in _EMOJI_CODE.sub("", text))


def _shown(markup: str) -> str:
    """What a piece of Slack's markup shows, as words."""
    target, _, label = markup.partition("|")
    if target.startswith(("@", "!subteam")):
        return ""
    if target.startswith("#"):
        return f"#{label}" if label else ""
    if target.startswith("!"):
        return label or target[1:]
    address = target.removeprefix("mailto:").removeprefix("tel:")
    return f"{label} ({address})" if label and label not in (target, address) else address


def _is_visible(character: str) -> bool:
    if character in "\n\t":
        return True
    # Cc: control characters; Cs: half of a character, which no database would store.
    return character not in _DIRECTION_MARKS and unicodedata.category(character) not in ("Cc", "Cs")
