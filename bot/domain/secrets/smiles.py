"""Chemical structures as SMILES: tokens that read as atoms, bonds, closed rings and closed branches."""

import re
from collections import Counter
from collections.abc import Iterator

from bot.domain.secrets.secret import Recogniser, Span

_WORD = re.compile(r"[^\s\"'«»<>]{2,600}")
_PUNCTUATION = ".,;:!?"
_TOKEN = re.compile(
    r"(?P<atom>\[[^\[\]]{1,20}\]|Br|Cl|[BCNOPSFI])|(?P<aromatic>[bcnops])|(?P<ring>%\d\d|\d)|(?P<mark>[-=#$/\\:~.()])"
)
_SAID = re.compile(r"smiles[\s:=(]*(?:is|are|är|string|sträng)?[\s:=(]*$", re.IGNORECASE)
_LEAST_ATOMS = 6
_LEAST_ATOMS_SAID = 2


def _spans(text: str) -> Iterator[Span]:
    for word in _WORD.finditer(text):
        body = _without_edges(word[0])
        start = word.start() + word[0].index(body)
        said = _SAID.search(text, max(0, start - 30), start)
        if _is_structure(body, _LEAST_ATOMS_SAID if said else _LEAST_ATOMS, needs_feature=not said):
            yield Span(start, start + len(body))


def _without_edges(word: str) -> str:
    """The word without punctuation around it; brackets stay unless they have no partner."""
    body = word.strip(_PUNCTUATION)
    if body.startswith("(") and body.count("(") >= body.count(")"):
        body = body[1:]
    if body.endswith(")") and body.count(")") > body.count("("):
        body = body[:-1]
    return body.strip(_PUNCTUATION)


def _is_structure(word: str, least_atoms: int, *, needs_feature: bool) -> bool:
    tokens = list(_TOKEN.finditer(word))
    if sum(len(token[0]) for token in tokens) != len(word) or not _branches_close(word):
        return False
    kinds = Counter(token.lastgroup for token in tokens)
    rings = Counter(token[0] for token in tokens if token.lastgroup == "ring")
    if any(count % 2 for count in rings.values()) or (kinds["aromatic"] and not rings):
        return False
    feature = rings or any(mark in word for mark in "=#(")
    return kinds["atom"] + kinds["aromatic"] >= least_atoms and (bool(feature) or not needs_feature)


def _branches_close(word: str) -> bool:
    depth = 0
    for letter in word:
        depth += (letter == "(") - (letter == ")")
        if depth < 0:
            return False
    return depth == 0


SMILES = Recogniser("chemical_structure", "structure", "struktur", _spans)
