"""Numbers with their units, and which numbers of a sentence belong together ("from 21 to 34 days").

Whether a number is a secret is for `study_result` and `business_figure` to say.
"""

import re
from collections.abc import Iterable
from typing import Final

from bot.domain.secrets.patterns import one_of
from bot.domain.secrets.secret import Span

_DIGITS = r"(?:[-−–<>≈~±] ?)?(?:\d{1,3}(?:[ \u00a0\u202f,.]\d{3})+|\d+(?:[.,]\d+)?)(?!\d)"
NUMBER: Final = rf"(?<![\w.,/])(?<!\w[-−–]){_DIGITS}"
PERCENT: Final = rf"{NUMBER}\s?(?:%|‰|percent(?:age points)?\b|per cent\b|procent(?:enheter)?\b)"
CURRENCY: Final = one_of(r"SEK|EUR|USD|GBP|NOK|DKK|kr|kronor|euros?|dollars?|pounds|€|\$|£")
_MILLIONS = one_of("thousand|million|millions|billion|miljard|miljarder|miljon|miljoner|tusen|mn|m|k|bn")
_SHORT = one_of("[MTKk]SEK|[Mm]kr|tkr|kkr|MEUR|MUSD|KEUR|kEUR|M€|k€")
MONEY: Final = (
    rf"(?:(?<!\w)(?i:{CURRENCY})\s?{_DIGITS}(?:\s?(?i:{_MILLIONS})\b)?"
    rf"|{NUMBER}\s?(?:(?i:{_MILLIONS})\s?)?(?i:{CURRENCY})(?!\w)"
    rf"|{NUMBER}\s?(?:{_SHORT}|(?i:{_MILLIONS}))(?!\w))"
)
_COMPARED = re.compile(r"[\s,]*(?:and|och|to|till|vs\.?|versus|against|mot|–|±|respektive)\s*(?:\w+ )?")


# A number is compared with the ones beside it; the same number may be listed twice, with and without its unit.
_BESIDE = 3


def with_companions(text: str, chosen: Iterable[Span], numbers: Iterable[Span]) -> list[Span]:
    """The chosen numbers and those compared with them: "34 days against 21" gives both."""
    known = set(chosen)
    row = sorted({*known, *numbers})
    for order in (row, row[::-1]):
        for place, number in enumerate(order):
            if any(
                other in known and _stand_together(text, number, other)
                for other in order[max(0, place - _BESIDE) : place]
            ):
                known.add(number)
    return sorted(known)


def _stand_together(text: str, one: Span, other: Span) -> bool:
    first, second = sorted((one, other))
    return first.end < second.start and bool(_COMPARED.fullmatch(text, first.end, second.start))
