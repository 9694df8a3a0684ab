"""Chemical structures by systematic name, English or Swedish.

Everyday reagents (2-propanol, 4-hydroxytamoxifen) have one number and a piece or two; a name that draws a whole
structure has several of both.
"""

import re
from collections.abc import Iterator

from bot.domain.secrets.patterns import one_of
from bot.domain.secrets.secret import Recogniser, Span

_BEFORE = one_of("(?:tert-)?(?:m?ethyl|m?etyl|butyl)|ben[zs]yl|sodium|potassium|natrium|kalium")
_BEHIND = one_of("acid|syra|hydrochloride|hydroklorid|mesylate|tosylate|sodium|natrium|potassium|hydrate|salt")
_WORD = re.compile(rf"(?<!\S)(?:{_BEFORE} )?[^\s\"«»<>]{{10,300}}(?: {_BEHIND}(?![\w-])){{0,2}}")
_PLACE = re.compile(r"(?<![\w])(?:\d{1,2}(?:,\d{1,2}){0,5}['’]?|[NOS])-(?=[\w(\[{])|\d[Hh]-")
_PIECE = re.compile(
    one_of("""
    fluor|[ck]h?lor|brom|iod|jod|meth|met(?=yl|oxi)|eth|et(?=yl|oxi)|prop|but(?=yl|an|oxy|oxi)|pent|hex|phen|
    fen(?=yl|oxi)|ben[zs]|naphth|naft|ox[yi]|amin|amid|imid|nitr|cyan|[ck]arb|sulf|cy[ck]lo|azol|pyr[ir]|pyraz|indol|
    indaz|ind[ae]n|piper|morphol|morfol|quinol|kinol|furan|t?h?iophen|thi|tiaz|acet|urea|guanid|phosph|fosf|oic|syra
"""),
    re.IGNORECASE,
)
_LEAST_PLACES = 2
_LEAST_PIECES = 3


def _spans(text: str) -> Iterator[Span]:
    for word in _WORD.finditer(text):
        body = _closed(word[0].rstrip(".,;:!?"))
        if len(_PLACE.findall(body)) >= _LEAST_PLACES and len(_PIECE.findall(body)) >= _LEAST_PIECES:
            yield Span(word.start(), word.start() + len(body))


def _closed(name: str) -> str:
    """Without a bracket at the end that was opened before the name."""
    opening = {")": "(", "]": "["}.get(name[-1:])
    return name[:-1] if opening and name.count(name[-1]) > name.count(opening) else name


CHEMICAL_NAME = Recogniser("chemical_structure", "structure", "struktur", _spans)
