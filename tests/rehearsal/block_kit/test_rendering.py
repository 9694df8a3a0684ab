"""What a person reads."""

import pytest

from bot.rehearsal.block_kit.rendering import render, shown
from bot.rehearsal.wire import Json
from tests.rehearsal.blocks import IMAGE, actions, asking, button, mrkdwn, plain, section, select, typed

FEEDBACK = {
    "type": "feedback_buttons",
    "positive_button": {"text": plain("Good")},
    "negative_button": {"text": plain("Bad")},
}


RICH = [{"type": "text", "text": "ask "}, {"type": "user", "user_id": "U0EXPERT"}, {"type": "emoji", "name": "wave"}]


READ = {
    "section": (section(text=mrkdwn("Hi"), fields=[plain("a"), plain("b")], accessory=button()), "Hi  a  b  [Go]"),
    "header": ({"type": "header", "text": plain("Title")}, "# Title"),
    "divider": ({"type": "divider"}, "---"),
    "menu": (actions(select()), "<static_select: option 0>"),
    "input": (asking(typed()), "Which?: <plain_text_input>"),
    "context": ({"type": "context", "elements": [mrkdwn("who"), IMAGE]}, "who  (image: a detector)"),
    "feedback": ({"type": "context_actions", "elements": [FEEDBACK]}, "[Good] [Bad]"),
    "markdown": ({"type": "markdown", "text": "**bold**"}, "**bold**"),
    "rich text": ({"type": "rich_text", "elements": [{"elements": RICH}]}, "ask <@U0EXPERT>:wave:"),
    "table": ({"type": "table", "rows": [[{"text": "a"}, {"type": "rich_text", "elements": RICH[:1]}]]}, "a | ask "),
    "card": (
        {"type": "card", "title": plain("A service"), "body": plain("shows"), "actions": [button()]},
        "A service  shows  [Go]",
    ),
    "carousel": ({"type": "carousel", "elements": [{"type": "card", "title": plain("A service")}]}, "A service"),
    "alert": ({"type": "alert", "text": plain("Mind")}, "Mind"),
    "other": ({"type": "plan", "title": "Steps"}, "(plan: Steps)"),
}


@pytest.mark.parametrize(("block", "text"), READ.values(), ids=READ.keys())
def test_reads_a_block_as_one_line(block: Json, text: str) -> None:
    assert render([block]) == text


def test_a_message_shows_its_text_only_without_blocks_of_its_own() -> None:
    automatic = {"type": "rich_text", "elements": []}

    assert shown({"text": "plain words", "blocks": [automatic]}) == "plain words"
    assert shown({"text": "fallback", "blocks": [{"type": "divider"}]}) == "---"
