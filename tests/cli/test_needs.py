import csv
import json
import sqlite3
from contextlib import closing
from datetime import timedelta
from functools import cache
from io import StringIO
from pathlib import Path

import pytest

from bot.desk.correct import KIND as CORRECT
from bot.desk.correct import correcting
from bot.desk.enquire import ANSWER, answering
from bot.desk.enquire import KIND as ENQUIRE
from bot.desk.enquire import asking as enquiring
from bot.desk.erase import KIND as ERASE
from bot.desk.erase import erasing
from bot.desk.file import KIND as FILE
from bot.desk.file import filing
from bot.desk.notes import KIND as NOTE
from bot.desk.notes import noting
from bot.desk.triage import KIND as TRIAGE
from bot.desk.triage import merging, snoozing, taking
from bot.domain.people import Person
from bot.storage.ports import Json
from bot.storage.record import WORDS
from bot.storage.sqlite import SqliteStore
from tests.cli.command import Lotsen
from tests.play import Play
from tests.stand_ins import ADVISOR, CARVING, COMPANY, DRYING

STEERING = "moon \x1b[2J\x9b31m"
FORMULA = '=HYPERLINK("http://example.com")'


@cache
def office() -> Play:
    """A need with all that can be known of one, a day later one that nothing fits, and one that was only filed."""
    play = Play(None)
    play.asked(DRYING, company="Oak and Sons")
    play.happens(TRIAGE, taking("N1", ADVISOR))
    play.happens(NOTE, noting("N1", ADVISOR, "They hurry."))
    play.happens(ENQUIRE, enquiring("N1", ADVISOR, "How many trees?"))
    play.happens(ANSWER, answering("N1", COMPANY, "Forty."))
    play.happens(CORRECT, correcting("N1", ADVISOR, [CARVING, DRYING], "They carve, and do not dry."))
    play.later(days=1)
    play.asked(text=STEERING)
    play.happens(FILE, filing(ADVISOR, Person("T1", "UOTHERS"), FORMULA, "en"))
    return play


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """The file in which the command finds what happened in the office."""
    with closing(sqlite3.connect(tmp_path / "lotsen.db")) as record:
        office().store._connect().backup(record)
    return tmp_path / "lotsen.db"


@pytest.fixture
def recorded(lotsen: Lotsen, record: Path) -> Lotsen:
    assert record.exists()
    return lotsen


@pytest.fixture
def play(record: Path) -> Play:
    """The office at work on that record."""
    play = Play(store=SqliteStore(record))
    play.clock.at, play.written = office().clock.at, office().written
    return play


def listed(lotsen: Lotsen, *options: str) -> list[str]:
    return [need["id"] for need in json.loads(lotsen("needs", "list", "--json", *options).output)]


def table(lotsen: Lotsen, *options: str) -> list[Json]:
    """An export as it is read by a program that knows CSV."""
    return list(csv.DictReader(StringIO(lotsen("needs", "export", *options).output.removeprefix("\ufeff"), newline="")))


def test_a_record_without_needs_says_so(lotsen: Lotsen) -> None:
    assert lotsen("needs", "list").output == "No needs.\n"


def test_needs_are_a_table_with_who_has_them_and_what_happened_last(recorded: Lotsen) -> None:
    header, first, second, filed, *_ = recorded("needs", "list").output.splitlines()

    assert header.split() == ["Need", "State", "Advisor", "Asked", "(UTC)", "Last", "event", "at", "Promised", "Words"]
    assert first.split()[:5] == ["N1", "matched", ADVISOR, "2026-03-02", "09:00"]
    assert second.split()[:3] == ["N9", "unmatched", "-"]
    assert filed.split()[1:3] == ["filed", ADVISOR]


def test_what_somebody_pasted_does_not_steer_the_terminal(recorded: Lotsen) -> None:
    need = listed(recorded, "--state", "unmatched")[0]
    output = recorded("needs", "list").output + recorded("needs", "show", need).output

    assert "moon \N{REPLACEMENT CHARACTER}[2J" in output
    assert "\x1b" not in output
    assert "\x9b" not in output


def test_needs_are_filtered(lotsen: Lotsen, play: Play) -> None:
    first, second, filed = listed(lotsen)

    assert listed(lotsen, "--advisor", ADVISOR) == [first, filed]
    assert listed(lotsen, "--advisor", "nobody") == [second]
    assert listed(lotsen, "--state", "matched", "--open") == [first]
    assert listed(lotsen, "--since", "2026-03-03") == [second, filed]
    play.happens(TRIAGE, merging(second, ADVISOR, first))
    assert listed(lotsen, "--open") == [first, filed]
    assert listed(lotsen, "--state", "closed", "--open") == []


