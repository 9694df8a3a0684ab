"""Names of persons: behind a title, a role or a greeting, before what only persons do, or two capitals in a row.

There is no list of names: what is not known in public (`public_words`) and stands where a name stands, is one.
"""

import re
from collections.abc import Iterator
from itertools import dropwhile

from bot.domain.secrets.capitals import CAPITALISED, LOWER, UPPER
from bot.domain.secrets.patterns import one_of, words
from bot.domain.secrets.public_words import is_public
from bot.domain.secrets.secret import Recogniser, Span

_PARTICLE = rf"(?:(?:von|van|de|af|av|der|den|la|le|di|da|bin|al|ter)\s|[{UPPER}]\.\s?)"
_FULL = rf"{CAPITALISED}(?:\s{_PARTICLE}{{0,2}}{CAPITALISED}){{1,2}}"
_ANY = rf"{CAPITALISED}(?:\s{_PARTICLE}{{0,2}}{CAPITALISED}){{0,2}}"
_TITLE = one_of("""
    dr|doctor|prof|professor|docent|mr|mrs|ms|miss|mx|doktor|herr|fru|fröken|syster|överläkare|sir|frau
""")
_SELF = one_of(r"""
    my name is|name's|i am|i'm|jag heter|mitt namn är|heter|jag är|(?:best |kind |warm |many )?regards|sincerely|
    sincerely yours|cheers|(?:med )?(?:vänliga?|bästa|varma)? ?hälsning(?:ar)?(?: från)?|vänligen|mvh|/|attn\.?|
    att\.|c/o
""")
_ROLE = one_of("""
    ceo|cso|cto|cmo|coo|cfo|founder|co-founder|inventor|colleague|boss|head|manager|director|chair|chairman|chairwoman|
    chairperson|pathologist|surgeon|nurse|physician|engineer|technician|consultant|researcher|scientist|contact|
    contact person|advisor|investigator|student|wife|husband|daughter|son|mother|father|friend|neighbour|
    vd|vd:n|grundare|grundaren|uppfinnare|uppfinnaren|kollega|kollegan|chef|chefen|ordförande|ordföranden|
    styrelseordförande|kirurg|kirurgen|läkare|läkaren|patolog|patologen|sköterska|sköterskan|ingenjör|ingenjören|
    konsult|
    konsulten|forskare|forskaren|kontaktperson|kontaktpersonen|rådgivare|rådgivaren|prövare|prövaren|student|studenten|
    doktorand|doktoranden|hustru|make|dotter|mamma|pappa|vän|granne|handledare|handledaren
""")
_TOWARDS = one_of("""
    call|contact|ask|meet|thank|email|e-mail|mail|phone|tell|cc|with|via|by|from|to|for|ring|kontakta|fråga|träffa|
    tacka|
    mejla|maila|med|hos|av|från|till|genom|hi|hello|dear|hej|kära|bara|only
""")
_DEED = one_of(r"""
    from our|at our|in our|på vårt?|hos oss|i vårt?|från vår|says?|said|säger|sa|told|sade|leads|leder|runs|wrote|skrev|
    berättade|thinks|tror|tycker|promised|lovade|who|som kan|som vet|has (?:built|promised|made|the)|
    har (?:byggt|gjort|lovat|mätt)|will (?:bring|call|come)|kommer med|ringer
""")
_TOLD = one_of("copy|mention|speak|spoke|talk|talked|word|kopia|svar|säg|hälsa|svara")
_POST = one_of("CEO|CSO|CTO|vd|VD|PhD|MD")
_CUED = re.compile(rf"(?<!\w)(?:(?i:{_TITLE})\.?|(?i:{_SELF})[,:]?)\s+({_ANY})")
_CUED_FULL = re.compile(rf"(?<!\w)(?:(?i:{_ROLE})(?:,| is|:| är| heter)?|(?i:{_TOWARDS})[,:]?)\s+({_FULL})")
_DOING = re.compile(rf"({_FULL})(?:,? \(?(?:our |vår )?{_POST}\b|\s{_DEED}\b)")
_WITH_ME = re.compile(rf"({_ANY}) (?:and I|och jag)\b")
_IN_A_ROW = re.compile(rf"({_FULL})")
_TOLD_TO = re.compile(rf"\b(?i:{_TOLD}) (?:\w+ )?(?:to|till) ({_ANY})")
# A single name with where its bearer works, and what they do there; "Analys på Elekta" and "Sensorn från" are no names.
_ACTING = one_of("""
    has|will|can|knows|says|said|told|sent|runs|wants|took|needs|har|kan|vet|sa|säger|skickar|skickade|sköter|vill|tog|
    ska|skulle|behöver|lovade|mejlade|ringde
""")
_BEING = one_of("is|was|är|var")
_THERE = rf"({CAPITALISED})(?:\s{CAPITALISED})?"
_AT_WORK = re.compile(
    rf"({CAPITALISED}) (?:{one_of('på|at|hos|från|from')} {_THERE} {_ACTING}|{one_of('på|at|hos')} {_THERE} {_BEING})\b"
)
_NOT_ALONE = re.compile(
    r"\w+(?:ning|ing|ings|else|het|tion|ion|tioner|ioner|skap|are|arna|erna|orna|ers?|ors?|ar|et|en|orn|arn|ern|eln|aln|"
    r"ies|ment|ware|vara)"
)
_PATTERNS = (_CUED, _CUED_FULL, _DOING, _WITH_ME, _IN_A_ROW, _TOLD_TO)
# Alone within a sentence; behind these words it would rather be a place, a product or an adjective.
_NO_PERSON_AFTER = words("""
    a an the this our your in at from near to of and or around outside before en ett den det vår er i på vid från till
    och eller av utanför mot nära före fas phase
""")
_ALONE = re.compile(rf"(?<![\w-])(?P<before>[{LOWER}]++),? (?P<name>(?=\w{{3}}){CAPITALISED})(?!-| [{UPPER}])")
_WORD = re.compile(CAPITALISED)
_CUE_WORD = re.compile(rf"{_TITLE}|{_ROLE}", re.IGNORECASE)


def _spans(text: str) -> Iterator[Span]:
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            span = _own_words(text, Span(*match.span(1)))
            if span and (pattern is not _IN_A_ROW or " " in text[span.start : span.end]):
                yield span
    for match in _AT_WORK.finditer(text):
        said = not any(map(_says_nothing, filter(None, match.groups())))
        if said and not _NOT_ALONE.fullmatch(match[1]):
            yield Span(*match.span(1))
    for match in _ALONE.finditer(text):
        if match["before"] not in _NO_PERSON_AFTER and not _says_nothing(match["name"]):
            yield Span(*match.span("name"))


def _own_words(text: str, span: Span) -> Span | None:
    """The words from the first that is not known in public; None when a known one stands among them."""
    capitalised = [Span(*word.span()) for word in _WORD.finditer(text, *span)]
    own = list(dropwhile(lambda word: _says_nothing(text[word.start : word.end]), capitalised))
    if not own or any(_says_nothing(text[word.start : word.end]) for word in own):
        return None
    return Span(own[0].start, own[-1].end)


def _says_nothing(word: str) -> bool:
    return is_public(word) or bool(_CUE_WORD.fullmatch(word))


PERSON_NAME = Recogniser("person", "name", "namn", _spans)
