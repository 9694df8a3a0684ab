from pathlib import Path

import pytest

from matcher import minilm
from matcher.encoders import ModelUnavailable, SentenceTransformerEncoder
from matcher.models import CacheUnavailable, load_encoder


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


@pytest.mark.parametrize(
    ("place", "found"),
    [("afile", "found a file"), ("afile/within", "found Not a directory"), ("afile/a/b", "found Not")],
)
def test_a_cache_that_cannot_be_made_is_told_by_its_setting(tmp_path: Path, place: str, found: str) -> None:
    (tmp_path / "afile").touch()

    with pytest.raises(CacheUnavailable, match=rf"^LOTSEN_CACHE='.*': {found}.*, wanted a folder"):
        load_encoder("default", tmp_path / place)


def test_a_cache_is_made_with_the_folders_around_it(tmp_path: Path, model_folder: Path) -> None:
    load_encoder(str(model_folder), tmp_path / "a" / "b")

    assert (tmp_path / "a" / "b").is_dir()
