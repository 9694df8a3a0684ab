"""Limits of modals and App Homes."""

import pytest

from bot.rehearsal.block_kit.views import check_view
from bot.rehearsal.wire import Json
from tests.rehearsal.blocks import asking, plain, section, typed

MODAL = {"type": "modal", "title": plain("x" * 24), "submit": plain("Send"), "blocks": [asking(typed())]}


HOME = {"type": "home", "blocks": [section("x")]}


REFUSED = {
    "no type": ({"blocks": []}, "modal or home"),
    "no title": ({**MODAL, "title": None}, "missing title"),
    "long title": ({**MODAL, "title": plain("x" * 25)}, "less than 25"),
    "long submit": ({**MODAL, "submit": plain("x" * 25)}, "less than 25"),
    "input without submit": ({**MODAL, "submit": None}, "submit is required"),
    "no blocks": ({**MODAL, "blocks": []}, "at least 1 item"),
    "no list": ({**HOME, "blocks": None}, "must be an array"),
    "titled home": ({**HOME, "title": plain("x")}, "home views have no title"),
    "long metadata": ({**MODAL, "private_metadata": "x" * 3001}, "less than 3001"),
    "long callback_id": ({**MODAL, "callback_id": "x" * 256}, "less than 256"),
    "message block": ({**HOME, "blocks": [{"type": "markdown", "text": "x"}]}, "markdown on home"),
}


@pytest.mark.parametrize("view", [MODAL, HOME], ids=["modal", "home"])
def test_shows_what_slack_shows(view: Json) -> None:
    assert check_view(view) == []


@pytest.mark.parametrize(("view", "why"), REFUSED.values(), ids=REFUSED.keys())
def test_refuses_what_slack_refuses(view: Json, why: str) -> None:
    assert why in check_view(view)[0]
