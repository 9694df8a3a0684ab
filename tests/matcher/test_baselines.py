from collections.abc import Callable

import numpy as np
import pytest

from matcher.baselines import BY_SIGNALS, BY_TEXT, Baseline, by_best_chunk, by_whole_vector
from matcher.corpus import Floats
from matcher.signals.signal import Scores

TEXTS = ["milling of oak wood and chairs", "dyeing of wool cloth", "mice that learn mazes"]
each_baseline = pytest.mark.parametrize("rank", BY_TEXT.values(), ids=BY_TEXT)


@each_baseline
def test_the_text_with_the_needs_words_comes_first(rank: Baseline) -> None:
    scores = rank(TEXTS, ["who does dyeing of wool?", "oak wood"])

    assert scores.argmax(1).tolist() == [1, 0]


@each_baseline
def test_a_need_without_a_known_word_scores_nothing(rank: Baseline) -> None:
    scores = rank(TEXTS, ["submarines", "", "?! \" ' ()"])

    assert scores.shape == (3, 3)
    assert not scores.any()


@each_baseline
def test_what_people_type_is_no_query_language(rank: Baseline) -> None:
    assert rank(TEXTS, ['wool" OR NEAR( * ) AND "oak: -cloth'])[0].argmax() in {0, 1}


def test_one_vector_blurs_what_the_best_chunk_keeps() -> None:
    chunks = np.array([[1, 0], [0, 1], [0.8, 0.6]], dtype=np.float32)
    table = np.array([[0, 1], [2, -1]])
    needs = np.array([[1, 0]], dtype=np.float32)

    assert by_best_chunk(chunks, table, needs)[0].tolist() == pytest.approx([1, 0.8])
    assert by_whole_vector(chunks, table, needs)[0].tolist() == pytest.approx([0.5**0.5, 0.8])


@pytest.mark.parametrize("join", BY_SIGNALS.values(), ids=BY_SIGNALS)
def test_joined_signals_put_first_what_all_put_first(join: Callable[[Scores], Floats]) -> None:
    signals = {name: np.array([0.2, 0.9, 0.1], dtype=np.float32) for name in ("words", "characters", "meaning")}

    assert join(signals).argmax() == 1
