import pytest

from tests.slack.looking import fill, take
from tests.slack.rig import Rig


@pytest.fixture
def desk(rig: Rig) -> Rig:
    """Three needs, of which an advisor has taken one; another advisor has taken another."""
    fill(rig, 3)
    take(rig, "N2", "U0ADVISOR")
    take(rig, "N3", "U0ADVISOR2")
    return rig
