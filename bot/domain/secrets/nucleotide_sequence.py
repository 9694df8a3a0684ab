"""DNA and RNA sequences. Sites and repeats that every textbook has are shorter than what is seen here."""

import re
from collections.abc import Iterator

from bot.domain.secrets.secret import Recogniser, Span
from bot.domain.secrets.sentences import sentences

_LETTER = r"[^\W\d_]"
_RUN = re.compile(
    rf"(?<!{_LETTER})[ACGTUNRYSWKMBDHV]{{10,}}+(?!{_LETTER})|(?<!{_LETTER})[ACGTUNacgtun]{{12,}}+(?!{_LETTER})"
)
_GROUPS = re.compile(rf"(?<!{_LETTER})[ACGTUN]{{3,12}}+(?:[\s·*-][ACGTUN]{{3,12}}+)+(?!{_LETTER})")
_ENDS = re.compile(r"5\s?['’′]\s?-?\s?([ACGTUNacgtun]{6,}+)\s?-?\s?3\s?['’′]")
_SHORT = re.compile(rf"(?<!{_LETTER})[ACGTU]{{8,}}+(?!{_LETTER})")
_SAID = re.compile(
    r"\b(?:primer|guide|[sc]?g?rna|sirna|mirna|oligo|probe|prob|aptamer|barcode|sequence|sekvens|insert)", re.IGNORECASE
)
_LEAST_IN_GROUPS = 12
# The ambiguity codes of IUPAC (N, R, Y ...) are there, but few; words in capitals are full of them.
_LEAST_SHARE = 0.75


def _spans(text: str) -> Iterator[Span]:
    yield from (Span(*match.span()) for match in _RUN.finditer(text) if _mostly_bases(match[0]))
    yield from (Span(*m.span()) for m in _GROUPS.finditer(text) if sum(map(str.isalpha, m[0])) >= _LEAST_IN_GROUPS)
    yield from (Span(*match.span(1)) for match in _ENDS.finditer(text))
    for sentence in sentences(text):
        if _SAID.search(sentence[0]):
            yield from (Span(*match.span()) for match in _SHORT.finditer(text, *sentence.span()))


def _mostly_bases(run: str) -> bool:
    return sum(letter in "ACGTUacgtu" for letter in run) >= _LEAST_SHARE * len(run)


NUCLEOTIDE_SEQUENCE = Recogniser("nucleotide_sequence", "sequence", "sekvens", _spans)
