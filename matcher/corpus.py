"""A catalogue as arrays: its entries, their pieces of text with vectors, and their limits. Signals read it; no scoring.

Entries are rows 0 to n - 1 in the order given; chunks stand in the order of their entries.
"""

import hashlib
import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import get_args

import numpy as np
import numpy.typing as npt

from matcher.encoders import Vectors
from matcher.entries import Chunk, Entry, Field
from matcher.postings import Index
from matcher.products import products
from matcher.ragged import places, runs

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]

# What an entry says it is for. `does_not` speaks against it and is a signal of its own.
FOR: frozenset[Field] = frozenset(
    {"head", "aliases", "shows", "brings", "techniques", "synonyms", "ask", "knows", "group"}
)


_FIELDS: Mapping[Field, int] = {field: number for number, field in enumerate(get_args(Field))}


@dataclass(frozen=True)
class Outline:
    """What a large catalogue is narrowed down by before anything finer is computed.

    Attributes:
        profiles: one vector of unit length for each entry, shape (entries, dimensions).
        words: the stems of each entry.
    """

    profiles: Vectors
    words: Index


@dataclass(frozen=True)
class Excerpt:
    """The chunks of some entries, numbered from 0 in the order of these entries.

    Attributes:
        numbers: what the chunks are numbered in the corpus; None for all of them in their order.
        moved: for each entry, how much lower its chunks' numbers are than in the corpus.
    """

    rows: Ints
    numbers: Ints | None
    moved: Ints

    def table(self, table: Ints) -> Ints:
        """The rows of a table of the corpus in these numbers, padded with -1."""
        numbers = table[self.rows]
        return np.where(numbers >= 0, numbers - self.moved[:, None], -1)


@dataclass(frozen=True)
class Corpus:
    """The entries with their chunks and the chunks' vectors.

    Attributes:
        vectors: shape (chunks, dimensions).
        key: the entries', as `key_of` gives it; empty where nothing is kept on disk.
        outline: a large corpus's; see `candidates`.
    """

    entries: tuple[Entry, ...]
    vectors: Vectors
    key: str = ""
    outline: Outline | None = None

    @cached_property
    def chunks(self) -> tuple[Chunk, ...]:
        """All chunks, entry by entry."""
        return chunks_of(self.entries)

    @cached_property
    def owners(self) -> Ints:
        """The row of each chunk's entry; never falls."""
        return np.repeat(np.arange(len(self.entries)), np.diff(self.starts))

    @cached_property
    def starts(self) -> Ints:
        """The number of each entry's first chunk, and behind them how many chunks there are."""
        return np.cumsum([0, *(len(entry.chunks) for entry in self.entries)])

    @cached_property
    def services(self) -> npt.NDArray[np.bool_]:
        """Whether each entry is a service; the others are experts."""
        return np.array([entry.kind == "service" for entry in self.entries], dtype=bool)

    @cached_property
    def answering(self) -> dict[int, Ints]:
        """The rows of the services that each expert answers for, by the expert's row."""
        rows = {entry.id: row for row, entry in enumerate(self.entries)}
        return {
            rows[entry.id]: np.array([rows[id_] for id_ in entry.answers_for if id_ in rows], dtype=np.int64)
            for entry in self.entries
            if entry.kind == "expert"
        }

    @cached_property
    def groups(self) -> Ints:
        """A number for each entry's group, from 0."""
        names = {name: number for number, name in enumerate(dict.fromkeys(e.group for e in self.entries))}
        return np.array([names[e.group] for e in self.entries], dtype=np.int64)

    @cached_property
    def makers(self) -> frozenset[str]:
        """The groups that make what may be given to people, so that what they call research is a grade of product."""
        return frozenset(entry.group for entry in self.entries if entry.limits.grades_products)

    @cached_property
    def _fields(self) -> npt.NDArray[np.int8]:
        return np.array([_FIELDS[chunk.field] for chunk in self.chunks], dtype=np.int8)

    def excerpt(self, rows: Ints) -> Excerpt:
        """The chunks of some entries."""
        if len(rows) == len(self.entries) and np.array_equal(rows, np.arange(len(rows))):
            return Excerpt(rows, None, np.zeros(len(rows), dtype=np.int64))
        numbers, counts = places(self.starts, rows)
        return Excerpt(rows, numbers, self.starts[rows] - (np.cumsum(counts) - counts))

    def nearness(self, vectors: Vectors, excerpt: Excerpt) -> Floats:
        """Cosines of some vectors with those of an excerpt's chunks, shape (vectors, chunks)."""
        return products(self.vectors, vectors, runs(self.starts, excerpt.rows))

    def texts(self, fields: Collection[Field] = FOR) -> list[str]:
        """One text an entry: its chunks of the given fields, joined."""
        return [" . ".join(c.text for c in e.chunks if c.field in fields) for e in self.entries]

    def table(self, fields: Collection[Field]) -> Ints:
        """The numbers of each entry's chunks of the given fields, shape (entries, most), padded with -1."""
        numbers = np.flatnonzero(np.isin(self._fields, [_FIELDS[field] for field in fields]))
        owners = self.owners[numbers]
        counts = np.bincount(owners, minlength=len(self.entries))
        table = np.full((len(self.entries), int(counts.max(initial=0)) or 1), -1, dtype=np.int64)
        table[owners, np.arange(len(numbers)) - (np.cumsum(counts) - counts)[owners]] = numbers
        return table


def key_of(entries: Sequence[Entry]) -> str:
    """Unlike for every other list of entries; names what is kept on disk for this one."""
    digest = hashlib.blake2b(digest_size=12)
    for entry in entries:
        said = [part for chunk in entry.chunks for part in (chunk.field, chunk.language, chunk.text)]
        rest = [entry.id, entry.kind, entry.group, *map(repr, sorted(entry.name.items())), repr(entry.limits)]
        for part in map(json.dumps, (rest, entry.answers_for, said)):
            digest.update(part.encode())
    return digest.hexdigest()


def chunks_of(entries: Sequence[Entry]) -> tuple[Chunk, ...]:
    """All chunks of some entries, entry by entry."""
    return tuple(chunk for entry in entries for chunk in entry.chunks)


def best(scores: Floats, table: Ints, count: int) -> Floats:
    """The mean of each row's `count` best chunk scores; 0 for a row without chunks.

    Args:
        scores: one score a chunk, shape (chunks,); or several, shape (several, chunks), for as many answers.
        table: the rows' chunk numbers, padded with -1, as `Corpus.table` gives them.
        count: how many of the best; where a row has fewer, what it has.
    """
    # One score more, the last, is what -1 stands for.
    nothing = np.full((*scores.shape[:-1], 1), -np.inf, dtype=np.float32)
    picked = np.concatenate([scores, nothing], axis=-1)[..., table]
    count = min(count, table.shape[1])
    top = np.partition(picked, -count, axis=-1)[..., -count:]
    kept = np.minimum((table >= 0).sum(1), count)
    total = np.where(np.isfinite(top), top, 0.0).sum(-1)
    return np.asarray(total / np.maximum(kept, 1), dtype=np.float32)
