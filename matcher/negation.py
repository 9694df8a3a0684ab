"""What a text rules out: where a "no" or "inte" reaches, and what is said to be done already. No limits, no meaning."""

import re
from itertools import islice

from matcher.text import fold

# A negation rules out what stands within this many words behind it, up to the end of its clause.
REACH = 6

_NEGATION = re.compile(
    r"\b(?:no|not|without|never|nothing|don't|doesn't|isn't|aren't|neither|nor|instead of|rather than|other than"
    r"|except|excluding|rul(?:es?|ed|ing) out"
    r"|inte|ej|utan|utom|utesluter|inga|inget|ingen|aldrig|varken|slipper|slippa|snarare an|i stallet for)\b"
)
CLAUSE_END = re.compile(r"[,.;:!?\n]|\bbut\b|\bmen\b|\bonly\b|\bbara\b|\butan att\b")
# "inte djur utan celler" is "not animals but cells"; without an "inte" before it "utan" is "without".
_BUT = re.compile(r"\butan\b(?! att\b)")
_CLAUSE_END_AFTER_NOT = re.compile(f"{CLAUSE_END.pattern}|{_BUT.pattern}")
_NO_NEGATION = re.compile(
    r"\b(?:not only|inte bara|no idea|no matter|utan problem|(?:no|nothing) \w+er than|(?:inte|inget) \w+re an"
    r"|never (?:yet )?(?:been|sat|touched|met|seen|tried|tested|worn)"
    r"|aldrig (?:varit|suttit|provats|testats|burits|getts|gatt))\b"
)
# What must not happen to a thing says that the thing is there: "without killing the cells".
_HARM = re.compile(
    r"(?:\s+\w+){0,2}?\s+(?:harm|hurt|damag|kill|disturb|destroy|affect|touch|lose|losing|break|ruin|stop|spoil|skada|skadar|stora"
    r"|storas|doda|dodar|forstor|paverka|forlora|tappa|stoppa|rora)\w*\b"
)
# "We have no microscope" tells of a lack: it asks for what it names.
_LACK = re.compile(
    r"\b(?:(?:have|has|had|got|with|har|hade|finns|saknar) (?:no|not|ingen|inget|inga|inte)|(?:do|does|did) not have"
    r"|(?:don't|doesn't|didn't) have|there is no|there's no|nor do we have)\b"
)
# "No mice, rats or pigs": single words behind commas are ruled out as well.
_LISTED = re.compile(r"(?:, [\w-]+){1,4},? (?:or|nor|eller) [\w-]+(?: living| levande)?")
_WORD = re.compile(r"\S+")

Span = tuple[int, int]


def ruled_out(text: str) -> list[Span]:
    """Where negations reach, as (start, end) offsets in order, without overlaps; the negation itself is within."""
    folded = fold(text)
    spans: list[Span] = []
    lacking = [match.span() for match in _LACK.finditer(folded)]
    for match in _NEGATION.finditer(folded):
        start = match.start()
        if any(first <= start < last for first, last in lacking):
            continue
        covered = bool(spans) and (start < spans[-1][1] or _turns(folded, spans[-1], start))
        if not covered and not _NO_NEGATION.match(folded, start):
            spans.append((start, _end_of_reach(folded, match)))
    return spans


def affirmed(text: str) -> str:
    """The text without what its negations rule out, so that "no GMP" does not ask for GMP."""
    kept, last = [], 0
    for start, end in ruled_out(text):
        kept.append(text[last:start])
        last = end
    return "".join([*kept, text[last:]])


def _turns(folded: str, last: Span, start: int) -> bool:
    """Whether the word at `start` is the "but" that belongs to the last negation."""
    follows = not folded[last[1] : start].strip(" ,")
    return follows and not folded.startswith("utan", last[0]) and bool(_BUT.match(folded, start))


def _end_of_reach(folded: str, negation: re.Match[str]) -> int:
    """Looks at the next few words only, however long the text is."""
    start = negation.end()
    harm = _HARM.match(folded, start)
    if harm:
        return harm.end()
    end = max((word.end() for word in islice(_WORD.finditer(folded, start), REACH)), default=start)
    ends = CLAUSE_END if negation.group() == "utan" else _CLAUSE_END_AFTER_NOT
    over = within_clause(folded, start, end, ends)
    listed = _LISTED.match(folded, over)
    return listed.end() if listed else over


def within_clause(folded: str, start: int, end: int, ends: re.Pattern[str] = CLAUSE_END) -> int:
    """Where a reach from start to end is over: at its end, or with the clause when that ends first."""
    clause = ends.search(folded, start, end)
    return clause.start() if clause else end
