"""Names of companies: by their legal form, by a word such as Therapeutics, or behind a word such as competitor.

Universities, hospitals and authorities are known in public and are no secret.
"""

import re
from collections.abc import Iterator

from bot.domain.secrets.capitals import BRANDED, CAPITALISED
from bot.domain.secrets.patterns import one_of
from bot.domain.secrets.public_words import is_public
from bot.domain.secrets.secret import Recogniser, Span

_FORM = one_of(r"""
    AB \(publ\)|AB|Aktiebolag|HB|KB|Inc\.|Inc|Incorporated|Ltd\.|Ltd|Limited|LLC|LLP|PLC|plc|GmbH & Co\.? KG|GmbH|AG|KG|
    Oyj?|ASA?|A/S|ApS|B\.?V\.?|N\.?V\.?|S\.?A\.?R\.?L\.?|S\.?A\.?|S\.?p\.?A\.?|S\.?r\.?l\.?|Corp\.?|Corporation|Co\.|
    Pty|K\.?K\.?|Kft|Sp\. z o\.o\.|d\.o\.o\.
""")
_TRADE = one_of("""
    Therapeutics|Biotherapeutics|Bioscience|Biosciences|Biotech|Biotechnology|Biotechnologies|Biopharma|Pharma|
    Pharmaceutical|Pharmaceuticals|Diagnostics|Medical|Medtech|MedTech|Technologies|Genomics|Biologics|Biosystems|Bio|
    Robotics|Ventures|Capital|Instruments|Holding|Group|Läkemedel|Medicin|Medicinteknik|Life Science|Life Sciences|
    Laboratories|Vaccines|Oncology|Neuro
""")
_ROLE = one_of(r"""
    competitors?|rivals?|partners?|suppliers?|vendors?|distributors?|manufacturers?|customers?|clients?|investors?|
    subcontractors?|licensors?|licensees?|CROs?|CDMOs?|CMOs?|owned by|acquired by|bought by|licensed (?:from|to|by)|
    agreements? with|contracts? with|NDAs? with|merger with|deal with|collaborat\w+ with|partnering with|spun out of|
    company|konkurrent(?:en|er|erna)?|(?:samarbets)?partner(?:n|s)?|(?:under)?leverantör(?:en|er)?|distributör(?:en)?|
    tillverkare(?:n)?|kund(?:en)?|investerare(?:n)?|återförsäljare(?:n)?|ägs av|köpts? av|uppköpta? av|
    licens(?:ierat)? från|\w*avtal(?:et)? med|samarbetar med|samarbete med|moderbolag(?:et)?|dotterbolag(?:et)?|bolaget|
    företaget|firman
""")
_NAMED = one_of(r"""
    ,? is|,? are|,? is called|,? called|,? named|,? like|,? such as|,? som heter|,? heter|,? som|,? är|,? to|
    ,? till \w+ av|,? (?:\w+ )?(?:av|of|by)
""")
_ROLE_WORD = re.compile(_ROLE, re.IGNORECASE)
_WORD = rf"(?!{_FORM}(?!\w)){BRANDED}"
_JOINT = r"(?:\s|\s(?:&|of|and|och|for)\s)"
_WITH_FORM = re.compile(rf"({_WORD}(?:{_JOINT}{_WORD}){{0,3}}),? {_FORM}(?!\w)")
_FORM_FIRST = re.compile(rf"(?<!\w)AB ({CAPITALISED})")
_WITH_TRADE = re.compile(rf"({CAPITALISED}(?:\s{CAPITALISED}){{0,2}}) {_TRADE}(?!\w)")
_IN_ROLE = re.compile(rf"\b(?i:{_ROLE})(?:{_NAMED})?:? ({BRANDED})((?:\s{CAPITALISED}){{0,2}})")


def _spans(text: str) -> Iterator[Span]:
    for pattern in (_WITH_FORM, _WITH_TRADE, _FORM_FIRST):
        for match in pattern.finditer(text):
            start = _first_own_word(text, Span(*match.span(1)))
            if start is not None:
                yield Span(match.start() if pattern is _FORM_FIRST else start, match.end())
    for match in _IN_ROLE.finditer(text):
        if not is_public(match[1]) and _is_worn_as_a_name(match[1]):
            yield Span(match.start(1), match.end(2))


def _first_own_word(text: str, span: Span) -> int | None:
    """Where the name begins behind words such as "Our" or "Vår"; None when all of its words are public."""
    words = re.compile(r"[\w&'’-]+").finditer(text, *span)
    return next((word.start() for word in words if not is_public(word[0]) and not _ROLE_WORD.fullmatch(word[0])), None)


def _is_worn_as_a_name(word: str) -> bool:
    """Whether it is written like a name: not a code with digits, not an abbreviation."""
    return any(map(str.islower, word)) and not any(map(str.isdigit, word))


COMPANY_NAME = Recogniser("company", "company", "företag", _spans)
