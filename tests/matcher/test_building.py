from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from matcher import building, postings
from matcher.building import (
    Keeper,
    build_precedents,
    build_readers,
    build_signals,
    gather_examples,
    read_corpus,
    targets_of,
)
from matcher.corpus import Corpus
from matcher.entries import Chunk, Entry
from matcher.glossary import Glossary
from matcher.knowledge import Language
from matcher.labels import LabelledNeed
from matcher.limits import LimitReader
from matcher.signals.precedents import OUTCOMES, Precedents, example_chunks
from tests.matcher.workshop import CATALOGUE, DIMENSIONS, DYEING, MICE, MILLING, Counting

LANGUAGE = Language(Glossary([("ek", "oak"), ("möss", "mice")]), LimitReader({}))
NEEDS = (
    LabelledNeed("a", "en", (), "forty oak chairs please", "matches", {"wood/milling": 3, "wood/joiner": 1}),
    LabelledNeed("b", "sv", (), "möss som springer", "matches", {"mice/behaviour": 2}),
    LabelledNeed("c", "en", (), "thanks a lot", "not_a_need", {}),
)
SECRET = LabelledNeed("d", "en", (), "kept apart", "matches", {"dye/dyeing": 3}, split="test")

Encoders = Callable[[str], Counting]


def precedents(
    keeper: Keeper, needs: Sequence[LabelledNeed], entries: tuple[Entry, ...] = CATALOGUE
) -> Precedents | None:
    _, reader = build_readers(LANGUAGE, keeper)
    return build_precedents(read_corpus(entries, reader, keeper), needs, reader, keeper)


def corpus_of(encoder: Counting, cache: Path, entries: tuple[Entry, ...]) -> Corpus:
    keeper = Keeper(encoder, cache)
    return read_corpus(entries, build_readers(LANGUAGE, keeper)[1], keeper)


def start(encoder: Counting, cache: Path, entries: tuple[Entry, ...] = CATALOGUE) -> tuple[Corpus, Precedents | None]:
    """Everything that a start of the matcher builds."""
    keeper = Keeper(encoder, cache)
    _, reader = build_readers(LANGUAGE, keeper)
    corpus = read_corpus(entries, reader, keeper)
    build_signals(corpus, keeper)
    return corpus, build_precedents(corpus, NEEDS, reader, keeper)


def test_chunks_have_vectors_of_their_english(tmp_path: Path, counting: Encoders) -> None:
    encoder = counting("a")
    swedish = replace(
        MILLING,
        chunks=(Chunk("shows", "sv", "hjul av ek"), Chunk("shows", "en", "en ek"), Chunk("techniques", "any", "ek")),
    )

    corpus = corpus_of(encoder, tmp_path, (swedish, MICE))

    np.testing.assert_allclose(corpus.vectors[:3], encoder.encode(["hjul av oak", "en ek", "ek"]), atol=1e-5)


def test_a_second_start_embeds_nothing(tmp_path: Path, counting: Encoders) -> None:
    start(counting("a"), tmp_path)
    encoder = counting("a")

    start(encoder, tmp_path)

    assert encoder.asked == []


def test_a_second_start_builds_no_index(tmp_path: Path, counting: Encoders, monkeypatch: pytest.MonkeyPatch) -> None:
    start(counting("a"), tmp_path)
    monkeypatch.setattr(postings, "build", None)
    monkeypatch.setattr(building, "solve", None)

    start(counting("a"), tmp_path)


def test_a_second_start_is_like_the_first(tmp_path: Path, counting: Encoders) -> None:
    (first, learned), (second, again) = (start(counting("a"), tmp_path) for _ in range(2))

    np.testing.assert_array_equal(first.vectors, second.vectors)
    np.testing.assert_array_equal(learned.weights, again.weights)


def test_a_changed_entry_embeds_only_itself(tmp_path: Path, counting: Encoders) -> None:
    start(counting("a"), tmp_path)
    encoder = counting("a")
    changed = replace(DYEING, chunks=(*DYEING.chunks, Chunk("techniques", "any", "indigo vat")))

    start(encoder, tmp_path, tuple(changed if entry is DYEING else entry for entry in CATALOGUE))

    assert encoder.asked == ["indigo vat"]


def test_another_model_embeds_everything(tmp_path: Path, counting: Encoders) -> None:
    start(counting("a"), tmp_path)
    encoder = counting("b")

    start(encoder, tmp_path)

    assert {chunk.text for chunk in MICE.chunks} <= set(encoder.asked)


