"""Each limit of Block Kit, from both sides."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rehearsal.block_kit.blocks import check
from bot.rehearsal.block_kit.findings import Findings
from bot.rehearsal.block_kit.kinds import Surface
from bot.rehearsal.wire import Json
from tests.rehearsal.blocks import IMAGE, actions, asking, button, mrkdwn, options, plain, section, select, typed


def confirm(**parts: object) -> Json:
    dialog = {"title": plain("Sure?"), "text": plain("Really?"), "confirm": plain("Yes"), "deny": plain("No")}
    return {**dialog, **parts}


ACCEPTED = {
    "longest section": section(text=mrkdwn("x" * 3000)),
    "ten fields": section(fields=[mrkdwn("x" * 2000)] * 10),
    "longest header": {"type": "header", "text": plain("x" * 150)},
    "longest button": actions(button("x" * 75, value="v" * 2000, style="danger")),
    "hundred options": actions(select(options=options(100))),
    "grouped options": actions(select(options=None, option_groups=[{"label": plain("A"), "options": options(2)}])),
    "twenty-five buttons": actions(*(button(action_id=f"go{n}") for n in range(25))),
    "text and image in context": {"type": "context", "elements": [mrkdwn("who"), IMAGE]},
    "input": asking(typed()),
    "table": {"type": "table", "rows": [[{"type": "raw_text", "text": "cell"}] * 20] * 100},
    "confirmation": actions(button(confirm=confirm())),
    "image": IMAGE,
    "accessory": section("x", accessory=button()),
    "markdown": {"type": "markdown", "text": "x" * 12_000},
    "card": {"type": "card", "title": plain("A service"), "body": mrkdwn("x" * 200), "actions": [button()]},
    "carousel": {"type": "carousel", "elements": [{"type": "card", "title": plain("A service")}]},
}


REFUSED = {
    "unknown type": ({"type": "sectoin"}, "unsupported type"),
    "no block": ("words", "unsupported type"),
    "alert outside a modal": ({"type": "alert", "text": plain("x")}, "unsupported type"),
    "empty section": (section(), "section needs text or fields"),
    "long section": (section(text=mrkdwn("x" * 3001)), "less than 3001"),
    "empty text": (section(text=mrkdwn("")), "more than 0 characters"),
    "bare string": ({"type": "section", "text": "words"}, "must be a text object"),
    "emoji in mrkdwn": (section(text={**mrkdwn("x"), "emoji": True}), "emoji is only for plain_text"),
    "eleven fields": (section(fields=[mrkdwn("x")] * 11), "no more than 10"),
    "long field": (section(fields=[mrkdwn("x" * 2001)]), "less than 2001"),
    "input as accessory": (section("x", accessory=typed()), "unsupported type"),
    "mrkdwn header": ({"type": "header", "text": mrkdwn("x")}, "must be a text object of ['plain_text']"),
    "header without text": ({"type": "header"}, "missing required field"),
    "long header": ({"type": "header", "text": plain("x" * 151)}, "less than 151"),
    "no actions": (actions(), "at least 1"),
    "too many actions": (actions(*(button(action_id=f"go{n}") for n in range(26))), "no more than 25"),
    "repeated action_id": (actions(button(), button()), "duplicate action_id go"),
    "long action_id": (actions(button(action_id="x" * 256)), "less than 256"),
    "long button": (actions(button("x" * 76)), "less than 76"),
    "long value": (actions(button(value="x" * 2001)), "less than 2001"),
    "number as value": (actions(button(value=7)), "must be a text or a list"),
    "odd style": (actions(button(style="green")), "primary or danger"),
    "long confirmation": (actions(button(confirm=confirm(text=plain("x" * 301)))), "less than 301"),
    "select of nothing": (actions(select(options=None)), "must have options"),
    "too many options": (actions(select(options=options(101))), "no more than 100"),
    "long option": (actions(select(options=[{"text": plain("x" * 76), "value": "1"}])), "less than 76"),
    "long description": (actions(select(options=[{**options(1)[0], "description": plain("x" * 76)}])), "less than 76"),
    "repeated option": (actions(select(options=options(1) * 2)), "duplicate option value"),
    "long placeholder": (actions(select(placeholder=plain("x" * 151))), "less than 151"),
    "six overflow options": (actions(select(type="overflow", options=options(6))), "no more than 5"),
    "eleven checkboxes": (asking(select(type="checkboxes", options=options(11))), "no more than 10"),
    "no box ticked": (asking(select(type="checkboxes", initial_options=[])), "at least 1"),
    "strange box ticked": (asking(select(type="checkboxes", initial_options=options(2))), "must match options"),
    "eleven context elements": ({"type": "context", "elements": [mrkdwn("x")] * 11}, "no more than 10"),
    "button in context": ({"type": "context", "elements": [button()]}, "unsupported type"),
    "input without element": ({"type": "input", "label": plain("x")}, "unsupported type"),
    "long hint": ({**asking(typed()), "hint": plain("x" * 2001)}, "less than 2001"),
    "long input": (asking(typed(max_length=3001)), "within 3000"),
    "long initial value": (asking(typed(max_length=3, initial_value="four")), "less than 4"),
    "image without words": ({**IMAGE, "alt_text": ""}, "at least 1"),
    "picture without words": (section("x", accessory={**IMAGE, "alt_text": ""}), "at least 1"),
    "wide table": ({"type": "table", "rows": [[{"type": "raw_text", "text": "x"}] * 21]}, "no more than 20"),
    "odd cell": ({"type": "table", "rows": [[{"type": "text"}]]}, "unsupported cell type"),
    "long markdown": ({"type": "markdown", "text": "x" * 12_001}, "less than 12001"),
    "plan without title": ({"type": "plan"}, "title is required"),
    "empty card": ({"type": "card"}, "card needs"),
    "long card": ({"type": "card", "body": mrkdwn("x" * 201)}, "less than 201"),
    "eleven cards": ({"type": "carousel", "elements": [{"type": "card"}] * 11}, "no more than 10"),
    "eleven children": ({"type": "container", "child_blocks": [section("x")] * 11}, "no more than 10"),
    "feedback without words": (
        {"type": "context_actions", "elements": [{"type": "feedback_buttons", "action_id": "f"}]},
        "missing required field",
    ),
    "long block_id": ({"type": "divider", "block_id": "x" * 256}, "less than 256"),
}


@pytest.mark.parametrize("block", ACCEPTED.values(), ids=ACCEPTED.keys())
def test_takes_what_slack_takes(block: Json) -> None:
    assert check([block]) == []


@pytest.mark.parametrize(("block", "why"), REFUSED.values(), ids=REFUSED.keys())
def test_refuses_and_says_where(block: Json, why: str) -> None:
    faults = check([block])

    assert why in faults[0]
    assert "[json-pointer:/blocks/0" in faults[0]


@pytest.mark.parametrize(("surface", "most"), [("message", 50), ("modal", 100), ("home", 100)])
def test_counts_blocks_by_surface(surface: Surface, most: int) -> None:
    divider = {"type": "divider"}

    assert check([divider] * most, surface) == []
    assert "no more than" in check([divider] * (most + 1), surface)[0]


def test_alerts_stand_in_modals_and_their_text_is_short() -> None:
    assert check([{"type": "alert", "text": plain("x" * 200)}], "modal") == []
    assert "less than 201" in check([{"type": "alert", "text": plain("x" * 201)}], "modal")[0]


def test_refuses_a_block_id_used_twice() -> None:
    assert "duplicate block_id a" in check([{"type": "divider", "block_id": "a"}] * 2)[0]


def test_refuses_a_second_table() -> None:
    assert "only one table" in check([ACCEPTED["table"]] * 2)[0]


def test_counts_all_markdown_together() -> None:
    assert "together exceed" in check([{"type": "markdown", "text": "x" * 6001}] * 2)[0]


def test_refuses_what_is_no_list() -> None:
    assert check({"type": "divider"}) == ["blocks must be an array [json-pointer:/blocks]"]


@given(st.text(max_size=40), st.integers(0, 20), st.integers(0, 20))
def test_finds_a_fault_exactly_outside_the_limits(text: str, least: int, most: int) -> None:
    findings = Findings()
    findings.size(text, most, "/", least)

    assert (not findings.found) == (least <= len(text) <= most)
