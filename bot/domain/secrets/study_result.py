"""Unpublished results of studies: potency, effects, survival, test accuracy.

A number alone is no result: it needs a measure that only results have (IC50), or a share or change with a sign
that somebody has seen it. What is wished, required or planned ("at least 80% power", "detect a 15% reduction")
is not marked, nor are shares of mixtures, hours and prices.
"""

import re
from collections.abc import Iterator

from bot.domain.secrets.patterns import one_of
from bot.domain.secrets.quantities import NUMBER, PERCENT, with_companions
from bot.domain.secrets.secret import Recogniser, Span
from bot.domain.secrets.sentences import sentences

_TIME = one_of(r"""
    days?|dagar|dygn|weeks?|veckor|months?|månader|years?|år|hours?|h|timmar|tim|min|minutes|minuter|s|sec|seconds?|
    sekunder
""")
_AMOUNT = r"[pnµμumfk]?(?:M|g|mol|l|L|IU|U|IE)(?:/(?:ml|mL|l|L|kg|g|min|h|dag|day)){0,2}"
_OTHER = one_of(r"""
    mmHg|[cmkµ]m|kg|points?|poäng|degrees|grader|dB|logs?|units|enheter|-?fold|[x×]|gånger|times|percent|procent
""")
_UNIT = rf"(?:(?:{_TIME}|{_AMOUNT}|{_OTHER})(?!\w)|%)"
_VALUE = re.compile(rf"{NUMBER}(?:\s?{_UNIT})?")

_COUNT = one_of("""
    one|two|three|four|five|six|seven|eight|nine|ten|half|en|två|tre|fyra|fem|sex|sju|åtta|nio|tio|hälften
""")
_PART = rf"(?:{NUMBER}|\b(?i:{_COUNT})\b)\s?(?:of|out of|av)\s?(?:the |de |our |våra )?\d+"
_FOLD = rf"{NUMBER}[- ]?(?:fold|faldig\w*)\b"
_DIFFERENCE = rf"(?:(?<=\bby )|(?<=\bmed )){NUMBER} {_UNIT}"
_EFFECT = re.compile(rf"{PERCENT}|{_PART}|{_FOLD}|{_DIFFERENCE}")

_SYMBOL = one_of(r"""
    p?[ICEGL][CID]50|[CDT]C50|TCID50|MIC|MIC50|MIC90|[Kk][IiDd]|K[mM]|log ?[PD]|pK[aid]|Cmax|Tmax|AUC|AUROC|t1/2|t½|
    p ?(?=[=<])
""")
_MEASURE_WORD = one_of(r"""
    half-life|half-lives|halveringstid\w*|hazard ratio|hazardkvot\w*|odds ratio|oddskvot\w*|bioavailability|
    biotillgänglighet\w*|p-value|p-värde\w*|response rate|svarsfrekvens\w*|effect size|effektstorlek\w*|affinity|
    affinitet\w*|clearance|titer|titre
""")
_MEASURE = re.compile(rf"(?<!\w)(?:{_SYMBOL}|(?i:{_MEASURE_WORD}))(?:-värde\w*|-value\w*)?(?!\w)")
# What a value may be joined to its measure by when it has no unit: "was", "=", "about".
_JOINT = re.compile(r"[\s:=≈~(]*(?:(?:of|is|was|were|around|about|på|är|var|blev|om|runt|ca)\b[\s.]*){0,2}")

