from pathlib import Path

import pytest

from bot.desk.leave import KIND
from bot.roll_call import RollCall
from tests.stand_ins import Office


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def called(office: Office) -> int:
    with office.store.unit() as unit:
        return next(iter(unit.inbox.db.query("select count(*) as n from inbox where kind = ?", [KIND])))["n"]


def test_the_desk_looks_once_at_the_start_and_once_a_day(office: Office) -> None:
    roll_call = RollCall(office.desk)
    for hours in (0, 1, 24, 1, 24):
        office.clock.move(hours=hours)
        roll_call.call()

    assert called(office) == 3


def test_it_says_whether_it_had_the_desk_look(office: Office) -> None:
    roll_call = RollCall(office.desk)

    assert [roll_call.call(), roll_call.call()] == [True, False]


def test_each_start_has_it_look(office: Office) -> None:
    for _ in range(2):
        RollCall(office.desk).call()
        office.clock.move(minutes=1)

    assert called(office) == 2
