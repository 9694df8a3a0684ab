"""Which encoder a setting means. Each encoder's own workings live in its module."""

from pathlib import Path

from matcher import minilm
from matcher.encoders import Encoder, SentenceTransformerEncoder

DEFAULT = "default"


def load_encoder(model: str, cache: Path) -> Encoder:
    """The encoder for a setting: the packaged one for `default`, else any sentence-transformers model.

    Raises:
        ModelUnavailable: with one sentence that says why and what is wanted.
    """
    if model == DEFAULT:
        return minilm.load(cache)
    return SentenceTransformerEncoder(model)
