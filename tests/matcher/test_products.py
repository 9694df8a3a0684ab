import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.products import products

MANY = np.random.default_rng(1).standard_normal((9, 4), dtype=np.float32)
FEW = np.random.default_rng(2).standard_normal((3, 4), dtype=np.float32)

bounds = st.tuples(st.integers(0, 9), st.integers(0, 9)).map(sorted)


@given(st.lists(bounds.map(lambda pair: slice(*pair)), max_size=4), st.integers(1, 200))
def test_piece_by_piece_is_as_in_one(parts: list[slice], most: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("matcher.products.MOST_IN_ONE_THREAD", most)
        found = products(MANY, FEW, parts)

    some = np.concatenate([MANY[:0], *(MANY[part] for part in parts)])
    np.testing.assert_allclose(found, FEW @ some.T, atol=1e-5)


def test_nothing_asked_is_nothing_found() -> None:
    assert products(MANY, FEW[:0], [slice(0, 9)]).shape == (0, 9)
