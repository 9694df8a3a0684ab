import ast
import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from datetime import date
from enum import Enum
from types import NoneType
from typing import get_args

import pytest

import bot.slack.wording
from bot.domain.introduction import ByHand, Decline
from bot.domain.people import Hurdle, Reach, Side
from bot.domain.secrets import KINDS
from bot.slack.wording import brief, decline
from bot.slack.wording.limits import limit_value
from bot.slack.wording.reach import with_advisor
from bot.slack.wording.said import Said

MODULES = [
    importlib.import_module(each.name)
    for each in pkgutil.walk_packages(bot.slack.wording.__path__, "bot.slack.wording.")
    if not each.ispkg
]
#: An argument for each type that a sentence takes.
SAMPLES = {str: "Example", date: date(2026, 3, 1), Said: Said("one", "ett"), int: 3, float: 0.4, bool: True}
#: The same in both languages: a command, a word that both have, and what is only put together from arguments.
SAME = {"/lotsen", "Expert", "Example", "Example, Example", "data"}


def sentences() -> Iterator[tuple[str, Said]]:
    for module in MODULES:
        for name, value in vars(module).items():
            if inspect.isfunction(value) and value.__module__ == module.__name__ and not name.startswith("_"):
                yield f"{module.__name__}.{name}", called(value)
            else:
                yield from ((f"{module.__name__}.{name}", said) for said in said_in(value))


def called(sentence: Callable[..., Said]) -> Said:
    parameters = inspect.signature(sentence).parameters.values()
    named = {each.name: sample(each) for each in parameters if each.kind is inspect.Parameter.KEYWORD_ONLY}
    return sentence(*(sample(each) for each in parameters if each.name not in named), **named)


def sample(parameter: inspect.Parameter) -> object:
    by_name = {
        "hurdle": Hurdle(Side.EXPERT, Reach.ELSEWHERE),
        "by_hand": ByHand.OUT_OF_REACH,
        "musts": [("biosafety", "3")],
        "without": [("living", "living")],
    }
    kinds = [each for each in get_args(parameter.annotation) or (parameter.annotation,) if each is not NoneType]
    if isinstance(kinds[0], type) and issubclass(kinds[0], Enum):
        return next(iter(kinds[0]))
    return by_name.get(parameter.name, SAMPLES.get(kinds[0], "Example"))


def said_in(value: object) -> Iterator[Said]:
    if isinstance(value, Said):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from said_in(each)
    elif isinstance(value, tuple):
        for each in value:
            yield from said_in(each)


SENTENCES = dict(sentences())
each_sentence = pytest.mark.parametrize("name", SENTENCES)


@each_sentence
def test_both_languages_say_something_of_their_own(name: str) -> None:
    said = SENTENCES[name]

    assert said.en.strip()
    assert said.sv.strip()
    assert said.en != said.sv or said.en in SAME


@each_sentence
def test_the_tone_is_calm(name: str) -> None:
    said = SENTENCES[name]

    assert "!" not in said.en + said.sv
    assert not any(ord(sign) > 0x2FFF for sign in said.en + said.sv)


@each_sentence
def test_both_languages_end_alike(name: str) -> None:
    said = SENTENCES[name]

    assert (said.en[-1] in ".?:") == (said.sv[-1] in ".?:")


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_swedish_quotes_are_swedish(module: object) -> None:
    tree = ast.parse(inspect.getsource(module))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Said"]

    assert all("“" not in ast.unparse(call.args[1]) for call in calls)


def test_english_is_spoken_to_whoever_speaks_another_language() -> None:
    assert Said("one", "ett").in_("other") == "one"


@pytest.mark.parametrize(
    ("limit", "value", "said"),
    [
        ("quality", "research", Said("research grade", "forskningskvalitet")),
        ("subjects", "humans, cells", Said("people, cells", "människor, celler")),
        ("biosafety", "3", Said("biosafety level 3", "biosäkerhetsnivå 3")),
        ("living", "living", Said("living", "levande")),
        ("species", "zebrafish", Said("zebrafish", "zebrafish")),
    ],
)
def test_limits_are_told_in_words(limit: str, value: str, said: Said) -> None:
    assert limit_value(limit, value) == said


@pytest.mark.parametrize("by_hand", [None, *ByHand])
@pytest.mark.parametrize("hurdle", [None, *(Hurdle(side, reach) for side in Side for reach in Reach)])
def test_every_reason_for_an_advisor_has_words_for_the_company(by_hand: ByHand | None, hurdle: Hurdle | None) -> None:
    said = with_advisor(by_hand, hurdle, Said("the joiner", "snickaren"))

    assert said.en.endswith(".")
    assert said.en != said.sv


def test_every_no_can_be_chosen_and_is_told_in_words_of_our_own() -> None:
    assert set(decline.REASONS) == set(decline.TOLD) == set(Decline)
    assert not set(decline.REASONS.values()) & set(decline.TOLD.values())


def test_every_kind_of_secret_has_a_name() -> None:
    assert set(brief.KINDS) == set(KINDS)
