"""Remarks on manifests, and which events one subscribes to."""

import pytest

from bot.rehearsal.manifest import Manifest
from bot.rehearsal.wire import Json

GOOD = {
    "features": {
        "agent_view": {"agent_description": "Finds help"},
        "app_home": {"messages_tab_enabled": True},
        "slash_commands": [{"command": "/need", "should_escape": True}],
    },
    "settings": {
        "event_subscriptions": {"bot_events": ["app_home_opened", "message.im", "message.groups"]},
        "interactivity": {"is_enabled": True},
        "socket_mode_enabled": True,
    },
}


def changed(part: str, **parts: object) -> Json:
    return {**GOOD, part: {**GOOD[part], **parts}}


REMARKS = {
    "legacy": (changed("features", assistant_view={}), "legacy"),
    "long description": (changed("features", agent_view={"agent_description": "x" * 301}), "longer than 300"),
    "mute": (changed("features", app_home={}), "nobody can write"),
    "unescaped": (changed("features", slash_commands=[{"command": "/need"}]), "should_escape"),
    "no events": (changed("settings", event_subscriptions={}), "agent_view needs"),
    "no buttons": (changed("settings", interactivity={}), "interactivity is off"),
    "other mode": (changed("settings", socket_mode_enabled=False), "mode is socket"),
}


def test_a_good_manifest_gets_no_remark() -> None:
    assert list(Manifest(GOOD).remarks("socket")) == []


@pytest.mark.parametrize(("raw", "words"), REMARKS.values(), ids=REMARKS.keys())
def test_a_disappointing_manifest_gets_one(raw: Json, words: str) -> None:
    assert words in " ".join(Manifest(raw).remarks("socket"))


@pytest.mark.parametrize(("kind", "subscribed"), [("im", True), ("group", True), ("channel", False), ("mpim", False)])
def test_messages_are_subscribed_to_by_kind_of_channel(kind: str, *, subscribed: bool) -> None:
    assert Manifest(GOOD).subscribes({"type": "message", "channel_type": kind}) is subscribed


def test_without_a_manifest_everything_is_subscribed_to() -> None:
    assert Manifest(None).subscribes({"type": "reaction_added"})
