from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.corpus import FOR, Corpus, best, chunks_of, key_of
from matcher.entries import EntryLimits
from tests.matcher.workshop import CATALOGUE, CELLS, DYEING, MICE, MILLING, STRENGTH, entry

CORPUS = Corpus((MILLING, STRENGTH, DYEING), np.zeros((0, 2), np.float32))


def test_every_chunk_has_its_entry() -> None:
    assert [
        CORPUS.entries[owner].chunks.index(chunk) for owner, chunk in zip(CORPUS.owners, CORPUS.chunks, strict=True)
    ] == [
        *range(len(MILLING.chunks)),
        *range(len(STRENGTH.chunks)),
        *range(len(DYEING.chunks)),
    ]


def test_groups_are_numbered_as_they_come() -> None:
    assert CORPUS.groups.tolist() == [0, 0, 1]


def test_an_entrys_text_leaves_out_what_it_is_not_for() -> None:
    assert "certificate" not in CORPUS.texts()[1]
    assert CORPUS.texts({"does_not"}) == ["", "Gives no certificate", ""]


def test_an_entry_tells_its_texts_by_field() -> None:
    assert STRENGTH.texts("does_not", "head") == ("Strength tests of furniture", "Gives no certificate")


def test_a_table_has_the_numbers_of_the_wanted_chunks() -> None:
    techniques = MILLING.chunks.index(next(c for c in MILLING.chunks if c.field == "techniques"))

    assert CORPUS.table({"techniques"}).tolist() == [[techniques], [-1], [-1]]


def test_a_table_of_nothing_has_a_column_of_nothing() -> None:
    assert CORPUS.table(()).tolist() == [[-1], [-1], [-1]]


@given(st.sets(st.sampled_from(sorted({chunk.field for chunk in CORPUS.chunks}))))
def test_a_table_holds_each_wanted_chunk_once(fields: set[str]) -> None:
    numbers = CORPUS.table(fields)

    wanted = [n for n, chunk in enumerate(CORPUS.chunks) if chunk.field in fields]
    assert sorted(numbers[numbers >= 0].tolist()) == wanted


def test_the_best_two_as_worked_out_by_hand() -> None:
    scores = np.array([0.5, 0.1, 0.9, 0.3], np.float32)
    table = np.array([[0, 1, 2], [3, -1, -1], [-1, -1, -1]])

    assert best(scores, table, 2).tolist() == pytest.approx([0.7, 0.3, 0])


def test_the_best_of_several_scores_are_found_together() -> None:
    scores = np.array([[0.5, 0.1, 0.9], [0.2, 0.4, 0.3]], np.float32)
    table = np.array([[0, 1, 2], [1, -1, -1]])

    assert best(scores, table, 2).tolist() == [best(each, table, 2).tolist() for each in scores]


@given(
    table=st.lists(st.lists(st.integers(-1, 4), min_size=3, max_size=3), min_size=1, max_size=5),
    scores=st.lists(st.floats(-1, 1, width=32), min_size=5, max_size=5),
    count=st.integers(1, 5),
)
def test_the_best_few_are_the_mean_of_the_sorted_first(table: list[list[int]], scores: list[float], count: int) -> None:
    found = best(np.array(scores, np.float32), np.array(table), count)

    tops = [sorted((scores[n] for n in row if n >= 0), reverse=True)[:count] for row in table]
    np.testing.assert_allclose(found, [sum(top) / len(top) if top else 0 for top in tops], atol=1e-6)


@pytest.mark.parametrize(
    "changed",
    [
        CATALOGUE[1:],
        CATALOGUE[::-1],
        (*CATALOGUE, entry("a/b", "c")),
        (replace(CELLS, limits=EntryLimits(quality="research")), *CATALOGUE[:-1]),
        (*CATALOGUE[:-1], replace(MICE, chunks=MICE.chunks[:-1])),
    ],
)
def test_another_catalogue_has_another_key(changed: tuple) -> None:
    assert key_of(changed) != key_of(CATALOGUE)


def test_the_same_catalogue_has_the_same_key() -> None:
    assert key_of(tuple(replace(e) for e in CATALOGUE)) == key_of(CATALOGUE)


def test_every_field_but_one_speaks_for_an_entry() -> None:
    assert {chunk.field for chunk in chunks_of(CATALOGUE)} - FOR == {"does_not"}
