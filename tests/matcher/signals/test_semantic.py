import numpy as np
import pytest

from matcher.corpus import Corpus
from matcher.limits import ReadLimits
from matcher.query import Query
from matcher.signals.semantic import Meaning
from tests.matcher.workshop import chunks, entry

# Along two axes; the first entry has a head, a description and two asks, the second a head only.
ENTRIES = (entry("a/a", "head", chunks("shows", "shows"), chunks("ask", "one", "other")), entry("b/b", "head"))
CORPUS = Corpus(ENTRIES, np.array([[1, 0], [0.6, 0.8], [0, 1], [0.8, 0.6], [-1, 0]], np.float32))
ROWS = np.arange(2)


def need(*vectors: tuple[float, float]) -> Query:
    return Query("", "en", "", "", ("",) * (len(vectors) - 1), ReadLimits(), np.array(vectors, np.float32))


def test_meaning_as_worked_out_by_hand() -> None:
    scores = Meaning(CORPUS).scores(need((1, 0), (1, 0)), ROWS)

    wanted = {
        "meaning": [(1 + 0.8 + 0.6) / 3, 0],
        "meaning of asks": [(0.8 + 0) / 2, 0],
        "meaning of description": [(1 + 0.6) / 2, 0],
        "best two sentences": [(1 + 0.8) / 2, 0],
    }
    assert {name: pytest.approx(values) for name, values in wanted.items()} == {
        n: v.tolist() for n, v in scores.items()
    }


def test_the_best_two_sentences_count_and_others_do_not_blur_them() -> None:
    scores = Meaning(CORPUS).scores(need((1, 0), (1, 0), (0, 1), (-1, 0)), ROWS)

    # By the two best chunks each, the sentences reach 0.9, 0.9 and 0.
    assert scores["best two sentences"][0] == pytest.approx(0.9)


def test_what_points_the_other_way_is_nothing() -> None:
    scores = Meaning(CORPUS).scores(need((-0.6, -0.8), (-0.6, -0.8)), ROWS)

    assert [values[0] for values in scores.values()] == [0, 0, 0, 0]


@pytest.mark.parametrize("rows", [[1], [1, 0], [0]])
def test_chosen_rows_score_as_they_do_among_all(rows: list[int]) -> None:
    query = need((0.6, 0.8), (1, 0), (0, 1))

    everything, chosen = (Meaning(CORPUS).scores(query, np.array(some)) for some in ([0, 1], rows))

    for name, values in chosen.items():
        np.testing.assert_allclose(values, everything[name][rows], atol=1e-6)
