import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.answer import Reason
from matcher.corpus import Corpus
from matcher.glossary import NO_GLOSSARY, Glossary
from matcher.limits import ReadLimits
from matcher.postings import build
from matcher.query import Query
from matcher.reasons import LEAST_OF_SECOND, MOST, Explainer
from tests.matcher.workshop import chunks, entry

PIECES = ("wool", "felt", "oak")
SURE, FILLER = LEAST_OF_SECOND + 0.1, LEAST_OF_SECOND - 0.1


def told(*cosines: float) -> tuple[Reason, ...]:
    """The reasons of an entry whose pieces have these cosines with a need that has none of their letters."""
    corpus = Corpus(
        (entry("a/a", "linen", chunks("shows", *PIECES)),), np.array([[0], *([c] for c in cosines)], np.float32)
    )
    texts = [chunk.text for chunk in corpus.chunks]
    explainer = Explainer(corpus, build(texts, "grams"), build(texts, "stems"), NO_GLOSSARY)
    query = Query("zzz", "en", "zzz", "zzz", ("zzz",), ReadLimits(), np.ones((2, 1), np.float32), ("zzz",))
    return explainer.reasons(query, 0)


@pytest.mark.parametrize(
    ("cosines", "pieces"),
    [
        ((SURE, 0, 0.9), ["oak", "wool"]),
        ((FILLER, 0, 0.9), ["oak"]),
        ((SURE, SURE + 0.1, 0.9), ["oak", "felt"]),
        ((0, FILLER, 0), ["felt"]),
    ],
)
def test_a_second_reason_is_told_where_it_speaks_for_the_entry(cosines: tuple[float, ...], pieces: list[str]) -> None:
    assert [reason.entry for reason in told(*cosines)] == pieces


@pytest.mark.parametrize(
    ("word", "missing"),
    [
        ("masspektrometri", []),  # the catalogue says it in English
        ("spektrum", []),  # one of several meanings suffices
        ("fiskmassa", ["fiskmassa"]),  # of two words both must be there
        ("titanlegering", ["titanlegering"]),  # the glossary has nothing of it
    ],
)
def test_a_swedish_word_is_missing_only_where_its_english_is_too(word: str, missing: list[str]) -> None:
    glossary = Glossary(
        [("masspektrometri", "mass spectrometry"), ("spektrum", "rainbow; spectrometry"), ("fiskmassa", "fish mass")]
    )
    corpus = Corpus((entry("a/a", "Mass spectrometry"),), np.zeros((1, 1), np.float32))
    texts = [chunk.text for chunk in corpus.chunks]
    explainer = Explainer(corpus, build(texts, "grams"), build(texts, "stems"), glossary)
    query = Query(word, "sv", word, word, (word,), ReadLimits(), np.ones((2, 1), np.float32))

    assert list(explainer.missing(query)) == missing


@given(st.tuples(*[st.floats(-1, 1)] * len(PIECES)))
def test_something_is_always_told_and_never_filler_behind_it(cosines: tuple[float, ...]) -> None:
    first, *others = told(*cosines)

    assert len(others) < MOST
    assert all(LEAST_OF_SECOND <= other.weight <= first.weight for other in others)
