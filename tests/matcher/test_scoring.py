from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from matcher.corpus import Corpus
from matcher.encoders import SentenceTransformerEncoder
from matcher.entries import Entry
from matcher.fusion import OUTCOMES, Fusion, Linear
from matcher.glossary import NO_GLOSSARY
from matcher.limits import LimitReader
from matcher.query import Query, Reader
from matcher.scoring import Scorer, Spread
from matcher.shares import EVIDENCE
from tests.matcher.workshop import DYEING, JOINER, MICE, MILLING, STRENGTH, entry

BLANK = Linear(0, {})
FUSION = Fusion("scaled", Linear(0, {"given": 1}), dict.fromkeys(OUTCOMES, BLANK), 0, BLANK, 0)


class Given:
    """A signal that says the same of every need."""

    def __init__(self, values: Sequence[float]) -> None:
        self._values = np.array(values, np.float32)

    def scores(self, _: Query, rows: np.ndarray) -> dict[str, np.ndarray]:
        return {"given": self._values[rows]}


@pytest.fixture(scope="module")
def query(encoder: SentenceTransformerEncoder) -> Query:
    return Reader(encoder, NO_GLOSSARY, LimitReader({})).read(["oak chairs"], ["en"])[0]


def scorer(entries: Sequence[Entry], values: Sequence[float]) -> Scorer:
    return Scorer(Corpus(tuple(entries), np.zeros((0, 2), np.float32)), [Given(values)], None, FUSION)


def test_services_score_as_their_signals_say(query: Query) -> None:
    scored = scorer([MILLING, STRENGTH], [2, 1]).score(query)

    assert scored.logits.tolist() == [2, 1]
    assert scored.signals["given"].tolist() == [2, 1]


def test_an_expert_scores_by_the_best_three_pieces_of_evidence(query: Query) -> None:
    experienced = entry(
        "wood/all", "all", kind="expert", answers_for=("wood/milling", "wood/strength", "dye/dyeing", "mice/behaviour")
    )

    scored = scorer([MILLING, STRENGTH, DYEING, MICE, experienced], [4, 3, 2, 1, 0]).score(query)

    assert EVIDENCE == (0.6, 0.25, 0.15)
    assert scored.logits[-1] == pytest.approx(0.6 * 4 + 0.25 * 3 + 0.15 * 2)


def test_an_experts_own_words_are_evidence_too(query: Query) -> None:
    scored = scorer([MILLING, STRENGTH, JOINER], [1, 2, 6]).score(query)

    assert scored.logits[-1] == pytest.approx(0.6 * 6 + 0.25 * 2 + 0.15 * 1)


def test_an_expert_who_answers_for_nothing_here_has_own_words_only(query: Query) -> None:
    assert scorer([DYEING, JOINER], [1, 6]).score(query).logits[-1] == pytest.approx(6)


def test_services_set_the_scale_and_experts_where_there_are_none() -> None:
    assert scorer([MILLING, JOINER], [0, 0]).frame.measured.tolist() == [True, False]
    assert scorer([JOINER], [0]).frame.measured.tolist() == [True]


def test_scoring_step_by_step_is_scoring(query: Query) -> None:
    steps = scorer([MILLING, STRENGTH, JOINER], [3, 1, 2])

    fused = steps.fused(steps.features(steps.raw(query)))

    np.testing.assert_allclose(fused, steps.score(query).logits)


def test_needs_score_together_as_they_do_alone(query: Query) -> None:
    several = scorer([MILLING, STRENGTH, JOINER], [3, 1, 2])

    together = several.scores([query, replace(query, text="other")])

    assert [scored.logits.tolist() for scored in together] == [several.score(query).logits.tolist()] * 2


@pytest.mark.parametrize(("row", "words"), [(0, 0), (1, 2), (2, 0), (3, 1), (4, 0)])
def test_scores_of_one_entry_are_those_among_all(row: int, words: float) -> None:
    spread = Spread({"words": np.array([2, 1], np.float32)}, np.array([1, 3]), 5)

    assert spread.of_row(row) == {"words": words}
    assert spread["words"][row] == words


def test_scores_of_some_rows_read_as_those_of_all() -> None:
    spread = Spread({"words": np.array([2, 1], np.float32), "meaning": np.zeros(2, np.float32)}, np.array([0, 3]), 4)

    assert spread["words"].tolist() == [2, 0, 0, 1]
    assert (len(spread), list(spread)) == (2, ["words", "meaning"])
