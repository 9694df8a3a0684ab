"""Vectors kept on disk: a second start embeds nothing, and a changed entry embeds only what changed.

One file holds the vectors of one list of texts for one model, in order, and is memory mapped. Making vectors is the
encoder's business.
"""

import hashlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from matcher.encoders import Encoder, Vectors

# Enough bytes that two of a million texts share a digest less than once in 10^26 catalogues.
DIGEST_BYTES = 16


def kept_vectors(texts: Sequence[str], encoder: Encoder, folder: Path) -> Vectors:
    """The texts' vectors in order, shape (texts, dimensions), read from disk as far as they were made before."""
    digests = _digests(texts)
    home = folder / hashlib.blake2b(encoder.key.encode(), digest_size=8).hexdigest()
    name = hashlib.blake2b(digests.tobytes(), digest_size=12).hexdigest()
    file = home / f"{name}.npy"
    if not file.exists():
        _write(home, name, digests, _completed(texts, digests, encoder, home))
    return np.load(file, mmap_mode="r")  # type: ignore[no-any-return]


def _digests(texts: Sequence[str]) -> npt.NDArray[np.uint8]:
    joined = b"".join(hashlib.blake2b(t.encode(), digest_size=DIGEST_BYTES).digest() for t in texts)
    return np.frombuffer(joined, dtype=np.uint8).reshape(len(texts), DIGEST_BYTES)


def _completed(texts: Sequence[str], digests: npt.NDArray[np.uint8], encoder: Encoder, home: Path) -> Vectors:
    """Every text's vector: taken from the files of earlier lists where they have it, else made."""
    known = [d.tobytes() for d in digests]
    found = _known_before(set(known), home)
    missing = {digest: text for digest, text in zip(known, texts, strict=True) if digest not in found}
    made = encoder.encode(list(missing.values()))
    found |= dict(zip(missing, made, strict=True))
    return np.array([found[digest] for digest in known], dtype=np.float32).reshape(len(texts), -1)


def _known_before(wanted: set[bytes], home: Path) -> dict[bytes, Vectors]:
    found: dict[bytes, Vectors] = {}
    for file in home.glob("*.digests"):
        rows = np.fromfile(file, dtype=np.uint8).reshape(-1, DIGEST_BYTES)
        vectors = np.load(file.with_suffix(".npy"), mmap_mode="r")
        found |= {d.tobytes(): vectors[i] for i, d in enumerate(rows) if d.tobytes() in wanted}
    return found


def _write(home: Path, name: str, digests: npt.NDArray[np.uint8], vectors: Vectors) -> None:
    """Write both files whole: the vectors last, since their presence says that the list is complete."""
    home.mkdir(parents=True, exist_ok=True)
    digests.tofile(home / f"{name}.digests.part")
    with (home / f"{name}.npy.part").open("wb") as file:
        np.save(file, vectors)
    (home / f"{name}.npy.part").replace(home / f"{name}.npy")
    (home / f"{name}.digests.part").replace(home / f"{name}.digests")
