"""Whether the ids of a catalogue fit together, within a file and between files.

Works on the documents as they were read, so that a file with other faults has its ids checked all the same
and a person gets every problem in one run. What a single value must look like is in `catalogue_unit`.
"""

from collections.abc import Iterator, Mapping

from bot.domain.catalogue_problems import Problem, found, path

_Place = tuple[str | int, ...]


def misfits(documents: Mapping[str, object]) -> Iterator[Problem]:
    """Problems of ids: file names, doubles and services that experts answer for but nobody offers."""
    first_file: dict[str, str] = {}
    for file, document in documents.items():
        unit = unit_id(document)
        if unit is None:
            continue
        yield from _name_problems(file, unit, first_file.setdefault(unit, file))
        yield from _doubles(file, document)
        yield from _unknown_services(file, document)


def unit_id(document: object) -> str | None:
    """The id a document gives itself, or None when there is nothing usable as one."""
    value = document.get("id") if isinstance(document, Mapping) else None
    return value if isinstance(value, str) else None


def _name_problems(file: str, unit: str, first_file: str) -> Iterator[Problem]:
    expected = file.removesuffix(".yaml")
    if unit != expected:
        yield Problem(file, "id", found(unit), f'the name of the file, "{expected}"')
    if file != first_file:
        yield Problem(file, "id", found(unit), f"an id of its own: {first_file} has this one")


def _doubles(file: str, document: object) -> Iterator[Problem]:
    seen: dict[str, _Place] = {}
    for place, entry in (*_ids(document, "services"), *_ids(document, "experts")):
        first = seen.setdefault(entry, place)
        if first != place:
            yield Problem(file, path(place), found(entry), f"an id of its own: {path(first)} has this one")


def _unknown_services(file: str, document: object) -> Iterator[Problem]:
    offered = {service for _, service in _ids(document, "services")}
    for number, expert in enumerate(_items(document, "experts")):
        for position, service in enumerate(_items(expert, "answers_for")):
            if isinstance(service, str) and service not in offered:
                place = path(("experts", number, "answers_for", position))
                yield Problem(file, place, found(service), "the id of a service in the same file")


def _ids(document: object, key: str) -> Iterator[tuple[_Place, str]]:
    for number, item in enumerate(_items(document, key)):
        entry = unit_id(item)
        if entry is not None:
            yield (key, number, "id"), entry


def _items(holder: object, key: str) -> list[object]:
    value = holder.get(key) if isinstance(holder, Mapping) else None
    return value if isinstance(value, list) else []
