import typing
from dataclasses import fields, is_dataclass
from types import UnionType

import pytest

from bot.domain.private_words import Confidential, PrivateWords
from bot.domain.showing import ForAdvisors, ForCompany, ForExpert, ForGroup

SECRET = Confidential("The company is slow to pay.")


@pytest.mark.parametrize("shown", [str(SECRET), repr(SECRET), f"{SECRET}", f"{[SECRET]}"])
def test_confidential_words_are_not_printed(shown: str) -> None:
    assert "slow" not in shown
    assert SECRET.for_advisors() == "The company is slow to pay."


def types_within(kind: object) -> set[object]:
    """Every type that a value of this type can hold, however deep."""
    if isinstance(kind, UnionType) or typing.get_origin(kind) is not None:
        return {inner for argument in typing.get_args(kind) for inner in types_within(argument)}
    if isinstance(kind, type) and is_dataclass(kind):
        hints = typing.get_type_hints(kind)
        return {kind}.union(*(types_within(hints[each.name]) for each in fields(kind)))
    return {kind}


@pytest.mark.parametrize("audience", [ForCompany, ForExpert, ForGroup])
def test_no_value_for_others_than_advisors_can_hold_private_words(audience: type) -> None:
    assert not types_within(audience) & {Confidential, PrivateWords}


def test_the_value_for_advisors_does() -> None:
    assert Confidential in types_within(ForAdvisors)
