"""The command as people call it, in a folder of its own."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot import wiring
from bot.cli import main
from bot.domain.catalogue import Catalogue
from bot.settings import Settings
from bot.variables import VARIABLES
from tests.cli.command import KILN, CountingMatcher, Lotsen


@pytest.fixture
def lotsen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Lotsen:
    """Runs a command in a folder of its own, with the small catalogue and an empty database."""
    for variable in VARIABLES:
        monkeypatch.delenv(variable.name, raising=False)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "catalogue").mkdir()
    (tmp_path / "catalogue" / "kiln.yaml").write_text(KILN, encoding="utf-8")
    monkeypatch.setenv("LOTSEN_CATALOGUE", "catalogue")

    def counting(_settings: Settings, catalogue: Catalogue) -> CountingMatcher:
        return CountingMatcher(catalogue.entries())

    monkeypatch.setattr(wiring, "build_matcher", counting)

    def run(*arguments: str, stdin: str | bytes | None = None) -> Result:
        return CliRunner().invoke(main, arguments, input=stdin)

    return run
