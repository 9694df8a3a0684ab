import logging
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.nightly import Nightly
from bot.storage.backup import Backups
from tests.stand_ins import Clock, Office

CAMPUS = ZoneInfo("Europe/Stockholm")
EVENING = datetime(2026, 3, 2, 20, 0, tzinfo=CAMPUS)


@pytest.fixture
def clock() -> Clock:
    clock = Clock()
    clock.at = EVENING
    return clock


@pytest.fixture
def backups(tmp_path: Path) -> Backups:
    return Backups(Office(tmp_path).store.path, tmp_path / "backups", kept=99)


def passed(backups: Backups, clock: Clock, nightly: Nightly | None = None, **step: float) -> list[bool]:
    """What comes of looking every quarter of an hour for some time, by a bot that has just started if none is given."""
    running = nightly or Nightly(backups, CAMPUS, clock)
    until, made = clock.at + timedelta(**step), []
    while clock.at <= until:
        made.append(running.back_up())
        clock.move(minutes=15)
    return made


def taken(backups: Backups) -> list[str]:
    return [file.name[15:-6] for file in sorted(backups.folder.iterdir())]


def test_there_is_one_a_day_at_three_on_the_campus(backups: Backups, clock: Clock) -> None:
    made = passed(backups, clock, days=3)

    assert taken(backups) == ["T1900", "T0200", "T0200", "T0200"]
    assert made.count(True) == 4


def test_a_restart_makes_no_second_one(backups: Backups, clock: Clock) -> None:
    for _ in range(12):
        passed(backups, clock, hours=1)

    assert taken(backups) == ["T1900", "T0200"]


def test_what_was_missed_while_the_bot_was_down_is_made_up_for_at_once(backups: Backups, clock: Clock) -> None:
    passed(backups, clock, hours=1)
    clock.move(hours=14)
    passed(backups, clock, hours=1)

    assert taken(backups) == ["T1900", "T1015"]


@pytest.mark.parametrize("sunday", [datetime(2026, 3, 29, tzinfo=CAMPUS), datetime(2026, 10, 25, tzinfo=CAMPUS)])
def test_a_day_on_which_the_clocks_change_has_one_too(backups: Backups, clock: Clock, sunday: datetime) -> None:
    clock.at = (sunday - timedelta(hours=12)).astimezone(ZoneInfo("UTC"))
    passed(backups, clock, days=2)

    assert len(taken(backups)) == 3


def test_a_fault_is_told_and_tried_again_after_an_hour(
    backups: Backups, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    backups.folder.write_text("in the way")
    nightly = Nightly(backups, CAMPUS, clock)
    with caplog.at_level(logging.ERROR):
        passed(backups, clock, nightly, minutes=45)
    assert [record.message for record in caplog.records] == ["NO BACKUP: the record could not be copied"]

    backups.folder.unlink()
    assert passed(backups, clock, nightly, minutes=0) == [True]
