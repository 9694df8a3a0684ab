"""What is wrong with a catalogue, as values a person can act on.

Here pydantic's errors become plain words: which file, which place, what stands there, what is wanted. The
words for what is wanted are the descriptions of the fields.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from bot.domain.catalogue_values import Model

_SHOWN = 60
_NAMED: tuple[tuple[tuple[type, ...], str], ...] = (
    ((Mapping,), "a mapping"),
    ((list, tuple, set, frozenset), "a list"),
    ((int, float), "a number"),
    ((date,), "a date"),
)


@dataclass(frozen=True)
class Problem:
    """One thing to correct. `place` is empty when the whole file is meant."""

    file: str
    place: str
    found: str
    wanted: str

    def __str__(self) -> str:
        """The problem on one line, ready to print."""
        where = f"{self.file}: {self.place}" if self.place else self.file
        return f"{where}: found {self.found}, wanted {self.wanted}"


class CatalogueInvalid(Exception):
    """The catalogue cannot be used; `problems` holds everything that has to be corrected."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(dict.fromkeys(problems), key=lambda problem: problem.file))
        super().__init__("\n".join(map(str, self.problems)))

    @property
    def how_many(self) -> str:
        """How many problems there are, as a line about them begins."""
        return "1 problem" if len(self.problems) == 1 else f"{len(self.problems)} problems"


def problems_in(file: str, error: ValidationError, model: type[Model]) -> Iterator[Problem]:
    """Every error that pydantic found in one file, in our words."""
    for detail in error.errors(include_url=False):
        yield _problem(file, detail, model)


def found(value: object) -> str:
    """A value as it can be shown within a sentence: short, on one line and never surprising."""
    if isinstance(value, str):
        return f'"{_printable(value)}"' if value.strip() else "nothing"
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None or value in ([], ()):
        return "nothing"
    return next((words for types, words in _NAMED if isinstance(value, types)), "something unreadable")


def path(place: Iterable[object]) -> str:
    """`("services", 2, "asks")` as `services[2].asks`."""
    written = ""
    for step in place:
        written += f"[{step}]" if isinstance(step, int) else f".{_printable(str(step))}"
    return written.removeprefix(".")


def _problem(file: str, detail: ErrorDetails, model: type[Model]) -> Problem:
    place, kind = detail["loc"], detail["type"]
    if kind in {"extra_forbidden", "invalid_key"}:
        holder = _fields_along(model, place[:-1])[-1][1]
        known = list(holder.model_fields) if holder else []
        return Problem(file, path(place), "an unknown key", _known_key(str(place[-1]), known))
    standing = "nothing" if kind == "missing" else found(detail["input"])
    return Problem(file, path(place), standing, _wanted(detail, model))


def _wanted(detail: ErrorDetails, model: type[Model]) -> str:
    if detail["type"] == "wanted":
        return detail["msg"]
    met = _fields_along(model, detail["loc"])
    within = met[-1][1]
    if within and detail["type"] == "model_type":
        needed = (name for name, field in within.model_fields.items() if field.is_required())
        return "a mapping with " + (", ".join(needed) or "some of: " + ", ".join(within.model_fields))
    return [words for words, _ in met if words][-1]


def _known_key(key: str, known: list[str]) -> str:
    near = get_close_matches(key, known, n=1)
    if near:
        return f"{near[0]}, or no such key"
    return "one of: " + ", ".join(known) if known else "no such key"


def _fields_along(model: type[BaseModel], place: Iterable[object]) -> list[tuple[str, type[BaseModel] | None]]:
    """The descriptions met on the way to a place, each with the model that the step leads into."""
    here: type[BaseModel] | None = model
    met: list[tuple[str, type[BaseModel] | None]] = [("", here)]
    for step in place:
        field = here.model_fields.get(step) if here and isinstance(step, str) else None
        if field:
            here = _model_within(field.annotation)
            met.append((field.description or "", here))
    return met


def _model_within(annotation: object) -> type[BaseModel] | None:
    """The model inside `Model | None` or `tuple[Model, ...]`, if there is one."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    within = (_model_within(part) for part in get_args(annotation))
    return next((model for model in within if model), None)


def _printable(text: str) -> str:
    line = " ".join(text.split())
    clipped = line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"
    return "".join(letter if letter.isprintable() else "�" for letter in clipped)
