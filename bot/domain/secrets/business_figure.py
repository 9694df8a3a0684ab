"""Figures of a company's business: sales, value, margin, cash, what somebody would pay for it.

Prices, rents, budgets and grants are what briefs are about and are not marked.
"""

import re
from collections.abc import Iterator

from bot.domain.secrets.patterns import one_of
from bot.domain.secrets.quantities import CURRENCY, MONEY, NUMBER, PERCENT, with_companions
from bot.domain.secrets.secret import Recogniser, Span
from bot.domain.secrets.sentences import sentences

_SHARED = one_of(r"""
    sales|revenues?|turnover|margins?|market share|profits?|grew|growth|
    omsättning\w*|försäljning\w*|\w*marginal\w*|marknadsandel\w*|vinst\w*|växte|tillväxt\w*
""")
_TOLD = one_of(r"""
    sales|revenues?|turnover|turned over|value[sd]? (?:us|the company|our)|valuing (?:us|the company|our)|valuation|
    pre-money|post-money|ebitda|ebit|profits?|net loss|gross margin|margins?|burn rate|burn|runway|arr|mrr|market share|
    raised|buy us|acquire us|buy the company|offer(?:s|ed)?(?= [^.]{0,40}(?:the company|\bus\b))|bids?|share price|
    royalt\w+|milestone payment|cash|order ?book|backlog|earnings|earned|debts?|lost|
    omsättning\w*|omsatte|omsätter|försäljning\w*|intäkt\w*|värdera\w*|värdering\w*|vinst\w*|nettoförlust\w*|förlust\w*|
    förlorade|tjänade|\w*marginal\w*|marknadsandel\w*|köpa (?:oss|bolaget|företaget)|köpeskilling\w*|aktiekurs\w*|
    likviditet\w*|kassan?|runda|order(?:bok|stock|ingång)\w*|skuld\w*|emission\w*|ägarandel\w*|årsresultat\w*|tog in|
    tagit in|bud|bjuda|bjuder|bjudit|bjöd
""")
_SOLD = re.compile(
    rf"\b(?:have sold|has sold|sold|sålde|har sålt|sålt|levererade|shipped)(?: \w+){{0,2}}? ({NUMBER})", re.IGNORECASE
)
_A_MONTH = re.compile(
    rf"\b(?:sell|ship|deliver|produce|säljer|levererar|tillverkar|skickar)(?: \w+){{0,2}}? ({NUMBER})(?: \w+){{1,3}} "
    r"(?:a|per|i|om|every) (?:day|week|month|year|dag|vecka|månad|år)",
    re.IGNORECASE,
)
_CUSTOMERS = re.compile(
    rf"({NUMBER}) (?:paying|active|betalande|aktiva) (?:customers|subscribers|users|kunder|prenumeranter|användare)\b",
    re.IGNORECASE,
)
# Sums of millions are told of a company itself, unless the sentence is about what something costs or who funds it.
_MILLIONS = one_of("million|millioner|millions|miljon|miljoner|miljard|miljarder|billion")
_LARGE = re.compile(rf"{NUMBER}\s?(?:M(?:SEK|EUR|USD|€)|[Mm]kr|(?i:{_MILLIONS} {CURRENCY}))(?!\w)")
_PRICED = re.compile(
    r"\b"
    + one_of("""
    cost|price|rent|budget|grant|fund|fee|quote|pay|afford|Vinnova|Horizon|loan|
    kosta|kostnad|pris|hyra|bidrag|anslag|finansier|avgift|offert|betala|lån
"""),
    re.IGNORECASE,
)
_BUSINESS = re.compile(rf"\b{_TOLD}\b", re.IGNORECASE)
_SHARE = re.compile(rf"\b{_SHARED}\b", re.IGNORECASE)
_MONEY = re.compile(MONEY)
_PERCENT = re.compile(PERCENT)


def _spans(text: str) -> Iterator[Span]:
    for sentence in sentences(text):
        place = Span(*sentence.span())
        found = list(_figures(text, place))
        figures = [span for pattern in (_MONEY, _PERCENT) for span in _all(pattern, text, place)] if found else []
        yield from with_companions(text, found, figures)


def _figures(text: str, sentence: Span) -> Iterator[Span]:
    for counted in (_SOLD, _A_MONTH, _CUSTOMERS):
        yield from (Span(*match.span(1)) for match in counted.finditer(text, *sentence))
    if not _PRICED.search(text, *sentence):
        yield from _all(_LARGE, text, sentence)
    if _BUSINESS.search(text, *sentence):
        yield from _all(_MONEY, text, sentence)
    if _SHARE.search(text, *sentence):
        yield from _all(_PERCENT, text, sentence)


def _all(pattern: re.Pattern[str], text: str, sentence: Span) -> Iterator[Span]:
    return (Span(*match.span()) for match in pattern.finditer(text, *sentence))


BUSINESS_FIGURE = Recogniser("figure", "figure", "siffra", _spans)
