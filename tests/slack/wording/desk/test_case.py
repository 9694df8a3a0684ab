import pytest

from bot.domain.clock import ClockKind
from bot.slack.wording.desk.case import CLOCKS


@pytest.mark.parametrize("kind", ClockKind)
def test_every_clock_says_on_the_page_of_a_need_what_it_rings_for(kind: ClockKind) -> None:
    assert kind in CLOCKS
