import os
import shutil
from pathlib import Path

import huggingface_hub.constants
import numpy as np
import pytest

from matcher.encoders import ModelUnavailable, SentenceTransformerEncoder
from tests.matcher.workshop import DIMENSIONS

WANTED = (
    r"Wanted a folder with a sentence-transformers model, a model's name on a hub that can be reached, or 'default'\.$"
)


def test_vectors_have_unit_length(encoder: SentenceTransformerEncoder) -> None:
    vectors = encoder.encode(["oak chair", "", "🙂", "x" * 5_000])

    assert (vectors.shape, vectors.dtype) == ((4, DIMENSIONS), np.float32)
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


def test_texts_of_like_words_have_like_vectors(encoder: SentenceTransformerEncoder) -> None:
    chair, stool, mouse = encoder.encode(["oak chair", "chair of oak", "a mouse learns"])

    assert chair @ stool > chair @ mouse


def test_no_texts_have_no_vectors(encoder: SentenceTransformerEncoder) -> None:
    assert len(encoder.encode([])) == 0


def test_a_model_that_was_trained_again_has_another_key(model_folder: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(model_folder, tmp_path / "model")
    before = SentenceTransformerEncoder(str(copy)).key
    os.utime(copy / "config.json", (2e9, 2e9))

    assert SentenceTransformerEncoder(str(copy)).key != before


def test_a_folder_without_a_model_gets_one_clear_sentence(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable, match=WANTED) as caught:
        SentenceTransformerEncoder(str(tmp_path))

    assert str(caught.value).startswith(f"LOTSEN_MODEL={str(tmp_path)!r} cannot be loaded: ")
    assert "\n" not in str(caught.value)


def test_a_hub_that_cannot_be_reached_gets_one_clear_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    monkeypatch.setattr(huggingface_hub.constants, "HF_HUB_OFFLINE", True)

    with pytest.raises(ModelUnavailable, match=WANTED) as caught:
        SentenceTransformerEncoder("example/no-such-model")

    assert str(caught.value).startswith("LOTSEN_MODEL='example/no-such-model' cannot be loaded: ")
    assert "\n" not in str(caught.value)


def test_a_failure_without_words_is_named_by_its_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr("sentence_transformers.SentenceTransformer", fail)

    with pytest.raises(ModelUnavailable, match="cannot be loaded: MemoryError"):
        SentenceTransformerEncoder("any")
