from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.clock import Rules, Weekly
from bot.domain.working_time import WorkingTime
from bot.settings import BotSettings, Settings, SettingsInvalid, environment
from bot.variables import ADVISOR_CHANNEL, BOT_TOKEN, LOCAL, RULES, SLACK, VARIABLES, Variable

SOCKET = {
    "LOTSEN_ADVISOR_CHANNEL": "C0ADVISE",
    "SLACK_BOT_TOKEN": "xoxb-of-a-test",
    "SLACK_APP_TOKEN": "xapp-of-a-test",
}

REQUIRED = (ADVISOR_CHANNEL, BOT_TOKEN)


def faults(given: dict[str, str]) -> dict[str, str]:
    with pytest.raises(SettingsInvalid) as caught:
        BotSettings.from_environment(given)
    return {fault.variable: str(fault) for fault in caught.value.faults}


def test_an_empty_environment_is_enough_for_everything_but_slack() -> None:
    settings = Settings.from_environment({})

    assert (settings.model, settings.database) == ("default", Path("lotsen.db"))
    assert settings.catalogue.parts[-2:] == ("data", "catalogue")


def test_values_are_read_as_what_they_mean() -> None:
    settings = BotSettings.from_environment({**SOCKET, "PORT": " 8080 ", "SLACK_API_URL": "http://127.0.0.1:9/api"})

    assert settings.slack.port == 8080
    assert settings.slack.api_url == "http://127.0.0.1:9/api/"


def test_what_the_campus_promises_can_be_set() -> None:
    days = {"LOTSEN_PROMISE_DAYS": "3", "LOTSEN_CHECK_BACK_DAYS": "10", "LOTSEN_STUCK_DAYS": "4"}
    hours = {"LOTSEN_HOURS": "mon-thu 08:00-16:00", "LOTSEN_TIME_ZONE": "Europe/Oslo", "LOTSEN_COUNTRY": "NO"}
    settings = BotSettings.from_environment({**SOCKET, **days, **hours})

    assert settings.rules == Rules(3, 10, 4, WorkingTime.parse("mon-thu 08:00-16:00", zone="Europe/Oslo", country="NO"))


def test_without_a_word_it_promises_two_days_of_a_swedish_campus() -> None:
    assert BotSettings.from_environment(SOCKET).rules == Rules(2, 5, 5, WorkingTime())


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("LOTSEN_PROMISE_DAYS", "0"),
        ("LOTSEN_PROMISE_DAYS", "two"),
        ("LOTSEN_CHECK_BACK_DAYS", "61"),
        ("LOTSEN_STUCK_DAYS", "0"),
        ("LOTSEN_BACKUPS", "0"),
        ("LOTSEN_DIGEST_DAY", "mon"),
        ("LOTSEN_DIGEST_HOUR", "24"),
        ("LOTSEN_DIGEST_HOUR", "-1"),
        ("LOTSEN_DIGEST_HOUR", "8:30"),
        ("LOTSEN_HOURS", "nine to five"),
        ("LOTSEN_TIME_ZONE", "Flemingsberg"),
        ("LOTSEN_COUNTRY", "Sweden"),
    ],
)
def test_a_promise_that_cannot_be_kept_is_a_fault(variable: str, value: str) -> None:
    assert variable in faults({**SOCKET, variable: value})


@pytest.mark.parametrize(
    ("day", "hour", "digest"),
    [
        ("Sunday", "0", Weekly(6, 0)),
        ("monday", "08", Weekly()),
        ("wednesday", "23", Weekly(2, 23)),
        ("never", "8", None),
    ],
)
def test_the_digest_has_its_day_and_hour_or_never_comes(day: str, hour: str, digest: Weekly | None) -> None:
    settings = BotSettings.from_environment({**SOCKET, "LOTSEN_DIGEST_DAY": day, "LOTSEN_DIGEST_HOUR": hour})

    assert settings.rules.digest == digest


def test_a_path_may_start_in_the_home_folder() -> None:
    settings = Settings.from_environment({"LOTSEN_DATABASE": "~/lotsen.db"})

    assert settings.database == Path.home() / "lotsen.db"


def test_copies_lie_beside_the_database_unless_said_otherwise() -> None:
    beside = Settings.from_environment({"LOTSEN_DATABASE": "/srv/record.db"})
    said = Settings.from_environment({"LOTSEN_BACKUP_FOLDER": "/mnt/copies", "LOTSEN_BACKUPS": "3"})

    assert (beside.backup_folder, beside.backups) == (Path("/srv/backups"), 14)
    assert (said.backup_folder, said.backups) == (Path("/mnt/copies"), 3)


