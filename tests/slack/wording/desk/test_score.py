from itertools import product

import numpy as np
import pytest

from bot.slack.wording.desk.score import signal
from bot.slack.wording.limits import limit_name, limit_value
from bot.slack.wording.said import Said
from matcher.corpus import Corpus
from matcher.features import GRADED, IN_GROUP
from matcher.limits import VALUES, ReadLimits
from matcher.query import Query
from matcher.signals.limits import Agreement
from tests.matcher.workshop import CATALOGUE


def of_limits() -> list[str]:
    """The names of everything that is compared of limits."""
    vectors = np.zeros((2, 2), np.float32)
    query = Query("", "en", "", "", ("",), ReadLimits(), vectors)
    return sorted(Agreement(Corpus(CATALOGUE, vectors)).scores(query, np.array([0])))


@pytest.mark.parametrize("name", [*GRADED, *(name + IN_GROUP for name in GRADED), *of_limits()])
def test_every_signal_of_the_matcher_has_words(name: str) -> None:
    said = signal(name)

    assert said.sv not in {name, said.en}


def test_a_limit_is_told_with_its_value() -> None:
    assert signal("quality GMP conflicts") == Said(
        "quality level (GMP): another than asked for", "kvalitetsnivån (GMP): annat än det som söks"
    )


def test_a_signal_without_words_keeps_its_name() -> None:
    assert signal("magic") == Said("magic", "magic")


@pytest.mark.parametrize(("limit", "value"), [pair for limit in VALUES for pair in product([limit], VALUES[limit])])
def test_every_limit_that_is_read_has_words(limit: str, value: str) -> None:
    assert limit_name(limit).sv != limit
    assert limit_value(limit, value).sv != value or value in {"GMP", "data"}