def test_a_case_is_shown_whole(recorded: Lotsen) -> None:
    shown = recorded("needs", "show", "n1").output

    assert shown.startswith("Need N1: matched. All times are in UTC.\n\nAsked\n  2026-03-02 09:00, by UCOMPANY of T1")
    for words in (
        "In its own words\n  oak",
        f"taken by {ADVISOR} since 2026-03-02 09:00",
        "joinery/drying (Drying of timber): strong, 90%",
        "promised by: 2026-03-04 09:00",
        "brief: We want to dry oak.",
        "shown as: Oak and Sons",
        "contact: UFIRST",
        "rings at 2026-03-04 09:00: promise",
        f"{ADVISOR}: How many trees?\n    2026-03-02 09:00: Forty.",
        "(not decided yet)\n    They carve, and do not dry.",
        f"For advisors only\n  2026-03-02 09:00 {ADVISOR}, note: They hurry.",
        "2026-03-02 09:00 approved N1/joinery/drying, by UCOMPANY",
    ):
        assert words in shown


def test_what_has_nothing_in_it_has_no_title(recorded: Lotsen) -> None:
    need = listed(recorded, "--state", "filed")[0]
    shown = recorded("needs", "show", need).output

    assert "written down by UADVISOR" in shown
    assert "Matches" not in shown
    assert "Introductions" not in shown


def test_snoozed_and_linked_needs_say_so(lotsen: Lotsen, play: Play) -> None:
    first, second, _ = listed(lotsen)
    play.happens(TRIAGE, snoozing(first, ADVISOR, (play.clock.at + timedelta(days=5)).date()))
    play.happens(TRIAGE, merging(second, ADVISOR, first))

    assert "snoozed until 2026-03-08" in lotsen("needs", "show", first).output
    assert f"Linked by an advisor\n  {second}, closed" in lotsen("needs", "show", first).output


def test_what_was_erased_is_shown_as_erased(lotsen: Lotsen, play: Play) -> None:
    play.happens(ERASE, erasing(COMPANY))

    assert "(erased)" in lotsen("needs", "list").output
    shown = lotsen("needs", "show", "N1").output
    assert "In its own words\n  (erased)" in shown
    assert not [words for words in ("Oak and Sons", "oak", "Forty", "hurry", COMPANY) if words in shown]


def test_a_need_that_is_not_there_is_one_clear_error(recorded: Lotsen) -> None:
    result = recorded("needs", "show", "N99")

    assert result.exit_code == 1
    assert result.stderr == "Error: there is no need N99; `lotsen needs list` shows what is\n"


def test_an_export_is_a_table_with_every_clock_and_state(recorded: Lotsen) -> None:
    first, second, _ = table(recorded)

    assert (first["need_id"], first["introduction_id"]) == ("N1", f"N1/{DRYING}")
    assert first["need_advisor"] == ADVISOR
    assert first["introduction_asked_at"].startswith("2026-03-02T09:00")
    assert first["introduction_clock_promise"] == first["introduction_due_at"]
    assert (second["need_state"], second["introduction_id"]) == ("unmatched", "")


def test_a_spreadsheet_takes_nothing_for_a_formula(recorded: Lotsen) -> None:
    assert table(recorded)[-1]["need_text"] == f"'{FORMULA}"


def test_an_export_for_programs_has_the_same_and_words_as_they_are(recorded: Lotsen) -> None:
    lines = [json.loads(line) for line in recorded("needs", "export", "--format", "jsonl").output.splitlines()]

    assert [list(line) for line in lines] == [list(row) for row in table(recorded)]
    assert (lines[-1]["need_text"], lines[-1]["introduction_id"]) == (FORMULA, None)


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_an_export_without_words_holds_none_of_companies_or_advisors(recorded: Lotsen, form: str) -> None:
    output = recorded("needs", "export", "--format", form, "--without-words").output

    assert "N1" in output
    assert not [words for words in ("oak", "Oak", "moon", "Forty", "hurry", "HYPERLINK") if words in output]


def test_an_export_of_nothing_has_its_columns(lotsen: Lotsen) -> None:
    assert "need_id,need_number,need_state" in lotsen("needs", "export").output
    assert lotsen("needs", "export", "--format", "jsonl").output == ""


def test_an_export_is_written_to_a_file_as_it_is_printed(recorded: Lotsen) -> None:
    result = recorded("needs", "export", "--to", "needs.csv")

    assert result.output == ""
    assert Path("needs.csv").read_bytes() == recorded("needs", "export").stdout_bytes


def test_the_help_names_the_columns_that_hold_words(lotsen: Lotsen) -> None:
    said = " ".join(lotsen("needs", "export", "--help").output.split())

    assert [column for column in WORDS if column not in said] == []
