from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.metrics import calibration_error, chance_better, estimate, first_right, ndcg, reliability

grades = st.lists(st.integers(0, 3), min_size=1, max_size=12).map(lambda some: np.array(some, dtype=float))
values = st.lists(st.floats(0, 1), min_size=1, max_size=40)


def test_a_grade_of_two_is_right_and_a_grade_of_one_is_not() -> None:
    assert first_right([1, 0], np.array([1.0, 2.0])) == 1
    assert first_right([0, 1], np.array([1.0, 2.0])) == 0


def test_a_ranking_of_nothing_is_worth_nothing() -> None:
    assert first_right([], np.array([3.0])) == 0
    assert ndcg([], np.array([3.0])) == 0


def test_ndcg_is_that_of_the_formula() -> None:
    # (2^1 - 1) / log2(2) + (2^3 - 1) / log2(3), beside the same the other way round.
    found = 1 + 7 / np.log2(3)
    best = 7 + 1 / np.log2(3)

    assert ndcg([0, 1], np.array([1.0, 3.0])) == pytest.approx(found / best)


@given(grades)
def test_the_order_of_the_grades_is_the_best_there_is(some: np.ndarray) -> None:
    best = np.argsort(-some, kind="stable").tolist()

    assert ndcg(best, some) == pytest.approx(1.0 if some.any() else 0.0)


@given(grades, st.randoms(use_true_random=False))
def test_ndcg_is_between_none_and_one(some: np.ndarray, random: Random) -> None:
    order = list(range(len(some)))
    random.shuffle(order)

    assert 0 <= ndcg(order, some) <= 1 + 1e-9


def test_what_stands_behind_the_fifth_counts_nothing() -> None:
    grades = np.array([0, 0, 0, 0, 0, 3.0])

    assert ndcg([0, 1, 2, 3, 4, 5], grades) == 0


@given(values)
def test_an_interval_holds_its_value_and_is_the_same_again(some: list[float]) -> None:
    found = estimate(some)

    assert found == estimate(some)
    assert found.low - 1e-6 <= found.value <= found.high + 1e-6


def test_more_needs_make_a_narrower_interval() -> None:
    few, many = estimate([0.0, 1.0] * 10), estimate([0.0, 1.0] * 200)

    assert many.high - many.low < few.high - few.low


def test_what_is_always_better_is_surely_better_and_equals_are_not() -> None:
    assert chance_better([0.5, 0.9, 0.8], [0.4, 0.8, 0.7]) == 1
    assert chance_better([0.5, 0.9], [0.5, 0.9]) == 0.5


def test_calibration_compares_claimed_with_true_bin_by_bin() -> None:
    bins = reliability([0.95, 0.95, 0.15, 0.15], [True, False, False, False])

    assert [(b.low, b.needs, b.true) for b in bins] == [(0.1, 2, 0.0), (0.9, 2, 0.5)]
    assert calibration_error(bins) == pytest.approx((0.45 + 0.15) / 2)


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), max_size=30))
def test_every_need_is_in_one_bin(claims: list[tuple[float, bool]]) -> None:
    bins = reliability([claim for claim, _ in claims], [true for _, true in claims])

    assert sum(b.needs for b in bins) == len(claims)
    assert 0 <= calibration_error(bins) <= 1
