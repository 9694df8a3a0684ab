"""Text to vectors: the `Encoder` protocol, and any sentence-transformers model behind it.

The packaged default has a faster way of its own in `minilm`. Keeping vectors is `vectors`' business.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
import numpy.typing as npt

Vectors = npt.NDArray[np.float32]


class ModelUnavailable(Exception):
    """The sentence encoder cannot be loaded; the message says which and what to do."""


class Encoder(Protocol):
    """Turns texts into vectors of unit length."""

    @property
    def key(self) -> str:
        """Unlike for every other model, so that kept vectors are never mixed up."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One row a text, in order, each of length 1; shape (texts, dimensions)."""


class SentenceTransformerEncoder:
    """Any model that sentence-transformers loads: a folder or a name on a hub."""

    def __init__(self, model: str) -> None:
        """Load the model; a hub name is downloaded unless the environment forbids it.

        Raises:
            ModelUnavailable: it cannot be loaded.
        """
        try:
            from sentence_transformers import SentenceTransformer

            self._model = SentenceTransformer(model, device="cpu")
        except Exception as error:  # the library raises whatever its own layers raise; all mean the same here
            reason = str(error).strip().splitlines()
            raise ModelUnavailable(
                f"LOTSEN_MODEL={model!r} cannot be loaded: {reason[0] if reason else type(error).__name__}. "
                "Wanted a folder with a sentence-transformers model, a model's name on a hub that can be reached, "
                "or 'default'."
            ) from error
        self.key = f"{model}@{_changed(model)}"

    def encode(self, texts: Sequence[str]) -> Vectors:
        """See the protocol."""
        vectors = self._model.encode(
            list(texts), normalize_embeddings=True, convert_to_numpy=True, show_progress_bar=False
        )
        return np.asarray(vectors, dtype=np.float32)


def _changed(model: str) -> int:
    """When a local model was last changed, so that a retrained one gets new vectors; 0 for a hub name."""
    folder = Path(model)
    return max((int(p.stat().st_mtime) for p in folder.rglob("*") if p.is_file()), default=0) if folder.is_dir() else 0
