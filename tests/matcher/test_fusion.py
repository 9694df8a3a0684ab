import json
from math import exp

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from matcher.fusion import DISMISSED_ABOVE, NEAR, OUTCOMES, Fusion, Linear, beside

numbers = st.floats(-1e3, 1e3)
linears = st.builds(Linear, numbers, st.dictionaries(st.text(max_size=5), numbers, max_size=3))
fusions = st.builds(
    Fusion,
    scale=st.sampled_from(["standardised", "scaled"]),
    ranking=linears,
    outcomes=st.fixed_dictionaries(dict.fromkeys(OUTCOMES, linears)),
    answers_above=numbers,
    confidence=linears,
    strong_above=numbers,
    fitted_on=st.dictionaries(st.text(max_size=5), st.integers(), max_size=2),
)
NOTHING = Linear(0, {})
FUSION = Fusion(
    scale="scaled",
    ranking=Linear(1, {"words": 2, "absent": 5}),
    outcomes={**dict.fromkeys(OUTCOMES, NOTHING), "matches": Linear(0, {"first": 1})},
    answers_above=0.4,
    confidence=Linear(0.5, {"logit": 2, "behind": -1}),
    strong_above=0.7,
)


@given(fusions)
def test_comes_back_from_json_as_it_was(fusion: Fusion) -> None:
    assert Fusion.from_json(json.loads(json.dumps(fusion.to_json()))) == fusion


def test_weighs_rows_and_passes_over_features_that_are_absent() -> None:
    features = {"words": np.array([0, 1.5], np.float32), "unweighed": np.array([9, 9], np.float32)}

    assert FUSION.ranking.of_rows(features).tolist() == [1, 4]


def test_weighs_one() -> None:
    assert FUSION.ranking.of_one({"words": 3, "unweighed": 9}) == 7


def test_chances_as_worked_out_by_hand() -> None:
    chances = FUSION.chances({"first": 1})

    assert chances["matches"] == pytest.approx(exp(1) / (exp(1) + 3))


@given(fusions, st.dictionaries(st.sampled_from(["first", "", "0"]), numbers))
def test_chances_are_together_one(fusion: Fusion, need: dict[str, float]) -> None:
    chances = fusion.chances(need)

    assert list(chances) == list(OUTCOMES)
    assert sum(chances.values()) == pytest.approx(1)


@pytest.mark.parametrize(
    ("chances", "outcome"),
    [((0.4, 0.6, 0, 0), "matches"), ((0.39, 0.2, 0.3, 0.11), "not_a_need"), ((0.1, 0.2, 0.3, 0.4), "unclear")],
)
def test_answers_where_the_chance_suffices_and_else_says_the_likeliest(chances: tuple, outcome: str) -> None:
    assert FUSION.outcome(dict(zip(OUTCOMES, chances, strict=True)), best=-1) == outcome


@pytest.mark.parametrize(
    ("no_need", "best", "outcome"),
    [
        (DISMISSED_ABOVE - 0.01, NEAR, "unclear"),
        (DISMISSED_ABOVE, NEAR, "not_a_need"),
        (DISMISSED_ABOVE - 0.01, NEAR - 0.01, "not_a_need"),
    ],
)
def test_what_may_well_ask_for_something_here_is_asked_back_and_not_dismissed(
    no_need: float, best: float, outcome: str
) -> None:
    chances = {"matches": 1 - no_need, "nothing_fits": 0, "not_a_need": no_need, "unclear": 0}

    assert FUSION.outcome(chances, best) == outcome


def test_confidence_as_worked_out_by_hand() -> None:
    found = FUSION.confidences(np.array([1, -1], np.float32), 0.5)

    # 0.5 + 2 * logit - 1 * behind the first.
    assert found.tolist() == pytest.approx([0.5 / (1 + exp(-2.5)), 0.5 / (1 + exp(3.5))])


@given(arrays(np.float32, 4, elements=st.floats(-1e4, 1e4, width=32)), st.floats(0, 1))
def test_confidence_is_a_chance_and_follows_the_ranking(logits: np.ndarray, matching: float) -> None:
    found = FUSION.confidences(logits, matching)

    assert ((found >= 0) & (found <= np.float32(matching))).all()
    assert (np.diff(found[np.argsort(logits)]) >= 0).all()


def test_the_first_is_behind_nobody() -> None:
    assert beside(np.array([1, 4, 2], np.float32))["behind"].tolist() == [3, 0, 2]
