import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from matcher.corpus import Corpus
from matcher.limits import ReadLimits
from matcher.postings import build
from matcher.query import Query
from matcher.signals.precedents import (
    OUTCOMES,
    RIDGE,
    STATED,
    Examples,
    Precedents,
    example_chunks,
    kernel,
    own_examples,
    solve,
)
from matcher.signals.stance import stance
from tests.matcher.workshop import chunks, entry

ENTRIES = (entry("a/a", "oak"), entry("b/b", "wool", chunks("does_not", "oak"), chunks("ask", "red wool")))
CORPUS = Corpus(ENTRIES, np.zeros((4, 2), np.float32))
TEXTS = ("oak", "wool", "red wool")
VECTORS = np.array([[1, 0], [0, 1], [0.6, 0.8]], np.float32)
GMP, RESEARCH = (ReadLimits({"quality": frozenset({value})}) for value in ("GMP", "research"))
NO_STANCE = np.zeros((3, len(stance(GMP))), np.float32)


def learned(examples: Examples) -> Precedents:
    grams, words = (build(examples.texts, analyzer) for analyzer in ("grams", "stems"))
    weights = solve(kernel(grams, words, examples.vectors, examples.stances), examples.targets).astype(np.float32)
    return Precedents(grams, words, examples.vectors, examples.stances, weights, len(CORPUS.entries))


def ask(text: str, *vector: float, limits: ReadLimits | None = None) -> Query:
    return Query(text, "en", text, text, (text,), limits or ReadLimits(), np.array([vector, vector], np.float32))


def the_examples(*limits: ReadLimits) -> Examples:
    """The catalogue's own; with limits, the first ones state them."""
    stated = [*limits, *(ReadLimits() for _ in TEXTS[len(limits) :])]
    asked = zip(TEXTS, VECTORS, stated, strict=True)
    return own_examples(CORPUS, [ask(text, *vector, limits=read) for text, vector, read in asked])


def test_ridge_as_worked_out_by_hand() -> None:
    # Two examples with nothing in common: each answer is shrunk by itself, a / (1 + RIDGE).
    assert RIDGE == 2
    np.testing.assert_allclose(solve(np.eye(2), np.array([[3.0, 0], [0, 6]])), [[1, 0], [0, 2]])


def test_ridge_with_examples_in_common_as_worked_out_by_hand() -> None:
    # (K + 2 I) w = y with K = [[2, 1], [1, 2]]: w = [[4, -1], [-1, 4]] / 15 @ y.
    weights = solve(np.array([[2.0, 1], [1, 2]]), np.array([[1.0], [0]]))

    np.testing.assert_allclose(weights, [[4 / 15], [-1 / 15]])


@given(arrays(np.float64, (4, 3), elements=st.floats(-3, 3)), arrays(np.float64, (4, 2), elements=st.floats(-3, 3)))
def test_dual_weights_are_those_of_plain_ridge_regression(features: np.ndarray, targets: np.ndarray) -> None:
    dual = solve(features @ features.T, targets)

    primal = np.linalg.solve(features.T @ features + RIDGE * np.eye(3), features.T @ targets)
    np.testing.assert_allclose(features.T @ dual, primal, atol=1e-8)


def test_solving_leaves_the_kernel_as_it_is() -> None:
    gram = np.eye(2)

    solve(gram, np.eye(2))

    assert np.array_equal(gram, np.eye(2))


def test_the_kernel_adds_up_wording_and_meaning() -> None:
    grams, words = (build(TEXTS, analyzer) for analyzer in ("grams", "stems"))

    found = kernel(grams, words, VECTORS, NO_STANCE)

    by_hand = [
        [grams.scores(a)[row] + words.scores(a)[row] + VECTORS[col] @ VECTORS[row] for row in range(3)]
        for col, a in enumerate(TEXTS)
    ]
    cubes = np.maximum(VECTORS @ VECTORS.T, 0) ** 3
    np.testing.assert_allclose(found, np.array(by_hand) + cubes, atol=1e-6)
    np.testing.assert_allclose(found, found.T, atol=1e-6)


def test_texts_that_state_the_same_limits_are_nearer_and_others_further_apart() -> None:
    grams, words = (build(TEXTS, analyzer) for analyzer in ("grams", "stems"))
    stances = np.vstack([stance(limits) for limits in (GMP, GMP, RESEARCH)])

    ratio = kernel(grams, words, VECTORS, stances)[2] / kernel(grams, words, VECTORS, NO_STANCE)[2]

    np.testing.assert_allclose(ratio[1:], [1 - STATED, 1 + STATED], rtol=1e-6)


def test_of_two_examples_the_one_with_the_same_limit_teaches_more() -> None:
    precedents = learned(the_examples(GMP, RESEARCH))

    made, tried = (
        precedents.scores(ask("oak or wool", 0.7, 0.7, limits=limits), np.array([0, 1]))["precedents"]
        for limits in (GMP, RESEARCH)
    )

    assert made[0] > tried[0]
    assert made[1] < tried[1]


def test_examples_are_what_reads_like_a_need() -> None:
    assert [CORPUS.chunks[n].text for n in example_chunks(CORPUS)] == ["oak", "wool", "red wool"]


def test_an_example_teaches_its_entry_and_that_somebody_serves_it() -> None:
    examples = the_examples()

    matches = len(ENTRIES) + OUTCOMES.index("matches")
    assert examples.targets[:, :2].tolist() == [[1, 0], [0, 1], [0, 1]]
    assert examples.targets[:, matches].tolist() == [1, 1, 1]
    assert examples.targets.sum() == 6


def test_a_need_like_an_example_is_matched_to_its_entry() -> None:
    precedents = learned(the_examples())

    oak = precedents.scores(ask("oak", 1, 0), np.array([1, 0]))["precedents"]
    wool = precedents.scores(ask("some red wool", 0.6, 0.8), np.array([1, 0]))["precedents"]

    assert oak[1] > oak[0]
    assert wool[0] > wool[1]


def test_a_text_is_told_by_the_outcome_of_those_like_it() -> None:
    thanks = np.zeros((1, len(ENTRIES) + len(OUTCOMES)), np.float32)
    thanks[0, len(ENTRIES) + OUTCOMES.index("not_a_need")] = 1
    examples = the_examples() + Examples(("thanks a lot",), np.array([[-1, 0]], np.float32), NO_STANCE[:1], thanks)

    outcomes = learned(examples).outcomes(ask("thanks", -1, 0))

    assert tuple(outcomes) == OUTCOMES
    assert max(outcomes, key=outcomes.__getitem__) == "not_a_need"


def test_examples_are_added_in_order() -> None:
    stances = np.vstack([stance(limits) for limits in (GMP, ReadLimits(), RESEARCH)])
    one, other = (Examples((TEXTS[n],), VECTORS[[n]], stances[[n]], np.eye(6, dtype=np.float32)[[n]]) for n in (2, 0))

    both = one + other

    assert both.texts == ("red wool", "oak")
    np.testing.assert_array_equal(both.vectors, VECTORS[[2, 0]])
    np.testing.assert_array_equal(both.stances, stances[[2, 0]])
    assert both.targets.argmax(1).tolist() == [2, 0]
