"""Reasons: the words of a need beside the words of an entry that carried the score, best first."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from matcher.answer import Reason
from matcher.corpus import FOR, Corpus
from matcher.entries import Field
from matcher.glossary import Glossary
from matcher.postings import ANALYZERS, Index
from matcher.query import Query

# What is shown of a sentence or of an entry's words; more is not read.
LONGEST = 140
MOST = 2
# A second reason that shares less is filler: of labelled needs' entries that do not fit, nine in ten stay below it, and
# of those that fit, three in four do not. The first is told however little it shares, since something must be.
LEAST_OF_SECOND = 0.3
MOST_MISSING = 5
# Shorter words are mostly grammar.
SHORTEST_MISSING = 5
_PUNCTUATION = ".,;:!?()[]\"'“”’…"
# Meaning carries more of the fused score than the wording of single pieces.
WEIGHT_OF_WORDING = 0.5
# The name of the entry is shown anyway, so it explains least.
# An example need shows that somebody asked alike, not what is offered.
LESS_TELLING: dict[Field, float] = {"ask": 0.75, "head": 0.8, "group": 0.6, "aliases": 0.7, "brings": 0.7}


@dataclass(frozen=True)
class Explainer:
    """Finds the pieces of entries that a need met, by the signals that scored them.

    Attributes:
        wording: the chunks' character n-grams.
        words: the entries' stems.
        glossary: what Swedish words are in English, which most of the catalogue's technical names are.
    """

    corpus: Corpus
    wording: Index
    words: Index
    glossary: Glossary

    def reasons(self, query: Query, row: int) -> tuple[Reason, ...]:
        """The best pair, and a second where another piece speaks for the entry too; each with how much it shares."""
        chunks = [n for n in self._chunks(row) if self._readable(n, query)]
        if not chunks:
            return ()
        shares = self._shares(query, chunks)
        found: list[Reason] = []
        for position in np.argsort(-shares.max(0))[:MOST]:
            sentence = int(shares[:, position].argmax())
            weight = float(shares[sentence, position])
            if found and weight < LEAST_OF_SECOND:
                break
            found.append(Reason(_cut(query.written[sentence]), _cut(self.corpus.chunks[chunks[position]].text), weight))
        return tuple(found)

    def missing(self, query: Query) -> tuple[str, ...]:
        """The need's words that no entry has, in the need's own spelling, at most five."""
        words = dict.fromkeys(word.strip(_PUNCTUATION) for word in query.affirmed.split())
        unknown = (word for word in words if _unknown(word, self.words))
        return tuple(word for word in unknown if query.language == "en" or self._unheard(word))[:MOST_MISSING]

    def _unheard(self, word: str) -> bool:
        """Whether no entry has a Swedish word in English either; of more than one word, all of them."""
        meanings = (ANALYZERS[self.words.analyzer](meaning) for meaning in self.glossary.meanings(word))
        return not any(terms and self.words.terms.keys() >= set(terms) for terms in meanings)

    def _shares(self, query: Query, chunks: list[int]) -> npt.NDArray[np.float32]:
        """How much each sentence shares with each chunk, by meaning and by wording; shape (sentences, chunks)."""
        meaning = np.maximum(query.vectors[1:] @ self.corpus.vectors[chunks].T, 0.0)
        numbers = np.array(chunks)
        wording = np.array([self.wording.scores(s, numbers) for s in query.sentences], dtype=np.float32)
        telling = np.array([LESS_TELLING.get(self.corpus.chunks[n].field, 1.0) for n in chunks], dtype=np.float32)
        return np.asarray((meaning + WEIGHT_OF_WORDING * wording) * telling, dtype=np.float32)

    def _chunks(self, row: int) -> range:
        return range(*self.corpus.starts[row : row + 2].tolist())

    def _readable(self, number: int, query: Query) -> bool:
        """Whether a chunk speaks for the entry in the asker's language; English for everybody but Swedes."""
        chunk = self.corpus.chunks[number]
        spoken = "sv" if query.language == "sv" else "en"
        return chunk.field in FOR and chunk.language in {spoken, "any"}


def _unknown(word: str, known: Index) -> bool:
    terms = ANALYZERS[known.analyzer](word)
    return len(word) >= SHORTEST_MISSING and bool(terms) and not any(term in known.terms for term in terms)


def _cut(text: str) -> str:
    """The text, or as many of its first words as are read, with an ellipsis."""
    one_line = " ".join(text.split())
    if len(one_line) <= LONGEST:
        return one_line
    return one_line[:LONGEST].rsplit(" ", 1)[0] + " …"
