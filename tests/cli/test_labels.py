import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.catalogue_files import read_catalogue
from bot.cli import main
from bot.domain.correction import Correction
from bot.settings import Settings, environment
from bot.wiring import open_store
from matcher.knowledge import read_labels
from tests.cli.command import Lotsen
from tests.stand_ins import ADVISOR, MORNING, a_need

VALLEY = Path(__file__).parents[1] / "data" / "valley"
#: Words that the valley's own texts do not have, so that only labels tell whose they are.
HABITS = {
    "soil-house/soil-analysis": "zarvik",
    "glasshouse/irrigation": "ombreli",
    "field-wing/machine-yard": "quistak",
    "dairy/drying": "yolfern",
    "tasting-hall/shoppers": "drusp",
}
OCCASIONS = ("spring", "the fair", "two weeks", "a customer", "our stall", "next year", "export", "school", "winter")


def corrected(need: str, text: str, *entries: str, approved: bool = True) -> None:
    """Put a need on record, with what an advisor made of its matches."""
    with open_store(Settings.from_environment(environment())).unit() as unit:
        unit.needs.add(a_need(need, text=text))
        reason = "They told us so."
        correction = Correction(f"{need}/1", need, ADVISOR, MORNING, ("a/b",), entries, reason, approved=approved)
        unit.corrections.add(correction)


def test_approved_corrections_are_written_as_labelled_needs(lotsen: Lotsen) -> None:
    corrected("N1", "our pots\u2028crack, write to orders@example.com", "kiln/firing", "kiln/glazing")
    corrected("N2", "cups", "kiln/glazing", approved=False)

    result = lotsen("labels", "export", "--to", "ours.jsonl")

    (need,) = read_labels(Path("ours.jsonl"), read_catalogue(Path("catalogue")).entry_ids)
    assert (need.id, need.relevant) == ("N1", {"kiln/firing": 3, "kiln/glazing": 2})
    assert "orders@example.com" not in need.need
    assert result.stderr == "1 approved correction.\n"


def test_without_a_file_they_are_printed(lotsen: Lotsen) -> None:
    corrected("N1", "our pots crack", "kiln/firing")

    assert json.loads(lotsen("labels", "export").stdout)["need"] == "our pots crack"


def test_nothing_approved_is_nothing_written(lotsen: Lotsen) -> None:
    result = lotsen("labels", "export")

    assert (result.stdout, result.stderr, result.exit_code) == ("", "0 approved corrections.\n", 0)


@pytest.mark.slow
def test_what_advisors_corrected_is_scored_and_learned_from(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = shutil.copytree(VALLEY, tmp_path / "valley")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LOTSEN_CATALOGUE", str(home / "catalogue"))
    asked = [(service, f"{word} for {occasion}") for service, word in HABITS.items() for occasion in OCCASIONS]
    for number, (service, text) in enumerate(asked):
        corrected(f"N{number}", text, service)

    def run(*arguments: str) -> str:
        result = CliRunner().invoke(main, arguments)
        assert result.exit_code == 0, result.output
        return result.stdout

    run("labels", "export", "--to", "ours.jsonl")
    scored = json.loads(run("evaluate", "ours.jsonl", "--json"))
    shutil.move("ours.jsonl", home / "needs" / "valley.jsonl")
    fitted = run("fit")

    assert list(scored) == ["apart"]
    assert f"{len(asked)} labelled needs" in fitted
    assert "Kept: cross-validation shows it to be better" in fitted
