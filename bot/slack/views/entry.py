"""What the views tell of one service or expert, in one language, from the catalogue. No blocks are made here."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from bot.domain.catalogue import Catalogue, Expert, NotInCatalogue
from bot.domain.showing import Asked
from bot.slack.blocks import cut
from bot.slack.wording import match as wording
from bot.slack.wording.company_notes import colleague_at, deputy_at, expert_at
from bot.slack.wording.said import Said

# A catalogue sets no limits to its texts; these keep a match within a few lines on a phone.
_LONGEST_NAME = 150
_LONGEST_LINE = 240
_THINGS_KNOWN = 3
#: A first word in small letters throughout; what begins as mRNA does is written so for a reason.
_PLAIN_WORD: Final = re.compile(r"[a-zåäö]+(?![\w-])")


@dataclass(frozen=True)
class EntryFacts:
    """A service or expert as people see it.

    Attributes:
        shows: one line of what it does, or what the expert knows.
        does_not: what a service is not for; empty for an expert.
        role: the expert who answers, and is asked first; None when nobody is named.
        roles: all experts who answer, by id.
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
    roles: Mapping[str, str] = field(default_factory=dict)

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
    roles = {each.id: cut(each.role.in_(language), _LONGEST_NAME) for each in catalogue.experts_for(entry)}
    asks: tuple[str, ...] = ()
    if isinstance(chosen, Expert):
        name, does_not, you_bring = chosen.role, "", ""
        shows = wording.knows(", ".join(chosen.knows.in_(language)[:_THINGS_KNOWN])).in_(language)
    else:
        name, shows = chosen.name, chosen.shows.in_(language)
        does_not, you_bring = chosen.does_not.in_(language), chosen.you_bring.in_(language)
        asks = tuple(chosen.asks.in_(language))
    return EntryFacts(
        id=entry,
        name=cut(_as_title(name.in_(language)), _LONGEST_NAME),
        unit=cut(unit.name.in_(language), _LONGEST_NAME),
        shows=cut(shows, _LONGEST_LINE),
        does_not=cut(does_not, _LONGEST_LINE),
        you_bring=cut(you_bring, _LONGEST_LINE),
        role=next(iter(roles.values()), None),
        confirmed=unit.confirmed,
        openness=unit.open_to_companies.value,
        elsewhere=tuple(cut(door.text.in_(language), _LONGEST_LINE) for door in unit.elsewhere),
        asks=asks,
        roles=roles,
    )


def who_is_asked(asked: Asked, facts: EntryFacts) -> Said:
    """Who has the card, or would have it, in a sentence: the expert, a deputy or a colleague, and no account."""
    if asked.is_colleague:
        return colleague_at(facts.unit)
    role = facts.roles.get(asked.expert or "")
    if role is None and asked.is_chosen and facts.roles:
        # Of several experts nobody knows whose deputy it is.
        return deputy_at(facts.role if len(facts.roles) == 1 else None, facts.unit)
    return expert_at(role or facts.role, facts.unit)


def _as_title(name: str) -> str:
    """Roles are written as they stand within a sentence, and here they stand as a title."""
    return name[:1].upper() + name[1:] if _PLAIN_WORD.match(name) else name
