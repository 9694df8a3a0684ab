import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from matcher.encoders import SentenceTransformerEncoder
from matcher.features import GRADED, IN_GROUP, MOST_IN_CONFLICT, Frame, of_need, scaled, standardised
from matcher.glossary import NO_GLOSSARY
from matcher.limits import LimitReader
from matcher.query import Query, Reader

# Two services of one group, one of another, and an expert of each group.
FRAME = Frame(np.array([0, 0, 1, 0, 1]), np.array([True, True, True, False, False]))
WORDS = np.array([1, 2, 3, 9, 0], np.float32)


@pytest.fixture(scope="module")
def query(encoder: SentenceTransformerEncoder) -> Query:
    return Reader(encoder, NO_GLOSSARY, LimitReader({})).read(["en stol av ek"], ["sv"])[0]


def test_graded_signals_become_distances_from_the_mean_of_the_services() -> None:
    found = standardised({"words": WORDS}, FRAME)

    spread = np.sqrt(2 / 3)
    np.testing.assert_allclose(found["words"], (WORDS - 2) / spread, rtol=1e-4)


def test_every_entry_has_the_best_service_of_its_group_too() -> None:
    found = standardised({"words": WORDS}, FRAME)[f"words{IN_GROUP}"]

    np.testing.assert_allclose(found, [found[0], found[0], found[2], found[0], found[2]])
    assert found[0] == pytest.approx(0, abs=1e-4)


def test_a_group_without_services_has_nothing_to_show() -> None:
    lonely = Frame(np.array([0, 1]), np.array([True, False]))

    found = standardised({"words": np.array([4, 7], np.float32)}, lonely)

    assert found[f"words{IN_GROUP}"][1] < found[f"words{IN_GROUP}"][0]


PRECEDENTS = np.array([0, 0, 0, 0, 0, 100], np.float32)
LONG_FRAME = Frame(np.arange(6), np.ones(6, np.bool_))


@pytest.mark.parametrize(
    ("limit", "most"),
    [("species pigs conflicts", MOST_IN_CONFLICT), ("subjects cells conflicts", None), ("none", None)],
)
def test_precedents_do_not_count_for_more_than_so_much_against_a_stated_limit(limit: str, most: float | None) -> None:
    conflict = np.array([0, 0, 0, 0, 0, 1], np.float32)
    plain = standardised({"precedents": PRECEDENTS}, LONG_FRAME)

    found = standardised({"precedents": PRECEDENTS, limit: conflict}, LONG_FRAME)

    for name, values in plain.items():
        np.testing.assert_allclose(found[name], [*values[:5], most or values[5]])
        assert values[5] > MOST_IN_CONFLICT


def test_where_precedents_say_nothing_nothing_is_held_back() -> None:
    conflict = np.ones(6, np.float32)

    assert list(standardised({"species pigs conflicts": conflict}, LONG_FRAME)) == ["species pigs conflicts"]


@pytest.mark.parametrize("scale", [lambda scores: standardised(scores, FRAME), scaled])
def test_what_is_on_a_scale_already_stays(scale: object) -> None:
    agrees = np.array([0, 1, 0.5, 0, 0], np.float32)

    assert list(scale({"species agrees": agrees}).items()) == [("species agrees", agrees)]


def test_scaling_divides_by_the_best() -> None:
    assert scaled({"words": WORDS})["words"].tolist() == pytest.approx([1 / 9, 2 / 9, 3 / 9, 1, 0])


@given(arrays(np.float32, 5, elements=st.floats(0, 1e3, width=32)), st.floats(0.5, 4))
def test_the_scale_does_not_depend_on_the_measure(values: np.ndarray, factor: float) -> None:
    values = values + np.array([0, 1, 2, 3, 4], np.float32)
    np.testing.assert_allclose(
        scaled({"words": values * factor})["words"], scaled({"words": values})["words"], rtol=1e-3
    )


@given(arrays(np.float32, 5, elements=st.floats(0, 1, width=32)))
def test_features_are_always_numbers(values: np.ndarray) -> None:
    signals = dict.fromkeys(GRADED, values)

    assert all(
        np.isfinite(found).all() for found in [*standardised(signals, FRAME).values(), *scaled(signals).values()]
    )


def test_a_need_is_told_by_its_ranking(query: Query) -> None:
    logits = np.array([0, 3, 1], np.float32)

    found = of_need(query, {"words": WORDS[:3], "species agrees": WORDS[:3]}, logits, {"matches": 0.5})

    assert found == {
        "first": 3,
        "second": 1,
        "fifth": 0,
        "sum": pytest.approx(np.log(np.exp(logits).sum())),
        "length": pytest.approx(np.log(5)),
        "swedish": 1,
        "words: best": 3,
        "words: at first": 2,
        "words: mean": 2,
        "like matches": 0.5,
    }


def test_one_service_is_first_second_and_fifth(query: Query) -> None:
    found = of_need(query, {}, np.array([2], np.float32), {})

    assert (found["first"], found["second"], found["fifth"]) == (2, 2, 2)
