"""One question back: the limit whose answer separates the leading matches best, with two to four options.

Chosen by information gain: of the limits that the need leaves open, the one whose values split the leading entries'
shares of the score into the most even and most telling groups (the entropy of the split, times the share of
the score whose entries state the limit at all). Where no limit splits them, or the need names a unit, the options are
entries, and the asker says which: of the leading units one service each, or of the one that is named its services.
Such an option has the id of its entry, which then leads the answer; experts are offered only for units that have no
service, with their unit, since a role alone says little.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from matcher.answer import Option, Question
from matcher.corpus import Corpus, Floats, Ints
from matcher.entries import Entry
from matcher.limits import ReadLimits
from matcher.naming import Named
from matcher.signals.limits import offers_at

# Who leads: more would bring in entries that hardly fit.
LEADING = 8
MOST_OPTIONS = 4
# Of different units: a fourth is seldom what was meant.
MOST_UNITS = 3
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


def question(corpus: Corpus, logits: Floats, limits: ReadLimits, order: Sequence[int], named: Named) -> Question | None:
    """What to ask about a need; None where there is nothing to choose between.

    Args:
        corpus: the entries.
        logits: their scores.
        limits: what was read from the need, and is not asked about.
        order: the ranking.
        named: what the need calls by its name.
    """
    if named:
        return _which(_named(corpus, order, named))
    leading = np.array(list(order[:LEADING]), dtype=np.int64)
    splits = [s for s in _splits(corpus, logits, leading) if not limits.wants(s.limit) and len(s.shares) > 1]
    telling = max(splits, key=lambda split: split.bits, default=None)
    if telling is None or telling.bits < FEWEST_BITS:
        return _which(_leading(corpus, order))
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


def _which(entries: Iterable[Entry]) -> Question | None:
    """Which of some entries is meant; what is called alike stands for one."""
    by_label: dict[str, Option] = {}
    for entry in entries:
        label = _label(entry)
        by_label.setdefault(label["en"], Option(label, entry=entry.id))
    return Question(WHICH, tuple(by_label.values())) if len(by_label) > 1 else None


def _leading(corpus: Corpus, order: Sequence[int]) -> list[Entry]:
    """Of each of the units that lead one entry."""
    units = dict.fromkeys(corpus.entries[row].group for row in order[:LEADING])
    return [_best_of(unit, corpus, order) for unit in list(units)[:MOST_UNITS]]


def _named(corpus: Corpus, order: Sequence[int], named: Named) -> list[Entry]:
    """Of the one unit that is named its services, of several one entry each."""
    entries = [corpus.entries[row] for row in order if row in named]
    units = list(dict.fromkeys(entry.group for entry in entries))
    if len(units) > 1:
        return [_best_of(unit, corpus, order) for unit in units[:MOST_OPTIONS]]
    return [entry for entry in entries if entry.kind == "service"][:MOST_OPTIONS]


def _best_of(unit: str, corpus: Corpus, order: Sequence[int]) -> Entry:
    """The first service of a unit, or the first expert of one that has none."""
    ranked = [corpus.entries[row] for row in order if corpus.entries[row].group == unit]
    return next((entry for entry in ranked if entry.kind == "service"), ranked[0])


def _label(entry: Entry) -> Spoken:
    """What an option says: a service's name, or an expert's role and unit as the catalogue puts them together."""
    told: dict[str, str] = {chunk.language: chunk.text for chunk in entry.chunks if chunk.field == "head"}
    return {**entry.name, **(told if entry.kind == "expert" else {})}
