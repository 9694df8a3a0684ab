"""Text to vectors: the `Encoder` protocol, and any sentence-transformers model behind it.

The packaged default has a faster way of its own in `minilm`. Keeping vectors is `vectors`' business.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
import numpy.typing as npt

from matcher.quiet import quiet

Vectors = npt.NDArray[np.float32]

# For how many seconds a hub is waited for.
_PATIENCE = 10.0
# A name on a hub is one word, or two with a slash between them.
_MOST_PARTS = 2


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
        if Path(model).is_file():
            raise _unavailable(model, "it is a file")
        if _is_path(model) and not Path(model).is_dir():
            raise _unavailable(model, "there is no such folder")
        with quiet():
            silence = None if Path(model).is_dir() else _silence()
            try:
                from sentence_transformers import SentenceTransformer

                # What was downloaded before is used also where the hub does not answer.
                self._model = SentenceTransformer(model, device="cpu", local_files_only=silence is not None)
            except Exception as error:  # the library raises whatever its own layers raise; all mean the same here
                raise _unavailable(model, _reason(error, silence)) from error
        self.key = f"{model}@{_changed(model)}"

    def encode(self, texts: Sequence[str]) -> Vectors:
        """See the protocol."""
        vectors = self._model.encode(
            list(texts), normalize_embeddings=True, convert_to_numpy=True, show_progress_bar=False
        )
        return np.asarray(vectors, dtype=np.float32)


def _is_path(model: str) -> bool:
    """Whether it cannot be a name on a hub."""
    return model.startswith((".", "~")) or Path(model).is_absolute() or len(Path(model).parts) > _MOST_PARTS


def _silence() -> Exception | None:
    """Why the hub does not answer; None when it does. Asked once: the library would ask six times for each file."""
    from huggingface_hub import get_session
    from huggingface_hub.constants import ENDPOINT

    try:
        get_session().head(ENDPOINT, timeout=_PATIENCE)
    except Exception as error:  # noqa: BLE001 - whatever its layers raise, it is a hub that cannot be asked
        return error
    return None


def _unavailable(model: str, found: str) -> ModelUnavailable:
    return ModelUnavailable(
        f"LOTSEN_MODEL={model!r} cannot be loaded: {found}. Wanted a folder with a sentence-transformers model, "
        "a model's name on a hub that can be reached, or 'default'."
    )


def _reason(error: Exception, silence: Exception | None) -> str:
    if silence is not None and isinstance(error, OSError):
        return f"it was not downloaded before, and the hub does not answer ({_said(silence)})"
    return _said(error)


def _said(error: Exception) -> str:
    """The first line of an error, as part of a sentence."""
    lines = str(error).strip().splitlines()
    return lines[0].rstrip(" .") if lines else type(error).__name__


def _changed(model: str) -> int:
    """When a local model was last changed, so that a retrained one gets new vectors; 0 for a hub name."""
    folder = Path(model)
    return max((int(p.stat().st_mtime) for p in folder.rglob("*") if p.is_file()), default=0) if folder.is_dir() else 0
