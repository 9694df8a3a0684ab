from math import log, sqrt
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.feature_extraction.text import TfidfVectorizer

from matcher.postings import ANALYZERS, Index, build, load, save

ROWS = ["oak chair", "oak oak table", "red wool"]

texts = st.lists(
    st.sampled_from(["oak", "oaks", "chair", "red-oak", "wool", "ull", "färg", "a", "the", "🙂"]), max_size=6
)
rows = st.lists(texts.map(" ".join), min_size=1, max_size=6)


@pytest.mark.parametrize("analyzer", ANALYZERS)
@given(rows=rows, query=texts.map(" ".join))
def test_scores_are_the_cosines_of_scikit_learn(analyzer: str, rows: list[str], query: str) -> None:
    scores = build(rows, analyzer).scores(query)

    reference = TfidfVectorizer(analyzer=ANALYZERS[analyzer], sublinear_tf=True)
    try:
        wanted = (reference.fit_transform(rows) @ reference.transform([query]).T).toarray().ravel()
    except ValueError:
        wanted = np.zeros(len(rows))
    np.testing.assert_allclose(scores, wanted, atol=1e-6)


def test_scores_as_worked_out_by_hand() -> None:
    # Of three rows, "oak" is in two and each other word in one.
    oak, chair = log(4 / 3) + 1, log(4 / 2) + 1
    twice = (1 + log(2)) * oak

    scores = build(ROWS, "stems").scores("oak")

    wanted = [oak / sqrt(oak**2 + chair**2), twice / sqrt(twice**2 + chair**2), 0]
    np.testing.assert_allclose(scores, wanted, rtol=1e-6)


def test_a_query_is_weighed_to_unit_length() -> None:
    index = build(ROWS, "grams")

    assert (index.weigh("oaken red wheels").counts ** 2).sum() == pytest.approx(1)


def test_a_query_that_is_asked_again_is_weighed_once() -> None:
    index = build(ROWS, "stems")

    assert index.weigh("oak") is index.weigh("oak")


@pytest.mark.parametrize("query", ["", "unheard", "🙂"])
def test_a_query_of_unknown_words_scores_nothing(query: str) -> None:
    assert build(ROWS, "stems").scores(query).tolist() == [0, 0, 0]


def test_words_of_few_rows_may_be_left_out() -> None:
    assert set(build(ROWS, "stems", least=2).terms) == {"oak"}


@pytest.mark.parametrize(("rows", "least"), [(["", "🙂"], 1), (["one", "other"], 2)])
def test_rows_without_words_that_count_score_nothing(rows: list[str], least: int) -> None:
    assert build(rows, "stems", least=least).scores("one").tolist() == [0, 0]


@pytest.mark.parametrize("analyzer", ANALYZERS)
@given(rows=st.lists(texts.map(" ".join), min_size=9, max_size=12), query=texts.map(" ".join), data=st.data())
def test_some_rows_score_as_they_do_among_all(analyzer: str, rows: list[str], query: str, data: st.DataObject) -> None:
    index = build(rows, analyzer)
    some = np.array(data.draw(st.lists(st.sampled_from(range(len(rows))), unique=True)), dtype=np.int64)

    np.testing.assert_allclose(index.scores(query, some), index.scores(query)[some], atol=1e-6)


@pytest.mark.parametrize("rows", [[1, 0], [2], [0, 1, 2]])
def test_rarity_adds_up_the_shared_words(rows: list[int]) -> None:
    index = build([*ROWS, *["other"] * 9], "stems")

    found = index.rarity("oak oak red unheard", np.array(rows))

    oak, red = (float(index.idf[index.terms[word]]) for word in ("oak", "red"))
    np.testing.assert_allclose(found, [(oak, oak, red)[row] for row in rows], rtol=1e-6)


@pytest.mark.parametrize("query", ["oak chair", "table", "unheard"])
def test_a_sketch_of_a_small_index_is_the_whole_picture(query: str) -> None:
    index = build(ROWS, "stems")

    np.testing.assert_allclose(index.sketched(query), index.scores(query), atol=1e-6)


def test_a_sketch_leaves_out_the_commonest_words(monkeypatch: pytest.MonkeyPatch) -> None:
    index = build(ROWS, "stems")
    monkeypatch.setattr("matcher.postings.MOST_POSTINGS", 2)

    assert np.flatnonzero(index.sketched("oak wool chair")).tolist() == [0, 2]


def same(one: Index, other: Index) -> bool:
    arrays = [
        (i.idf, i.starts, i.rows, i.weights, i.by_row.starts, i.by_row.terms, i.by_row.weights) for i in (one, other)
    ]
    equal = all(np.array_equal(a, b) for a, b in zip(*arrays, strict=True))
    return equal and (one.analyzer, one.terms, one.size) == (other.analyzer, other.terms, other.size)


@pytest.mark.parametrize("analyzer", ANALYZERS)
@pytest.mark.parametrize("rows", [ROWS, [""], ["färg på ull", "färga ull"]])
def test_comes_back_from_its_file(tmp_path: Path, rows: list[str], analyzer: str) -> None:
    index = build(rows, analyzer)

    save(index, tmp_path / "new" / "index.npz")

    assert same(load(tmp_path / "new" / "index.npz"), index)


def test_leaves_nothing_but_its_file(tmp_path: Path) -> None:
    save(build(ROWS, "stems"), tmp_path / "index.npz")

    assert [file.name for file in tmp_path.iterdir()] == ["index.npz"]
