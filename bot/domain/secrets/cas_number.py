"""CAS numbers, each of which names one substance: two to seven digits, two digits, and one that checks the others."""

import re
from collections.abc import Iterator

from bot.domain.secrets.secret import Recogniser, Span

_NUMBER = re.compile(r"(?<![\w-])([1-9]\d{1,6}-\d\d)-(\d)(?![\w]|-\w)")


def _spans(text: str) -> Iterator[Span]:
    return (Span(*match.span()) for match in _NUMBER.finditer(text) if _check_digit(match[1]) == int(match[2]))


def _check_digit(digits: str) -> int:
    """Each digit times its place from the right, summed; of that the last digit."""
    backwards = reversed(digits.replace("-", ""))
    return sum(place * int(digit) for place, digit in enumerate(backwards, start=1)) % 10


CAS_NUMBER = Recogniser("compound_code", "compound", "substans", _spans)
