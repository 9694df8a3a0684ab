"""The fixed fusion on a catalogue that it has never seen, as `lotsen evaluate` tells it."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from bot.cli import main
from tests.cli.command import Lotsen

VALLEY = Path(__file__).parents[1] / "data" / "valley"
LOTSEN, SIGNAL = "Lotsen, fusion", " by itself"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of its own for what the command writes."""
    return tmp_path_factory.mktemp("evaluated")


@pytest.fixture(scope="module")
def valley(folder: Path) -> Iterator[None]:
    """The valley's catalogue, with labelled needs and nothing fitted."""
    home = folder / "valley"
    shutil.copytree(VALLEY, home)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.setenv("LOTSEN_CATALOGUE", str(home / "catalogue"))
        yield


@pytest.fixture(scope="module")
def told(valley: None, folder: Path) -> Result:  # noqa: ARG001 - the catalogue that is evaluated
    return CliRunner().invoke(main, ["evaluate", "--json", "--pictures", str(folder / "pictures")])


@pytest.fixture(scope="module")
def figures(told: Result) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(told.stdout)["apart"]
    return found


@pytest.mark.slow
def test_nothing_was_learned_so_every_need_is_kept_apart(told: Result) -> None:
    assert told.exit_code == 0
    assert list(json.loads(told.stdout)) == ["apart"]


@pytest.mark.slow
def test_the_fixed_fusion_does_not_lose_to_the_best_single_signal(figures: dict[str, Any]) -> None:
    depths = {method: quality["ndcg"]["value"] for method, quality in figures["languages"]["all"].items()}

    assert depths[LOTSEN] >= max(depth for method, depth in depths.items() if method.endswith(SIGNAL))


@pytest.mark.slow
def test_the_fixed_fusion_beats_what_anybody_would_try_first(figures: dict[str, Any]) -> None:
    depths = {method: quality["ndcg"]["value"] for method, quality in figures["languages"]["all"].items()}

    plain = ("TF-IDF (scikit-learn)", "BM25 (bm25s)", "SQLite FTS5", "bare encoder, mean vector")
    assert all(depths[LOTSEN] > depths[method] for method in plain)


@pytest.mark.slow
def test_the_fixed_fusion_answers_most_and_is_silent_where_nothing_fits(figures: dict[str, Any]) -> None:
    nothing = figures["confusion"]["nothing_fits"]

    assert figures["silence"]["all"]["answered"]["value"] > 0.8
    assert nothing["nothing_fits"] / sum(nothing.values()) > 0.7


@pytest.mark.slow
def test_pictures_lie_in_their_folder(told: Result, folder: Path) -> None:
    names = sorted(file.name for file in (folder / "pictures").iterdir())

    assert names == ["apart-confusion.png", "apart-methods.png", "apart-reliability.png"]
    assert "Drew 3 pictures" in told.stderr


@pytest.mark.slow
def test_the_tables_say_the_same_to_people(valley: None, folder: Path) -> None:  # noqa: ARG001 - what is evaluated
    printed = CliRunner().invoke(main, ["evaluate", str(folder / "valley" / "needs" / "valley.jsonl")]).stdout

    for words in ("SQLite FTS5", "By style of need", "nobody serves it: silent", "Surest mistakes"):
        assert words in printed


@pytest.mark.slow
def test_a_split_without_needs_is_named(valley: None) -> None:  # noqa: ARG001 - what is evaluated
    result = CliRunner().invoke(main, ["evaluate", "--split", "test"])

    assert result.exit_code == 1
    assert "wanted at least one with the split test" in result.stderr


@pytest.mark.slow
def test_there_is_nothing_to_switch_off_before_anything_is_fitted(valley: None) -> None:  # noqa: ARG001 - as above
    result = CliRunner().invoke(main, ["evaluate", "--ablation"])

    assert result.exit_code == 1
    assert "run lotsen fit first" in result.stderr


def test_a_file_that_is_not_there_is_named(lotsen: Lotsen) -> None:
    result = lotsen("evaluate", "nowhere.jsonl")

    assert result.exit_code == 2
    assert "nowhere.jsonl" in result.stderr
