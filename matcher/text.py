"""Text as the signals see it: cleaned, folded, cut into words, stems, character n-grams and sentences.

Bounded work for any text: what is longer than any honest need is cut, and so is a word longer than any honest word.
Meaning, languages and translation live elsewhere.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from threading import Lock

import Stemmer

# Counted up when a text is read otherwise, here or in `language`, `negation`, `glossary` and what reads limits: what
# was kept on disk is made anew.
VERSION = 7
# A forwarded thread of twenty pages still fits; past it the words only repeat.
LONGEST_TEXT = 40_000
# The longest Swedish compounds in the catalogue have some forty letters.
LONGEST_WORD = 48
# Character n-grams of three to five: measured best on both languages, and what typing errors leave standing.
GRAM_SIZES = (3, 4, 5)

# Dots, rings and typographic apostrophes. The capital İ is the only letter that grows when it becomes small.
_FOLDED = str.maketrans("åäöéèüæø’", "aaoeeuao'")
_GROWING = str.maketrans("İ", "i")
# An address says where to read on, and nothing that a catalogue could answer.
_ADDRESS = re.compile(r"\(?\b(?:https?://|www\.)\S+", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_INVISIBLE = {"Cc", "Cs", "Co", "Cn"}
# What stands in brackets belongs together, and is passed over: "(hantavirus, so level 3) and" ends nothing with "3)".
# Only a number or letter of a list may stand in brackets of its own: "(1) a helmet (2) a meeting room".
_SENTENCE_END = re.compile(
    r"(?P<end>\n+|(?:^|(?<=\s))(?:\((?:\d{1,2}|[a-e])\)|(?:\d{1,2}|[a-e])[.)])\s+|(?<=[.!?])\s+|\s+[-–•*]\s+)"
    r"|\([^()\n]{0,300}\)",
    re.MULTILINE,
)


def clean(text: str) -> str:
    """The text without web addresses and invisible characters, in composed form, cut at `LONGEST_TEXT`.

    Line breaks stay, since they separate sentences; other white space becomes one blank. Soft hyphens and their like
    stand within words and go without a trace.
    """
    seen = "".join(_visible(c) for c in _ADDRESS.sub(" ", text[:LONGEST_TEXT]))
    composed = unicodedata.normalize("NFKC", seen)[:LONGEST_TEXT]
    return "\n".join(" ".join(line.split()) for line in composed.split("\n")).strip()


def fold(text: str) -> str:
    """Lower case without the dots and rings of Swedish letters, so that `ganganalys` meets `gånganalys`.

    As long as the text, so that what is found in the one stands at the same place in the other.
    """
    return text.translate(_GROWING).lower().translate(_FOLDED)


def words(text: str) -> list[str]:
    """The folded words in order; a hyphenated word gives its parts too."""
    found = []
    for match in _WORD.finditer(fold(text)):
        word = match.group()[:LONGEST_WORD]
        found.append(word)
        if "-" in word:
            found.extend(part for part in word.split("-") if part)
    return found


def stems(text: str) -> list[str]:
    """The words' stems, by the Snowball algorithms for English and Swedish one after the other.

    Both, because needs and catalogue mix the languages; what one leaves alone the other may shorten.
    """
    return [stem(word) for word in words(text)]


def word_terms(text: str) -> list[str]:
    """Stems and pairs of neighbouring stems: the terms of the word statistics."""
    single = stems(text)
    return single + [f"{a} {b}" for a, b in pairwise(single)]


def grams(text: str) -> list[str]:
    """Character n-grams within words, each word between blanks: the terms of the character statistics."""
    return list(_grams(words(text)))


def sentences(text: str) -> list[str]:
    """Sentences and list items, in order, without empty ones."""
    ends = [match.span() for match in _SENTENCE_END.finditer(text) if match["end"]]
    starts, stops = [0, *(end for _, end in ends)], [*(start for start, _ in ends), len(text)]
    pieces = (text[start:stop].strip(" -–•*>\t") for start, stop in zip(starts, stops, strict=True))
    return [piece for piece in pieces if piece]


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The stem of one word, folded or not."""
    with _stemming:
        english = str(_english.stemWord(word))
        stemmed = str(_swedish.stemWord(_indefinite(english)))
    # "Muskel" loses its e in "muskler".
    return _ELIDED.sub("l", stemmed)


def _indefinite(word: str) -> str:
    """A Swedish noun without the article that Snowball leaves: so that "hjärnan" and "sensorn" meet their base form."""
    return word[:-1] if len(word) >= _SHORTEST_DEFINITE and word.endswith(_DEFINITE) else word


_DEFINITE = ("an", "orn", "eln", "ern")
# Shorter words that end so are seldom definite: "innan", "scan".
_SHORTEST_DEFINITE = 6
_ELIDED = re.compile(r"(?<=[bcdfgjkmnprstvx])el$")
# A stemmer keeps the word that it works on inside itself, so threads take turns.
_stemming = Lock()
_english, _swedish = Stemmer.Stemmer("english"), Stemmer.Stemmer("swedish")


def _visible(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Cf":
        return ""
    return " " if category in _INVISIBLE and character != "\n" else character


def _grams(found: list[str]) -> Iterator[str]:
    for word in found:
        padded = f" {word} "
        for size in GRAM_SIZES:
            if len(padded) <= size:
                yield padded
                break
            yield from (padded[i : i + size] for i in range(len(padded) - size + 1))
