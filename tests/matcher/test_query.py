from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.encoders import SentenceTransformerEncoder
from matcher.glossary import Glossary
from matcher.limits import LimitReader
from matcher.query import LONG, LONGEST_SENTENCE, MOST_PASSAGES, MOST_SENTENCES, PASSAGE, Reader, passages
from matcher.text import LONGEST_TEXT
from tests.matcher.workshop import DIMENSIONS

GLOSSARY = Glossary([("ek", "oak"), ("stol", "chair"), ("av", "of")])
LIMITS = LimitReader({"quality": {"GMP": ["gmp"]}})


@pytest.fixture(scope="module")
def reader(encoder: SentenceTransformerEncoder) -> Reader:
    return Reader(encoder, GLOSSARY, LIMITS)


def test_an_english_need_is_read_as_it_stands(reader: Reader) -> None:
    [query] = reader.read(["Who mills oak chairs?"])

    assert (query.text, query.affirmed, query.english, query.both, query.language) == (
        *["Who mills oak chairs?"] * 4,
        "en",
    )


def test_a_swedish_need_has_its_english_behind_it(reader: Reader) -> None:
    [query] = reader.read(["Vem fräser stolar av ek?"])

    assert (query.language, query.english) == ("sv", "Vem fräser chair of oak?")
    assert query.both == "Vem fräser stolar av ek? \n Vem fräser chair of oak?"


def test_a_language_that_is_known_is_not_guessed(reader: Reader) -> None:
    [query] = reader.read(["stol"], ["en"])

    assert (query.language, query.english) == ("en", "stol")


def test_what_is_ruled_out_is_read_as_a_limit_only(reader: Reader) -> None:
    [query] = reader.read(["Chairs for us, no GMP"])

    assert query.affirmed == "Chairs for us, "
    assert query.limits.rules_out("quality") == {"GMP"}


def test_sentences_that_say_little_are_left_out(reader: Reader) -> None:
    [query] = reader.read(["Hi! We want oak chairs. Thanks a lot for all. Bye now"])

    assert query.sentences == ("We want oak chairs.", "Thanks a lot for all.")


@pytest.mark.parametrize("need", ["", "Hi", "🙂", "\x00"])
def test_there_is_always_a_sentence(reader: Reader, need: str) -> None:
    [query] = reader.read([need])

    assert query.sentences == (query.text,)
    assert query.vectors.shape == (2, DIMENSIONS)


def test_vectors_are_of_the_english_whole_and_by_sentence(reader: Reader, encoder: SentenceTransformerEncoder) -> None:
    [query] = reader.read(["Vi vill ha en stol. Den ska vara av ek."])

    wanted = encoder.encode(
        ["Vi vill ha en chair. Den ska vara of oak.", "Vi vill ha en chair.", "Den ska vara of oak."]
    )
    np.testing.assert_allclose(query.vectors, wanted, atol=1e-5)


def test_needs_read_together_are_read_as_alone(reader: Reader) -> None:
    needs = ["We want oak chairs. And wheels of wood.", "", "Vem fräser stolar av ek?"]

    for together, need in zip(reader.read(needs), needs, strict=True):
        np.testing.assert_allclose(together.vectors, reader.read([need])[0].vectors, atol=1e-5)


def test_no_needs_are_no_queries(reader: Reader) -> None:
    assert reader.read([]) == []


@pytest.mark.parametrize("need", ["one two three. " * 500, "x" * 20_000, "word " * 10_000, "a, b\n" * 10_000])
def test_a_query_is_bounded_however_long_the_need(reader: Reader, need: str) -> None:
    [query] = reader.read([need], ["en"])

    assert len(query.text) <= LONGEST_TEXT
    assert len(query.sentences) <= MOST_SENTENCES
    assert max(map(len, query.sentences)) <= LONGEST_SENTENCE


@settings(max_examples=20)
@given(need=st.text(max_size=200))
def test_any_text_is_a_query(reader: Reader, need: str) -> None:
    [query] = reader.read([need])

    assert len(query.vectors) == 1 + len(query.sentences)
    np.testing.assert_allclose(np.linalg.norm(query.vectors, axis=1), 1, atol=1e-3)


TOLD = "We moved to a new office by the water in the spring"


def test_a_long_text_is_also_read_passage_by_passage(reader: Reader, encoder: SentenceTransformerEncoder) -> None:
    said = [f"{TOLD}, the {place} time." for place in ("first", "second", "third", "fourth", "fifth")]

    [query] = reader.read([" ".join(said)])

    assert [passage.both for passage in query.passages] == ["\n".join(said[at : at + PASSAGE]) for at in range(3)]
    wanted = encoder.encode([passage.both for passage in query.passages])
    np.testing.assert_allclose([passage.vector for passage in query.passages], wanted, atol=1e-5)
    assert query.vectors.shape == (1 + len(said), DIMENSIONS)


def test_a_swedish_passage_has_its_english_behind_it(reader: Reader) -> None:
    [query] = reader.read(["Vi flyttade till ett nytt kontor vid vattnet i våras. " * 8 + "Vem fräser stolar av ek?"])

    assert query.passages[-1].both.endswith("Vem fräser chair of oak?")
    assert "Vem fräser stolar av ek?" in query.passages[-1].both


@pytest.mark.parametrize(
    "need", ["We want oak chairs. " * 14, " ".join(["wood"] * LONG), "We want oak chairs\n" * 2 + "and " * LONG]
)
def test_a_text_of_few_words_or_sentences_has_no_passages(reader: Reader, need: str) -> None:
    [query] = reader.read([need])

    assert query.passages == ()


@given(st.integers(PASSAGE + 1, MOST_SENTENCES))
def test_few_passages_have_all_sentences_of_a_long_text(count: int) -> None:
    said = [f"sentence {number}" for number in range(count)]

    found = [passage.split("\n") for passage in passages(" ".join([*said, "word " * LONG]), said)]

    assert len(found) <= MOST_PASSAGES
    assert min(map(len, found)) >= PASSAGE
    assert {sentence for passage in found for sentence in passage} == set(said)
    assert all(one[-1] in other for one, other in pairwise(found))
