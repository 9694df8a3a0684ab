"""Five thousand open needs: what advisors look at stays within Slack's limits. How long it takes, `scale` says."""

import json
from collections.abc import Iterator

import pytest

from bot.domain.queue import Pile
from bot.rehearsal.wire import Json
from bot.slack.views.desk.opening import SEARCH
from bot.slack.views.desk.queue import LATER, PILE, PILES
from tests.slack.looking import home, in_home, open_desk, open_home, top
from tests.slack.monday import counted, opened, turn
from tests.slack.rig import MONDAY, Rig, over_http
from tests.slack.scale import MANY, fill, main

#: What Slack takes of a view, and of a menu.
MOST_BLOCKS, MOST_BYTES, MOST_OPTIONS = 100, 250_000, 100


@pytest.fixture(scope="module")
def campus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Rig]:
    """A desk with very many open needs."""
    with over_http(tmp_path_factory.mktemp("scale")) as rig:
        with rig.store.unit() as unit:
            fill(unit, MANY, MONDAY)
        yield rig
        rig.stage.quiet(0.2)
        assert rig.stage.final_checks() == []


def fits(view: Json) -> bool:
    return len(view["blocks"]) <= MOST_BLOCKS and len(json.dumps(view).encode()) < MOST_BYTES


def test_home_is_published_and_counts_them_all(campus: Rig) -> None:
    open_home(campus)

    assert counted(campus, "advisor")[Pile.ALL] == MANY
    assert fits(home(campus))


def test_home_is_turned_page_by_page(campus: Rig) -> None:
    open_home(campus)
    in_home(campus, f"{PILE}_{Pile.ALL}")

    assert f"*All: 11–20 of {MANY} needs*" in in_home(campus, LATER)
    assert fits(home(campus))


def test_a_search_finds_the_newest(campus: Rig) -> None:
    open_desk(campus)

    options = campus.stage.suggest("advisor", SEARCH, "chair")["options"]
    assert options[0]["value"] == f"N{MANY}"
    assert len(options) <= MOST_OPTIONS


def test_every_pile_is_shown_in_the_modal(campus: Rig) -> None:
    opened(campus, "advisor", lambda: campus.stage.slash("advisor", "bot", "/lotsen", "desk"))
    for pile in PILES:
        turn(campus, "advisor", f"{PILE}_{pile}")
        assert fits(top(campus))


def test_the_command_tells_sizes_and_ratios(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--open", "60"]) == 0

    heading, columns, first, *_ = capsys.readouterr().out.splitlines()
    assert heading == "60 open needs, beside 50"
    assert columns.split() == ["blocks", "bytes", "ms", "ratio"]
    assert first.startswith("Home")
