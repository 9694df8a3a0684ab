"""Parts: where a need asks for several things that different units serve. Scoring them is the engine's business."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from matcher.corpus import Ints
from matcher.ranking import leading
from matcher.scoring import Scored
from matcher.text import sentences

# A part must say enough to be ranked by itself; an item of a list may be as short as "sequence RNA".
FEWEST_WORDS = 4
FEWEST_OF_ITEM = 2
# Text with more pieces than this is a report, not a list of wishes; its first pieces are looked at.
MOST_PIECES = 24
MOST_PARTS = 4
# A piece counts as asking for something when the chance that somebody here serves it reaches this, since much of what
# a company tells of itself sounds a little like a need; the bound from which a match is called strong.
ASKS_ABOVE = 0.7

_JOINT = re.compile(
    r",?\s+(?:and(?: then| also)?|as well as|plus|och(?: sen| sedan| även| dessutom)?|samt|dessutom|also)\s+"
    r"|;\s+|(?:,|\s+och)\s+dels\s+|,\s+(?:then|later|sen|sedan|därefter)\s+",
    re.IGNORECASE,
)
_ITEM = re.compile(r"(?:^|(?<=\s))(?:\((?:\d{1,2}|[a-e])\)|(?:\d{1,2}|[a-e])[.)]|[-–•*])\s+", re.MULTILINE)


@dataclass(frozen=True)
class ScoredPart:
    """A piece of a need that asks for something of its own."""

    text: str
    scored: Scored


def pieces(text: str) -> list[str]:
    """What may be a part, in order: sentences and list items, and the halves of those joined by an "and"."""
    found: list[str] = []
    for sentence in sentences(text):
        halves = [half.strip(" ,.") for half in _JOINT.split(sentence)]
        found += halves if all(len(h.split()) >= FEWEST_WORDS for h in halves) else [sentence]
    fewest = FEWEST_OF_ITEM if len(_ITEM.findall(text)) > 1 else FEWEST_WORDS
    return [piece for piece in found if len(piece.split()) >= fewest][:MOST_PIECES]


def find_parts(scored: Sequence[tuple[str, Scored]], groups: Ints) -> list[ScoredPart]:
    """The pieces that ask for different things: each with a first group that no stronger piece has.

    Args:
        scored: each piece with its scores, in the order of the text.
        groups: each entry's group.

    Returns:
        Two to `MOST_PARTS` parts in the order of the text, or none when the need asks for one thing.
    """
    asking = [(text, s) for text, s in scored if s.chances["matches"] >= ASKS_ABOVE]
    by_strength = sorted(asking, key=lambda piece: -float(piece[1].logits.max()))
    taken: dict[int, ScoredPart] = {}
    for text, s in by_strength:
        first = groups[leading(s.logits, 3)].tolist()
        if not taken.keys() & set(first):
            taken[first[0]] = ScoredPart(text, s)
    chosen = list(taken.values())[:MOST_PARTS]
    order = {text: at for at, (text, _) in enumerate(scored)}
    return sorted(chosen, key=lambda part: order[part.text]) if len(chosen) > 1 else []
