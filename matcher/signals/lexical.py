"""Words and characters: how much of the need's own wording stands in an entry, whole and piece by piece."""

from collections.abc import Callable, Mapping

import numpy as np

from matcher.corpus import FOR, Corpus, Floats, Ints, best
from matcher.entries import Field
from matcher.postings import ANALYZERS, Index
from matcher.query import Query
from matcher.signals.signal import Scores

# A name in `TEXTS` and one in `postings.ANALYZERS` to the index of a corpus, kept on disk by whoever hands it in.
Indexer = Callable[[str, str], Index]

# Beyond so many characters, those of some seven thousand services, the n-grams of whole texts would take gigabytes on
# disk, and those of the names have to do.
MOST_CHARACTERS = 10_000_000
PIECES = 3
NAMING: frozenset[Field] = frozenset({"head", "aliases", "synonyms", "techniques"})
# What is indexed of a corpus; the texts of chunks that are left out are empty, so that the others keep their numbers.
TEXTS: Mapping[str, Callable[[Corpus], list[str]]] = {
    "entries": Corpus.texts,
    "names": lambda corpus: corpus.texts(NAMING),
    "chunks": lambda corpus: [chunk.text for chunk in corpus.chunks],
    "names in chunks": lambda corpus: [chunk.text if chunk.field in NAMING else "" for chunk in corpus.chunks],
}


class Wording:
    """TF-IDF cosines by words, by words and their neighbours, and by character n-grams.

    In a catalogue of more than `MOST_CHARACTERS` the n-grams cover what entries and their techniques are called, which
    is where typing errors and compounds hurt most; words and their neighbours always cover everything.
    """

    def __init__(self, corpus: Corpus, indexed: Indexer) -> None:
        whole = sum(len(chunk.text) for chunk in corpus.chunks) <= MOST_CHARACTERS
        self._corpus = corpus
        self._whole = {
            "words": indexed("entries", "stems"),
            "word pairs": indexed("entries", "word_terms"),
            "characters": indexed("entries" if whole else "names", "grams"),
        }
        self._pieces = indexed("chunks" if whole else "names in chunks", "grams")
        self._table = corpus.table(FOR if whole else NAMING)

    def scores(self, query: Query, rows: Ints) -> Scores:
        """See `Signal`."""
        found = {name: index.scores(query.both, rows) for name, index in self._whole.items()}
        excerpt = self._corpus.excerpt(rows)
        pieces = self._pieces.scores(query.both, excerpt.numbers)
        return found | {"characters of pieces": best(pieces, excerpt.table(self._table), PIECES)}


class Coverage:
    """Shares by rarity: of the need's words that the entry has, and of the entry's names that the need has."""

    def __init__(self, indexed: Indexer) -> None:
        self._texts = indexed("entries", "stems")
        self._heads = indexed("names", "stems")
        self._weight_of_heads = _rarity_of_rows(self._heads)

    def scores(self, query: Query, rows: Ints) -> Scores:
        """See `Signal`."""
        need = self._texts.rarity(query.both, rows)
        head = self._heads.rarity(query.both, rows)
        return {
            "share of need": need / max(_rarity(self._texts, query.both), 1e-9),
            "share of names": head / np.sqrt(np.maximum(self._weight_of_heads[rows], 1e-9)),
        }


def _rarity(index: Index, query: str) -> float:
    """The idf of the query's words, added up.

    A word that no row has counts as much as the rarest that one has: it is what the entries lack.
    """
    rarest = float(index.idf.max(initial=1.0))
    terms = set(ANALYZERS[index.analyzer](query))
    return sum(float(index.idf[index.terms[term]]) if term in index.terms else rarest for term in terms)


def _rarity_of_rows(index: Index) -> Floats:
    return index.by_row.sums(index.idf, np.arange(index.size), weighted=False)
