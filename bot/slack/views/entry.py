"""What the views tell of one service or expert, in one language, from the catalogue. No blocks are made here."""

from dataclasses import dataclass
from datetime import date

from bot.domain.catalogue import Catalogue, Expert, NotInCatalogue
from bot.slack.blocks import cut
from bot.slack.wording import match as wording

# A catalogue sets no limits to its texts; these keep a match within a few lines on a phone.
_LONGEST_NAME = 150
_LONGEST_LINE = 240
_THINGS_KNOWN = 3


@dataclass(frozen=True)
class EntryFacts:
    """A service or expert as people see it.

    Attributes:
        shows: one line of what it does, or what the expert knows.
        does_not: what a service is not for; empty for an expert.
        role: the expert who answers; None when nobody is named.
        asks: needs that the service gives as examples; empty for an expert.
    """

    id: str
    name: str
    unit: str
    shows: str
    does_not: str
    you_bring: str
    role: str | None
    confirmed: date | None
    openness: str
    elsewhere: tuple[str, ...]
    asks: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """Name and unit in one line."""
        return f"{self.name} — {self.unit}"


def entry_facts(catalogue: Catalogue, entry: str, language: str) -> EntryFacts:
    """The facts of an entry; one that has left the catalogue since is known by its id alone."""
    try:
        chosen, unit = catalogue.entry(entry), catalogue.infrastructure_of(entry)
    except NotInCatalogue:
        return EntryFacts(entry, entry, entry.partition("/")[0], "", "", "", None, None, "unknown", ())
    experts = catalogue.experts_for(entry)
    asks: tuple[str, ...] = ()
    if isinstance(chosen, Expert):
        name, does_not, you_bring = chosen.role, "", ""
        shows = wording.knows(", ".join(chosen.knows.in_(language)[:_THINGS_KNOWN])).in_(language)
    else:
        name, shows = chosen.name, chosen.shows.in_(language)
        does_not, you_bring = chosen.does_not.in_(language), chosen.you_bring.in_(language)
        asks = tuple(chosen.asks.in_(language))
    spoken = name.in_(language)
    return EntryFacts(
        id=entry,
        # Roles are written as they stand within a sentence, and here they stand as a title.
        name=cut(spoken[:1].upper() + spoken[1:], _LONGEST_NAME),
        unit=cut(unit.name.in_(language), _LONGEST_NAME),
        shows=cut(shows, _LONGEST_LINE),
        does_not=cut(does_not, _LONGEST_LINE),
        you_bring=cut(you_bring, _LONGEST_LINE),
        role=cut(experts[0].role.in_(language), _LONGEST_NAME) if experts else None,
        confirmed=unit.confirmed,
        openness=unit.open_to_companies.value,
        elsewhere=tuple(cut(door.text.in_(language), _LONGEST_LINE) for door in unit.elsewhere),
        asks=asks,
    )
