"""Floors under the matcher's figures on the needs that nothing was learned from, by the code behind `lotsen evaluate`.

They stand somewhat under what the matcher reached when they were last set: a change that lets a figure fall below its
floor has broken something. Raise them when the matcher gets better; lower none without saying why.
"""

from pathlib import Path

import platformdirs
import pytest

from bot.catalogue_files import read_catalogue
from bot.shipped import shipped
from matcher.evaluation.judging import LOTSEN, Judge
from matcher.evaluation.tables import Section, section
from matcher.metrics import Estimate
from matcher.study import open_study

pytestmark = pytest.mark.slow

FIRST_RIGHT = {"en": 0.96, "sv": 0.92}
NDCG = {"en": 0.945, "sv": 0.925}
SILENT, ANSWERED = 0.91, 0.95
CALIBRATION_ERROR = 0.045
PARTS_IN_FIVE = 0.92
PAIRS = 0.80
# Ahead of every plain method by at least so much nDCG@5 in each language.
AHEAD = 0.03
PLAIN = (
    "TF-IDF (scikit-learn)",
    "BM25 (bm25s)",
    "SQLite FTS5",
    "bare encoder, mean vector",
    "bare encoder, best chunk",
    "plain sum of words, characters, meaning",
    "reciprocal ranks of the same",
)
each_language = pytest.mark.parametrize("language", FIRST_RIGHT)


@pytest.fixture(scope="module")
def figures() -> Section:
    data = shipped("data")
    entries = read_catalogue(data / "catalogue").entries()
    # Where `make setup` has put the vectors, so that nothing is embedded twice.
    cache = Path(platformdirs.user_cache_path("lotsen", appauthor=False))
    study = open_study(entries, model="default", cache=cache, data=data, home=data)
    judge = Judge(study, lambda _: None)
    apart = [need for need in study.experience.needs if need.split == "test"]
    return section("apart", judge.by_matcher(apart), judge.units)


def value(estimate: Estimate | None) -> float:
    assert estimate is not None
    return estimate.value


@each_language
def test_the_first_unit_is_right(figures: Section, language: str) -> None:
    assert figures.languages[language][LOTSEN].first_right.value >= FIRST_RIGHT[language]


@each_language
def test_the_first_five_units_are_the_right_ones(figures: Section, language: str) -> None:
    assert figures.languages[language][LOTSEN].ndcg.value >= NDCG[language]


@each_language
def test_plain_methods_are_left_behind(figures: Section, language: str) -> None:
    methods = figures.languages[language]
    ours = methods[LOTSEN].ndcg.value

    assert [name for name in PLAIN if methods[name].ndcg.value > ours - AHEAD] == []


def test_what_nobody_serves_gets_silence_and_what_somebody_does_an_answer(figures: Section) -> None:
    silence = figures.silence["all"]

    assert value(silence.silent) >= SILENT
    assert value(silence.answered) >= ANSWERED


def test_confidence_means_what_it_says(figures: Section) -> None:
    assert figures.calibration.error <= CALIBRATION_ERROR


def test_every_part_of_a_need_is_served(figures: Section) -> None:
    assert figures.parts is not None
    assert figures.parts.in_five_units.value >= PARTS_IN_FIVE


def test_both_of_a_pair_that_differ_in_one_limit_are_right(figures: Section) -> None:
    assert value(figures.pairs) >= PAIRS
