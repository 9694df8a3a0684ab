"""One question back: the limit whose answer separates the leading matches best, with two to four options.

Chosen by information gain: of the limits that the need leaves open, the one whose values split the leading entries'
shares of the score into the most even and most telling groups (the entropy of the split, times the share of
the score whose entries state the limit at all). Where no limit splits them,
the options are the leading entries of different units themselves.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from matcher.answer import Option, Question
from matcher.corpus import Corpus, Floats, Ints
from matcher.limits import ReadLimits
from matcher.signals.limits import offers_at

# Who leads: more would bring in entries that hardly fit.
LEADING = 8
MOST_OPTIONS = 4
# A split that tells less than this many bits is not worth a question; an even split in two tells one bit.
FEWEST_BITS = 0.6

Spoken = Mapping[str, str]

ASKS: Mapping[str, Spoken] = {
    "subjects": {"en": "What is the work done on?", "sv": "Vad ska arbetet göras på?"},
    "species": {"en": "Which animals?", "sv": "Vilka djur?"},
    "quality": {"en": "What is it made for?", "sv": "Vad ska det göras för?"},
    "use": {"en": "Who will use the answer?", "sv": "Vem ska använda svaret?"},
    "living": {"en": "Is the material alive?", "sv": "Är materialet levande?"},
}
SAYS: Mapping[str, Spoken] = {
    "humans": {"en": "People", "sv": "Människor"},
    "animals": {"en": "Animals", "sv": "Djur"},
    "cells": {"en": "Cells", "sv": "Celler"},
    "samples": {"en": "Samples or tissue", "sv": "Prover eller vävnad"},
    "devices": {"en": "A device or product", "sv": "En apparat eller produkt"},
    "data": {"en": "Data", "sv": "Data"},
    "small animals": {"en": "Mice, rats or rabbits", "sv": "Möss, råttor eller kaniner"},
    "large animals": {"en": "Pigs or other large animals", "sv": "Grisar eller andra stora djur"},
    "GMP": {"en": "Patients (GMP)", "sv": "Patienter (GMP)"},
    "research": {"en": "Research", "sv": "Forskning"},
    "clinical": {"en": "Health care", "sv": "Vården"},
    "living": {"en": "Living", "sv": "Levande"},
    "fixed": {"en": "Fixed or dead", "sv": "Fixerat eller dött"},
}
WHICH: Spoken = {"en": "Which of these is closest?", "sv": "Vilket av detta ligger närmast?"}


@dataclass(frozen=True)
class _Split:
    limit: str
    shares: Mapping[str, float]
    stated: float

    @property
    def bits(self) -> float:
        """How much an answer tells: the entropy of the shares, for as much of the score as states the limit."""
        shares = np.array(list(self.shares.values()))
        shares = shares[shares > 0] / shares.sum()
        return self.stated * float(-(shares * np.log2(shares)).sum())


def question(corpus: Corpus, logits: Floats, limits: ReadLimits, order: Sequence[int]) -> Question:
    """The question for a need with these scores; `order` is the ranking."""
    leading = np.array(list(order[:LEADING]), dtype=np.int64)
    splits = [s for s in _splits(corpus, logits, leading) if not limits.wants(s.limit) and len(s.shares) > 1]
    telling = max(splits, key=lambda split: split.bits, default=None)
    if telling is None or telling.bits < FEWEST_BITS:
        return _which(corpus, order)
    values = sorted(telling.shares, key=lambda value: -telling.shares[value])[:MOST_OPTIONS]
    return Question(ASKS[telling.limit], tuple(Option(SAYS[v], SAYS[v]["en"]) for v in values))


def _splits(corpus: Corpus, logits: Floats, leading: Ints) -> list[_Split]:
    weights = np.exp(logits[leading] - logits[leading].max())
    splits = []
    for limit in ASKS:
        shares: dict[str, float] = {}
        for row, weight in zip(leading, weights, strict=True):
            values = [v for v in sorted(offers_at(corpus, int(row))[limit]) if v in SAYS]
            for value in values:
                shares[value] = shares.get(value, 0.0) + float(weight) / len(values)
        splits.append(_Split(limit, shares, sum(shares.values()) / float(weights.sum())))
    return splits


def _which(corpus: Corpus, order: Sequence[int]) -> Question:
    first = {corpus.entries[row].group: corpus.entries[row] for row in reversed(order[:LEADING])}
    by_rank = [e for e in dict.fromkeys(corpus.entries[row].group for row in order) if e in first][:3]
    return Question(WHICH, tuple(Option(dict(first[g].name), first[g].name["en"]) for g in by_rank))
