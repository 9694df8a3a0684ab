from pathlib import Path

import pytest

from tests.play import Play
from tests.stand_ins import Office


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


@pytest.fixture
def play() -> Play:
    """Two experts who are linked, one advisor, and a Slack that takes everything."""
    return Play(None)
