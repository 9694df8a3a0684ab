import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from matcher.ranking import MOST_OF_GROUP, leading, ranked, united

SIZE = 9
groups = st.lists(st.integers(0, 4), min_size=SIZE, max_size=SIZE).map(np.array)
logits = st.lists(st.integers(-3, 3), min_size=SIZE, max_size=SIZE).map(lambda values: np.array(values, np.float32))
rankings = st.lists(st.permutations(range(SIZE)), min_size=1, max_size=4)


@given(logits, groups)
def test_every_row_is_ranked_once(logits: np.ndarray, groups: np.ndarray) -> None:
    assert sorted(ranked(logits, groups)) == list(range(SIZE))


@given(logits, groups)
def test_the_best_row_is_first_and_equals_keep_their_order(logits: np.ndarray, groups: np.ndarray) -> None:
    assert ranked(logits, groups)[0] == int(logits.argmax())


@given(logits, groups)
def test_within_a_group_the_better_row_is_before_the_other(logits: np.ndarray, groups: np.ndarray) -> None:
    order = ranked(logits, groups)

    for group in set(groups.tolist()):
        of_group = [row for row in order if groups[row] == group]
        assert of_group == sorted(of_group, key=lambda row: (-logits[row], row))


@given(logits)
def test_with_a_group_for_each_the_order_is_that_of_the_scores(logits: np.ndarray) -> None:
    assert ranked(logits, np.arange(SIZE)) == sorted(range(SIZE), key=lambda row: (-logits[row], row))


@given(logits, st.sets(st.integers(0, SIZE - 1)), st.integers(0, SIZE))
def test_who_leads_is_scored_and_first_when_groups_do_not_count(
    logits: np.ndarray, unscored: set[int], count: int
) -> None:
    logits[list(unscored)] = -np.inf

    assert leading(logits, count) == ranked(logits, np.arange(SIZE))[:count]


def test_a_group_waits_with_its_third() -> None:
    order = ranked(np.array([9, 8, 7, 6, 1], np.float32), np.array([0, 0, 0, 0, 1]))

    assert MOST_OF_GROUP == 2
    assert order == [0, 1, 4, 2, 3]


@given(rankings, groups)
def test_one_ranking_of_several_has_every_row_once(rankings: list[list[int]], groups: np.ndarray) -> None:
    assert sorted(united(rankings, groups)) == list(range(SIZE))


@given(rankings, groups)
def test_every_ranking_is_served_in_the_first_turn(rankings: list[list[int]], groups: np.ndarray) -> None:
    first = {int(groups[row]) for row in united(rankings, groups)[: len(rankings)]}

    assert {int(groups[ranking[0]]) for ranking in rankings} <= first


@given(rankings, groups)
def test_every_group_is_named_before_one_is_named_twice(rankings: list[list[int]], groups: np.ndarray) -> None:
    several = len(set(groups.tolist()))

    assert len({int(groups[row]) for row in united(rankings, groups)[:several]}) == several


def test_a_ranking_whose_group_another_has_named_passes() -> None:
    # Rows 0 and 1 are of one group: the second ranking's first is served by row 0 already.
    assert united([[0, 2, 1, 3], [1, 3, 0, 2]], np.array([0, 0, 1, 2])) == [0, 2, 3, 1]
