"""Five thousand open needs: what advisors look at stays within Slack's limits. How long it takes, `scale` says."""

import json
from collections.abc import Iterator

import pytest

from bot.domain.queue import Pile
from bot.slack.views.desk.look import CALLBACK
from bot.slack.views.desk.queue import PILE, PILES
from tests.slack.looking import home, open_home, top
from tests.slack.monday import counted, opened, turn
from tests.slack.rig import MONDAY, Rig, over_http
from tests.slack.scale import MANY, fill, main

#: What Slack takes of a view: blocks, and bytes.
MOST_BLOCKS, MOST_BYTES = 100, 250_000


@pytest.fixture(scope="module")
def campus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Rig]:
    """A desk with very many open needs."""
    with over_http(tmp_path_factory.mktemp("scale")) as rig:
        with rig.store.unit() as unit:
            fill(unit, MANY, MONDAY)
        yield rig
        assert rig.stage.final_checks() == []


def test_home_is_published_and_counts_them_all(campus: Rig) -> None:
    open_home(campus)

    assert counted(campus, "advisor")[Pile.ALL] == MANY
    assert len(home(campus)["blocks"]) <= MOST_BLOCKS
    assert len(json.dumps(home(campus)).encode()) < MOST_BYTES


def test_every_pile_is_shown_in_the_modal(campus: Rig) -> None:
    opened(campus, "advisor", lambda: campus.stage.slash("advisor", "bot", "/lotsen", "desk"))
    for pile in PILES:
        turn(campus, "advisor", f"{PILE}_{pile}")
        view = top(campus)

        assert view["callback_id"] == CALLBACK
        assert len(view["blocks"]) <= MOST_BLOCKS
        assert len(json.dumps(view).encode()) < MOST_BYTES


def test_the_command_tells_sizes_and_ratios(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--open", "60"]) == 0

    heading, columns, first, *_ = capsys.readouterr().out.splitlines()
    assert heading == "60 open needs, beside 50"
    assert columns.split() == ["blocks", "bytes", "ms", "ratio"]
    assert first.startswith("Home")
