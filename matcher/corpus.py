"""A catalogue as arrays: its entries, their pieces of text with vectors, and their limits. Signals read it; no scoring.

Entries are rows 0 to n - 1 in the order given; chunks stand in the order of their entries.
"""

import hashlib
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from matcher.encoders import Vectors
from matcher.entries import Chunk, Entry, Field

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]

# What an entry says it is for. `does_not` speaks against it and is a signal of its own.
FOR: frozenset[Field] = frozenset(
    {"head", "aliases", "shows", "brings", "techniques", "synonyms", "ask", "knows", "group"}
)


@dataclass(frozen=True)
class Corpus:
    """The entries with their chunks and the chunks' vectors, shape (chunks, dimensions)."""

    entries: tuple[Entry, ...]
    vectors: Vectors

    @cached_property
    def chunks(self) -> tuple[Chunk, ...]:
        """All chunks, entry by entry."""
        return chunks_of(self.entries)

    @cached_property
    def owners(self) -> Ints:
        """The row of each chunk's entry; never falls."""
        return np.repeat(np.arange(len(self.entries)), [len(e.chunks) for e in self.entries])

    @cached_property
    def groups(self) -> Ints:
        """A number for each entry's group, from 0."""
        names = {name: number for number, name in enumerate(dict.fromkeys(e.group for e in self.entries))}
        return np.array([names[e.group] for e in self.entries], dtype=np.int64)

    def texts(self, fields: Collection[Field] = FOR) -> list[str]:
        """One text an entry: its chunks of the given fields, joined."""
        return [" . ".join(c.text for c in e.chunks if c.field in fields) for e in self.entries]

    def table(self, wanted: Callable[[Chunk], bool]) -> Ints:
        """The numbers of each entry's wanted chunks, shape (entries, most), padded with -1."""
        rows: list[list[int]] = [[] for _ in self.entries]
        for number, (owner, chunk) in enumerate(zip(self.owners, self.chunks, strict=True)):
            if wanted(chunk):
                rows[owner].append(number)
        most = max((len(r) for r in rows), default=0) or 1
        return np.array([r + [-1] * (most - len(r)) for r in rows], dtype=np.int64).reshape(len(rows), most)


def key_of(entries: Sequence[Entry]) -> str:
    """Unlike for every other list of entries; names what is kept on disk for this one."""
    return hashlib.blake2b("\n".join(map(repr, entries)).encode(errors="surrogatepass"), digest_size=12).hexdigest()


def chunks_of(entries: Sequence[Entry]) -> tuple[Chunk, ...]:
    """All chunks of some entries, entry by entry."""
    return tuple(chunk for entry in entries for chunk in entry.chunks)


def best(scores: Floats, table: Ints, rows: Ints, count: int) -> Floats:
    """The mean of each row's `count` best chunk scores; 0 for a row without chunks.

    Args:
        scores: one score a chunk.
        table: the rows' chunk numbers, padded with -1, as `Corpus.table` gives them.
        rows: which rows to look at; the answer's order.
        count: how many of the best; where a row has fewer, what it has.
    """
    numbers = table[rows]
    there = numbers >= 0
    picked = np.where(there, scores[numbers], -np.inf)
    count = min(count, picked.shape[1])
    top = -np.partition(-picked, count - 1, axis=1)[:, :count]
    kept = np.isfinite(top)
    total = np.where(kept, top, 0.0).sum(1)
    return np.asarray(total / np.maximum(kept.sum(1), 1), dtype=np.float32)
