"""Hard limits one value at a time, as their asker confirms them or not. Reading them from words is the matcher's."""

from collections.abc import Iterable, Mapping
from typing import Final

from matcher.answer import Answer

#: What is limited, and the value that was read; both are words of the matcher's own.
Limit = tuple[str, str]

_NOT_MEANT: Final = "not meant: "
_BETWEEN: Final = "; "


def read_in(answer: Answer) -> tuple[Limit, ...]:
    """What was read as a must, value by value."""
    return _one_by_one(answer.limits)


def ruled_out_in(answer: Answer) -> tuple[Limit, ...]:
    """What was read as ruled out, value by value."""
    return _one_by_one(answer.ruled_out)


def reason_of(not_meant: Iterable[Limit]) -> str:
    """Why a need was put right, as the log keeps it; nothing when all was meant."""
    named = _BETWEEN.join(f"{limit} {value}" for limit, value in sorted(not_meant))
    return named and _NOT_MEANT + named


def named_in(reason: str) -> tuple[Limit, ...]:
    """What a reason of the log says was not meant; nothing when it is another reason."""
    if not reason.startswith(_NOT_MEANT):
        return ()
    pairs = (each.partition(" ") for each in reason.removeprefix(_NOT_MEANT).split(_BETWEEN))
    return tuple((limit, value) for limit, _, value in pairs)


def _one_by_one(said: Mapping[str, str]) -> tuple[Limit, ...]:
    values = ((limit, value.strip()) for limit, listed in said.items() for value in listed.split(","))
    return tuple((limit, value) for limit, value in values if value)
