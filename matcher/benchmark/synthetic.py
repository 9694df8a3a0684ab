"""Catalogues of any size, made of the words of a real one: the same for the same size, and no two entries alike.

Each entry is built like a service or expert of the real catalogue in one language, chunk for chunk, and each chunk is
the beginning of one real chunk of that field with the end of another. No new words arise, so common ones are as common
as in the real catalogue: hard on searching by words, since their postings grow with the catalogue.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from random import Random

from matcher.entries import Chunk, Entry, Field, Language

# About what a unit has.
ENTRIES_OF_UNIT = 4
# An expert closes each unit and answers for its services.
SPOKEN: frozenset[Language] = frozenset({"en", "any"})

_Texts = dict[tuple[Field, Language], list[str]]


def synthesised(real: Sequence[Entry], size: int) -> tuple[Entry, ...]:
    """A catalogue of `size` entries in the likeness of a real one that has services and experts."""
    texts: _Texts = defaultdict(list)
    for entry in real:
        for chunk in entry.chunks:
            texts[chunk.field, chunk.language].append(chunk.text)
    kinds = [[e for e in real if e.kind == kind] for kind in ("service", "expert")]
    return tuple(_entry(number, kinds, texts) for number in range(size))


def _entry(number: int, kinds: Sequence[Sequence[Entry]], texts: _Texts) -> Entry:
    unit, place = divmod(number, ENTRIES_OF_UNIT)
    last = place == ENTRIES_OF_UNIT - 1
    models = kinds[last]
    model = models[number % len(models)]
    chunks = tuple(_chunks(model, texts, Random(number)))  # noqa: S311 - the same catalogue every time
    return replace(
        model,
        id=f"unit-{unit}/entry-{place}",
        group=f"unit-{unit}",
        name=dict.fromkeys(("en", "sv"), chunks[0].text),
        chunks=chunks,
        answers_for=tuple(f"unit-{unit}/entry-{service}" for service in range(place)) if last else (),
    )


def _chunks(model: Entry, texts: _Texts, chance: Random) -> Iterator[Chunk]:
    for chunk in model.chunks:
        if chunk.language in SPOKEN:
            beginning, end = (chance.choice(texts[chunk.field, chunk.language]).split() for _ in range(2))
            words = [*beginning[: (len(beginning) + 1) // 2], *end[len(end) // 2 :]]
            yield replace(chunk, text=" ".join(words))
