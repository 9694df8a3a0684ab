"""What a text rules out: where a "no", "not" or "inte" reaches. Which words then matter is somebody else's business."""

import re

from matcher.text import fold

# A negation rules out what stands within this many words behind it, up to the end of its clause.
REACH = 6

_NEGATION = re.compile(
    r"\b(?:no|not|without|never|nothing|don't|doesn't|isn't|aren't|neither|nor|instead of|rather than"
    r"|inte|ej|utan|inga|inget|ingen|aldrig|varken|slipper|slippa|snarare an|i stallet for)\b"
)
_CLAUSE_END = re.compile(r"[,.;:!?\n]|\bbut\b|\bmen\b|\bonly\b|\bbara\b|\butan att\b")
_NO_NEGATION = re.compile(r"\b(?:not only|inte bara|no idea|no matter|utan problem)\b")
_WORD = re.compile(r"\S+")

Span = tuple[int, int]


def ruled_out(text: str) -> list[Span]:
    """Where negations reach, as (start, end) offsets in order, without overlaps; the negation itself is within."""
    folded = fold(text)
    spans: list[Span] = []
    for match in _NEGATION.finditer(folded):
        covered = bool(spans) and match.start() < spans[-1][1]
        if not covered and not _NO_NEGATION.match(folded, match.start()):
            spans.append((match.start(), _end_of_reach(folded, match.end())))
    return spans


def affirmed(text: str) -> str:
    """The text without what its negations rule out, so that "no GMP" does not ask for GMP."""
    kept, last = [], 0
    for start, end in ruled_out(text):
        kept.append(text[last:start])
        last = end
    return "".join([*kept, text[last:]])


def _end_of_reach(folded: str, start: int) -> int:
    clause = _CLAUSE_END.search(folded, start)
    end = clause.start() if clause else len(folded)
    words = list(_WORD.finditer(folded, start, end))
    return words[REACH - 1].end() if len(words) > REACH else end
