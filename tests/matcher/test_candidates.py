from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from matcher import candidates, postings
from matcher.candidates import Candidates, profiles
from matcher.corpus import Corpus, Outline
from matcher.entries import Entry
from matcher.fusion import OUTCOMES, Fusion, Linear
from matcher.limits import ReadLimits
from matcher.query import Query
from matcher.ranking import ranked
from matcher.scoring import Scorer
from matcher.signals.lexical import TEXTS, Coverage, Indexer, Wording
from matcher.signals.limits import Agreement
from matcher.signals.semantic import Meaning
from matcher.signals.signal import Signal
from tests.matcher.workshop import CATALOGUE, DYEING, DYER, JOINER, MICE, MILLING, PAINTING, chunks, entry

FUSION = Fusion(
    "standardised", Linear(0, {"words": 1, "meaning": 1}), dict.fromkeys(OUTCOMES, Linear(0, {})), 0, Linear(0, {}), 0
)


def need(text: str, *vectors: Sequence[float]) -> Query:
    """A need with vectors of its own; as a whole and as its only sentence the same when only one is given."""
    both = vectors if len(vectors) > 1 else vectors * 2
    return Query(text, "en", text, text, (text,), ReadLimits(), np.array(both, np.float32))


def catalogue(entries: Sequence[Entry], directions: Sequence[Sequence[float]]) -> Corpus:
    """A large catalogue, however small: each entry points into its direction."""
    vectors = np.repeat(np.array(directions, np.float32), [len(e.chunks) for e in entries], axis=0)
    corpus = Corpus(tuple(entries), vectors)
    return replace(corpus, outline=Outline(profiles(corpus), postings.build(corpus.texts(), "stems")))


def chosen(corpus: Corpus, query: Query) -> list[str]:
    return [corpus.entries[row].id for row in Candidates(corpus, corpus.outline).rows([query])[0]]


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """One candidate, and two experts and two services with it."""
    monkeypatch.setattr(candidates, "MOST", 1)
    monkeypatch.setattr(candidates, "MOST_COMPANY", 2)


@pytest.mark.parametrize(
    ("words", "vector", "wanted"),
    [("zzz", [0, 1], "wood/painting"), ("mouse", [0, 0], "mice/behaviour")],
)
def test_meaning_and_words_choose_together(words: str, vector: list[float], wanted: str) -> None:
    corpus = catalogue([MILLING, PAINTING, DYEING, MICE], [[1, 0], [0, 1], [0.6, 0.8], [-0.6, 0.8]])

    assert chosen(corpus, need(words, vector)) == [wanted]


def test_a_need_is_near_by_its_sentences_too() -> None:
    corpus = catalogue([MILLING, PAINTING, DYEING], [[1, 0], [0.6, 0.8], [0, 1]])

    assert chosen(corpus, need("zzz", [0.8, 0], [0, 1])) == ["dye/dyeing"]


def test_an_expert_comes_with_the_service_and_the_service_with_the_expert() -> None:
    corpus = catalogue([MILLING, JOINER, DYEING, DYER], [[1, 0], [-1, 0], [0, -1], [0, 1]])

    assert chosen(corpus, need("zzz", [1, 0])) == ["wood/milling", "wood/joiner"]
    assert chosen(corpus, need("zzz", [0, 1])) == ["dye/dyeing", "dye/dyer"]


def test_of_an_experts_many_services_the_nearest_three_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(candidates, "MOST_COMPANY", 9)
    services = [entry(f"a/{n}", f"service {n}") for n in range(6)]
    expert = entry("a/expert", "expert", kind="expert", answers_for=tuple(service.id for service in services))
    corpus = catalogue([*services, expert], [*([n / 10, 0] for n in range(6)), [9, 0]])
    flat = replace(corpus, outline=replace(corpus.outline, profiles=np.array([[n, 0] for n in [*range(6), 9]], float)))

    assert chosen(flat, need("zzz", [1, 0])) == ["a/3", "a/4", "a/5", "a/expert"]


def test_however_many_experts_answer_for_a_service_only_the_nearest_are_candidates() -> None:
    experts = [entry(f"a/e{n}", "expert", kind="expert", answers_for=("wood/milling",)) for n in range(9)]
    corpus = catalogue([MILLING, *experts], [[1, 0], *([0, n + 1] for n in range(9))])

    assert len(chosen(corpus, need("zzz", [1, 0]))) == 3


def test_a_profile_is_the_mean_of_what_speaks_for_the_entry() -> None:
    against = entry("a/a", "head", chunks("shows", "shows"), chunks("does_not", "not"))
    silent = replace(against, chunks=chunks("does_not", "not"))
    corpus = Corpus((against, silent), np.array([[3, 0], [0, 4], [9, 9], [9, 9]], np.float32))

    np.testing.assert_allclose(profiles(corpus), [[0.6, 0.8], [0, 0]], atol=1e-6)


def test_candidates_of_several_needs_are_those_of_each() -> None:
    corpus = catalogue([MILLING, PAINTING, DYEING, MICE], [[1, 0], [0, 1], [0.6, 0.8], [-0.6, 0.8]])
    needs = [need("zzz", [0, 1]), need("mouse", [0, 0], [1, 0], [0, 0])]

    together = Candidates(corpus, corpus.outline).rows(needs)

    assert [[corpus.entries[row].id for row in rows] for rows in together] == [chosen(corpus, each) for each in needs]


def scorer(corpus: Corpus) -> Scorer:
    indexed: Indexer = lambda texts, analyzer: postings.build(TEXTS[texts](corpus), analyzer)  # noqa: E731
    signals: list[Signal] = [Meaning(corpus), Wording(corpus, indexed), Coverage(indexed), Agreement(corpus)]
    return Scorer(corpus, signals, None, FUSION)


DIRECTIONS = np.random.default_rng(2).standard_normal((len(CATALOGUE), 3)).tolist()


def test_when_every_entry_is_a_candidate_scores_are_those_of_a_small_catalogue(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(candidates, "MOST", 2 * len(CATALOGUE))
    large = catalogue(CATALOGUE, DIRECTIONS)
    query = need("red oak chairs for a mouse", [0.6, 0.8, 0])

    one, other = scorer(large).score(query), scorer(replace(large, outline=None)).score(query)

    np.testing.assert_allclose(one.logits, other.logits, atol=1e-5)
    for name, values in other.signals.items():
        np.testing.assert_allclose(one.signals[name], values, atol=1e-5, err_msg=name)


def test_only_candidates_are_ranked() -> None:
    corpus = catalogue([MILLING, DYEING, DYER, MICE], [[1, 0], [0, 1], [0, 1], [-1, 0]])

    scored = scorer(corpus).score(need("wool", [0, 1]))

    assert sorted(ranked(scored.logits, corpus.groups)) == [1, 2]
    assert np.flatnonzero(scored.signals["words"]).tolist() == [1]
