import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.domain.introduction import ByHand, Decline, Wait
from bot.domain.lifecycle import IntroductionEvent, NeedEvent
from bot.domain.limits import reason_of
from bot.domain.private_words import About
from bot.domain.triage import NoMatch, Outcome
from bot.slack.wording.desk import history
from bot.slack.wording.said import Said

DESK = Path(history.__file__).parents[3] / "desk"


def written_by_the_desk() -> Iterator[str]:
    """The names of events that use cases write out, wherever they log one or have one told when a clock rings."""
    for file in DESK.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith((".log", "_told")):
                names = [part for argument in node.args[1:3] for part in ast.walk(argument)]
                yield from (str(each.value) for each in names if isinstance(each, ast.Constant) and each.value)


@pytest.mark.parametrize("name", sorted({*NeedEvent, *IntroductionEvent, About.NOTE, *written_by_the_desk()}))
def test_every_event_of_the_log_has_words(name: str) -> None:
    assert {name} & {*history.EVENTS, *history.OF_NEED}


def test_the_desk_is_read_for_the_names_that_it_writes_out() -> None:
    assert {"late", "waits_for_advisor", "enquired", "label_approved"} <= set(written_by_the_desk())


@pytest.mark.parametrize("reason", [*Decline, *Wait, *ByHand, *Outcome, *NoMatch])
def test_every_reason_of_the_log_is_told_in_swedish_too(reason: str) -> None:
    assert history.reason(reason).sv != reason.replace("_", " ")


def test_what_was_not_meant_as_a_must_is_told_in_words() -> None:
    assert history.reason(reason_of([("quality", "GMP"), ("subjects", "humans")])) == Said(
        "not meant: GMP, people", "inte menat: GMP, människor"
    )
