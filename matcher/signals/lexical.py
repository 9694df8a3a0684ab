"""Words and characters: how much of the need's own wording stands in an entry, whole and piece by piece."""

from collections.abc import Callable

import numpy as np

from matcher.corpus import FOR, Corpus, Floats, Ints, best
from matcher.entries import Field
from matcher.postings import ANALYZERS, Index
from matcher.query import Query
from matcher.signals.signal import Scores

# (texts, analyzer) to an index, kept on disk by whoever hands it in.
Indexer = Callable[[list[str], str], Index]

NAMES = {"stems": "words", "word_terms": "word pairs", "grams": "characters"}
PIECES = 3
NAMING: frozenset[Field] = frozenset({"head", "aliases", "synonyms", "techniques"})


class Wording:
    """TF-IDF cosines by words, by words and their neighbours, and by character n-grams."""

    def __init__(self, corpus: Corpus, indexed: Indexer) -> None:
        texts, chunks = corpus.texts(), [c.text for c in corpus.chunks]
        self._whole = {analyzer: indexed(texts, analyzer) for analyzer in NAMES}
        self._pieces = indexed(chunks, "grams")
        self._table = corpus.table(lambda c: c.field in FOR)

    def scores(self, query: Query, rows: Ints) -> Scores:
        """See `Signal`."""
        found: dict[str, Floats] = {}
        for analyzer, index in self._whole.items():
            found[NAMES[analyzer]] = index.scores(query.both)[rows]
        found["characters of pieces"] = best(self._pieces.scores(query.both), self._table, rows, PIECES)
        return found


class Coverage:
    """Shares by rarity: of the need's words that the entry has, and of the entry's names that the need has."""

    def __init__(self, corpus: Corpus, indexed: Indexer) -> None:
        self._texts = indexed(corpus.texts(), "stems")
        self._heads = indexed(corpus.texts(NAMING), "stems")
        self._weight_of_heads = _rarity_of_rows(self._heads)

    def scores(self, query: Query, rows: Ints) -> Scores:
        """See `Signal`."""
        need, total = _shared(self._texts, query.both)
        head, _ = _shared(self._heads, query.both)
        return {
            "share of need": (need / max(total, 1e-9))[rows],
            "share of names": (head / np.sqrt(np.maximum(self._weight_of_heads, 1e-9)))[rows],
        }


def _shared(index: Index, query: str) -> tuple[Floats, float]:
    """For each row the rarity of the query's words that it has, and the rarity of all the query's words.

    A word that no row has counts as much as the rarest that one has: it is what the entries lack.
    """
    found = np.zeros(index.size, dtype=np.float32)
    rarest = float(index.idf.max(initial=1.0))
    total = 0.0
    for term in set(ANALYZERS[index.analyzer](query)):
        number = index.terms.get(term)
        if number is None:
            total += rarest
            continue
        total += float(index.idf[number])
        found[index.rows[index.starts[number] : index.starts[number + 1]]] += index.idf[number]
    return found, total


def _rarity_of_rows(index: Index) -> Floats:
    weights = np.zeros(index.size, dtype=np.float32)
    np.add.at(weights, index.rows, np.repeat(index.idf, np.diff(index.starts)))
    return weights
