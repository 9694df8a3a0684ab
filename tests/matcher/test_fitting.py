"""Whether fitting keeps apart what a need is judged by and what it was taught."""

from dataclasses import replace

import numpy as np
import pytest

from matcher.building import Keeper, build_readers, build_signals, gather_examples, read_corpus
from matcher.encoders import SentenceTransformerEncoder
from matcher.fitting import FOLDS, Prepared, prepare
from matcher.fusion import OUTCOMES, Fusion, Linear
from matcher.glossary import NO_GLOSSARY
from matcher.knowledge import Language
from matcher.labels import LabelledNeed
from matcher.limits import LimitReader
from matcher.scoring import Scorer
from matcher.signals.precedents import Precedents, indexed, solve
from tests.matcher.workshop import CATALOGUE

BLANK = Linear(0, {})
FUSION = Fusion("standardised", BLANK, dict.fromkeys(OUTCOMES, BLANK), 0, BLANK, 0)
SERVICES = [entry.id for entry in CATALOGUE if entry.kind == "service"]
NEEDS = [
    LabelledNeed(
        f"n{n}", "en", (), f"need {n} for oak and wool", "matches", {SERVICES[n % 6]: 3}, pair="p" if n > 9 else None
    )
    for n in range(14)
]
LONG = LabelledNeed(
    "long", "en", (), "We moved house in May and it rained all day. " * 8 + NEEDS[0].need, "matches", {}
)
NEEDS.append(LONG)


@pytest.fixture(scope="module")
def prepared(encoder: SentenceTransformerEncoder, tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    keeper = Keeper(encoder, tmp_path_factory.mktemp("cache"))
    _, reader = build_readers(Language(NO_GLOSSARY, LimitReader({})), keeper)
    corpus = read_corpus(CATALOGUE, reader, keeper)
    scorer = Scorer(corpus, build_signals(corpus, keeper), None, FUSION)
    queries = reader.read([need.need for need in NEEDS])
    return prepare(scorer, NEEDS, queries, gather_examples(corpus, NEEDS, reader))


ALL = np.arange(len(NEEDS))


def test_precedents_say_in_fitting_what_they_say_when_somebody_asks(prepared: Prepared) -> None:
    known, entries = indexed(prepared.examples), len(CATALOGUE)
    weights = solve(known.kernel(), prepared.examples.targets).astype(np.float32)

    found = prepared.predicted(ALL, ALL)

    assert [len(query.passages) > 0 for query in prepared.queries] == [need is LONG for need in NEEDS]
    for row, query in zip(found, prepared.queries, strict=True):
        scores, likeness = Precedents(known, weights, entries).predict(query, np.arange(entries))
        np.testing.assert_allclose(row, [*scores["precedents"], *likeness.values()], atol=1e-4)


def mistaught(prepared: Prepared, members: np.ndarray) -> Prepared:
    """The same with other answers for some needs."""
    targets = prepared.examples.targets.copy()
    own = len(targets) - len(NEEDS)
    targets[own + members] = 1 - targets[own + members]
    return replace(prepared, examples=replace(prepared.examples, targets=targets))


def test_needs_of_one_family_are_in_one_fold(prepared: Prepared) -> None:
    assert len({int(fold) for fold, need in zip(prepared.folds, NEEDS, strict=True) if need.pair}) == 1


@pytest.mark.parametrize("fold", range(FOLDS))
def test_a_needs_own_answer_and_its_folds_do_not_leak(prepared: Prepared, fold: int) -> None:
    members = ALL[prepared.folds == fold]

    honest, misled = prepared.honest(ALL), mistaught(prepared, members).honest(ALL)

    np.testing.assert_array_equal(misled[members], honest[members])


def test_the_other_folds_answers_are_learned(prepared: Prepared) -> None:
    members = ALL[prepared.folds == prepared.folds[0]]

    honest, misled = prepared.honest(ALL), mistaught(prepared, members).honest(ALL)

    others = np.setdiff1d(ALL, members)
    assert (np.abs(misled[others] - honest[others]).max(1) > 1e-3).all()


def test_needs_that_are_not_members_are_neither_learned_nor_told(prepared: Prepared) -> None:
    members, others = ALL[:9], ALL[9:]

    honest = prepared.honest(members)

    np.testing.assert_array_equal(honest[others], 0)
    np.testing.assert_array_equal(mistaught(prepared, others).honest(members), honest)
