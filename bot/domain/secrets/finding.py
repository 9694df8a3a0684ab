"""All recognisers over one text, made into one list without overlaps."""

import re
from collections.abc import Iterable

from bot.domain.secrets.cleaning import cleaned, original_places
from bot.domain.secrets.registry import RECOGNISERS, STAND_INS
from bot.domain.secrets.secret import Recogniser, Secret, Span

# A cleaned text can read differently: what stood too far from a telling word may now stand beside it. Two rounds end
# nearly every text; the bound is for texts made to keep us busy.
_ROUNDS = 12
_STAND_IN = re.compile("|".join(map(re.escape, sorted(STAND_INS))))
_CORE = re.compile(r"[^\W_](?:.*[^\W_])?", re.DOTALL)


def find_secrets(text: str, language: str) -> tuple[Secret, ...]:
    """Everything in the text that looks secret, in order and without overlaps.

    Looks again at the cleaned text until nothing more is found, so that `cleaned` leaves nothing that this
    function would mark. The language (`sv` or `en`) decides the neutral words only: rules hold for both.
    """
    found: tuple[Secret, ...] = ()
    for _ in range(_ROUNDS):
        more = _seen(text, found, language)
        if not more:
            break
        found = tuple(sorted((*found, *more)))
    return found


def _seen(text: str, found: tuple[Secret, ...], language: str) -> list[Secret]:
    """What one look at the cleaned text shows, at its places in the original."""
    shown = cleaned(text, found)
    taken = _Taken(Span(*match.span()) for match in _STAND_IN.finditer(shown))
    secrets: list[Secret] = []
    for recogniser in RECOGNISERS:
        longest_first = sorted(recogniser.spans(shown), key=lambda span: (span.start - span.end, span.start))
        pieces = [piece for span in longest_first for piece in _left(shown, span, taken, recogniser)]
        for start, end in original_places(pieces, found):
            secrets.append(Secret(start, end, recogniser.kind, text[start:end], recogniser.stand_in(language)))
    return secrets


def _left(text: str, span: Span, taken: "_Taken", recogniser: Recogniser) -> list[Span]:
    """What of a span is still free for a recogniser; from then on it is taken."""
    pieces = taken.free(span)
    if pieces != [span]:
        pieces = [core for piece in pieces if (core := _core(text, piece))] if recogniser.divisible else []
    for piece in pieces:
        taken.mark(piece)
    return pieces


def _core(text: str, piece: Span) -> Span | None:
    """A piece without the space and punctuation at its edges; None when it holds nothing else."""
    words = _CORE.search(text, *piece)
    return Span(*words.span()) if words else None


class _Taken:
    """The places of a text that are spoken for."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._end_of: dict[int, int] = {}
        for span in spans:
            self.mark(span)

    def mark(self, span: Span) -> None:
        self._end_of.update(dict.fromkeys(range(*span), span.end))

    def free(self, span: Span) -> list[Span]:
        """The parts of a span that nobody has."""
        parts: list[Span] = []
        start = at = span.start
        while at < span.end:
            if at in self._end_of:
                parts.append(Span(start, at))
                start = at = self._end_of[at]
            else:
                at += 1
        return [part for part in (*parts, Span(start, span.end)) if part.start < part.end]
