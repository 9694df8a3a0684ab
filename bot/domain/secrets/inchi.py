"""Chemical structures as InChI or InChIKey (IUPAC's identifiers)."""

import re
from collections.abc import Iterator

from bot.domain.secrets.secret import Recogniser, Span

_INCHI = re.compile(r"InChI=1S?/[^\s\"'«»<>]{2,2000}[^\s\"'«»<>.,;:!?]")
_KEY = re.compile(r"(?<!\w)[A-Z]{14}-[A-Z]{10}-[A-Z](?!\w)")


def _spans(text: str) -> Iterator[Span]:
    for pattern in (_INCHI, _KEY):
        yield from (Span(*match.span()) for match in pattern.finditer(text))


INCHI = Recogniser("chemical_structure", "structure", "struktur", _spans)
