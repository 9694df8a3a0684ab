"""The brief: the few words in which a company puts its need before an expert. Pure; secrets are found in `secrets`."""

import re
from enum import StrEnum
from itertools import accumulate
from typing import Final

#: What an expert reads within a minute, on a phone, between two other things.
MOST_WORDS: Final = 80
#: Less than this says nothing that a person could answer.
LEAST_LETTERS: Final = 10

_SENTENCE_END: Final = re.compile(r"[.!?…]+[\"'”’)\]]*\s+|\s*\n\s*")


class BriefFault(StrEnum):
    """Why a text is no brief."""

    TOO_LITTLE = "too_little"
    TOO_LONG = "too_long"


def word_count(text: str) -> int:
    """How many words a text has, as a person counts them: what stands between spaces and holds a letter or digit."""
    return sum(1 for word in text.split() if any(letter.isalnum() for letter in word))


def check(text: str) -> BriefFault | None:
    """Why a text is no brief; None when it is one."""
    if sum(1 for letter in text if letter.isalnum()) < LEAST_LETTERS:
        return BriefFault.TOO_LITTLE
    return BriefFault.TOO_LONG if word_count(text) > MOST_WORDS else None


def draft(text: str) -> str:
    """A brief to begin with: the need's first whole sentences that fit; else its first words, with an ellipsis."""
    text = text.strip()
    if word_count(text) <= MOST_WORDS:
        return text
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    fitting = [end for end in ends if word_count(text[:end]) <= MOST_WORDS]
    if fitting and check(text[: fitting[-1]]) is None:
        return text[: fitting[-1]].rstrip()
    return f"{_first_words(text)} …"


def _first_words(text: str) -> str:
    words = text.split()
    counted = accumulate(any(letter.isalnum() for letter in word) for word in words)
    return " ".join(word for word, number in zip(words, counted, strict=True) if number <= MOST_WORDS)
