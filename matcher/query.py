"""A need as the signals read it: cleaned, without what it rules out, in crude English, in sentences, as vectors."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice
from math import ceil

import numpy as np

from matcher.answer import Language
from matcher.encoders import Encoder, Vectors
from matcher.glossary import Glossary
from matcher.language import language_of
from matcher.limits import LimitReader, ReadLimits
from matcher.negation import affirmed
from matcher.text import clean, sentences

# A need's sentences that are looked at one by one. An honest need has fewer; a pasted report must not stop the others.
MOST_SENTENCES = 60
# A sentence of fewer words says nothing by itself ("Hej!", "Thanks in advance").
FEWEST_WORDS = 3
# What the encoder reads of one sentence; the longest sentences of labelled needs have some 600 characters.
LONGEST_SENTENCE = 1_000
# A text of fewer words is about one thing. In a longer one, a newsletter or a forwarded thread, what is asked may drown
# in what is told, so that it is also read passage by passage: so many sentences in a row.
LONG = 60
PASSAGE = 3
# The passages of a text with more sentences are longer instead.
MOST_PASSAGES = 20


@dataclass(frozen=True)
class Passage:
    """A few sentences in a row.

    Attributes:
        both: as `Query.both`.
        vector: shape (dimensions,).
    """

    both: str
    vector: Vectors


@dataclass(frozen=True)
class Query:
    """One need, ready to be scored.

    Attributes:
        text: the cleaned need.
        affirmed: the same without the clauses that a negation rules out.
        english: the affirmed text with its Swedish words in English.
        sentences: the affirmed text's sentences that say something, in the need's own language; at least one,
            and none of a text that was skimmed.
        written: the same sentences as they were written, with what they rule out; for quoting.
        limits: the hard limits that were read.
        vectors: of the whole affirmed text, then of each sentence, Swedish by way of English where the encoder
            needs it; shape (1 + sentences, dimensions).
        passages: of a long text every few sentences in a row; a shorter one has none.
    """

    text: str
    language: Language
    affirmed: str
    english: str
    sentences: tuple[str, ...]
    limits: ReadLimits
    vectors: Vectors
    written: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()

    @property
    def both(self) -> str:
        """The affirmed text with its English behind it, for word and character statistics over both languages."""
        return _both(self.affirmed, self.english, self.language)


@dataclass(frozen=True)
class Reader:
    """Makes queries of texts, with one encoder, one glossary and the words of the limits.

    Attributes:
        translates: whether the encoder gets English for Swedish; one that reads Swedish gets what was written.
    """

    encoder: Encoder
    glossary: Glossary
    limits: LimitReader
    translates: bool = True

    def read(self, texts: Sequence[str], languages: Sequence[Language] | None = None) -> list[Query]:
        """Each text as a query; all their vectors are made together. Languages that are not given are recognised."""
        drafts = self._drafts(texts, languages)
        told = [[(p, self._english(p, d.language)) for p in passages(d.affirmed, d.sentences)] for d in drafts]
        pieces = [
            (
                self._heard(draft.affirmed, draft.english),
                *(self.heard(sentence, draft.language) for sentence in draft.sentences),
                *(self._heard(*passage) for passage in parts),
            )
            for draft, parts in zip(drafts, told, strict=True)
        ]
        vectors = iter(self.encoder.encode([piece for group in pieces for piece in group]))
        queries = []
        for draft, parts in zip(drafts, told, strict=True):
            own = np.array(list(islice(vectors, 1 + len(draft.sentences))))
            found = tuple(Passage(_both(*passage, draft.language), next(vectors)) for passage in parts)
            queries.append(replace(draft, vectors=own, passages=found))
        return queries

    def skim(self, texts: Sequence[str], languages: Sequence[Language] | None = None) -> list[Query]:
        """The same without sentences and passages: for examples, of which only the whole is compared."""
        drafts = self._drafts(texts, languages)
        vectors = self.encoder.encode([self._heard(draft.affirmed, draft.english) for draft in drafts])
        return [
            replace(d, sentences=(), written=(), vectors=vector[None])
            for d, vector in zip(drafts, vectors, strict=True)
        ]

    def _drafts(self, texts: Sequence[str], languages: Sequence[Language] | None) -> list[Query]:
        known: Sequence[Language | None] = languages or [None] * len(texts)
        return [self._draft(text, language) for text, language in zip(texts, known, strict=True)]

    def _draft(self, raw: str, known: Language | None) -> Query:
        """The query, but for its vectors."""
        text = clean(raw)
        language = known or language_of(text)
        yes = affirmed(text)
        said = [(each, affirmed(each).strip(" ,")) for each in sentences(text)]
        telling = [pair for pair in said if len(pair[1].split()) >= FEWEST_WORDS][:MOST_SENTENCES] or [(text, yes)]
        written, spoken = ([each[:LONGEST_SENTENCE] for each in side] for side in zip(*telling, strict=True))
        limits = self.limits.read(text, language)
        return Query(text, language, yes, self._english(yes, language), tuple(spoken), limits, _UNMADE, tuple(written))

    def heard(self, text: str, language: Language) -> str:
        """The text as the encoder gets it."""
        return self._english(text, language) if self.translates else text

    def _heard(self, text: str, english: str) -> str:
        return english if self.translates else text

    def _english(self, text: str, language: Language) -> str:
        return text if language == "en" else self.glossary.english(text)


def passages(text: str, said: Sequence[str]) -> list[str]:
    """Every few sentences in a row of a long text, each passage overlapping with the next; of a short text none."""
    if len(text.split()) < LONG or len(said) <= PASSAGE:
        return []
    step = ceil(len(said) / MOST_PASSAGES)
    return ["\n".join(said[at : at + PASSAGE + step - 1]) for at in range(0, len(said) - PASSAGE + 1, step)]


def _both(text: str, english: str, language: Language) -> str:
    return text if language == "en" else f"{text} \n {english}"


_UNMADE: Vectors = np.zeros((0, 0), dtype=np.float32)
