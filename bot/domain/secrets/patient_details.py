"""One patient told so closely that somebody may know who it is: age with illness, or age with place and time.

"Patients aged 55 to 75" and "a 70-year-old can open it" tell of nobody.
"""

import re
from collections.abc import Iterator

from bot.domain.secrets.capitals import LOWER, UPPER
from bot.domain.secrets.patterns import one_of
from bot.domain.secrets.secret import Recogniser, Span
from bot.domain.secrets.sentences import sentences

_COUNT = one_of(r"""
    \d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv
""")
_ENGLISH_PERSON = one_of("man|woman|boy|girl|male|female|patient|child|baby|infant")
_SWEDISH_PERSON = one_of("man|kvinna|pojke|flicka|patient|barn|tjej|kille|bebis|dam|herre")
# What ends the words for an illness, or for what somebody is.
_STOP = one_of(r"""
    who|which|with|diagnosed|operated|treated|that|and|or|but|in|at|from|on|near|has|had|have|can|could|is|was|were|will|
    would|wants?|does|uses?|got|gets|med|som|och|eller|men|i|på|från|vid|utanför|har|hade|kan|är|var|vill|inte|fick|får|
    använder|testat|provar
""")
_NOUN = rf"(?!{_STOP}\b)[{LOWER}]+"
_AGE = re.compile(
    rf"\b(?:an? )?{_COUNT}[- ]?(?:year|month|week|day)s?[- ]old(?: {_NOUN}){{0,2}}"
    rf"|\b(?:an? )?{_ENGLISH_PERSON},? (?:aged|of|age) \d{{1,3}}\b"
    rf"|\b(?:en |ett )?\d{{1,3}}[- ]?årig {_NOUN}"
    rf"|\b(?:en )?\d{{1,3}}-åring\b"
    rf"|\b(?:en |ett )?{_COUNT} (?:år|månader|veckor|dagar) (?:gammal|gamla|gammalt) {_NOUN}"
    rf"|\b(?:en |ett )?{_SWEDISH_PERSON}(?: på|,| om)? \d{{1,3}} (?:år|månader|veckor)\b",
    re.IGNORECASE,
)
_EVENT = one_of(r"""
    diagnosed|operated|treated|admitted|hospitali[sz]ed|transplanted|suffering|died|relapsed|
    diagnosticera\w+|diagnos\w+|operera\w+|behandla\w+|inlagd\w*|transplantera\w+|drabba\w+|insjukna\w+|avled|dog|sövd\w*
""")
_WORDS = rf"(?: (?!{_STOP}\b)[\w'-]+){{1,4}}"
_ILLNESS = re.compile(
    r"[ ,]{1,2}(?:(?:who|som) )?(?:(?:has|had|was|is|har|hade|blev|är) )?(?:(?:been|blivit|fått|got) )?"
    rf"(?:with|med|(?:(?:recently|newly|just|nyligen) )?{_EVENT})"
    rf"(?: (?:with|for|from|of|in|med|för|av|i|mot|against))?(?:{_WORDS})?",
    re.IGNORECASE,
)
_AT = one_of("in|at|from|near|outside|i|på|från|vid|utanför")
_PLACE = re.compile(rf"[ ,]{{1,2}}(?:living |boende )?{_AT} (?:the )?[{UPPER}][\w-]+(?: [{UPPER}][\w-]+){{0,2}}")
_MONTH = one_of("""
    January|February|March|April|May|June|July|August|September|October|November|December|
    januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december
""")
_WHEN = one_of("in|on|since|last|i|den|sedan|under|år")
_TIME = re.compile(rf"[ ,]{{1,2}}{_WHEN}(?: \d{{1,2}})? (?:{_MONTH}(?: \d{{4}})?|(?:19|20)\d\d)\b")

# What stands further behind an age than this is not told of the same person.
_REACH = 200


def _spans(text: str) -> Iterator[Span]:
    for sentence in sentences(text):
        for age in _AGE.finditer(text, *sentence.span()):
            end, details = _followed(text, age.end())
            if "illness" in details or details >= {"place", "time"}:
                yield Span(age.start(), end)


def _followed(text: str, end: int) -> tuple[int, set[str]]:
    """How far details go on behind an age, and of what sort they are."""
    details: set[str] = set()
    text = text[: end + _REACH]
    patterns = {"time": _TIME, "place": _PLACE, "illness": _ILLNESS}
    while found := next(((sort, m) for sort, pattern in patterns.items() if (m := pattern.match(text, end))), None):
        details.add(found[0])
        end = found[1].end()
    return end, details


PATIENT_DETAILS = Recogniser("patient", "patient", "patient", _spans, divisible=True)
