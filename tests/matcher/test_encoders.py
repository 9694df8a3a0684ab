import os
import shutil
import sys
from pathlib import Path

import httpx2
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

    said = str(caught.value)
    assert said.startswith(
        "LOTSEN_MODEL='example/no-such-model' cannot be loaded: it was not downloaded before, and the"
    )
    assert "\n" not in said
    assert ".." not in said


def test_a_hub_that_does_not_answer_is_asked_once_and_nothing_else_is_said(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    asked: list[str] = []

    def refuse(_client: object, method: str, url: str, **_: object) -> None:
        asked.append(f"{method} {url}")
        raise httpx2.ConnectError("nobody listens")

    monkeypatch.setattr(httpx2.Client, "request", refuse)

    with pytest.raises(ModelUnavailable, match="the hub does not answer \\(nobody listens\\)"):
        SentenceTransformerEncoder("example/no-such-model")

    assert asked == [f"HEAD {huggingface_hub.constants.ENDPOINT}"]
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("path", ["{}/nothing", "./nothing", "../nothing", "~/nothing-here", "one/two/three"])
def test_a_path_that_leads_nowhere_is_told_at_once(path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)

    with pytest.raises(ModelUnavailable, match=r"cannot be loaded: there is no such folder\. Wanted"):
        SentenceTransformerEncoder(path.format(tmp_path))


def test_a_file_is_no_model(tmp_path: Path) -> None:
    (tmp_path / "model").touch()

    with pytest.raises(ModelUnavailable, match=r"cannot be loaded: it is a file\. Wanted"):
        SentenceTransformerEncoder(str(tmp_path / "model"))


def test_a_model_loads_without_a_word(model_folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    SentenceTransformerEncoder(str(model_folder))

    assert capfd.readouterr() == ("", "")


def test_a_failure_without_words_is_named_by_its_kind(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def fail(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr("sentence_transformers.SentenceTransformer", fail)

    with pytest.raises(ModelUnavailable, match="cannot be loaded: MemoryError"):
        SentenceTransformerEncoder(str(tmp_path))
