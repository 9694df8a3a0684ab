"""Which encoder a setting means. Each encoder's own workings live in its module."""

from pathlib import Path

from matcher import minilm
from matcher.encoders import Encoder, SentenceTransformerEncoder

DEFAULT = "default"


class CacheUnavailable(Exception):
    """The folder for what is kept cannot be made; the message names the setting and says why."""


def load_encoder(model: str, cache: Path) -> Encoder:
    """The encoder for a setting: the packaged one for `default`, else any sentence-transformers model.

    Raises:
        ModelUnavailable: with one sentence that says why and what is wanted.
        CacheUnavailable: likewise.
    """
    _make(cache)
    if model == DEFAULT:
        return minilm.load(cache)
    return SentenceTransformerEncoder(model)


def _make(cache: Path) -> None:
    """Make the cache's folder before there is minutes' work to keep in it."""
    try:
        cache.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        found = "a file" if cache.is_file() else error.strerror
        raise CacheUnavailable(
            f"LOTSEN_CACHE={str(cache)!r}: found {found}, wanted a folder, or a place where one can be made"
        ) from error
