"""Vectors kept on disk: a second start embeds nothing, and a changed entry embeds only what changed.

One file holds the vectors of one list of texts for one model, in order, and is memory mapped. Making vectors is the
encoder's business.
"""

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.lib.format import open_memmap

from matcher.encoders import Encoder, Vectors
from matcher.writing import whole

# Enough bytes that two of a million texts share a digest less than once in 10^26 catalogues.
DIGEST_BYTES = 16
# So many vectors at a time are made or copied, so that those of a hundred thousand services need not be in memory.
BLOCK = 8_192

T = TypeVar("T")
# Some rows of a list, and their vectors.
Piece = tuple[list[int], Vectors]


def kept_vectors(texts: Sequence[str], encoder: Encoder, folder: Path) -> Vectors:
    """The texts' vectors in order, shape (texts, dimensions), read from disk as far as they were made before."""
    digests = [hashlib.blake2b(t.encode(), digest_size=DIGEST_BYTES).digest() for t in texts]
    home = folder / hashlib.blake2b(encoder.key.encode(), digest_size=8).hexdigest()
    name = hashlib.blake2b(b"".join(digests), digest_size=12).hexdigest()
    file = home / f"{name}.npy"
    if not file.exists():
        with whole(file) as unfinished:
            _write(unfinished, digests, _pieces(texts, digests, encoder, home))
        # The digests last: other lists look into them, and then find the vectors.
        with whole(home / f"{name}.digests") as unfinished:
            unfinished.write_bytes(b"".join(digests))
    return np.load(file, mmap_mode="r")  # type: ignore[no-any-return]


def _write(file: Path, digests: Sequence[bytes], pieces: Iterator[Piece]) -> None:
    """One row a digest, also for those that repeat an earlier one."""
    out: Vectors = np.zeros((len(digests), 0), dtype=np.float32)
    for rows, vectors in pieces:
        if not out.shape[1]:
            out = open_memmap(file, mode="w+", dtype=np.float32, shape=(len(digests), vectors.shape[1]))
        out[rows] = vectors
    first = _first(digests)
    for rows in _blocks([row for row, digest in enumerate(digests) if first[digest] != row]):
        out[rows] = out[[first[digests[row]] for row in rows]]
    if not digests:
        with file.open("wb") as empty:
            np.save(empty, out)


def _pieces(texts: Sequence[str], digests: Sequence[bytes], encoder: Encoder, home: Path) -> Iterator[Piece]:
    """The vectors of every text that is unlike the ones before it: from the files of earlier lists, then made."""
    missing = _first(digests)
    for file in home.glob("*.digests"):
        kept = file.read_bytes()
        there = (kept[at : at + DIGEST_BYTES] for at in range(0, len(kept), DIGEST_BYTES))
        pairs = [(number, missing.pop(digest)) for number, digest in enumerate(there) if digest in missing]
        vectors = np.load(file.with_suffix(".npy"), mmap_mode="r")
        for block in _blocks(pairs):
            yield [row for _, row in block], vectors[[number for number, _ in block]]
    for rows in _blocks(list(missing.values())):
        yield rows, encoder.encode([texts[row] for row in rows])


def _first(digests: Sequence[bytes]) -> dict[bytes, int]:
    """The first row of each digest."""
    first: dict[bytes, int] = {}
    for row, digest in enumerate(digests):
        first.setdefault(digest, row)
    return first


def _blocks(items: list[T]) -> Iterator[list[T]]:
    return (items[at : at + BLOCK] for at in range(0, len(items), BLOCK))
