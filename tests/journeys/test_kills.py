from collections import Counter
from pathlib import Path

import pytest

from bot.domain.lifecycle import IntroductionState
from tests.journeys.boundaries import walked
from tests.journeys.deadly import EveryCall, Side
from tests.journeys.kills import run

pytestmark = pytest.mark.slow

#: Three kills on each side; `python -m tests.journeys.boundaries` kills at every call.
_STEP = 16


def test_random_kills_lose_nothing_that_people_did_and_tell_nothing_twice(tmp_path: Path) -> None:
    counts = run(tmp_path, kills=4, seed=3)

    assert (counts.lost, counts.twice, counts.breaches) == (0, 0, [])
    assert counts.rows[0].once == counts.rows[0].taken > 0


def test_kills_around_calls_to_slack_change_nothing_of_what_becomes_of_a_whole_path(tmp_path: Path) -> None:
    walk = walked(tmp_path / "walk", EveryCall(Side.BEFORE, Side.AFTER), _STEP)

    assert (walk.repeated, walk.unsent, walk.breaches) == (0, 0, [])
    assert Counter(walk.outcome.states.values()) == {
        IntroductionState.CLOSED: 1,
        IntroductionState.INTRODUCED: 1,
        IntroductionState.DECLINED: 2,
        IntroductionState.REDIRECTED: 1,
        IntroductionState.EXPIRED: 1,
        IntroductionState.WITHDRAWN: 1,
    }