def test_texts_that_are_read_otherwise_are_read_anew(
    tmp_path: Path, counting: Encoders, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper = Keeper(counting("a"), tmp_path)
    keeper.indexed("trees", lambda: ["oak"], "stems")
    monkeypatch.setattr(building, "VERSION", -1)

    keeper.indexed("trees", lambda: ["oak"], "stems")

    assert len(list(tmp_path.rglob("*.index"))) == 2


def test_texts_that_were_indexed_before_are_not_looked_at(tmp_path: Path, counting: Encoders) -> None:
    Keeper(counting("a"), tmp_path).indexed("trees", lambda: ["oak"], "stems")
    nothing: list[list[str]] = []

    again = Keeper(counting("a"), tmp_path).indexed("trees", nothing.pop, "stems")

    assert again.scores("oak").tolist() == [1]


def test_without_labelled_needs_there_are_no_precedents(tmp_path: Path, counting: Encoders) -> None:
    assert precedents(Keeper(counting("a"), tmp_path), (SECRET,)) is None


def test_too_many_examples_are_not_solved(tmp_path: Path, counting: Encoders, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "MOST_EXAMPLES", 5)

    assert precedents(Keeper(counting("a"), tmp_path), NEEDS) is None


def test_needs_kept_apart_are_never_learned_from(tmp_path: Path, counting: Encoders) -> None:
    encoder = counting("a")
    without, beside = (precedents(Keeper(encoder, tmp_path), needs) for needs in (NEEDS, (*NEEDS, SECRET)))

    np.testing.assert_array_equal(without.weights, beside.weights)
    assert SECRET.need not in encoder.asked


def test_a_label_changed_is_learned_anew(tmp_path: Path, counting: Encoders) -> None:
    keeper = Keeper(counting("a"), tmp_path)
    relabelled = (*NEEDS[:2], replace(NEEDS[2], outcome="unclear"))

    one, other = (precedents(keeper, needs) for needs in (NEEDS, relabelled))

    assert not np.array_equal(one.weights, other.weights)


def test_what_is_not_learned_of_a_label_changes_nothing(tmp_path: Path, counting: Encoders) -> None:
    keeper = Keeper(counting("a"), tmp_path)

    for needs in (NEEDS, (replace(NEEDS[0], id="renamed", style=("plain",)), *NEEDS[1:])):
        precedents(keeper, needs)

    assert len(list(tmp_path.rglob("weights-*"))) == 1


def test_examples_are_the_catalogues_and_behind_them_the_needs(tmp_path: Path, counting: Encoders) -> None:
    keeper = Keeper(counting("a"), tmp_path)
    _, reader = build_readers(LANGUAGE, keeper)
    corpus = read_corpus(CATALOGUE, reader, keeper)

    alone, examples = (gather_examples(corpus, needs, reader) for needs in ((), NEEDS))

    own = len(example_chunks(corpus))
    assert alone.texts == examples.texts[:own]
    assert examples.texts[own:] == ("forty oak chairs please", "möss som springer \n mice som springer", "thanks a lot")
    assert examples.vectors.shape == (own + 3, DIMENSIONS)


def test_grades_are_taught_as_shares_of_the_best() -> None:
    targets = targets_of(Corpus(CATALOGUE, np.zeros((0, 2), np.float32)), NEEDS)

    rows = {entry.id: row for row, entry in enumerate(CATALOGUE)}
    assert targets[0, rows["wood/milling"]] == 1
    assert targets[0, rows["wood/joiner"]] == pytest.approx(1 / 3)
    assert targets[1, rows["mice/behaviour"]] == pytest.approx(2 / 3)
    assert [OUTCOMES[n] for n in targets[:, len(CATALOGUE) :].argmax(1)] == ["matches", "matches", "not_a_need"]


def test_very_much_text_is_indexed_by_words(
    tmp_path: Path, counting: Encoders, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(building, "MOST_CHARACTERS", 5)
    keeper = Keeper(counting("a"), tmp_path)

    assert [keeper.indexed(text, text.split, "grams").analyzer for text in ("oak", "oak chairs")] == ["grams", "stems"]


def test_an_array_is_whole_whatever_part_of_another_it_was(tmp_path: Path, counting: Encoders) -> None:
    keeper = Keeper(counting("a"), tmp_path)
    whole = keeper.array("whole", lambda: np.arange(6, dtype=np.float32).reshape(3, 2))

    named, part = keeper.array("named", lambda: whole), keeper.array("part", lambda: whole[:2])

    np.testing.assert_array_equal(named, whole)
    np.testing.assert_array_equal(part, whole[:2])


def test_an_array_is_copied_where_files_cannot_have_two_names(
    tmp_path: Path, counting: Encoders, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError

    keeper = Keeper(counting("a"), tmp_path)
    whole = keeper.array("whole", lambda: np.ones((2, 2), np.float32))
    monkeypatch.setattr(Path, "hardlink_to", refuse)

    np.testing.assert_array_equal(keeper.array("named", lambda: whole), whole)


def test_a_large_catalogue_has_an_outline(tmp_path: Path, counting: Encoders, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "LARGE", 3)

    large, small = (corpus_of(counting("a"), tmp_path, entries) for entries in (CATALOGUE, CATALOGUE[:3]))

    assert large.outline.profiles.shape == (len(CATALOGUE), DIMENSIONS)
    assert small.outline is None