def test_a_home_folder_of_nobody_is_a_fault() -> None:
    with pytest.raises(SettingsInvalid, match="LOTSEN_CACHE: found '~nobody-at-all/x', wanted the path of a folder"):
        Settings.from_environment({"LOTSEN_CACHE": "~nobody-at-all/x"})


def test_all_faults_come_together_each_with_what_was_found_and_what_is_wanted() -> None:
    found = faults({"SLACK_MODE": "sockets", "PORT": "0", "LOTSEN_LOG_LEVEL": "loud", "LOTSEN_ADVISOR_CHANNEL": "#us"})

    assert set(found) >= {"SLACK_MODE", "PORT", "LOTSEN_LOG_LEVEL", "LOTSEN_ADVISOR_CHANNEL", "SLACK_BOT_TOKEN"}
    assert found["SLACK_MODE"] == "SLACK_MODE: found 'sockets', wanted socket or http"


def test_a_setting_of_slack_does_not_stop_a_command_that_needs_no_slack() -> None:
    assert Settings.from_environment({"SLACK_MODE": "sockets", "PORT": "no"}).model == "default"


@pytest.mark.parametrize(("mode", "wanted"), [("socket", "SLACK_APP_TOKEN"), ("http", "SLACK_SIGNING_SECRET")])
def test_each_mode_asks_for_its_own_secret_only(mode: str, wanted: str) -> None:
    given = {"LOTSEN_ADVISOR_CHANNEL": "C0ADVISE", "SLACK_BOT_TOKEN": "xoxb-of-a-test", "SLACK_MODE": mode}

    assert set(faults(given)) == {wanted}


@pytest.mark.parametrize("variable", [v for v in VARIABLES if v.secret], ids=lambda v: v.name)
def test_a_faulty_secret_is_not_quoted(variable: Variable[str]) -> None:
    assert "hush hush" not in faults({**SOCKET, "SLACK_MODE": "http", variable.name: "hush hush"})[variable.name]


def test_a_token_in_the_wrong_variable_is_not_quoted_either() -> None:
    assert "xoxb" not in faults({**SOCKET, "LOTSEN_ADVISOR_CHANNEL": "xoxb-of-a-test"})["LOTSEN_ADVISOR_CHANNEL"]


def test_secrets_do_not_appear_when_settings_are_printed() -> None:
    settings = BotSettings.from_environment({**SOCKET, "SLACK_SIGNING_SECRET": "hush"})

    assert not any(secret in repr(settings) for secret in ("xoxb-of-a-test", "xapp-of-a-test", "hush"))


def test_refuses_the_pair_of_variables_that_would_replace_the_bot_token() -> None:
    one = BotSettings.from_environment({**SOCKET, "SLACK_CLIENT_ID": "1"})
    both = faults({**SOCKET, "SLACK_CLIENT_ID": "1", "SLACK_CLIENT_SECRET": "2"})

    assert one.slack.mode == "socket"
    assert "SLACK_CLIENT_ID and SLACK_CLIENT_SECRET" in both


def test_the_process_has_the_last_word_over_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".env").write_text("LOTSEN_MODEL=from-file\nLOTSEN_LOG_LEVEL=DEBUG\n", encoding="utf-8")
    monkeypatch.setenv("LOTSEN_MODEL", "from-process")
    monkeypatch.setenv("LOTSEN_LOG_LEVEL", " ")

    read = environment(tmp_path)

    assert (read["LOTSEN_MODEL"], read["LOTSEN_LOG_LEVEL"]) == ("from-process", "DEBUG")


def test_a_file_that_is_no_text_is_a_fault_with_its_line(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"LOTSEN_MODEL=default\nLOTSEN_CACHE=caf\xe9\n")

    with pytest.raises(SettingsInvalid, match=r"^\.env line 2: found the byte 0xe9, wanted text in UTF-8$"):
        environment(tmp_path)


def test_a_signature_before_the_first_line_is_no_part_of_its_name(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("LOTSEN_LOG_LEVEL=DEBUG\n", encoding="utf-8-sig")

    assert environment(tmp_path)["LOTSEN_LOG_LEVEL"] == "DEBUG"


def test_no_file_is_no_fault(tmp_path: Path) -> None:
    assert "LOTSEN_MODEL" not in environment(tmp_path)


def test_every_variable_is_local_or_a_promise_or_of_slack() -> None:
    assert len({v.name for v in VARIABLES}) == len(LOCAL) + len(RULES) + len(SLACK)


@given(st.fixed_dictionaries({}, optional={v.name: st.text() for v in VARIABLES if v not in REQUIRED}))
def test_any_text_is_either_taken_or_named_as_a_fault_with_the_required_ones(texts: dict[str, str]) -> None:
    named = faults(texts)

    assert {v.name for v in REQUIRED} <= set(named) <= {v.name for v in VARIABLES}
