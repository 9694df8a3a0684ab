"""Phrases: the words by which a limit is said, as data writes them, turned into patterns. What they mean is `limits`'.

A phrase is folded words with blanks between them, which meet hyphens too. In it stand

- a star behind a word for any ending, `patient*`, and before it for any beginning, `*prover`;
- three dots for up to four words of the same clause, none of which tells where something comes from: `given to ...`;
- an at sign for any phrase of a group: `@people`;
- `&` before what must stand in the same sentence besides: `in vials & @making`;
- `en:` or `sv:` at the beginning for words that mean something else in the other language: `en:men`.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from matcher.answer import Language

Groups = Mapping[str, Iterable[str]]

# "in the blood of patients" is no work in patients.
_GAP = r"(?:(?!of\b|from\b|av\b|fran\b|ur\b)[^\s.!?;:,]+[\s-]+){0,4}?"
_LANGUAGE = re.compile(r"^(en|sv):")
_SENTENCE_END = re.compile(r"[.!?\n]+")


@dataclass(frozen=True)
class Phrases:
    """Several ways to say one thing, read in one go where they ask for nothing besides.

    Attributes:
        words: as the data writes them.
        groups: the phrases that an at sign stands for, by name.
    """

    words: tuple[str, ...]
    groups: Groups

    def found(self, folded: str, language: Language | None = None) -> Iterator[re.Match[str]]:
        """Where a folded text says it; a language that is not known may be either."""
        bounds = [0, *(end.end() for end in _SENTENCE_END.finditer(folded)), len(folded) + 1]
        for spoken, pattern, besides in self._patterns:
            if spoken in {"", language} or language not in {"en", "sv"}:
                yield from _in_company(pattern, besides, folded, bounds)

    @cached_property
    def _patterns(self) -> list[tuple[str, re.Pattern[str], list[re.Pattern[str]]]]:
        """For each language and each company that phrases need, one pattern of all of them."""
        alike: dict[tuple[str, tuple[str, ...]], list[str]] = {}
        for phrase in self.words:
            spoken = _LANGUAGE.match(phrase)
            first, *besides = (part.strip() for part in _LANGUAGE.sub("", phrase).split("&"))
            alike.setdefault((spoken[1] if spoken else "", tuple(besides)), []).append(first)
        return [
            (spoken, self._any_of(phrases), [self._any_of([part]) for part in besides])
            for (spoken, besides), phrases in alike.items()
        ]

    def _any_of(self, phrases: Iterable[str]) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(self._expression, phrases))})(?!\w)")

    def _expression(self, phrase: str) -> str:
        """A phrase as a regular expression, which ends with its last word."""
        pieces = []
        for part in phrase.split():
            gap = part == "..."
            pieces.append(_GAP if gap else self._word(part) + r"[\s-]+")
        return "".join(pieces).removesuffix(r"[\s-]+")

    def _word(self, word: str) -> str:
        if word.startswith("@"):
            group = [_LANGUAGE.sub("", phrase) for phrase in self.groups[word[1:]]]
            return f"(?:{'|'.join(map(self._expression, group))})"
        return r"\w*".join(map(re.escape, word.split("*")))


def _in_company(
    pattern: re.Pattern[str], besides: Iterable[re.Pattern[str]], folded: str, bounds: Sequence[int]
) -> Iterator[re.Match[str]]:
    """Where a pattern stands in a sentence, between two bounds, that has all the others too."""
    # Looked up once a sentence, however often the pattern stands in it.
    suits: dict[int, bool] = {}
    for match in pattern.finditer(folded):
        at = bisect_right(bounds, match.start())
        if at not in suits:
            suits[at] = all(other.search(folded, *bounds[at - 1 : at + 1]) for other in besides)
        if suits[at]:
            yield match
