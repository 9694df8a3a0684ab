from pathlib import Path

import pytest

from matcher.writing import whole


def test_a_file_is_there_when_it_is_whole(tmp_path: Path) -> None:
    file = tmp_path / "new" / "file.txt"

    with whole(file) as unfinished:
        unfinished.write_text("half")
        assert not file.exists()
        unfinished.write_text("whole")

    assert file.read_text() == "whole"


def test_a_failure_leaves_what_was_there_before(tmp_path: Path) -> None:
    file = tmp_path / "file.txt"
    file.write_text("before")

    def fail_half_way() -> None:
        with whole(file) as unfinished:
            unfinished.write_text("half")
            raise KeyError

    with pytest.raises(KeyError):
        fail_half_way()

    assert [(f.name, f.read_text()) for f in tmp_path.iterdir()] == [("file.txt", "before")]


def test_two_who_write_at_once_are_not_in_each_others_way(tmp_path: Path) -> None:
    file = tmp_path / "file.txt"

    with whole(file) as first, whole(file) as second:
        first.write_text("first")
        second.write_text("second")

    assert file.read_text() == "first"
