"""What holds for everything shown in Slack: its rules are kept, and nobody's words notify, link or mislead."""

import re
from collections.abc import Iterator

from bot.rehearsal.block_kit.blocks import check
from bot.rehearsal.block_kit.rendering import render
from bot.rehearsal.block_kit.views import check_view
from bot.slack.blocks import Json, Posting

#: The people that views may mention by themselves.
EXPECTED = {"U0COMPANY", "U0EXPERT", "U0ADVISOR"}


def shown(posting: Posting) -> str:
    """What a person reads, once the message is seen to be one that Slack takes."""
    assert check(posting.blocks, "message") == []
    assert 0 < len(posting.text) <= 3000
    assert no_markup_of_others(posting.text)
    assert all(no_markup_of_others(text) for text in interpreted(posting.blocks))
    return render(posting.blocks)


def shown_view(view: Json) -> str:
    """As `shown`, for a modal or the Home tab."""
    assert check_view(view) == []
    assert all(no_markup_of_others(text) for text in interpreted(view["blocks"]))
    return render(view["blocks"])


def interpreted(node: object) -> Iterator[str]:
    """Every text in which Slack looks for markup."""
    if isinstance(node, dict):
        if node.get("type") == "mrkdwn":
            yield node["text"]
        for each in node.values():
            yield from interpreted(each)
    elif isinstance(node, list):
        for each in node:
            yield from interpreted(each)


def no_markup_of_others(text: str) -> bool:
    """Whether the only markup is a mention of somebody the view itself names, or of a channel."""
    for found in re.findall(r"<([^>]*)>", text):
        if found.removeprefix("@") not in EXPECTED and not re.fullmatch(r"#C\w+", found):
            return False
    return True


def identifiers(node: object) -> Iterator[str]:
    """Every action_id and callback_id that a view emits."""
    if isinstance(node, dict):
        for key in ("action_id", "callback_id"):
            # A typed field says nothing while it is typed in.
            if key in node and node.get("type") != "plain_text_input":
                yield node[key]
        for each in node.values():
            yield from identifiers(each)
    elif isinstance(node, list):
        for each in node:
            yield from identifiers(each)
