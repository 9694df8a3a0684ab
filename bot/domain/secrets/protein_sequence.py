"""Protein and peptide sequences, in one-letter or three-letter code."""

import re
from collections.abc import Iterator
from itertools import pairwise

from bot.domain.secrets.secret import Recogniser, Span
from bot.domain.secrets.sentences import sentences

_LETTER = r"[^\W\d_]"
_ACIDS = "ACDEFGHIKLMNPQRSTVWY"
_HEAD = r"(?:(?:Ac|H|Fmoc|Boc|Biotin|FITC)-)?"
_TAIL = r"(?:-(?:NH2|OH|COOH|amide|amid))?"
_RUN = re.compile(rf"(?<!{_LETTER}){_HEAD}([{_ACIDS}]{{8,}}+){_TAIL}(?!{_LETTER})")
_WRAPPED = re.compile(rf"(?<!{_LETTER})[{_ACIDS}]{{8,}}+(?:\s[{_ACIDS}]{{4,}}+)+(?!{_LETTER})")
_THREE = "Ala|Arg|Asn|Asp|Cys|Gln|Glu|Gly|His|Ile|Leu|Lys|Met|Phe|Pro|Ser|Thr|Trp|Tyr|Val"
_THREE_LETTERS = re.compile(
    rf"(?<!{_LETTER}){_HEAD}(?:[DL]-)?(?:{_THREE})(?:[-–\s](?:[DL]-)?(?:{_THREE})){{3,}}{_TAIL}(?!\w)"
)
_SAID = re.compile(
    r"peptid|protein|epitop|\bcdr|sequence|sekvens|antibod|antikropp|binder|nanobod|scfv|construct|konstrukt",
    re.IGNORECASE,
)
_LEAST_UNSAID = 10
_CONSONANTS = re.compile(r"[^AEIY]{5,}")
# Pairs of amino acid letters that stand in (almost) no Swedish or English word, by first letter. Q is in them with
# everything: its U is no amino acid.
_UNWORDLY_PAIRS = {
    "A": "Q", "C": "DFGMNPQVW", "D": "QW", "F": "CDGHKMNPQVW", "G": "CQW", "H": "CDFGHKPQV", "I": "WY", "K": "QW",
    "L": "QW", "M": "QW", "N": "QW", "P": "CQVW", "Q": _ACIDS, "R": "Q", "T": "Q", "V": "CPQWY", "W": "CDFGKMPQTVWY",
    "Y": "QVWY",
}  # fmt: skip


def _spans(text: str) -> Iterator[Span]:
    yield from (Span(*match.span()) for match in _THREE_LETTERS.finditer(text))
    yield from (Span(*match.span()) for match in _WRAPPED.finditer(text) if not _wordlike("".join(match[0].split())))
    for sentence in sentences(text):
        said = _SAID.search(sentence[0])
        for match in _RUN.finditer(text, *sentence.span()):
            if (said or len(match[1]) >= _LEAST_UNSAID) and not _wordlike(match[1]):
                yield Span(*match.span())


def _wordlike(run: str) -> bool:
    """Whether somebody could be shouting this: words have vowels, and no pairs that language avoids."""
    pairs = pairwise(run)
    return not _CONSONANTS.search(run) and not any(second in _UNWORDLY_PAIRS.get(first, "") for first, second in pairs)


PROTEIN_SEQUENCE = Recogniser("protein_sequence", "sequence", "sekvens", _spans)
