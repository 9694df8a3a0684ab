"""Phone numbers: Swedish ones as written at home, all others with their country code."""

import re
from collections.abc import Iterator

from phonenumbers import Leniency, PhoneNumberMatcher

from bot.domain.secrets.secret import Recogniser, Span

# The library looks at few and short pieces only: its own search takes seconds on a page full of digits.
_PIECE = re.compile(r"(?<![\w,.])(?:\+|\(?0)[\d()\s/.–-]{6,40}\d(?![\d])")
_TRIES = 8


def _spans(text: str) -> Iterator[Span]:
    for piece in _PIECE.finditer(text):
        for number in PhoneNumberMatcher(piece[0], "SE", leniency=Leniency.VALID, max_tries=_TRIES):
            yield Span(piece.start() + number.start, piece.start() + number.end)


PHONE_NUMBER = Recogniser("phone", "phone number", "telefonnummer", _spans)
