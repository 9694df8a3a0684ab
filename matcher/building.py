"""Building: a corpus and its signals from entries and a model, with everything slow kept on disk."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from matcher import postings
from matcher.corpus import Corpus, chunks_of, key_of
from matcher.encoders import Encoder, Vectors
from matcher.entries import Chunk, Entry
from matcher.knowledge import Language
from matcher.labels import LabelledNeed
from matcher.query import Reader
from matcher.signals.lexical import Coverage, Wording
from matcher.signals.limits import Agreement
from matcher.signals.precedents import (
    MOST_EXAMPLES,
    OUTCOMES,
    Examples,
    Precedents,
    example_chunks,
    examples_of,
    kernel,
    solve,
)
from matcher.signals.semantic import Meaning
from matcher.signals.signal import Signal
from matcher.vectors import kept_vectors


@dataclass(frozen=True)
class Keeper:
    """The encoder with its vectors kept, and indexes kept beside them."""

    encoder: Encoder
    cache: Path

    @property
    def key(self) -> str:
        """The encoder's."""
        return self.encoder.key

    def encode(self, texts: Sequence[str]) -> Vectors:
        """The vectors of texts that will be asked for again."""
        return kept_vectors(texts, self.encoder, self.cache / "vectors")

    def indexed(self, texts: list[str], analyzer: str, *, least: int = 1) -> postings.Index:
        """The index of texts, built once."""
        digest = _digest(analyzer, str(least), *texts)
        return self.kept(f"index-{digest}", lambda: postings.build(texts, analyzer, least=least))

    def array(self, name: str, build: Callable[[], Vectors]) -> Vectors:
        """An array by its name, memory mapped; built when it is not there."""
        file = self.cache / "arrays" / f"{name}.npy"
        if not file.exists():
            file.parent.mkdir(parents=True, exist_ok=True)
            with file.with_suffix(".part").open("wb") as out:
                np.save(out, build())
            file.with_suffix(".part").replace(file)
        return np.load(file, mmap_mode="r")  # type: ignore[no-any-return]

    def kept(self, name: str, build: Callable[[], postings.Index]) -> postings.Index:
        """An index by its name, built when it is not there."""
        file = self.cache / "indexes" / f"{name}.npz"
        if not file.exists():
            postings.save(build(), file)
        return postings.load(file)


def read_corpus(entries: Sequence[Entry], language: Language, keeper: Keeper) -> Corpus:
    """The entries with the vectors of their chunks, Swedish ones by way of the glossary."""
    named = f"corpus-{_digest(key_of(entries), language.key, keeper.key)}"
    return Corpus(tuple(entries), keeper.array(named, lambda: _encoded(chunks_of(entries), language, keeper)))


def _encoded(chunks: Sequence[Chunk], language: Language, keeper: Keeper) -> Vectors:
    return keeper.encode([language.glossary.english(c.text) if c.language == "sv" else c.text for c in chunks])


def build_signals(corpus: Corpus, keeper: Keeper) -> list[Signal]:
    """Every signal that needs no labelled needs."""
    return [
        Meaning(corpus),
        Wording(corpus, keeper.indexed),
        Coverage(corpus, keeper.indexed),
        Agreement(corpus),
    ]


def gather_examples(corpus: Corpus, needs: Sequence[LabelledNeed], reader: Reader) -> Examples:
    """The catalogue's own examples, and behind them the labelled needs in their order."""
    chunks = [corpus.chunks[number] for number in example_chunks(corpus)]
    own = reader.read([c.text for c in chunks], ["sv" if c.language == "sv" else "en" for c in chunks])
    examples = examples_of(corpus, [q.both for q in own], np.array([q.vectors[0] for q in own]))
    asked = reader.read([need.need for need in needs])
    if not asked:
        return examples
    vectors = np.array([q.vectors[0] for q in asked])
    return examples + Examples(tuple(q.both for q in asked), vectors, targets_of(corpus, needs))


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
    named = _digest(key_of(corpus.entries), keeper.key, reader.glossary.key, *(need.to_line() for need in learned))
    solve = _Solving(corpus, learned, reader)
    return Precedents(
        grams=keeper.kept(f"grams-{named}", lambda: solve.index("grams")),
        words=keeper.kept(f"words-{named}", lambda: solve.index("stems")),
        vectors=keeper.array(f"examples-{named}", lambda: solve.examples.vectors),
        weights=keeper.array(f"weights-{named}", lambda: solve.weights),
        entries=len(corpus.entries),
    )


class _Solving:
    """The steps to precedents, each done once and only when something that hangs on it is not on disk."""

    def __init__(self, corpus: Corpus, needs: Sequence[LabelledNeed], reader: Reader) -> None:
        self._made_of = (corpus, needs, reader)
        self._indexes: dict[str, postings.Index] = {}

    @cached_property
    def examples(self) -> Examples:
        return gather_examples(*self._made_of)

    def index(self, analyzer: str) -> postings.Index:
        if analyzer not in self._indexes:
            self._indexes[analyzer] = postings.build(self.examples.texts, analyzer, least=2)
        return self._indexes[analyzer]

    @cached_property
    def weights(self) -> Vectors:
        gram = kernel(self.index("grams"), self.index("stems"), self.examples.vectors)
        return solve(gram, self.examples.targets).astype(np.float32)


def _digest(*parts: str) -> str:
    digest = hashlib.blake2b(digest_size=12)
    for part in parts:
        digest.update(part.encode(errors="surrogatepass") + b"\0")
    return digest.hexdigest()
