from math import log, sqrt

import numpy as np
import pytest

from matcher.corpus import Corpus
from matcher.encoders import SentenceTransformerEncoder
from matcher.glossary import Glossary
from matcher.limits import LimitReader
from matcher.postings import build
from matcher.query import Query, Reader
from matcher.signals.lexical import TEXTS, Coverage, Indexer, Wording
from matcher.signals.signal import Signal
from tests.matcher.workshop import CATALOGUE, DYEING, MICE, MILLING, STRENGTH, chunks, entry

CORPUS = Corpus(CATALOGUE, np.zeros((0, 2), np.float32))
ALL = np.arange(len(CATALOGUE))
# Three entries of one word each: every word has the same rarity.
BARE = Corpus((entry("a/a", "oak"), entry("b/b", "wool wool"), entry("c/c", "mouse")), np.zeros((0, 2), np.float32))


def indexer(corpus: Corpus) -> Indexer:
    return lambda texts, analyzer: build(TEXTS[texts](corpus), analyzer)


@pytest.fixture(scope="module")
def reader(encoder: SentenceTransformerEncoder) -> Reader:
    return Reader(encoder, Glossary([("möss", "mice"), ("ek", "oak")]), LimitReader({}))


def ask(reader: Reader, need: str) -> Query:
    return reader.read([need], ["sv" if set(need) & set("åäö") else "en"])[0]


@pytest.mark.parametrize("name", ["words", "word pairs", "characters", "characters of pieces"])
@pytest.mark.parametrize(
    ("need", "wanted"),
    [
        ("mill a wheel of oak wood", MILLING),
        ("when does furniture break", STRENGTH),
        ("colour for wool", DYEING),
        ("Vad gör möss?", MICE),
    ],
)
def test_the_entry_with_the_needs_words_is_first(reader: Reader, name: str, need: str, wanted: object) -> None:
    scores = Wording(CORPUS, indexer(CORPUS)).scores(ask(reader, need), ALL)

    assert CATALOGUE[int(scores[name].argmax())] == wanted


def test_characters_forgive_what_words_do_not(reader: Reader) -> None:
    scores = Wording(CORPUS, indexer(CORPUS)).scores(ask(reader, "furnitre strenght"), ALL)

    assert scores["words"].max() == 0
    assert CATALOGUE[int(scores["characters"].argmax())] == STRENGTH


def test_pieces_score_by_the_best_of_an_entry(reader: Reader) -> None:
    entries = (entry("a/a", "oak", chunks("shows", "unlike", "different")), entry("b/b", "none"))
    corpus = Corpus(entries, np.zeros((0, 2), np.float32))

    scores = Wording(corpus, indexer(corpus)).scores(ask(reader, "oak"), np.arange(2))

    # The three best pieces of the first are one that is the need itself and two that share nothing with it.
    assert scores["characters of pieces"].tolist() == pytest.approx([1 / 3, 0])


@pytest.mark.parametrize("signal", [Wording(CORPUS, indexer(CORPUS)), Coverage(indexer(CORPUS))])
def test_chosen_rows_score_as_they_do_among_all(reader: Reader, signal: Signal) -> None:
    some, query = np.array([4, 1]), ask(reader, "red wool and strong furniture")

    everything, chosen = (signal.scores(query, rows) for rows in (ALL, some))

    for name, values in chosen.items():
        np.testing.assert_allclose(values, everything[name][some], atol=1e-6)


def test_a_large_catalogue_spells_names_only(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("matcher.signals.lexical.MOST_CHARACTERS", 10)

    scores = Wording(CORPUS, indexer(CORPUS)).scores(ask(reader, "curved"), ALL)

    assert scores["words"][0] > 0
    assert scores["characters"][0] == scores["characters of pieces"][0] == 0


def test_shares_as_worked_out_by_hand(reader: Reader) -> None:
    rare = log(4 / 2) + 1

    scores = Coverage(indexer(BARE)).scores(ask(reader, "oak oak wool unheard"), np.arange(3))

    np.testing.assert_allclose(scores["share of need"], [1 / 3, 1 / 3, 0], rtol=1e-5)
    np.testing.assert_allclose(scores["share of names"], [sqrt(rare), sqrt(rare), 0], rtol=1e-5)


@pytest.mark.parametrize("need", ["", "unheard", "🙂"])
def test_a_need_of_unknown_words_shares_nothing(reader: Reader, need: str) -> None:
    scores = Coverage(indexer(BARE)).scores(ask(reader, need), np.arange(3))

    assert [values.tolist() for values in scores.values()] == [[0, 0, 0]] * 2


def test_an_entry_without_a_name_shares_no_name(reader: Reader) -> None:
    corpus = Corpus((entry("a/a", "🙂"), entry("b/b", "oak")), np.zeros((0, 2), np.float32))

    assert Coverage(indexer(corpus)).scores(ask(reader, "oak"), np.arange(2))["share of names"][0] == 0
