"""Plain methods that people would try first, to measure the matcher against. Nothing here learns from labelled needs.

Each takes the entries' texts and some needs and gives one row of scores a need, shape (needs, entries).
"""

import re
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from typing import Final

import numpy as np

from matcher.corpus import Floats, Ints, best
from matcher.encoders import Vectors
from matcher.features import scaled
from matcher.signals.signal import Scores

Baseline = Callable[[Sequence[str], Sequence[str]], Floats]

# The three that the plain sum and the reciprocal ranks put together.
SUMMED: Final = ("words", "characters", "meaning")
# Cormack, Clarke and Büttcher, 2009, found 60 best; everybody uses it since.
_RANK_CONSTANT = 60
_WORD = re.compile(r"\w+")


def by_tfidf(texts: Sequence[str], needs: Sequence[str]) -> Floats:
    """Cosines of TF-IDF vectors of words, as scikit-learn makes them when nothing is set."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    learner = TfidfVectorizer()
    rows = learner.fit_transform(texts)
    return np.asarray((learner.transform(needs) @ rows.T).toarray(), dtype=np.float32)


def by_bm25(texts: Sequence[str], needs: Sequence[str]) -> Floats:
    """BM25 by bm25s, with its own way to cut words."""
    import bm25s

    def cut(some: Sequence[str]) -> list[list[str]]:
        return list(bm25s.tokenize(list(some), return_ids=False, show_progress=False))

    index = bm25s.BM25()
    index.index(cut(texts), show_progress=False)
    nothing = np.zeros(len(texts), dtype=np.float32)
    return np.array([index.get_scores(words) if words else nothing for words in cut(needs)], dtype=np.float32)


def by_fts5(texts: Sequence[str], needs: Sequence[str]) -> Floats:
    """SQLite's full-text search: any of the need's words, ranked by its own bm25."""
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute("create virtual table entries using fts5 (text)")
        database.executemany("insert into entries (rowid, text) values (?, ?)", enumerate(texts))
        return np.array([_fts5_scores(database, need, len(texts)) for need in needs], dtype=np.float32)


def _fts5_scores(database: sqlite3.Connection, need: str, size: int) -> Floats:
    scores = np.zeros(size, dtype=np.float32)
    asked = " OR ".join(f'"{word}"' for word in _WORD.findall(need))
    if asked:
        # Its bm25 is the more negative the better.
        for row, score in database.execute("select rowid, -rank from entries where entries match ?", (asked,)):
            scores[row] = score
    return scores


BY_TEXT: Final[Mapping[str, Baseline]] = {
    "TF-IDF (scikit-learn)": by_tfidf,
    "BM25 (bm25s)": by_bm25,
    "SQLite FTS5": by_fts5,
}


def by_whole_vector(chunks: Vectors, table: Ints, needs: Vectors) -> Floats:
    """The bare encoder: cosines with one vector an entry, the mean of its chunks'.

    Args:
        chunks: the vectors of all pieces of text.
        table: each entry's chunk numbers, padded with -1, as `Corpus.table` gives them.
        needs: the needs' vectors.
    """
    sums = np.zeros((len(table), chunks.shape[1]), dtype=np.float32)
    for numbers in table.T:
        there = numbers >= 0
        sums[there] += chunks[numbers[there]]
    lengths = np.linalg.norm(sums, axis=1, keepdims=True)
    return np.asarray(needs @ (sums / np.maximum(lengths, 1e-9)).T, dtype=np.float32)


def by_best_chunk(chunks: Vectors, table: Ints, needs: Vectors) -> Floats:
    """The bare encoder: the best cosine with any chunk of an entry. Arguments as in `by_whole_vector`."""
    return best(needs @ chunks.T, table, 1)


def by_sum(signals: Scores) -> Floats:
    """The plain sum of word, character and meaning scores, each divided by the need's best."""
    on_one_scale = scaled({name: signals[name] for name in SUMMED})
    return np.asarray(sum(on_one_scale.values()), dtype=np.float32)


def by_reciprocal_ranks(signals: Scores) -> Floats:
    """Reciprocal rank fusion of the same three.

    Cormack, Clarke and Büttcher, 2009, "Reciprocal rank fusion outperforms Condorcet and individual rank learning
    methods".
    """
    ranks = [np.argsort(np.argsort(-signals[name], kind="stable")) + 1 for name in SUMMED]
    return np.asarray(sum(1 / (_RANK_CONSTANT + rank) for rank in ranks), dtype=np.float32)


BY_SIGNALS: Final[Mapping[str, Callable[[Scores], Floats]]] = {
    "plain sum of words, characters, meaning": by_sum,
    "reciprocal ranks of the same": by_reciprocal_ranks,
}
