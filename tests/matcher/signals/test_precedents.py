from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from matcher.corpus import Corpus
from matcher.limits import ReadLimits
from matcher.query import Passage, Query
from matcher.signals.precedents import (
    COMMON,
    LIKENESS,
    NEAR,
    OUTCOMES,
    RIDGE,
    STATED,
    TOGETHER,
    Examples,
    Precedents,
    example_chunks,
    gist,
    indexed,
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
    known = indexed(examples)
    return Precedents(known, solve(known.kernel(), examples.targets).astype(np.float32), len(CORPUS.entries))


def ask(text: str, *vector: float, limits: ReadLimits | None = None) -> Query:
    return Query(text, "en", text, text, (text,), limits or ReadLimits(), np.array([vector, vector], np.float32))


def the_examples(*limits: ReadLimits) -> Examples:
    """The catalogue's own; with limits, the first ones state them."""
    stated = [*limits, *(ReadLimits() for _ in TEXTS[len(limits) :])]
    asked = zip(TEXTS, VECTORS, stated, strict=True)
    return own_examples(CORPUS, [ask(text, *vector, limits=read) for text, vector, read in asked])


def test_ridge_as_worked_out_by_hand() -> None:
    # Two examples with nothing in common: each answer is shrunk by itself, a / (1 + RIDGE).
    assert RIDGE == 1
    np.testing.assert_allclose(solve(np.eye(2), np.array([[2.0, 0], [0, 6]])), [[1, 0], [0, 3]])


def test_ridge_with_examples_in_common_as_worked_out_by_hand() -> None:
    # (K + I) w = y with K = [[2, 1], [1, 2]]: w = [[3, -1], [-1, 3]] / 8 @ y.
    weights = solve(np.array([[2.0, 1], [1, 2]]), np.array([[1.0], [0]]))

    np.testing.assert_allclose(weights, [[3 / 8], [-1 / 8]])


@given(arrays(np.float64, (4, 3), elements=st.floats(-3, 3)), arrays(np.float64, (4, 2), elements=st.floats(-3, 3)))
def test_dual_weights_are_those_of_plain_ridge_regression(features: np.ndarray, targets: np.ndarray) -> None:
    dual = solve(features @ features.T, targets)

    primal = np.linalg.solve(features.T @ features + RIDGE * np.eye(3), features.T @ targets)
    np.testing.assert_allclose(features.T @ dual, primal, atol=1e-8)


def test_solving_leaves_the_kernel_as_it_is() -> None:
    gram = np.eye(2)

    solve(gram, np.eye(2))

    assert np.array_equal(gram, np.eye(2))


def the_kernel(*limits: ReadLimits) -> np.ndarray:
    return indexed(the_examples(*limits)).kernel()


def test_the_kernel_as_worked_out_by_hand() -> None:
    # "Wool" and "red wool" share the word that both languages' statistics know, and a cosine of 0.8 in meaning.
    known = indexed(the_examples())
    wording = known.grams.scores("wool")[2] + known.words.scores("wool")[2]

    found = the_kernel()

    assert found[1, 2] == pytest.approx(wording * (1 + 0.8 * TOGETHER) + 0.8 + NEAR * 0.8**3 + COMMON)
    assert found[0, 1] == pytest.approx(COMMON)
    np.testing.assert_allclose(found, found.T, atol=1e-6)


def test_texts_that_state_the_same_limits_are_nearer_and_others_further_apart() -> None:
    stated, plain = the_kernel(GMP, GMP, RESEARCH) - COMMON, the_kernel() - COMMON

    np.testing.assert_allclose(stated[2, 1:] / plain[2, 1:], [1 - STATED, 1 + STATED], rtol=1e-5)


@given(
    arrays(np.float64, (5, 3), elements=st.floats(-1, 1)).filter(lambda drawn: (np.abs(drawn).sum(1) > 0.1).all()),
    st.lists(st.sampled_from([GMP, RESEARCH, ReadLimits()]), min_size=5, max_size=5),
)
def test_the_kernel_is_one_that_can_be_solved_whatever_the_texts(drawn: np.ndarray, limits: list[ReadLimits]) -> None:
    vectors = (drawn / np.linalg.norm(drawn, axis=1, keepdims=True)).astype(np.float32)
    stances = np.array([stance(read) for read in limits])
    examples = Examples(("oak", "wool", "red wool", "red oak", ""), vectors, stances, np.zeros((5, 6), np.float32))

    assert np.linalg.eigvalsh(indexed(examples).kernel()).min() > -RIDGE / 100


def test_a_text_stands_beside_the_examples_as_they_stand_beside_each_other() -> None:
    known = indexed(the_examples(GMP))

    (found,) = known.beside(ask("red wool", 0.6, 0.8))

    np.testing.assert_allclose(found, known.kernel()[2], atol=1e-6)


def test_of_two_examples_the_one_with_the_same_limit_teaches_more() -> None:
    precedents = learned(the_examples(GMP, RESEARCH))

    made, tried = (
        precedents.predict(ask("oak or wool", 0.7, 0.7, limits=limits), np.array([0, 1]))[0]["precedents"]
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

    oak = precedents.predict(ask("oak", 1, 0), np.array([1, 0]))[0]["precedents"]
    wool = precedents.predict(ask("some red wool", 0.6, 0.8), np.array([1, 0]))[0]["precedents"]

    assert oak[1] > oak[0]
    assert wool[0] > wool[1]


def test_a_text_is_told_by_the_outcome_of_those_like_it() -> None:
    thanks = np.zeros((1, len(ENTRIES) + len(OUTCOMES)), np.float32)
    thanks[0, len(ENTRIES) + OUTCOMES.index("not_a_need")] = 1
    examples = the_examples() + Examples(("thanks a lot",), np.array([[-1, 0]], np.float32), NO_STANCE[:1], thanks)

    _, likeness = learned(examples).predict(ask("thanks", -1, 0), np.array([0]))

    assert tuple(likeness) == LIKENESS
    assert max(OUTCOMES, key=likeness.__getitem__) == "not_a_need"
    assert [likeness[f"{outcome} in a passage"] for outcome in OUTCOMES] == [likeness[name] for name in OUTCOMES]


def test_what_is_asked_in_a_passage_is_not_drowned_by_what_is_told() -> None:
    precedents = learned(the_examples())
    drowned = ask("we moved house", -0.6, -0.8)
    passages = [Passage(text, np.array(vector, np.float32)) for text, vector in (("moved", (-1, 0)), ("oak", (1, 0)))]

    plain, unheard = precedents.predict(drowned, np.array([0, 1]))
    found, heard = precedents.predict(replace(drowned, passages=tuple(passages)), np.array([0, 1]))

    assert found["precedents"][0] > max(plain["precedents"][0], found["precedents"][1])
    assert heard["matches in a passage"] > unheard["matches in a passage"]
    assert heard["matches"] == pytest.approx(unheard["matches"])


def test_a_gist_as_worked_out_by_hand() -> None:
    # Two entries and the outcomes; of two passages the second reads more like a need.
    whole, moved, asked = [0.2, 0.4, 0.5, 0.3, 0.1, 0.1], [0.9, 0.9, 0.1, 0.9, 0, 0], [0.8, 0, 0.7, 0.2, 0.1, 0]

    found = gist(np.array([whole, moved, asked]), 2)

    np.testing.assert_allclose(found, [0.5, 0.2, *whole[2:], *asked[2:]])
    np.testing.assert_allclose(gist(np.array([whole]), 2), [*whole, *whole[2:]])


def test_examples_are_added_in_order() -> None:
    stances = np.vstack([stance(limits) for limits in (GMP, ReadLimits(), RESEARCH)])
    one, other = (Examples((TEXTS[n],), VECTORS[[n]], stances[[n]], np.eye(6, dtype=np.float32)[[n]]) for n in (2, 0))

    both = one + other

    assert both.texts == ("red wool", "oak")
    np.testing.assert_array_equal(both.vectors, VECTORS[[2, 0]])
    np.testing.assert_array_equal(both.stances, stances[[2, 0]])
    assert both.targets.argmax(1).tolist() == [2, 0]
