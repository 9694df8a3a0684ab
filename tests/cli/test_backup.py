from pathlib import Path

import pytest

from bot.running import alone_with
from bot.settings import Settings, environment
from bot.wiring import open_store
from tests.cli.command import Lotsen
from tests.stand_ins import a_need

DATABASE = Path("lotsen.db")


@pytest.fixture
def recorded(lotsen: Lotsen) -> Lotsen:
    """The command, with one need on record."""
    add("N1")
    return lotsen


def add(need: str) -> None:
    with open_store(Settings.from_environment(environment())).unit() as unit:
        unit.needs.add(a_need(need))


def needs() -> list[str]:
    with open_store(Settings.from_environment(environment())).unit() as unit:
        return [need.id for need in unit.needs.of_asker(a_need().asker.user)]


def copies(folder: str = "backups") -> list[Path]:
    return sorted(Path(folder).glob("lotsen-*.db"))


def test_a_backup_is_written_while_the_bot_runs(recorded: Lotsen) -> None:
    with alone_with(DATABASE):
        result = recorded("backup")

    (copy,) = copies()
    assert result.output == f"Wrote {copy}, and checked it.\n"


def test_another_folder_and_how_many_are_kept_can_be_set(recorded: Lotsen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOTSEN_BACKUPS", "1")
    monkeypatch.setenv("LOTSEN_BACKUP_FOLDER", "copies")
    old = Path("copies/lotsen-20200101T000000Z.db")
    old.parent.mkdir()
    old.touch()

    recorded("backup")
    recorded("backup", "--to", "stick")

    assert (len(copies("copies")), old.exists(), len(copies("stick"))) == (1, False, 1)


def test_without_a_database_there_is_nothing_to_copy_and_none_is_made(lotsen: Lotsen) -> None:
    result = lotsen("backup")

    assert result.exit_code == 1
    assert result.stderr == "Error: lotsen.db cannot be copied: unable to open database file\n"
    assert not DATABASE.exists()


def test_a_restored_record_is_as_it_was_and_what_it_replaces_is_kept(recorded: Lotsen) -> None:
    recorded("backup")
    add("N2")

    result = recorded("restore", str(copies()[0]))

    assert needs() == ["N1"]
    (kept,) = Path().glob("lotsen.replaced-*.db")
    assert f"What it was before is kept in {kept}" in result.output
    assert "has to be erased again" in result.output


def test_where_nothing_was_nothing_is_kept(recorded: Lotsen) -> None:
    recorded("backup")
    DATABASE.unlink()

    assert "kept" not in recorded("restore", str(copies()[0])).output
    assert needs() == ["N1"]


def test_nothing_is_restored_while_the_bot_runs(recorded: Lotsen) -> None:
    recorded("backup")
    add("N2")

    with alone_with(DATABASE):
        result = recorded("restore", str(copies()[0]))

    assert (result.exit_code, needs()) == (1, ["N1", "N2"])
    assert "another bot works on" in result.stderr
    assert "stop it first" in result.stderr


def test_a_file_that_is_no_record_is_refused(recorded: Lotsen) -> None:
    Path("diary.db").write_text("Dear diary, " * 100)

    result = recorded("restore", "diary.db")

    assert result.stderr == "Error: diary.db cannot be copied: file is not a database\n"
    assert needs() == ["N1"]
