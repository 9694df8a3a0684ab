"""Naming: which services and units a text calls by their names. What that is worth is the engine's business.

Names of several words, and of services, are met in any case and inflection. What a unit is called in a single word,
such as PKL or CAST, counts only as it is written, since many such words mean something else in lower case. A unit's id
counts like its names where it is more than a word: where it has a hyphen, or is spelt like one of them. An expert's
role names somebody beside the name of the unit only, since most units have a "facility head". An abbreviation names
the services that have it in their names, techniques or synonyms, in a text of so few words that it is about nothing
else ("do you have PET"); it is apart from the names, since it says less than the other words do.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from matcher.corpus import Corpus
from matcher.entries import Entry, Field
from matcher.text import fold, stem

# Nobody writes out a longer one.
LONGEST_NAME = 10
# Longer texts mention abbreviations by the way.
FEW_WORDS = 6
_SPEAKING: frozenset[Field] = frozenset({"head", "techniques", "synonyms"})
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
# "PKLs personal", "the PKL's people", "PKL-gruppen".
_ENDING = re.compile(r"(?:['’]?s|-[^\W\d_]+)$")

Rows = frozenset[int]
Called = Mapping[str, Rows]


@dataclass(frozen=True)
class Named:
    """What a text names, by rows of the corpus.

    Attributes:
        first: those named themselves, services by name and experts by role.
        rest: all others of the units that are named.
        alone: whether the text says nothing else.
    """

    first: Rows = frozenset()
    rest: Rows = frozenset()
    alone: bool = False

    def __bool__(self) -> bool:
        """Whether it names anything."""
        return bool(self.first or self.rest)

    def __contains__(self, row: int) -> bool:
        """Whether it names this one, or its unit."""
        return row in self.first or row in self.rest

    def is_one_of(self, corpus: Corpus) -> bool:
        """Whether it is one service, or one expert, so that nobody has to ask which."""
        meant = self.first or self.rest
        return len(meant) == 1 or sum(bool(corpus.services[row]) for row in meant) == 1

    def before_others(self, order: Iterable[int]) -> list[int]:
        """A ranking with what is named in front."""
        return sorted(order, key=lambda row: 0 if row in self.first else 1 if row in self.rest else 2)


@dataclass(frozen=True)
class Naming:
    """The names of a corpus's services, experts and units."""

    corpus: Corpus

    def read(self, text: str) -> Named:
        """What a text names; where one name holds another, the longer one."""
        words = _WORD.findall(text)
        stems = [stem(fold(word)) for word in words]
        services: set[int] = set()
        units: set[int] = set()
        at = said = 0
        while at < len(words):
            size, found = self._longest(words, stems, at)
            (services if len(found) == 1 else units).update(found)
            said += size
            at += size or 1
        first = services | {row for row in units if self._is_told(row, stems)}
        return Named(frozenset(first), frozenset(units - first), alone=bool(words) and said == len(words))

    def read_abbreviations(self, text: str) -> Named:
        """What the abbreviations in a text of few words name."""
        words = _WORD.findall(text)
        found = (self._abbreviated.get(word, ()) for word in _parts(words) if len(words) <= FEW_WORDS)
        return Named(frozenset(row for rows in found for row in rows))

    def _longest(self, words: Sequence[str], stems: Sequence[str], at: int) -> tuple[int, Rows]:
        """How many words from here on are a name, and whose; 0 when they are none."""
        for size in range(min(LONGEST_NAME, len(words) - at), 0, -1):
            found = self._said.get(" ".join(stems[at : at + size]))
            if found is not None:
                return size, found
        found = self._written.get(words[at]) or self._written.get(_ENDING.sub("", words[at]))
        return (0, frozenset()) if found is None else (1, found)

    def _is_told(self, row: int, stems: Sequence[str]) -> bool:
        """Whether an expert's role stands in a text."""
        entry = self.corpus.entries[row]
        told = f" {' '.join(stems)} "
        return entry.kind == "expert" and any(f" {_key(role)} " in told for role in entry.name.values())

    @cached_property
    def _said(self) -> Called:
        """Names by the stems of their words."""
        names = [*self._of_services, *((name, rows) for name, rows in self._of_units if len(name.split()) > 1)]
        return _gathered((_key(name), rows) for name, rows in names)

    @cached_property
    def _written(self) -> Called:
        """Names of a single word, and ids, as they are written."""
        return _gathered((name, rows) for name, rows in self._of_units if len(name.split()) == 1)

    @cached_property
    def _abbreviated(self) -> Called:
        """Services by the abbreviations in what they are called."""
        services = ((row, entry) for row, entry in enumerate(self.corpus.entries) if entry.kind == "service")
        words = ((row, word) for row, entry in services for text in entry.texts(*_SPEAKING) for word in _written(text))
        return _gathered((word, frozenset({row})) for row, word in words if _is_abbreviation(word))

    @property
    def _of_services(self) -> Iterator[tuple[str, Rows]]:
        for row, entry in enumerate(self.corpus.entries):
            if entry.kind == "service":
                yield from ((name, frozenset({row})) for name in entry.name.values())

    @property
    def _of_units(self) -> Iterator[tuple[str, Rows]]:
        members: dict[str, set[int]] = {}
        names: dict[str, set[str]] = {}
        for row, entry in enumerate(self.corpus.entries):
            members.setdefault(entry.group, set()).add(row)
            names.setdefault(entry.group, set()).update(_names_of_unit(entry))
        for unit, rows in members.items():
            spelt_alike = unit in {name.lower() for name in names[unit]}
            ids = {unit} if "-" in unit or spelt_alike else set()
            yield from ((name, frozenset(rows)) for name in sorted(names[unit] | ids))


def _names_of_unit(entry: Entry) -> Iterator[str]:
    """What an entry's unit is called: its aliases, and its name, also without what follows a comma."""
    for aliases in entry.texts("aliases"):
        yield from aliases.split(", ")
    named = {chunk.language: chunk.text for chunk in reversed(entry.chunks) if chunk.field == "group"}
    for name in named.values():
        yield name
        short = name.partition(",")[0]
        yield short if len(short.split()) > 1 else name


def _written(text: str) -> Iterator[str]:
    """The words of a text as they are written, and the parts of those with a hyphen."""
    return _parts(_WORD.findall(text))


def _parts(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        yield word
        yield from word.split("-") if "-" in word else ()


def _is_abbreviation(word: str) -> bool:
    return sum(letter.isupper() for letter in word) > 1


def _gathered(names: Iterable[tuple[str, Rows]]) -> Called:
    found: dict[str, Rows] = {}
    for name, rows in names:
        found[name] = found.get(name, frozenset()) | rows
    return found


def _key(name: str) -> str:
    return " ".join(stem(fold(word)) for word in _WORD.findall(name))
