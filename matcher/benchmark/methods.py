"""The matcher and what it is measured beside, in one form: build for a catalogue in a folder, open, ask.

Each method gets whole texts of entries and answers with its ten nearest. What is measured is `measuring`'s business.
"""

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Protocol

import numpy as np

from matcher.benchmark.stand_in import TakingTheTimeOf
from matcher.building import Keeper
from matcher.encoders import Encoder, Vectors
from matcher.engine import Matcher, assemble
from matcher.entries import Entry
from matcher.knowledge import read_experience
from matcher.minilm import DIMENSIONS
from matcher.ranking import ranked
from matcher.text import words

NEAREST = 10
Ask = Callable[[str], object]


@dataclass(frozen=True)
class Bench:
    """What every method is given.

    Attributes:
        encoder: makes the vectors of needs.
        embedder: makes the vectors of entries; a stand-in for a large catalogue.
        folder: where a method keeps what it has built.
        data: the folder that came with the matcher.
    """

    entries: Sequence[Entry]
    encoder: Encoder
    embedder: Encoder
    folder: Path
    data: Path

    @property
    def texts(self) -> list[str]:
        """One text an entry."""
        return [" . ".join(chunk.text for chunk in entry.chunks) for entry in self.entries]


class Method(Protocol):
    """One way to find entries."""

    def build(self, bench: Bench) -> None:
        """Put everything into the bench's folder that need not be done again."""

    def open(self, bench: Bench) -> Ask:
        """From what was built to the first question."""


class Product:
    """A bare matrix product with one vector an entry: the least that an exact search can do."""

    def build(self, bench: Bench) -> None:
        """See `Method`."""
        shape = (len(bench.entries), DIMENSIONS)
        np.save(bench.folder / "product.npy", np.random.default_rng(1).standard_normal(shape, dtype=np.float32))

    def open(self, bench: Bench) -> Ask:
        """See `Method`."""
        matrix: Vectors = np.load(bench.folder / "product.npy", mmap_mode="r")
        vector = np.asarray(matrix[0])
        return lambda _: matrix @ vector


@dataclass(frozen=True)
class Lotsen:
    """The matcher: its whole answer with parts, reasons and confidence, or the ranking alone."""

    whole: bool = True

    def build(self, bench: Bench) -> None:
        """See `Method`."""
        _matcher(bench)

    def open(self, bench: Bench) -> Ask:
        """See `Method`."""
        matcher = _matcher(bench)
        if bench.embedder is not bench.encoder:
            matcher = replace(matcher, reader=replace(matcher.reader, encoder=TakingTheTimeOf(bench.encoder)))
        return matcher.answer if self.whole else partial(_ranking, matcher)


def _matcher(bench: Bench) -> Matcher:
    experience = read_experience(bench.folder, bench.data, {entry.id for entry in bench.entries})
    return assemble(bench.entries, Keeper(bench.embedder, bench.folder), bench.data, experience)


def _ranking(matcher: Matcher, need: str) -> list[int]:
    (query,) = matcher.reader.read([need])
    return ranked(matcher.scorer.score(query).logits, matcher.scorer.corpus.groups)[:NEAREST]


class Bm25s:
    """BM25 by bm25s: words alone."""

    def build(self, bench: Bench) -> None:
        """See `Method`."""
        import bm25s

        index = bm25s.BM25()
        index.index([words(text) for text in bench.texts], show_progress=False)
        index.save(bench.folder / "bm25s")

    def open(self, bench: Bench) -> Ask:
        """See `Method`."""
        import bm25s

        index = bm25s.BM25.load(bench.folder / "bm25s", mmap=True)
        most = min(NEAREST, len(bench.entries))
        return lambda need: index.retrieve([words(need)], k=most, show_progress=False)


class Fts5:
    """SQLite's full-text search: any of the need's words, ranked by its own bm25."""

    def build(self, bench: Bench) -> None:
        """See `Method`."""
        with sqlite3.connect(bench.folder / "fts5.db") as database:
            database.execute("create virtual table entries using fts5 (text)")
            rows = ((row, " ".join(words(text))) for row, text in enumerate(bench.texts))
            database.executemany("insert into entries (rowid, text) values (?, ?)", rows)

    def open(self, bench: Bench) -> Ask:
        """See `Method`."""
        database = sqlite3.connect(bench.folder / "fts5.db")
        asking = "select rowid from entries where entries match ? order by rank limit ?"

        def ask(need: str) -> object:
            asked = " OR ".join(f'"{word}"' for word in dict.fromkeys(words(need)))
            return database.execute(asking, (asked or '""', NEAREST)).fetchall()

        return ask


class Txtai:
    """txtai's hybrid index: exact vectors by Faiss, and its own BM25; one vector an entry, nothing explained."""

    def build(self, bench: Bench) -> None:
        """See `Method`."""
        from txtai import Embeddings

        index = Embeddings(self._config(bench.embedder))
        index.index((row, text, None) for row, text in enumerate(bench.texts))
        index.save(str(bench.folder / "txtai"))

    def open(self, bench: Bench) -> Ask:
        """See `Method`."""
        from txtai import Embeddings

        encoder = bench.encoder if bench.embedder is bench.encoder else TakingTheTimeOf(bench.encoder)
        index = Embeddings(self._config(encoder))
        index.load(str(bench.folder / "txtai"), config=self._config(encoder))
        return lambda need: index.search(need, NEAREST)

    def _config(self, encoder: Encoder) -> dict[str, object]:
        return {
            "method": "external",
            "transform": lambda texts: encoder.encode(list(texts)),
            "hybrid": True,
            "faiss": {"components": "IDMap,Flat"},
        }


METHODS: Mapping[str, Method] = {
    "matrix product": Product(),
    "Lotsen: answer": Lotsen(),
    "Lotsen: ranking": Lotsen(whole=False),
    "bm25s": Bm25s(),
    "SQLite FTS5": Fts5(),
    "txtai (hybrid)": Txtai(),
}
# Those that ask what another has built already.
BUILT_BY: Mapping[str, str] = {"Lotsen: ranking": "Lotsen: answer"}
