"""What a text rules out: where a "no" or "inte" reaches, and what is said to be done already. No limits, no meaning."""

import re
from itertools import islice

from matcher.text import fold

# A negation rules out what stands within this many words behind it, up to the end of its clause.
REACH = 6

_NEGATION = re.compile(
    r"\b(?:no|not|without|never|nothing|don't|doesn't|isn't|aren't|neither|nor|instead of|rather than"
    r"|inte|ej|utan|inga|inget|ingen|aldrig|varken|slipper|slippa|snarare an|i stallet for)\b"
)
_CLAUSE_END = re.compile(r"[,.;:!?\n]|\bbut\b|\bmen\b|\bonly\b|\bbara\b|\butan att\b")
# "inte djur utan celler" is "not animals but cells"; without an "inte" before it "utan" is "without".
_BUT = re.compile(r"\butan\b(?! att\b)")
_CLAUSE_END_AFTER_NOT = re.compile(f"{_CLAUSE_END.pattern}|{_BUT.pattern}")
_DONE = re.compile(
    r"\b(?:done|finished|completed|behind us|fine|worked|works in|klar|klara|klart|avklarad\w*|fardig\w*|gjord\w*"
    r"|prima|gick bra|bara provats|provade pa)\b"
)
_NO_NEGATION = re.compile(r"\b(?:not only|inte bara|no idea|no matter|utan problem)\b")
# "We have no microscope" tells of a lack: it asks for what it names.
_LACK = re.compile(
    r"\b(?:(?:have|has|had|got|with|har|hade|finns|saknar) (?:no|not|ingen|inget|inga|inte)|(?:do|does|did) not have"
    r"|(?:don't|doesn't|didn't) have|there is no|there's no|nor do we have)\b"
)
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


def done(text: str) -> list[Span]:
    """The clauses that tell of what is behind the company ("rats are done"), as (start, end) offsets in order."""
    folded = fold(text)
    ends = [match.end() for match in _CLAUSE_END.finditer(folded)]
    clauses = zip([0, *ends], [*ends, len(folded)], strict=True)
    return [(start, end) for start, end in clauses if _DONE.search(folded, start, end)]


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
    end = max((word.end() for word in islice(_WORD.finditer(folded, start), REACH)), default=start)
    ends = _CLAUSE_END if negation.group() == "utan" else _CLAUSE_END_AFTER_NOT
    clause = ends.search(folded, start, end)
    return clause.start() if clause else end
