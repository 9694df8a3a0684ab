from pathlib import Path

import pytest

from tests.journeys.kills import run

pytestmark = pytest.mark.slow


def test_no_kill_loses_a_need_or_says_anything_twice(tmp_path: Path) -> None:
    counts = run(tmp_path, kills=6, seed=3)

    assert counts.needs_answered_exactly_once == counts.needs_sent > 0
    assert counts.introductions_made_exactly_once == counts.introductions_approved > 0
    assert counts.experts_asked_exactly_once == counts.experts_asked > 0
    assert (counts.messages_repeated, counts.lost, counts.breaches_of_slacks_rules) == (0, 0, 0)
