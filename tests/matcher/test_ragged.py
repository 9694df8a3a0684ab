import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from matcher.ragged import places, runs

STARTS = np.array([0, 2, 2, 5, 6, 6, 9])
rows = st.lists(st.integers(0, 5), max_size=8).map(lambda some: np.array(some, dtype=np.int64))


@given(rows)
def test_places_are_those_of_each_row_in_turn(rows: np.ndarray) -> None:
    found, counts = places(STARTS, rows)

    assert found.tolist() == [place for row in rows for place in range(STARTS[row], STARTS[row + 1])]
    assert counts.tolist() == [STARTS[row + 1] - STARTS[row] for row in rows]


@given(rows)
def test_runs_are_the_same_places_in_fewer_pieces(rows: np.ndarray) -> None:
    found = runs(STARTS, rows)

    assert [place for run in found for place in range(run.start, run.stop)] == places(STARTS, rows)[0].tolist()


def test_neighbours_make_one_run() -> None:
    assert runs(STARTS, np.array([1, 2, 3, 5, 0])) == [slice(2, 6), slice(6, 9), slice(0, 2)]
