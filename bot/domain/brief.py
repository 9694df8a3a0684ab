"""The brief: the few words in which a company puts its need before an expert. Pure; secrets are found in `secrets`."""

import re
from enum import StrEnum
from itertools import accumulate
from typing import Final

#: What an expert reads within a minute, on a phone, between two other things.
MOST_WORDS: Final = 80
#: The longest needs of so many words have half of this; more is no words, but a sequence or a pasted table.
MOST_CHARACTERS: Final = 1_000
#: Less than this says nothing that a person could answer.
LEAST_LETTERS: Final = 10

_SENTENCE_END: Final = re.compile(r"[.!?…]+[\"'”’)\]]*\s+|\s*\n\s*")


class BriefFault(StrEnum):
    """Why a text is no brief."""

    TOO_LITTLE = "too_little"
    TOO_LONG = "too_long"
    TOO_MANY_CHARACTERS = "too_many_characters"  #: in few enough words


def word_count(text: str) -> int:
    """How many words a text has, as a person counts them: what stands between spaces and holds a letter or digit."""
    return sum(1 for word in text.split() if any(letter.isalnum() for letter in word))


def check(text: str) -> BriefFault | None:
    """Why a text is no brief; None when it is one."""
    if sum(1 for letter in text if letter.isalnum()) < LEAST_LETTERS:
        return BriefFault.TOO_LITTLE
    if word_count(text) > MOST_WORDS:
        return BriefFault.TOO_LONG
    return BriefFault.TOO_MANY_CHARACTERS if len(text.strip()) > MOST_CHARACTERS else None


def draft(text: str) -> str:
    """A brief to begin with: the need's first whole sentences that fit; else its first words, with an ellipsis."""
    text = text.strip()
    if _fits(text):
        return text
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    fitting = [end for end in ends if _fits(text[:end].rstrip())]
    if fitting and check(text[: fitting[-1]]) is None:
        return text[: fitting[-1]].rstrip()
    return f"{_first_words(text)} …"


def _fits(text: str) -> bool:
    return word_count(text) <= MOST_WORDS and len(text) <= MOST_CHARACTERS


def _first_words(text: str) -> str:
    """The first words that fit with an ellipsis behind them; of a first word that does not, its beginning."""
    words = text.split()
    room = MOST_CHARACTERS - len(" …")
    counted = accumulate(any(letter.isalnum() for letter in word) for word in words)
    ends = accumulate(len(word) + 1 for word in words)
    fitting = zip(words, counted, ends, strict=True)
    first = " ".join(word for word, number, end in fitting if number <= MOST_WORDS and end - 1 <= room)
    return first or words[0][:room]
