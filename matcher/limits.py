"""Hard limits read from a need: what the work is done on, how good, for what use, how alive, how dangerous, where.

The words stand in a data file. A limit behind a negation ("no animals", "inte GMP"), or said to be done ("rats are
finished"), is read as ruled out; what is named in passing is not read. Whether an entry can meet a limit is the limits
signal's business.
"""

import hashlib
import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from matcher.answer import Language
from matcher.asides import MATERIAL, ahead, done, likened, origins, stands_in
from matcher.negation import ruled_out
from matcher.phrases import Phrases
from matcher.text import fold

# Limit to value to the phrases that say it; see `phrases`.
LimitWords = Mapping[str, Mapping[str, Iterable[str]]]
# A limit and one of its values.
Stated = tuple[str, str]

VALUES: Final[Mapping[str, tuple[str, ...]]] = {
    "subjects": ("animals", "humans", "cells", "samples", "devices", "data"),
    "species": ("small animals", "large animals", "people"),
    "quality": ("GMP", "research"),
    "use": ("clinical", "research"),
    "living": ("living", "fixed"),
    "biosafety": ("2", "3", "4"),
    "place": ("on campus", "elsewhere"),
}
NAMES = tuple(VALUES)
# The species that say whose body it is that a subject names.
_BODIES: Final[Mapping[str, frozenset[str]]] = {
    "humans": frozenset({"people"}),
    "animals": frozenset({"small animals", "large animals"}),
}
# Beside the limits there may be what phrases refer to, and for a limit what must be named for it to be read at all.
GROUPS: Final = "groups"
WHERE: Final = "where"
# What is meant for later is not asked for now, nor are those who get it then; and who takes part is not who a sample
# came from.
_TIMELY: Final = frozenset({"species", "quality"})
_GET_IT: Final = "humans"
_BODILY: Final = frozenset({"species"})


@dataclass(frozen=True)
class ReadLimits:
    """What a need says: for each limit the values asked for and the values ruled out."""

    wanted: Mapping[str, frozenset[str]] = field(default_factory=dict)
    unwanted: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def wants(self, limit: str) -> frozenset[str]:
        """The values of a limit that the need asks for."""
        return self.wanted.get(limit, frozenset())

    def rules_out(self, limit: str) -> frozenset[str]:
        """The values of a limit that the need rules out and does not ask for elsewhere."""
        return self.unwanted.get(limit, frozenset())

    @property
    def stated(self) -> frozenset[Stated]:
        """All that the need says of limits, asked for or ruled out."""
        both = (self.wanted, self.unwanted)
        return frozenset((limit, value) for said in both for limit, values in said.items() for value in values)

    @property
    def told(self) -> Mapping[str, frozenset[str]]:
        """What the need asks for, without the subjects that its species say more sharply."""
        return _sharp(self.wanted)

    @property
    def told_ruled_out(self) -> Mapping[str, frozenset[str]]:
        """What the need rules out, likewise."""
        return _sharp(self.unwanted)

    def without(self, left_out: Collection[Stated]) -> "ReadLimits":
        """What is left when some of what was read is not meant: neither asked for nor ruled out."""
        gone = {*left_out, *(("subjects", subject) for subject in self._only_by(left_out))}
        return ReadLimits(_less(self.wanted, gone), _less(self.unwanted, gone)) if left_out else self

    def _only_by(self, left_out: Collection[Stated]) -> Iterator[str]:
        """The subjects of whose species none is left."""
        for subject, bodies in _BODIES.items():
            read = bodies & self.wants("species")
            if read and all(("species", value) in left_out for value in read):
                yield subject


class LimitReader:
    """Reads limits by their words."""

    def __init__(self, words: LimitWords) -> None:
        """Take the words; beside the limits there may be `groups`, which phrases refer to.

        Raises:
            ValueError: a limit or a value that is not in `VALUES`.
        """
        _check(words)
        self.key = hashlib.blake2b(json.dumps(words, default=list).encode(), digest_size=8).hexdigest()
        groups = {name: tuple(map(str, said)) for name, said in words.get(GROUPS, {}).items()}
        self._where = {limit: Phrases(tuple(map(str, said)), groups) for limit, said in words.get(WHERE, {}).items()}
        self._phrases = [
            (limit, value, Phrases(tuple(map(str, said)), groups))
            for limit in NAMES
            for value, said in words.get(limit, {}).items()
        ]

    def read(self, text: str, language: Language | None = None) -> ReadLimits:
        """The limits that a need states; a language that is not known may be either."""
        mentions = _Mentions(text)
        wanted: dict[str, set[str]] = {}
        unwanted: dict[str, set[str]] = {}
        for limit, value, match in self._found(mentions.folded, language):
            if not mentions.is_aside(match, limit, value):
                (unwanted if mentions.is_ruled_out(match) else wanted).setdefault(limit, set()).add(value)
        if "quality" in wanted:
            # Something is made, and whoever was named is who gets it.
            wanted.pop("species", None)
        return ReadLimits(
            {limit: frozenset(values) for limit, values in wanted.items()},
            {limit: frozenset(values - wanted.get(limit, set())) for limit, values in unwanted.items()},
        )

    def _found(self, folded: str, language: Language | None) -> Iterator[tuple[str, str, re.Match[str]]]:
        silent = {limit for limit, where in self._where.items() if not any(where.found(folded, language))}
        for limit, value, phrases in self._phrases:
            if limit not in silent:
                yield from ((limit, value, match) for match in phrases.found(folded, language))


def _less(said: Mapping[str, frozenset[str]], gone: Collection[Stated]) -> Mapping[str, frozenset[str]]:
    return _filled({limit: frozenset(v for v in values if (limit, v) not in gone) for limit, values in said.items()})


def _sharp(said: Mapping[str, frozenset[str]]) -> Mapping[str, frozenset[str]]:
    species = said.get("species", frozenset())
    subjects = (each for each in said.get("subjects", ()) if not _BODIES.get(each, frozenset()) & species)
    return _filled({**said, "subjects": frozenset(subjects)})


def _filled(said: Mapping[str, frozenset[str]]) -> Mapping[str, frozenset[str]]:
    return {limit: values for limit, values in said.items() if values}


def _check(words: LimitWords) -> None:
    for limit, values in words.items():
        if limit not in {*NAMES, GROUPS, WHERE}:
            raise ValueError(f"found the limit {limit!r}, wanted one of {', '.join(NAMES)}")
        for value in values:
            if value not in VALUES.get(limit, values):
                raise ValueError(f"{limit}: found {value!r}, wanted one of {', '.join(VALUES[limit])}")


class _Mentions:
    """One text, with what stands in which part of it."""

    def __init__(self, text: str) -> None:
        self.folded = fold(text)
        self._negated = ruled_out(text)
        self._done = done(self.folded)
        self._beside = [*ahead(self.folded), *likened(self.folded)]
        self._origins = origins(self.folded)

    def is_ruled_out(self, match: re.Match[str]) -> bool:
        """Whether it is not wanted; a phrase that begins with the negation itself ("no patients") says what it says."""
        if any(start < match.start() < end or match.start() < start < match.end() for start, end in self._negated):
            return True
        return stands_in(match.start(), self._done)

    def is_aside(self, match: re.Match[str], limit: str, value: str) -> bool:
        """Whether it is named without being asked for now."""
        at = match.end() - 1
        if (limit in _TIMELY or value == _GET_IT) and stands_in(at, self._beside):
            return True
        return limit in _BODILY and (stands_in(at, self._origins) or bool(MATERIAL.match(self.folded, match.end())))
