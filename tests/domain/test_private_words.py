import typing
from dataclasses import fields, is_dataclass
from types import UnionType

import pytest

from bot.domain.case import Case
from bot.domain.correction import Correction
from bot.domain.introduction import Introduction
from bot.domain.private_words import Confidential, PrivateWords
from bot.domain.queue import Line
from bot.domain.showing import ForAdvisor, ForAdvisors, ForCompany, ForExpert, ForGroup, Shown
from bot.domain.triage import Triage

#: What only advisors are told with.
OF_ADVISORS = {Confidential, PrivateWords, Triage, Correction, Case, Line, ForAdvisors}

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
def test_no_value_for_others_than_advisors_can_hold_what_is_theirs(audience: type) -> None:
    assert not types_within(audience) & OF_ADVISORS


def test_a_company_is_told_of_introductions_without_the_accounts_in_them() -> None:
    assert Introduction not in types_within(ForCompany)


@pytest.mark.parametrize("audience", [ForAdvisors, ForAdvisor, Case])
def test_the_values_for_advisors_can(audience: type) -> None:
    assert Confidential in types_within(audience)


@pytest.mark.parametrize("kind", typing.get_args(Shown))
def test_every_value_that_is_shown_holds_nothing_but_what_can_be_looked_into(kind: type) -> None:
    """A field for just anything would be a hole in the wall."""
    assert not types_within(kind) & {object, typing.Any}
