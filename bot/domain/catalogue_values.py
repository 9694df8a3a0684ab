"""The small values a catalogue is made of: texts in two languages, links, dates, limits.

The description of each field doubles as the words a person reads when the field is wrong, so it says what is
wanted. What a whole file holds is in `catalogue_unit`.
"""

import re
from datetime import date, datetime
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo
from pydantic_core import PydanticCustomError

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_ADDRESS = re.compile(r"[^\s@]+@[^\s@]+\.\w")


class Model(BaseModel):
    """What every part of a catalogue is: never changed after reading, and closed to unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def wanted(words: str) -> PydanticCustomError:
    """An error whose whole message is what should have stood there."""
    return PydanticCustomError("wanted", "{words}", {"words": words})


def is_link(text: str) -> bool:
    """Whether the text has the form of a web address; nobody goes there to look."""
    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and "." in host.strip(".") and not re.search(r"\s", text)


def _one_line(text: str) -> str:
    line = " ".join(text.split())
    if not line:
        raise wanted("some words, not an empty text")
    if _ADDRESS.search(line):
        raise wanted("no e-mail address: a catalogue names roles, persons are linked by the installation")
    return line


def _slug(text: str) -> str:
    if not _SLUG.fullmatch(text):
        raise wanted("an id of small letters a-z, digits and single hyphens, such as cell-sorting")
    return text


def _within_unit(short: str, info: ValidationInfo) -> str:
    unit = info.context.get("unit", "") if isinstance(info.context, dict) else ""
    return f"{unit}/{short}" if unit else short


def _link(text: str) -> str:
    if not is_link(text):
        raise wanted("a web address that starts with https:// or http://")
    return text


def _source(text: str) -> str:
    return _link(text) if text.startswith(("http:", "https:")) else _one_line(text)


def _calendar_day(value: object) -> object:
    """Only a day: pydantic alone would also take a number of seconds or a time of day."""
    if isinstance(value, datetime) or not isinstance(value, date | str):
        raise wanted("a date such as 2026-05-31")
    try:
        return date.fromisoformat(value) if isinstance(value, str) else value
    except ValueError as error:
        raise wanted("a real date such as 2026-05-31") from error


def _not_swallowed_by_yaml(value: object) -> object:
    return "yes" if value is True else value


Line = Annotated[str, AfterValidator(_one_line)]
UnitId = Annotated[str, AfterValidator(_slug)]
EntryId = Annotated[str, AfterValidator(_slug), AfterValidator(_within_unit)]
Link = Annotated[str, AfterValidator(_link)]
Source = Annotated[str, AfterValidator(_source)]
Day = Annotated[date, BeforeValidator(_calendar_day)]
Openness = Annotated[Literal["yes", "limited", "unknown"], BeforeValidator(_not_swallowed_by_yaml)]
Lines = tuple[Line, ...]

Quality = Literal["none", "research", "pre-GMP", "GMP", "clinical"]
Subject = Literal["humans", "animals", "cells", "samples", "devices", "data"]


class Text(Model):
    """The same thing said in English and in Swedish."""

    en: Line
    sv: Line

    def in_(self, language: str) -> str:
        """The words in that language; English for any language the catalogue does not speak."""
        return self.sv if language == "sv" else self.en


class Phrases(Model):
    """Several words or sentences in each language; the two lists need not translate each other."""

    en: Lines = ()
    sv: Lines = ()

    def in_(self, language: str) -> Lines:
        """The phrases in that language; English for any language the catalogue does not speak."""
        return self.sv if language == "sv" else self.en


class FilledPhrases(Phrases):
    """Phrases of which there must be at least one in each language."""

    en: Lines = Field(min_length=1)
    sv: Lines = Field(min_length=1)


class Limits(Model):
    """What an entry can never do. Left out means: not known, and so not in the way."""

    quality: Quality = Field("none", description="one of: none, research, pre-GMP, GMP, clinical")
    subjects: tuple[Subject, ...] = Field((), description="a list of: humans, animals, cells, samples, devices, data")
    species: Lines = Field((), description="a list of animals by their English names")
    biosafety: Literal[1, 2, 3, 4] | None = Field(
        None, description="the highest biosafety level named, 1 to 4, or null"
    )
    on_campus: Literal[True, False, "unknown"] = Field("unknown", description="true, false or unknown")
    living: Literal[True, False, "both"] = Field("both", description="true, false or both")

    def with_changes(self, changes: Self) -> Self:
        """These limits, except for what the changes state themselves."""
        return self.model_copy(update={name: getattr(changes, name) for name in changes.model_fields_set})


class Location(Model):
    """Where the unit is, as far as a source tells."""

    campus: Line = Field(description="the name of the campus or town")
    building: Line | None = Field(None, description="the name of the building, or null")
    address: Line | None = Field(None, description="the street address, or null")
    on_campus: Literal[True, False, "unknown"] = Field("unknown", description="true, false or unknown")


class OpenToCompanies(Model):
    """Whether companies may come, and who says so."""

    value: Openness = Field(description="one of: yes, limited, unknown")
    basis: Text = Field(description="what the answer rests on, in English (en) and Swedish (sv)")
    source: Source | None = Field(None, description="where that is said, or null")


class Elsewhere(Model):
    """A door outside the catalogue for those whom the unit cannot help."""

    text: Text = Field(description="where else to turn, in English (en) and Swedish (sv)")
    source: Source = Field(description="where that is said")
