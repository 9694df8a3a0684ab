"""A small catalogue of another field, a matcher that only counts words, and the type of the `lotsen` fixture."""

from collections.abc import Callable

from click.testing import Result

from matcher.answer import Answer, Level, Match, Reason, Share
from matcher.context import NOTHING_MORE, Context
from matcher.entries import Entry

Lotsen = Callable[..., Result]

KILN = """\
id: kiln
kind: infrastructure
name: {en: Kiln House, sv: Ugnshuset}
summary: {en: Fires clay., sv: Bränner lera.}
host: {en: The harbour town, sv: Hamnstaden}
location: {campus: Harbour}
open_to_companies: {value: 'yes', basis: {en: Its own page, sv: Egen sida}}
services:
  - id: firing
    name: {en: Firing of large pots, sv: Bränning av stora krukor}
    shows: {en: Fires pots as tall as a person., sv: Bränner krukor höga som en människa.}
    does_not: {en: No glass., sv: Inget glas.}
    you_bring: {en: Dry pots., sv: Torra krukor.}
    asks: {en: [Who can fire a pot of two metres?], sv: [Vem kan bränna en kruka på två meter?]}
  - id: glazing
    name: {en: Glazing, sv: Glasering}
    shows: {en: Makes pots tight., sv: Gör krukor täta.}
    does_not: {en: No lead., sv: Inget bly.}
    you_bring: {en: Fired pots., sv: Brända krukor.}
    asks: {en: [Our cups leak], sv: [Våra muggar läcker]}
experts:
  - id: master
    role: {en: Kiln master, sv: Ugnsmästare}
    knows: {en: [Firing temperatures], sv: [Bränntemperaturer]}
    answers_for: [firing]
resource_organisation: The harbour town
confidence: low
"""


class CountingMatcher:
    """Ranks entries by how many of the need's words stand in them; enough to see what a command makes of an answer."""

    def __init__(self, entries: tuple[Entry, ...]) -> None:
        self._entries = entries

    def answer(self, need: str, context: Context = NOTHING_MORE, *, top: int = 10) -> Answer:
        assert not context.without
        words = need.lower().split()
        matches = sorted((self._match(entry, words) for entry in self._entries), key=lambda m: -m.confidence)[:top]
        fits = bool(matches) and matches[0].level == "strong"
        return Answer("en", "matches" if fits else "nothing_fits", tuple(matches), missing=tuple(words))

    def _match(self, entry: Entry, words: list[str]) -> Match:
        text = " ".join(chunk.text for chunk in entry.chunks).lower().split()
        met = [word for word in words if word in text]
        level: Level = "strong" if met else "possible"
        return Match(
            kind=entry.kind,
            id=entry.id,
            infrastructure=entry.group,
            name=entry.name["en"],
            confidence=len(met) / (len(words) or 1),
            level=level,
            reasons=tuple(Reason(word, word, 1.0) for word in met),
            signals={"words": float(len(met))},
            shares=(Share("words", 2.0 * len(met)), Share("quality GMP conflicts", -0.5)),
        )
