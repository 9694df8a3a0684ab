import ast
import re
from collections.abc import Iterator
from pathlib import Path

import bot.slack
from bot.slack.listeners.find_help_shortcut import CALLBACK
from bot.slack.listeners.lotsen_command import COMMAND
from bot.slack.manifest import EVENTS, METHODS, SCOPES
from bot.slack.views.desk.file import SHORTCUT
from bot.slack.wording.home import PROMPTS
from tests.slack.rig import MANIFEST

SOURCES = [file.read_text(encoding="utf-8") for file in Path(bot.slack.__path__[0]).rglob("*.py")]


def methods_called() -> Iterator[str]:
    """The Web API methods that the code calls on a client, by Slack's names."""
    for source in SOURCES:
        for node in ast.walk(ast.parse(source)):
            called = isinstance(node, ast.Attribute) and ast.unparse(node.value).endswith("client")
            if called and re.fullmatch(r"[a-z]+(_[A-Za-z]+)+", node.attr):
                yield node.attr.replace("_", ".")


def test_each_scope_has_a_reason_and_nothing_is_asked_for_without_one() -> None:
    assert MANIFEST["oauth_config"]["scopes"]["bot"] == sorted(SCOPES)


def test_each_event_has_a_reason_and_a_listener() -> None:
    assert MANIFEST["settings"]["event_subscriptions"]["bot_events"] == sorted(EVENTS)
    assert all(f'"{event.partition(".")[0]}"' in "".join(SOURCES) for event in EVENTS)


def test_the_methods_are_those_that_the_code_calls() -> None:
    assert set(methods_called()) == set(METHODS)


def test_each_scope_is_used_by_a_method_an_event_or_a_command() -> None:
    used = {scope for scopes in METHODS.values() for scope in scopes}

    assert set(SCOPES) - used == {"app_mentions:read", "commands"}


def test_each_method_has_a_scope_that_it_needs() -> None:
    assert all(set(scopes) <= set(SCOPES) for scopes in METHODS.values())


def test_the_command_and_the_shortcut_are_those_that_are_listened_to() -> None:
    features = MANIFEST["features"]

    assert [(c["command"], c["should_escape"]) for c in features["slash_commands"]] == [(COMMAND, True)]
    assert [s["callback_id"] for s in features["shortcuts"]] == [CALLBACK, SHORTCUT]


def test_the_prompts_are_said_in_both_languages_and_as_the_wording_has_them() -> None:
    said = [(prompt["title"], prompt["message"]) for prompt in MANIFEST["features"]["agent_view"]["suggested_prompts"]]

    assert said == [(PROMPTS[0][0].en, PROMPTS[0][1].en), (PROMPTS[1][0].sv, PROMPTS[1][1].sv)]


def test_slack_takes_the_descriptions() -> None:
    assert len(MANIFEST["features"]["agent_view"]["agent_description"]) <= 300
    assert len(MANIFEST["display_information"]["description"]) <= 140
    assert 174 <= len(MANIFEST["display_information"]["long_description"]) <= 4000
