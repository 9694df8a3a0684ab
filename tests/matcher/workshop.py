"""A small catalogue of another field, written by hand: two crafts, a mouse house and a clean room."""

from collections.abc import Sequence

from matcher.encoders import Encoder, Vectors
from matcher.entries import Chunk, Entry, EntryKind, EntryLimits, Field, Language

# Of the vectors of the tiny model that goes with it.
DIMENSIONS = 32
NO_LIMITS = EntryLimits()


def chunks(field: Field, *texts: str, language: Language = "en") -> tuple[Chunk, ...]:
    return tuple(Chunk(field, language, text) for text in texts)


def entry(
    identifier: str,
    name: str,
    *more: tuple[Chunk, ...],
    kind: EntryKind = "service",
    limits: EntryLimits = NO_LIMITS,
    answers_for: tuple[str, ...] = (),
) -> Entry:
    pieces = (chunks("head", name), *more)
    return Entry(
        id=identifier,
        kind=kind,
        group=identifier.partition("/")[0],
        name={"en": name, "sv": f"{name} (sv)"},
        chunks=tuple(chunk for piece in pieces for chunk in piece),
        limits=limits,
        answers_for=answers_for,
    )


MILLING = entry(
    "wood/milling",
    "Milling of oak and other wood",
    chunks("shows", "Cuts chair backs and wheels out of wood", "Mills curved parts from a drawing"),
    chunks("shows", "Fräser delar av trä", language="sv"),
    chunks("ask", "We need forty oak chair backs", "Who can mill a wooden wheel for a cart?"),
    chunks("ask", "Vi behöver stolsryggar av ek", language="sv"),
    chunks("techniques", "CNC router", language="any"),
    limits=EntryLimits(subjects=("devices",), on_campus=True),
)
STRENGTH = entry(
    "wood/strength",
    "Strength tests of furniture",
    chunks("shows", "Loads furniture and glue joints until they break"),
    chunks("does_not", "Gives no certificate"),
    chunks("ask", "How much load can our stool carry before it breaks?"),
)
PAINTING = entry(
    "wood/painting",
    "Painting of furniture",
    chunks("shows", "Paints furniture in any colour"),
    chunks("ask", "Our table should be painted red"),
)
DYEING = entry(
    "dye/dyeing",
    "Dyeing cloth with plants",
    chunks("shows", "Dyes wool and linen with colour from plants"),
    chunks("shows", "Färgar ull och linne med växter", language="sv"),
    chunks("ask", "A red colour for wool that stays in sunlight"),
    chunks("ask", "En röd färg på ull", language="sv"),
)
MICE = entry(
    "mice/behaviour",
    "Behaviour of mice",
    chunks("shows", "Watches how mice learn and move"),
    chunks("ask", "Does our compound calm a mouse?"),
    limits=EntryLimits(quality="research", subjects=("animals",), species=("mouse",), living=True),
)
CELLS = entry(
    "clean/cells",
    "Making of cells under GMP",
    chunks("shows", "Grows cells for patients in a clean room"),
    chunks("ask", "Our cells must be made under GMP"),
    limits=EntryLimits(quality="GMP", subjects=("cells",), biosafety=2),
)
JOINER = entry(
    "wood/joiner",
    "master joiner",
    chunks("knows", "choice of wood", "joints without glue"),
    kind="expert",
    answers_for=("wood/milling", "wood/strength"),
)
DYER = entry("dye/dyer", "dyer", chunks("knows", "mordants for silk"), kind="expert", answers_for=("dye/dyeing",))

CATALOGUE = (MILLING, STRENGTH, PAINTING, JOINER, DYEING, DYER, MICE, CELLS)


class Counting:
    """An encoder with a key of its own that remembers what it was asked."""

    def __init__(self, encoder: Encoder, key: str) -> None:
        self.key = key
        self.asked: list[str] = []
        self._encoder = encoder

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.asked += texts
        return self._encoder.encode(texts)
