"""Swedish to crude English, word by word: phrases, inflected forms and compounds, from a glossary given as data.

The English encoder then reads what a Swede wrote. It is no translation for people, and reading files is not done here.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from typing import TypeVar

from matcher.text import LONGEST_WORD, fold, stem

# A part of a compound shorter than this is more often chance than meaning (`al`, `is`, `or`).
SHORTEST_PART = 3
# Phrases of the glossary are at most this long.
LONGEST_PHRASE = 5

_TOKEN = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*|[^\w\s]+|\n")


K = TypeVar("K")
V = TypeVar("V")


class Glossary:
    """Swedish words and phrases with their English, found in any inflection and inside compounds."""

    def __init__(self, rows: Iterable[tuple[str, str]]) -> None:
        """Take (Swedish base form, English) rows; further English after `; ` counts for single words only."""
        self._rows = tuple(rows)
        written = "".join(f"{swedish}\t{english}\n" for swedish, english in self._rows)
        self.key = hashlib.blake2b(written.encode(), digest_size=8).hexdigest()
        self._word = lru_cache(maxsize=50_000)(self._look_up)
        # Kept too, since the ways to cut a long word share their ends: each end is then cut once.
        self._compound = lru_cache(maxsize=50_000)(self._cut)

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """Single Swedish words that are spelt otherwise in English, with their English, in the glossary's order."""
        return [(swedish, english) for swedish, english in self._exact.items() if swedish != english]

    def __len__(self) -> int:
        """How many words and phrases it knows."""
        return len(self._exact) + len(self._phrases)

    def english(self, text: str) -> str:
        """The text with every known Swedish word, phrase or compound in English; the rest stays as it is."""
        tokens = [t[:LONGEST_WORD] for t in _TOKEN.findall(text)]
        stems = [stem(t.lower()) for t in tokens]
        out: list[str] = []
        at = 0
        while at < len(tokens):
            size, phrase = self._phrase_at(stems, at)
            out.append(phrase if size else self._word(tokens[at]) or tokens[at])
            at += size or 1
        return re.sub(r" ([,.;:!?)\n])", r"\1", " ".join(out))

    def knows(self, word: str) -> bool:
        """Whether a word, an inflection or a compound of it is in the glossary."""
        return self._word(word) is not None

    def meanings(self, word: str) -> tuple[str, ...]:
        """All English of a single word; of an inflection or a compound the one that `english` gives, if any."""
        return self._variants.get(word.lower()) or tuple(filter(None, [self._word(word)]))

    # The tables are made when a Swedish text comes: stemming six thousand words takes longer than an English need.

    @cached_property
    def _singles(self) -> list[tuple[str, str]]:
        return [row for row in self._rows if len(row[0].split()) == 1]

    @cached_property
    def _exact(self) -> dict[str, str]:
        return _first_wins((swedish.lower(), english.replace(";", "")) for swedish, english in self._singles)

    @cached_property
    def _variants(self) -> dict[str, tuple[str, ...]]:
        return _first_wins(
            (swedish.lower(), tuple(map(str.strip, english.split(";")))) for swedish, english in self._singles
        )

    @cached_property
    def _phrases(self) -> dict[tuple[str, ...], str]:
        phrases = ((swedish.lower().split(), english) for swedish, english in self._rows)
        return _first_wins((tuple(map(stem, parts)), _first(english)) for parts, english in phrases if len(parts) > 1)

    @cached_property
    def _stems(self) -> dict[str, str]:
        return _first_wins((stem(swedish.lower()), _first(english)) for swedish, english in self._singles)

    @cached_property
    def _folded(self) -> dict[str, str]:
        folded = ((fold(swedish), _first(english)) for swedish, english in self._singles)
        return _first_wins((form, english) for word, english in folded for form in (stem(word), word))

    def _phrase_at(self, stems: list[str], at: int) -> tuple[int, str]:
        for size in range(min(LONGEST_PHRASE, len(stems) - at), 1, -1):
            found = self._phrases.get(tuple(stems[at : at + size]))
            if found is not None:
                return size, found
        return 0, ""

    def _look_up(self, token: str) -> str | None:
        word = token.lower()
        return self._known(word) or self._hyphened(word) or self._compound(word)

    def _known(self, word: str) -> str | None:
        found = self._exact.get(word) or self._stems.get(stem(word))
        return found or self._folded.get(fold(word)) or self._folded.get(stem(fold(word)))

    def _hyphened(self, word: str) -> str | None:
        if "-" not in word:
            return None
        parts = word.split("-")
        found = [self._known(p) or self._compound(p) for p in parts]
        if not any(found):
            return None
        return " ".join(f or p for f, p in zip(found, parts, strict=True))

    def _cut(self, word: str) -> str | None:
        """The parts' English, longest first part first; a linking s, or a lost last vowel, is allowed."""
        for cut in range(len(word) - SHORTEST_PART, SHORTEST_PART - 1, -1):
            first = self._first_part(word[:cut])
            if first is None:
                continue
            rest = self._known(word[cut:]) or self._compound(word[cut:])
            if rest is not None:
                return f"{first} {rest}"
        return None

    def _first_part(self, part: str) -> str | None:
        forms = [part, *([part[:-1]] if part.endswith("s") else []), part + "a", part + "e"]
        found = next((self._exact[f] for f in forms if len(f) >= SHORTEST_PART and f in self._exact), None)
        return found or (self._folded.get(fold(part)) if len(part) > SHORTEST_PART else None)


def _first(english: str) -> str:
    return english.partition(";")[0].strip()


def _first_wins(pairs: Iterable[tuple[K, V]]) -> dict[K, V]:
    found: dict[K, V] = {}
    for key, value in pairs:
        found.setdefault(key, value)
    return found


NO_GLOSSARY = Glossary(())


def parse_glossary(files: Mapping[str, str]) -> Glossary:
    """The glossary from tab-separated texts by file name, each with a header line.

    Raises:
        ValueError: a line without exactly two words or phrases and a tab between them; names the file and the line.
    """
    rows = []
    for name, text in sorted(files.items()):
        for number, line in enumerate(text.splitlines()[1:], start=2):
            if not line.strip():
                continue
            swedish, english = (side.strip() for side in line.partition("\t")[::2])
            if line.count("\t") != 1 or not (swedish and english):
                raise ValueError(f"{name}:{number}: found {line!r}, wanted a Swedish word, one tab, and its English")
            rows.append((swedish, english))
    return Glossary(rows)
