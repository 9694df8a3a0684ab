"""Building: a corpus and its signals from entries and a model, with everything slow kept on disk."""

import hashlib
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from matcher import postings
from matcher.bilingual import reads_swedish
from matcher.candidates import LARGE, profiles
from matcher.corpus import Corpus, Outline, chunks_of, key_of
from matcher.encoders import Encoder, Vectors
from matcher.entries import Chunk, Entry
from matcher.knowledge import Language
from matcher.labels import LabelledNeed
from matcher.query import Reader
from matcher.signals import precedents
from matcher.signals.lexical import TEXTS, Coverage, Indexer, Wording
from matcher.signals.limits import Agreement
from matcher.signals.precedents import (
    MOST_EXAMPLES,
    OUTCOMES,
    Examples,
    Indexed,
    Precedents,
    example_chunks,
    examples,
    indexed,
    own_examples,
    solve,
)
from matcher.signals.semantic import Meaning
from matcher.signals.signal import Signal
from matcher.text import VERSION
from matcher.vectors import kept_vectors
from matcher.writing import whole

# Of so many characters, the names of a hundred thousand services, n-grams take a gigabyte on disk; more is too much.
MOST_CHARACTERS = 30_000_000


@dataclass(frozen=True)
class Keeper:
    """The encoder with its vectors kept, and indexes kept beside them."""

    encoder: Encoder
    cache: Path
    _read: dict[str, postings.Index] = field(default_factory=dict, repr=False, compare=False)

    @property
    def key(self) -> str:
        """The encoder's."""
        return self.encoder.key

    def encode(self, texts: Sequence[str]) -> Vectors:
        """The vectors of texts that will be asked for again."""
        return kept_vectors(texts, self.encoder, self.cache / "vectors")

    def indexed(self, name: str, texts: Callable[[], list[str]], analyzer: str) -> postings.Index:
        """The index of some texts by their name, built once.

        Args:
            name: unlike for every other list of texts.
            texts: only looked at when there is something to build.
            analyzer: how they are to be read; very much text is read by words instead of n-grams of characters.
        """
        return self.kept(f"index-{_digest(name, analyzer)}", lambda: _indexed(texts(), analyzer))

    def array(self, name: str, build: Callable[[], Vectors]) -> Vectors:
        """An array by its name, memory mapped; built when it is not there."""
        file = self.cache / "arrays" / f"{name}.npy"
        if not file.exists():
            made = build()
            with whole(file) as unfinished:
                _store(made, unfinished)
        return np.load(file, mmap_mode="r")  # type: ignore[no-any-return]

    def kept(self, name: str, build: Callable[[], postings.Index]) -> postings.Index:
        """An index by its name, built when it is not there."""
        if name not in self._read:
            file = self.cache / "indexes" / f"{name}.index"
            if not file.exists():
                postings.save(build(), file)
            self._read[name] = postings.load(file)
        return self._read[name]


def _indexed(texts: list[str], analyzer: str) -> postings.Index:
    much = analyzer == "grams" and sum(map(len, texts)) > MOST_CHARACTERS
    return postings.build(texts, "stems" if much else analyzer)


def _store(array: Vectors, file: Path) -> None:
    """Write an array; one that is a whole file already gets a second name instead of a copy, where that is possible."""
    if isinstance(array, np.memmap) and array.filename:
        kept: np.memmap[Any, np.dtype[np.float32]] = array
        with suppress(OSError):
            if Path(str(kept.filename)).stat().st_size == kept.offset + kept.nbytes:
                file.hardlink_to(str(kept.filename))
                return
    with file.open("wb") as out:
        np.save(out, array)


def build_readers(language: Language, keeper: Keeper) -> tuple[Reader, Reader]:
    """A reader for what is asked once, and one that keeps the vectors of what it reads."""
    probed = _digest(language.key, keeper.key)
    swedish = keeper.array(f"swedish-{probed}", lambda: _flag(reads_swedish(keeper.encoder, language.glossary)))
    translates = not bool(swedish[0])
    once = Reader(keeper.encoder, language.glossary, language.limits, translates)
    return once, replace(once, encoder=keeper)


def _flag(value: bool) -> Vectors:  # noqa: FBT001 - the one thing that it stores
    return np.array([value], dtype=np.float32)


