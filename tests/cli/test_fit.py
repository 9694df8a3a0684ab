import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli import main

VALLEY = Path(__file__).parents[1] / "data" / "valley"
# Words that the valley's own texts do not have, so that only labels tell whose they are.
HABITS = {
    "soil-house/soil-analysis": "zarvik",
    "glasshouse/irrigation": "ombreli",
    "field-wing/machine-yard": "quistak",
    "dairy/drying": "yolfern",
    "tasting-hall/shoppers": "drusp",
}
OCCASIONS = ("spring", "the fair", "two weeks", "a customer", "our stall", "next year", "export", "school", "winter")

pytestmark = pytest.mark.slow


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The valley, in a folder where a fusion can be written."""
    shutil.copytree(VALLEY, tmp_path / "valley")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LOTSEN_CATALOGUE", str(tmp_path / "valley" / "catalogue"))
    return tmp_path / "valley"


def fit() -> Result:
    return CliRunner().invoke(main, ["fit"])


def write_needs(home: Path) -> None:
    asked = [(service, f"{word} for {occasion}") for service, word in HABITS.items() for occasion in OCCASIONS]
    rows = [
        {"id": f"h{n}", "language": "en", "style": ["plain"], "need": need, "outcome": "matches", "relevant": {s: 3}}
        for n, (s, need) in enumerate(asked)
    ]
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    (home / "needs" / "valley.jsonl").write_text(lines, encoding="utf-8")


def mix_up_labels(home: Path) -> None:
    """Each need that somebody serves gets the label of another, so that there is nothing to learn."""
    file = home / "needs" / "valley.jsonl"
    rows = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    served = [row for row in rows if row["outcome"] == "matches"]
    labels = [row["relevant"] for row in served]
    for number, row in enumerate(served):
        # Neighbours in the file are much alike; a stride keeps them from sharing a strange label too.
        row["relevant"] = labels[number * 7 % len(labels)]
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def test_what_is_not_shown_to_be_better_is_refused_and_nothing_is_written(home: Path) -> None:
    mix_up_labels(home)

    result = fit()

    assert result.exit_code == 1
    assert "Not kept: cross-validation does not show it to be better than the fixed fusion" in result.stdout
    assert not (home / "fusion.json").exists()


def test_what_labels_teach_is_written_and_the_same_again(home: Path) -> None:
    write_needs(home)

    first, written = fit(), (home / "fusion.json").read_bytes()
    second = fit()

    assert (first.exit_code, second.exit_code) == (0, 0)
    assert "Kept: cross-validation shows it to be better" in first.stdout
    assert "in use" in second.stdout
    assert (home / "fusion.json").read_bytes() == written


def test_without_labelled_needs_there_is_nothing_to_fit(home: Path) -> None:
    shutil.rmtree(home / "needs")

    result = fit()

    assert result.exit_code == 1
    assert "found 0 labelled needs that somebody serves, wanted at least 20" in result.stderr
