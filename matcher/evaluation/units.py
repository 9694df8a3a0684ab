"""Units: a catalogue's infrastructures, numbered, with labels and rankings of entries turned into theirs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from matcher.answer import Match
from matcher.corpus import Corpus, Floats, Ints
from matcher.metrics import Grades

Order = tuple[int, ...]


@dataclass(frozen=True)
class Units:
    """The units of a corpus; scores are of its services, in the order of `services`."""

    corpus: Corpus
    services: Ints

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Each unit's id, by its number."""
        return tuple(dict.fromkeys(entry.group for entry in self.corpus.entries))

    @cached_property
    def of_services(self) -> Ints:
        """The number of each service's unit."""
        return self.corpus.groups[self.services]

    def grades(self, relevant: Mapping[str, int]) -> Grades:
        """Each unit's best grade among its services and experts; 0 for none."""
        grades = np.zeros(len(self.names))
        for entry, grade in relevant.items():
            unit = self._units[entry]
            grades[unit] = max(grades[unit], grade)
        return grades

    def order(self, scores: Floats) -> Order:
        """The units from best to worst, each by its best service."""
        return tuple(dict.fromkeys(self.of_services[np.argsort(-scores, kind="stable")].tolist()))

    def order_of(self, matches: Iterable[Match]) -> Order:
        """The units of an answer's matches, in the order in which people see them."""
        return tuple(dict.fromkeys(self._units[match.id] for match in matches))

    def best_of(self, unit: int, scores: Floats) -> int:
        """The place of a unit's best service; of a unit that has only experts, that of the best of all."""
        places = np.flatnonzero(self.of_services == unit)
        return int(places[scores[places].argmax()]) if len(places) else int(scores.argmax())

    @cached_property
    def _units(self) -> dict[str, int]:
        return {entry.id: int(group) for entry, group in zip(self.corpus.entries, self.corpus.groups, strict=True)}
