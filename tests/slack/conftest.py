from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.slack.rig import Rig, over_http


@pytest.fixture
def rig(tmp_path: Path) -> Iterator[Rig]:
    """The bot beside a strict Slack, heard over signed HTTP, which starts and stops at once."""
    with over_http(tmp_path) as running:
        yield running
        assert running.stage.final_checks() == []