_UNSHOWN = re.compile(
    r"\b"
    + one_of("""
    unpublished|not published|not yet published|never published|confidential|secret|internal data|nobody knows|
    nobody else knows|opublicera|inte publicera|ej publicera|ännu ej publicera|icke publicera|hemlig|konfidentiell|
    ingen vet|ingen annan vet
"""),
    re.IGNORECASE,
)
_NO_RESULT = re.compile(
    r"[\s(]*"
    + one_of(r"""
    of (?:the )?(?:time|budget|cost|price|Swedes|people|rent|staff|capacity)|
    av (?:tiden|budgeten|kostnaden|priset|hyran|svenskarna)|
    ethanol|etanol|isopropanol|alcohol|alkohol|CO2|O2|oxygen|syre|syrgas|nitrogen|serum|FBS|FCS|DMSO|glycerol|agar\w*|
    formal\w*|PFA|saline|koksalt|glucose|glukos|w/[vw]|v/v|solution|lösning|buffer|buffert|humidity|luftfuktighet|RH|
    confidence|konfidens\w*|power|styrka|CI\b|discount|rabatt|VAT|moms|position|tjänst|anställ\w*|part[- ]time|
    full[- ]time|FTE|cotton|bomull|polyester|wool|ull\b|recycled|återvunn\w*|organic|ekologisk\w*|owned|ägd\w*|
    shares?\b|aktier
"""),
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"[\s-]*(?:\w+ )?"
    + one_of("""
    longer|shorter|more|less|better|worse|faster|slower|higher|lower|fewer|earlier|later|stronger|weaker|
    längre|kortare|mer|mindre|bättre|sämre|snabbare|långsammare|högre|lägre|färre|fler|tidigare|senare|starkare|svagare
""")
    + r"\b",
    re.IGNORECASE,
)
_LIVED = re.compile(r"\b(?:lived|surviv|died|progression-free|överlev|levde|dog\b|progressionsfri)", re.IGNORECASE)
_SEEN = re.compile(
    r"\b"
    + one_of(r"""
    interim|pilot|preliminary|unpublished|showed|shows?|found|saw|observed|measured|reached|gave|went|
    reduced|lowers|lowered|raised|healed|agree[sd]?|decreased|increased|improved|inhibited|blocked|killed|cleared|
    protected|missed|detected|responded|reacted|survived|lived|died|slept|fell|rose|grew|dropped|shrank|lost|gained|
    treated|so far|achieved|cured|(?:was|were)(?= (?:-?\d|only|about|just))|
    interims?\w*|pilot\w*|preliminär\w*|opublicera\w*|visade|visar|såg|fann|mätte|uppmätt\w*|
    blev|gav|sänker|sänkte|läkte|höjde|minskade|ökade|förbättrade|hämmade|dödade|skyddade|missade|hittade|svarade|
    reagerade|överlevde|levde|dog|sov|föll|steg|sjönk|krympte|tappade|behandlade|hittills|nådde|botade|
    var(?= (?:-?\d|bara|cirka))
""")
    + r"\b",
    re.IGNORECASE,
)
_OWN = re.compile(r"\b(?:our|ours|only|vår|vårt|våra|bara|endast)\b", re.IGNORECASE)
_WISHED = re.compile(
    r"\b"
    + one_of(r"""
    detect|want|wish|hope|aim|goal|target|need|require[sd]?|must|should|at least|expect\w*|assum\w+|plan|planned|power|
    would|could|if|whether|to (?:reduce|increase|improve|reach|show|see)|
    upptäcka|vill|önskar|hoppas|mål|målet|målsättning\w*|krav|kravet|kräv\w+|måste|ska|skulle|bör|minst|förvänta\w+|
    antar|planera\w+|styrka|om|kan ni|att (?:minska|öka|förbättra|nå|visa|se)
""")
    + r"\b",
    re.IGNORECASE,
)
# How many characters back a wish governs a number, and a measure forward: about eight words.
_REACH = 50


def _spans(text: str) -> Iterator[Span]:
    for sentence in sentences(text):
        place = Span(*sentence.span())
        found = [*_measured(text, place), *_effects(text, place)]
        values = [Span(*match.span()) for match in _VALUE.finditer(text, *place)] if found else []
        yield from with_companions(text, found, values)


def _measured(text: str, sentence: Span) -> Iterator[Span]:
    """The value that follows each measure."""
    for measure in _MEASURE.finditer(text, *sentence):
        value = _VALUE.search(text, measure.end(), min(sentence.end, measure.end() + 2 * _REACH))
        if value and _belongs(text, measure.end(), value) and not _is_wished(text, sentence, value.start()):
            yield Span(*value.span())


def _belongs(text: str, end: int, value: re.Match[str]) -> bool:
    """Whether a value is that of a measure that ends here: near if it has a unit, else joined."""
    if value[0][-1].isdigit():
        return bool(_JOINT.fullmatch(text, end, value.start()))
    return value.start() - end <= _REACH


def _effects(text: str, sentence: Span) -> Iterator[Span]:
    """Shares, folds and changes that somebody has seen; whatever has a unit where the sentence says it is secret."""
    unshown = _UNSHOWN.search(text, *sentence)
    if not any(sign.search(text, *sentence) for sign in (_UNSHOWN, _SEEN, _OWN)):
        return
    lived = _LIVED.search(text, *sentence)
    for effect in _EFFECT.finditer(text, *sentence):
        if not _is_idle(text, sentence, effect):
            yield Span(*effect.span())
    for value in _VALUE.finditer(text, *sentence):
        tells = unshown or lived or _CHANGED.match(text, value.end())
        if tells and not value[0][-1].isdigit() and not _is_idle(text, sentence, value):
            yield Span(*value.span())


def _is_idle(text: str, sentence: Span, value: re.Match[str]) -> bool:
    """Whether the number is a share of something else, or a wish."""
    return bool(_NO_RESULT.match(text, value.end())) or _is_wished(text, sentence, value.start())


def _is_wished(text: str, sentence: Span, at: int) -> bool:
    """Whether a wish stands shortly before, with nothing seen between it and the number."""
    wishes = list(_WISHED.finditer(text, max(sentence.start, at - _REACH), at))
    return bool(wishes) and not _SEEN.search(text, wishes[-1].end(), at)


STUDY_RESULT = Recogniser("figure", "figure", "siffra", _spans)