def read_corpus(entries: Sequence[Entry], reader: Reader, keeper: Keeper) -> Corpus:
    """The entries with the vectors of their chunks."""
    key = key_of(entries)
    digest = _digest(key, reader.glossary.key, keeper.key)
    vectors = keeper.array(f"corpus-{digest}", lambda: _encoded(chunks_of(entries), reader, keeper))
    corpus = Corpus(tuple(entries), vectors, key)
    if len(entries) <= LARGE:
        return corpus
    mean = keeper.array(f"profiles-{digest}", lambda: profiles(corpus))
    return replace(corpus, outline=Outline(mean, indexer(corpus, keeper)("entries", "stems")))


def indexer(corpus: Corpus, keeper: Keeper) -> Indexer:
    """The indexes of a corpus, kept."""
    return lambda texts, analyzer: keeper.indexed(f"{texts} of {corpus.key}", lambda: TEXTS[texts](corpus), analyzer)


def _encoded(chunks: Sequence[Chunk], reader: Reader, keeper: Keeper) -> Vectors:
    return keeper.encode([reader.heard(c.text, "sv" if c.language == "sv" else "en") for c in chunks])


def build_signals(corpus: Corpus, keeper: Keeper) -> list[Signal]:
    """Every signal that needs no labelled needs."""
    indexed = indexer(corpus, keeper)
    return [Meaning(corpus), Wording(corpus, indexed), Coverage(indexed), Agreement(corpus)]


def gather_examples(corpus: Corpus, needs: Sequence[LabelledNeed], reader: Reader) -> Examples:
    """The catalogue's own examples, and behind them the labelled needs in their order."""
    chunks = [corpus.chunks[number] for number in example_chunks(corpus)]
    own = reader.skim([c.text for c in chunks], ["sv" if c.language == "sv" else "en" for c in chunks])
    asked = reader.skim([need.need for need in needs])
    known = own_examples(corpus, own)
    return known + examples(asked, targets_of(corpus, needs)) if asked else known


def targets_of(corpus: Corpus, needs: Sequence[LabelledNeed]) -> Vectors:
    """What precedents learn of labelled needs: grades as shares of the best grade, and the outcome."""
    rows = {entry.id: row for row, entry in enumerate(corpus.entries)}
    targets = np.zeros((len(needs), len(rows) + len(OUTCOMES)), dtype=np.float32)
    for number, need in enumerate(needs):
        for entry, grade in need.relevant.items():
            targets[number, rows[entry]] = grade / 3
        targets[number, len(rows) + OUTCOMES.index(need.outcome)] = 1.0
    return targets


def build_precedents(
    corpus: Corpus, needs: Sequence[LabelledNeed], reader: Reader, keeper: Keeper
) -> Precedents | None:
    """The learned examples, solved once; None without labelled needs, or with too many to solve."""
    learned = [need for need in needs if need.split == "fit"]
    if not learned or len(learned) + len(example_chunks(corpus)) > MOST_EXAMPLES:
        return None
    read = corpus.key, keeper.key, reader.glossary.key, reader.limits.key
    named = _digest(*read, str(precedents.VERSION), *(part for need in learned for part in _lesson(need)))
    solving = _Solving(corpus, learned, reader)
    kept = Indexed(
        grams=keeper.kept(f"grams-{named}", lambda: solving.indexed.grams),
        words=keeper.kept(f"words-{named}", lambda: solving.indexed.words),
        vectors=keeper.array(f"examples-{named}", lambda: solving.examples.vectors),
        stances=keeper.array(f"stances-{named}", lambda: solving.examples.stances),
    )
    weights = keeper.array(f"weights-{named}", lambda: solving.weights)
    return Precedents(kept, weights, len(corpus.entries))


def _lesson(need: LabelledNeed) -> tuple[str, str, str]:
    """All that precedents learn of a need."""
    return need.need, need.outcome, repr(sorted(need.relevant.items()))


class _Solving:
    """The steps to precedents, each done once and only when something that hangs on it is not on disk."""

    def __init__(self, corpus: Corpus, needs: Sequence[LabelledNeed], reader: Reader) -> None:
        self._made_of = (corpus, needs, reader)

    @cached_property
    def examples(self) -> Examples:
        return gather_examples(*self._made_of)

    @cached_property
    def indexed(self) -> Indexed:
        return indexed(self.examples)

    @cached_property
    def weights(self) -> Vectors:
        return solve(self.indexed.kernel(), self.examples.targets).astype(np.float32)


def _digest(*parts: str) -> str:
    digest = hashlib.blake2b(str(VERSION).encode(), digest_size=12)
    for part in parts:
        digest.update(part.encode(errors="surrogatepass") + b"\0")
    return digest.hexdigest()
