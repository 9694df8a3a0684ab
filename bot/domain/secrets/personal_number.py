"""Swedish personal numbers (personnummer) and coordination numbers (samordningsnummer).

The shape alone fits many article numbers, so the date and the check digit must be right too, unless a word such
as "personnummer" says what is meant: then a slip of the pen gives nobody's secrecy away.
"""

import re
from collections.abc import Iterator
from datetime import date

from bot.domain.secrets.secret import Recogniser, Span

_NUMBER = re.compile(r"(?<![\d.,+-])(18|19|20)?(\d\d)(\d\d)(\d\d)\s?([-+–]?)\s?(\d{4})(?![\d-])")
_SAID = re.compile(
    r"(?:person(?:al)?[- ]?(?:nummer|nr|number)|pnr|samordnings(?:nummer|nr)|coordination number|"
    r"social security number)\D{0,15}$",
    re.IGNORECASE,
)
# A coordination number has 60 added to its day.
_COORDINATION = 60


def _spans(text: str) -> Iterator[Span]:
    for match in _NUMBER.finditer(text):
        digits = "".join(match.group(2, 3, 4, 6))
        if _is_date(match) and (_luhn(digits) or _SAID.search(text, max(0, match.start() - 60), match.start())):
            yield Span(*match.span())


def _is_date(match: re.Match[str]) -> bool:
    year, month, day = (int(part) for part in match.group(2, 3, 4))
    centuries = [int(match[1])] if match[1] else [19, 20]
    return any(_exists(century * 100 + year, month, day % _COORDINATION) for century in centuries)


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _luhn(digits: str) -> bool:
    """Whether the last digit is the check digit of the others (ISO/IEC 7812, the Luhn formula)."""
    doubled = (int(digit) * (2 - place % 2) for place, digit in enumerate(digits))
    return sum(number // 10 + number % 10 for number in doubled) % 10 == 0


PERSONAL_NUMBER = Recogniser("personal_number", "personal number", "personnummer", _spans)
