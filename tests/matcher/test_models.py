from pathlib import Path

import pytest

from matcher import minilm
from matcher.encoders import ModelUnavailable, SentenceTransformerEncoder
from matcher.models import load_encoder


def test_the_default_is_the_packaged_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    monkeypatch.setattr(minilm, "load", asked.append)

    load_encoder("default", tmp_path)

    assert asked == [tmp_path]


def test_any_other_setting_is_a_model_of_sentence_transformers(model_folder: Path, tmp_path: Path) -> None:
    encoder = load_encoder(str(model_folder), tmp_path)

    assert isinstance(encoder, SentenceTransformerEncoder)
    assert list(tmp_path.iterdir()) == []


def test_a_model_that_is_nowhere_is_unavailable(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable):
        load_encoder(str(tmp_path / "nowhere"), tmp_path)
