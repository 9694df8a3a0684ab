from pathlib import Path

import pytest

from bot.storage.sqlite import SqliteStore


@pytest.fixture
def store(tmp_path: Path) -> SqliteStore:
    return SqliteStore(tmp_path / "record.db")
