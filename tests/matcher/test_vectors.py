from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest

from matcher.encoders import Vectors
from matcher.vectors import kept_vectors
from tests.matcher.workshop import Counting

TEXTS = ["oak chair", "red wool", "oak chair", "a mouse"]
Encoders = Callable[[str], Counting]


def test_vectors_are_the_encoders_in_order(tmp_path: Path, counting: Encoders) -> None:
    encoder = counting("a")

    kept = kept_vectors(TEXTS, encoder, tmp_path)

    np.testing.assert_allclose(kept, encoder.encode(TEXTS), atol=1e-6)


def test_a_second_start_embeds_nothing(tmp_path: Path, counting: Encoders) -> None:
    first = kept_vectors(TEXTS, counting("a"), tmp_path)
    encoder = counting("a")

    assert np.array_equal(kept_vectors(TEXTS, encoder, tmp_path), first)
    assert encoder.asked == []


def test_a_text_that_comes_twice_is_embedded_once(tmp_path: Path, counting: Encoders) -> None:
    encoder = counting("a")

    kept_vectors(TEXTS, encoder, tmp_path)

    assert encoder.asked == ["oak chair", "red wool", "a mouse"]


@pytest.mark.parametrize(
    ("changed", "asked"),
    [
        (["oak chair", "red wool", "two mice"], ["two mice"]),
        (["a mouse", "oak chair"], []),
        (["new", *TEXTS], ["new"]),
    ],
)
def test_a_changed_list_embeds_only_what_is_new(
    tmp_path: Path, counting: Encoders, changed: list[str], asked: list[str]
) -> None:
    kept_vectors(TEXTS, counting("a"), tmp_path)
    encoder = counting("a")

    kept = kept_vectors(changed, encoder, tmp_path)

    assert encoder.asked == asked
    np.testing.assert_allclose(kept, encoder.encode(changed), atol=1e-6)


def test_two_models_never_mix(tmp_path: Path, counting: Encoders) -> None:
    kept_vectors(TEXTS, counting("a"), tmp_path)
    other = counting("b")

    kept_vectors(TEXTS, other, tmp_path)

    assert other.asked == ["oak chair", "red wool", "a mouse"]


class Stopped(Exception):
    pass


class Stopping(Counting):
    def encode(self, texts: Sequence[str]) -> Vectors:
        raise Stopped(len(texts))


def test_what_was_stopped_half_way_is_made_anew(tmp_path: Path, counting: Encoders) -> None:
    with pytest.raises(Stopped):
        kept_vectors(TEXTS, Stopping(counting("a"), "a"), tmp_path)
    for whole in ("", ".digests"):
        (tmp_path / f"half{whole}.npy.0.part").write_bytes(b"\x93NUMPY half of a fi")

    assert len(kept_vectors(TEXTS, counting("a"), tmp_path)) == len(TEXTS)


def test_half_written_files_are_not_taken(tmp_path: Path, counting: Encoders) -> None:
    kept_vectors(TEXTS, counting("a"), tmp_path)
    [vectors], [digests] = tmp_path.rglob("*.npy"), tmp_path.rglob("*.digests")
    vectors.rename(vectors.with_name(f"{vectors.name}.0.part"))
    digests.rename(digests.with_name(f"{digests.name}.0.part"))
    encoder = counting("a")

    kept_vectors(TEXTS, encoder, tmp_path)

    assert len(encoder.asked) == 3


def test_vectors_whose_digests_were_not_written_yet_serve_their_own_list(tmp_path: Path, counting: Encoders) -> None:
    kept_vectors(TEXTS, counting("a"), tmp_path)
    next(tmp_path.rglob("*.digests")).unlink()
    encoder = counting("a")

    kept_vectors(TEXTS, encoder, tmp_path)

    assert encoder.asked == []
