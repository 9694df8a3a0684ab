"""A need as the signals read it: cleaned, without what it rules out, in crude English, in sentences, as vectors."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

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


@dataclass(frozen=True)
class Query:
    """One need, ready to be scored.

    Attributes:
        text: the cleaned need.
        affirmed: the same without the clauses that a negation rules out.
        english: the affirmed text with its Swedish words in English.
        sentences: the affirmed text's sentences that say something, in the need's own language; at least one.
        limits: the hard limits that were read.
        vectors: of the whole affirmed text, then of each sentence, Swedish by way of English where the encoder
            needs it; shape (1 + sentences, dimensions).
    """

    text: str
    language: Language
    affirmed: str
    english: str
    sentences: tuple[str, ...]
    limits: ReadLimits
    vectors: Vectors

    @property
    def both(self) -> str:
        """The affirmed text with its English behind it, for word and character statistics over both languages."""
        return self.affirmed if self.language == "en" else f"{self.affirmed} \n {self.english}"


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
        known: Sequence[Language | None] = languages or [None] * len(texts)
        drafts = [self._draft(t, language) for t, language in zip(texts, known, strict=True)]
        pieces = [tuple(self.heard(text, d.language) for text in (d.affirmed, *d.sentences)) for d in drafts]
        vectors = self.encoder.encode([piece for group in pieces for piece in group])
        queries, at = [], 0
        for draft, group in zip(drafts, pieces, strict=True):
            queries.append(replace(draft, vectors=vectors[at : at + len(group)]))
            at += len(group)
        return queries

    def _draft(self, raw: str, known: Language | None) -> Query:
        """The query, but for its vectors."""
        text = clean(raw)
        language = known or language_of(text)
        yes = affirmed(text)
        telling = [s[:LONGEST_SENTENCE] for s in sentences(yes) if len(s.split()) >= FEWEST_WORDS]
        spoken = tuple(telling[:MOST_SENTENCES]) or (yes[:LONGEST_SENTENCE],)
        english = yes if language == "en" else self.glossary.english(yes)
        return Query(text, language, yes, english, spoken, self.limits.read(text, language), _UNMADE)

    def heard(self, text: str, language: Language) -> str:
        """The text as the encoder gets it."""
        return self.glossary.english(text) if self.translates and language != "en" else text


_UNMADE: Vectors = np.zeros((0, 0), dtype=np.float32)
