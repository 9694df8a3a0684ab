"""A campus's catalogue: its units with their services and experts, and the questions asked of it.

Everything others need is named here; the parts live beside it: `catalogue_values` (texts, limits),
`catalogue_unit` (one file), `catalogue_problems` and `catalogue_crosschecks` (what is wrong with one),
`catalogue_entries` (what the matcher gets). Reading files is done in `bot.catalogue_files`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from typing import Self

from pydantic import ValidationError

from bot.domain.catalogue_crosschecks import misfits, unit_id
from bot.domain.catalogue_entries import entries_of
from bot.domain.catalogue_problems import CatalogueInvalid, Problem, problems_in
from bot.domain.catalogue_unit import Expert, Infrastructure, Service
from bot.domain.catalogue_values import Elsewhere, Limits, Location, OpenToCompanies, Phrases, Text
from matcher.entries import Entry

__all__ = [
    "Catalogue",
    "CatalogueInvalid",
    "Elsewhere",
    "Expert",
    "Infrastructure",
    "Limits",
    "Location",
    "NotInCatalogue",
    "OpenToCompanies",
    "Phrases",
    "Problem",
    "Service",
    "Text",
]


class NotInCatalogue(LookupError):
    """No unit, service or expert of the catalogue has this id; `near` holds ids that look like it."""

    def __init__(self, sought: str, ids: Iterable[str]) -> None:
        self.sought = sought
        self.near = tuple(get_close_matches(sought, ids, n=3))
        hint = f"; did you mean {' or '.join(self.near)}?" if self.near else ""
        super().__init__(f"the catalogue has no {sought}{hint}")


@dataclass(frozen=True)
class Catalogue:
    """All units of a campus. Entries are services and experts; their ids are "unit/short-id"."""

    infrastructures: tuple[Infrastructure, ...]

    @classmethod
    def from_documents(cls, documents: Mapping[str, object]) -> Self:
        """Build a catalogue from what the files held, by file name.

        Raises:
            CatalogueInvalid: with every problem of every document.
        """
        units: list[Infrastructure] = []
        problems = list(misfits(documents))
        for file, document in documents.items():
            try:
                units.append(Infrastructure.model_validate(document, context={"unit": unit_id(document)}))
            except ValidationError as error:
                problems.extend(problems_in(file, error, Infrastructure))
        if problems:
            raise CatalogueInvalid(problems)
        return cls(tuple(sorted(units, key=lambda unit: unit.id)))

    @cached_property
    def entry_ids(self) -> tuple[str, ...]:
        """The ids of all services and experts, unit by unit, services first."""
        return tuple(self._entries)

    def infrastructure(self, unit: str) -> Infrastructure:
        """The unit with this id.

        Raises:
            NotInCatalogue: when there is none; so do the other questions that take an id.
        """
        if unit not in self._units:
            raise NotInCatalogue(unit, self._units)
        return self._units[unit]

    def infrastructure_of(self, entry: str) -> Infrastructure:
        """The unit that a service or expert belongs to."""
        return self.infrastructure(self.entry(entry).id.partition("/")[0])

    def entry(self, entry: str) -> Service | Expert:
        """The service or expert with this id."""
        if entry not in self._entries:
            raise NotInCatalogue(entry, self._entries)
        return self._entries[entry]

    def service(self, entry: str) -> Service:
        """The service with this id; an expert's id is not found here."""
        found = self._entries.get(entry)
        if not isinstance(found, Service):
            raise NotInCatalogue(entry, self._entries)
        return found

    def expert(self, entry: str) -> Expert:
        """The expert with this id; a service's id is not found here."""
        found = self._entries.get(entry)
        if not isinstance(found, Expert):
            raise NotInCatalogue(entry, self._entries)
        return found

    def experts_for(self, entry: str) -> tuple[Expert, ...]:
        """Who answers for an entry, first choice first: for an expert, the expert.

        Empty when nobody is named for the service, and then an advisor has to find out.
        """
        chosen = self.entry(entry)
        if isinstance(chosen, Expert):
            return (chosen,)
        return tuple(expert for expert in self.infrastructure_of(entry).experts if entry in expert.answers_for)

    def limits(self, entry: str) -> Limits:
        """What an entry can never do: the unit's limits with what the service changes."""
        chosen, unit = self.entry(entry), self.infrastructure_of(entry)
        return unit.limits_of(chosen) if isinstance(chosen, Service) else unit.limits

    def entries(self) -> tuple[Entry, ...]:
        """All services and experts as the matcher takes them, in the order of `entry_ids`."""
        return tuple(entry for unit in self.infrastructures for entry in entries_of(unit))

    @cached_property
    def _units(self) -> dict[str, Infrastructure]:
        return {unit.id: unit for unit in self.infrastructures}

    @cached_property
    def _entries(self) -> dict[str, Service | Expert]:
        entries: dict[str, Service | Expert] = {}
        for unit in self.infrastructures:
            entries |= {service.id: service for service in unit.services}
            entries |= {expert.id: expert for expert in unit.experts}
        return entries
