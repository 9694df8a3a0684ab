"""Thinner catalogues made of one: as other campuses have them, with fewer units and fewer words for each service.

Needs keep their labels as far as the units are left; a need whose units are all gone has become one that nobody serves.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from matcher.entries import Entry, Field
from matcher.labels import LabelledNeed

# Of the units so large a share is left, at least and at most.
_LEFT: Final = (0.25, 0.7)
# What a catalogue may do without, each with this chance.
_SPARED: Final[tuple[Field, ...]] = ("synonyms", "aliases", "techniques", "brings", "group")
_SPARED_OFTEN: Final = 0.4
_MOST_ASKS: Final = 3
# Of each kind of need so many are looked at; more would only take time.
_SERVED, _OTHERS = 500, 250


def thinned(entries: Sequence[Entry], seed: int) -> list[Entry]:
    """The entries of some of the units, with fewer chunks; the same for the same seed."""
    generator = np.random.default_rng(seed)
    units = list(dict.fromkeys(entry.group for entry in entries))
    least, most = (max(2, round(share * len(units))) for share in _LEFT)
    left = set(generator.choice(units, generator.integers(least, most + 1), replace=False).tolist())
    spared = {field for field in _SPARED if generator.random() < _SPARED_OFTEN}
    asks = int(generator.integers(_MOST_ASKS + 1))
    return [_thinner(entry, spared, asks) for entry in entries if entry.group in left]


def _thinner(entry: Entry, spared: Collection[Field], asks: int) -> Entry:
    seen: Counter[str] = Counter()
    kept = []
    for chunk in entry.chunks:
        seen[chunk.language] += chunk.field == "ask"
        if chunk.field not in spared and not (chunk.field == "ask" and seen[chunk.language] > asks):
            kept.append(chunk)
    return replace(entry, chunks=tuple(kept))


def relabelled(needs: Sequence[LabelledNeed], entries: Sequence[Entry], seed: int) -> list[LabelledNeed]:
    """A sample of the needs with the labels that hold for fewer entries; doubtful ones are left out."""
    generator = np.random.default_rng(seed)
    served = [need for need in needs if need.outcome == "matches"]
    others = [need for need in needs if need.outcome != "matches"]
    chosen = [
        some[at]
        for some, most in ((served, _SERVED), (others, _OTHERS))
        for at in generator.permutation(len(some))[:most]
    ]
    known = {entry.id for entry in entries}
    return [held for need in chosen for held in _held(need, known)]


def _held(need: LabelledNeed, known: Collection[str]) -> list[LabelledNeed]:
    """The need with what is left of its labels; nothing when all that is left is not what should come first."""
    left = {entry: grade for entry, grade in need.relevant.items() if entry in known}
    if need.outcome != "matches":
        return [replace(need, relevant={})]
    if not left:
        return [replace(need, relevant={}, outcome="nothing_fits")]
    return [replace(need, relevant=left)] if max(left.values()) == max(need.relevant.values()) else []
