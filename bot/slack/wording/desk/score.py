"""The signals of the matcher in words, for advisors who want to know why a match stands where it stands."""

from typing import Final

from bot.slack.wording.limits import limit_name, limit_value
from bot.slack.wording.said import Said

#: What the matcher compares, by its own names.
_SIGNALS: Final[dict[str, Said]] = {
    "meaning": Said("near in meaning", "nära i betydelse"),
    "meaning of asks": Said("like its example needs", "liknar exempelbehoven"),
    "meaning of description": Said("like its description", "liknar beskrivningen"),
    "best two sentences": Said("the sentences that fit best", "de meningar som passar bäst"),
    "words": Said("the same words", "samma ord"),
    "word pairs": Said("the same words side by side", "samma ord intill varandra"),
    "characters": Said("similar spelling", "liknande stavning"),
    "characters of pieces": Said("similar spelling in one passage", "liknande stavning i ett stycke"),
    "share of need": Said("how much of the need it covers", "hur mycket av behovet det täcker"),
    "share of names": Said("its own names in the need", "egna namn som nämns i behovet"),
    "precedents": Said("what needs like this one led to", "vad liknande behov ledde till"),
}
#: A signal of the best neighbour in the same unit has this behind its name.
_NEXT_DOOR: Final = " in group"
#: What is compared of a hard limit, behind the limit's name and the value.
_OF_LIMIT: Final[dict[str, Said]] = {
    "agrees": Said("as asked for", "så som det söks"),
    "conflicts": Said("another than asked for", "annat än det som söks"),
    "ruled out": Said("what the need rules out", "det som behovet utesluter"),
    "unasked": Said("nobody asked for it", "ingen har frågat efter det"),
}

#: Signals that moved the score too little to be named.
THE_REST = Said("the rest", "resten")
EXPLAINED = Said(
    "Points are log-odds: +0.7 doubles the odds of a match, −0.7 halves them.",
    "Poängen är log-odds: +0,7 fördubblar oddsen för en träff, −0,7 halverar dem.",
)


def signal(name: str) -> Said:
    """A signal in words; one without words here keeps the matcher's own name."""
    own = name.removesuffix(_NEXT_DOOR)
    said = _SIGNALS.get(own) or _of_limit(own) or Said(own, own)
    if own == name:
        return said
    return Said(f"{said.en}, by others of the unit", f"{said.sv}, hos andra i verksamheten")


def points(value: float) -> Said:
    """A part of a score with its sign."""
    written = f"{value:+.1f}".replace("-", "−")
    return Said(written, written.replace(".", ","))


def part(what: Said, value: float) -> Said:
    """What a signal added to the score."""
    said = points(value)
    return Said(f"{what.en} {said.en}", f"{what.sv} {said.sv}")


def speaks_for(parts: str) -> Said:
    """What raised a score, in a line."""
    return Said(f"For it: {parts}", f"Talar för: {parts}")


def speaks_against(parts: str) -> Said:
    """What lowered a score, in a line."""
    return Said(f"Against it: {parts}", f"Talar emot: {parts}")


def sure(percent: int) -> Said:
    """The calibrated confidence."""
    return Said(f"{percent}%", f"{percent} %")


def _of_limit(name: str) -> Said | None:
    """What was compared of one value of a limit, by the limit's name, the value, and what of it."""
    limit, _, rest = name.partition(" ")
    what = next((each for each in _OF_LIMIT if rest.endswith(f" {each}")), None)
    if what is None:
        return None
    named, value, said = limit_name(limit), limit_value(limit, rest.removesuffix(f" {what}")), _OF_LIMIT[what]
    return Said(f"{named.en} ({value.en}): {said.en}", f"{named.sv} ({value.sv}): {said.sv}")
