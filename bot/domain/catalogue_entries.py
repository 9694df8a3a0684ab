"""Catalogue units turned into what the matcher searches.

One piece of text for each thing that could be the reason of a match: an example need, a list of everyday
words, a thing that an expert knows. How the matcher weighs them is its own business.
"""

from collections.abc import Iterator

from bot.domain.catalogue_unit import Expert, Infrastructure, Service
from bot.domain.catalogue_values import Limits, Text
from matcher.entries import Chunk, Entry, EntryLimits, Field, Language

_LANGUAGES: tuple[Language, Language] = ("en", "sv")


def entries_of(unit: Infrastructure) -> Iterator[Entry]:
    """A unit's services and then its experts, in the order of its file."""
    for service in unit.services:
        yield Entry(
            id=service.id,
            kind="service",
            group=unit.id,
            name=service.name.model_dump(),
            chunks=(*_service_chunks(service), *_unit_chunks(unit)),
            limits=_entry_limits(unit.limits_of(service)),
        )
    for expert in unit.experts:
        yield Entry(
            id=expert.id,
            kind="expert",
            group=unit.id,
            name=expert.role.model_dump(),
            chunks=tuple(_expert_chunks(unit, expert)),
            limits=_entry_limits(unit.limits),
            answers_for=expert.answers_for,
        )


def _service_chunks(service: Service) -> Iterator[Chunk]:
    yield from _said("head", service.name)
    yield from _said("shows", service.shows)
    yield from _said("does_not", service.does_not)
    yield from _said("brings", service.you_bring)
    if service.techniques:
        yield Chunk("techniques", "any", ", ".join(service.techniques))
    for language in _LANGUAGES:
        if service.synonyms.in_(language):
            yield Chunk("synonyms", language, ", ".join(service.synonyms.in_(language)))
        for ask in service.asks.in_(language):
            yield Chunk("ask", language, ask)


def _unit_chunks(unit: Infrastructure) -> Iterator[Chunk]:
    yield from _said("group", unit.name)
    yield from _said("group", unit.summary)
    if unit.aliases:
        yield Chunk("aliases", "any", ", ".join(unit.aliases))


def _expert_chunks(unit: Infrastructure, expert: Expert) -> Iterator[Chunk]:
    for language in _LANGUAGES:
        yield Chunk("head", language, f"{expert.role.in_(language)}, {unit.name.in_(language)}")
    for language in _LANGUAGES:
        for thing in expert.knows.in_(language):
            yield Chunk("knows", language, thing)


def _said(field: Field, text: Text) -> Iterator[Chunk]:
    for language in _LANGUAGES:
        yield Chunk(field, language, text.in_(language))


def _entry_limits(limits: Limits) -> EntryLimits:
    return EntryLimits(
        quality=limits.quality,
        subjects=limits.subjects,
        species=limits.species,
        biosafety=limits.biosafety,
        on_campus=None if limits.on_campus == "unknown" else limits.on_campus,
        living=None if limits.living == "both" else limits.living,
    )
