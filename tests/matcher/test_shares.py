import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.answer import Share
from matcher.features import IN_GROUP
from matcher.fusion import Linear
from matcher.shares import Workings, evidence

NOBODY: dict[int, dict[int, float]] = {}


def column(*values: float) -> np.ndarray:
    return np.array(values, np.float32)


def test_a_share_is_the_coefficient_times_the_value_as_weighed_and_the_most_comes_first() -> None:
    workings = Workings(np.arange(2), {"words": column(1, 3), "limits": column(0, 1)}, NOBODY)

    shares = workings.shares(Linear(-5, {"limits": -2, "words": 0.5}), 1)

    assert shares == (Share("words", 1.5), Share("limits", -2.0))


def test_what_a_signal_says_of_the_group_belongs_to_the_signal() -> None:
    workings = Workings(np.arange(1), {"words": column(2), "words" + IN_GROUP: column(3)}, NOBODY)

    assert workings.shares(Linear(0, {"words": 1, "words" + IN_GROUP: 0.5}), 0) == (Share("words", 3.5),)


def test_what_adds_nothing_is_not_told() -> None:
    workings = Workings(np.arange(1), {"words": column(0)}, NOBODY)

    assert workings.shares(Linear(1, {"words": 1, "switched off": 1}), 0) == ()


def test_rows_are_found_among_those_that_were_scored() -> None:
    workings = Workings(np.array([3, 8]), {"words": column(1, 2)}, NOBODY)

    assert workings.shares(Linear(0, {"words": 1}), 8) == (Share("words", 2.0),)


@given(st.lists(st.floats(-9, 9, width=32), min_size=4, max_size=4), st.integers(0, 3))
def test_intercept_and_shares_are_the_log_odds_also_of_an_expert(values: list[float], row: int) -> None:
    features = {"words": column(*values), "meaning": column(*reversed(values))}
    ranking = Linear(-1.5, {"words": 0.5, "meaning": 0.25})
    plain = ranking.of_rows(features)
    workings = Workings(np.arange(4), features, evidence(plain, {3: np.array([0, 1])}))

    added = sum(share.points for share in workings.shares(ranking, row))

    assert -1.5 + added == pytest.approx(float(workings.with_experts(plain)[row]), abs=2e-3)
