import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli import main
from bot.doctor import local
from bot.doctor.examination import examine
from bot.doctor.finding import Finding
from bot.doctor.workspace import examine_workspace
from bot.domain.catalogue import Catalogue
from bot.rehearsal import Stage
from bot.settings import BotSettings, Settings
from bot.shipped import shipped
from bot.slack.manifest import SCOPES
from bot.storage.backup import Backups
from bot.storage.sqlite import SqliteStore
from matcher.encoders import ModelUnavailable
from matcher.fusion import FusionInvalid
from matcher.labels import LabelsInvalid
from matcher.models import CacheUnavailable
from tests.cli.command import KILN, CountingMatcher
from tests.stand_ins import MORNING

MANIFEST = json.loads(shipped("manifest.json").read_text(encoding="utf-8"))


@pytest.fixture
def stage() -> Iterator[Stage]:
    with Stage(manifest=MANIFEST) as stage:
        yield stage


@pytest.fixture
def surroundings(tmp_path: Path, stage: Stage, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """An installation in which all is well."""
    (tmp_path / "catalogue").mkdir()
    (tmp_path / "catalogue" / "kiln.yaml").write_text(KILN, encoding="utf-8")

    def counting(_settings: Settings, catalogue: Catalogue) -> CountingMatcher:
        return CountingMatcher(catalogue.entries())

    monkeypatch.setattr(local, "build_matcher", counting)
    return {
        **stage.env(),
        "LOTSEN_DATABASE": str(tmp_path / "lotsen.db"),
        "LOTSEN_CATALOGUE": str(tmp_path / "catalogue"),
        "LOTSEN_ADVISOR_CHANNEL": "C0ADVISE",
    }


def faults(surroundings: Mapping[str, str]) -> dict[str, Finding]:
    return {finding.about: finding for finding in examine(surroundings) if not finding.well}


def workspace(stage: Stage, **more: str) -> dict[str, Finding]:
    given = {**stage.env(), "LOTSEN_ADVISOR_CHANNEL": "C0ADVISE", **more}
    settings = BotSettings.from_environment(given).slack
    return {finding.about: finding for finding in examine_workspace(settings, SCOPES)}


def test_an_installation_in_which_all_is_well_has_no_fault(surroundings: dict[str, str]) -> None:
    findings = [finding.about for finding in examine(surroundings)]

    assert faults(surroundings) == {}
    assert findings == [
        "settings", "catalogue", "database", "backups", "model",
        "bot token", "scopes", "advisor channel", "app token",
    ]  # fmt: skip


def test_faults_of_settings_do_not_stop_the_rest_of_the_examination(surroundings: dict[str, str]) -> None:
    del surroundings["SLACK_BOT_TOKEN"]

    findings = list(examine(surroundings))

    assert findings[0].words == "SLACK_BOT_TOKEN: found nothing"
    assert [finding.about for finding in findings[1:]] == ["catalogue", "database", "backups", "model"]


def test_without_usable_local_settings_nothing_else_can_be_examined(surroundings: dict[str, str]) -> None:
    surroundings["LOTSEN_LOG_LEVEL"] = "loud"

    assert [finding.about for finding in examine(surroundings)] == ["settings"]


def test_a_catalogue_with_problems_leads_to_the_command_that_names_them(surroundings: dict[str, str]) -> None:
    (Path(surroundings["LOTSEN_CATALOGUE"]) / "kiln.yaml").write_text("id: kiln\n", encoding="utf-8")

    found = faults(surroundings)["catalogue"]

    assert "8 problems in" in found.words
    assert "lotsen catalogue check" in found.advice


def test_a_model_that_cannot_be_loaded_is_told_in_its_own_words(
    surroundings: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def unavailable(*_: object) -> None:
        raise ModelUnavailable("no model is called moon")

    monkeypatch.setattr(local, "build_matcher", unavailable)

    assert faults(surroundings)["model"].words == "no model is called moon"


def test_labelled_needs_that_cannot_be_read_are_told_by_the_first(
    surroundings: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreadable(*_: object) -> None:
        raise LabelsInvalid(["english.jsonl: line 3", "english.jsonl: line 9"])

    monkeypatch.setattr(local, "build_matcher", unreadable)

    assert faults(surroundings)["model"] == Finding("model", "2 labelled needs cannot be read", "english.jsonl: line 3")


@pytest.mark.parametrize(
    ("error", "words", "advice"),
    [
        (CacheUnavailable("found a file"), "found a file", "LOTSEN_CACHE"),
        (FusionInvalid("fusion.json: found nothing"), "its fusion cannot be read", "fusion.json: found nothing"),
    ],
)
def test_what_lies_beside_the_model_and_cannot_be_used_is_told(
    error: Exception, words: str, advice: str, surroundings: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def unusable(*_: object) -> None:
        raise error

    monkeypatch.setattr(local, "build_matcher", unusable)

    found = faults(surroundings)["model"]
    assert found.words == words
    assert advice in found.advice


def test_a_database_of_today_is_well_and_stays_untouched(tmp_path: Path) -> None:
    path = tmp_path / "lotsen.db"
    SqliteStore(path)

    assert local.database(path).well


def test_a_database_that_lacks_a_step_is_named_with_the_step(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("create table needs (id text)")

    found = local.database(path)

    assert "m001_needs" in found.words
    assert "back it up" in found.advice


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear all, this is no database at all." * 100, encoding="utf-8")

    assert "not a database" in local.database(path).words


def test_a_database_that_is_not_there_yet_needs_a_folder_it_can_be_made_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = tmp_path / "deeper" / "lotsen.db"
    well = local.database(new)
    monkeypatch.setattr("os.access", lambda *_: False)
    ill = local.database(new)

    assert (well.well, ill.well) == (True, False)
    assert not new.parent.exists()


@pytest.mark.parametrize(("hours", "well"), [(None, True), (30, True), (31, False)])
def test_a_backup_that_is_older_than_a_day_is_named(tmp_path: Path, hours: int | None, *, well: bool) -> None:
    backups = Backups(SqliteStore(tmp_path / "lotsen.db").path, tmp_path / "backups", kept=1)
    if hours is not None:
        backups.make(MORNING - timedelta(hours=hours))

    assert local.backups(backups, MORNING).well == well


def test_a_token_that_slack_does_not_know_ends_the_examination_of_the_workspace(stage: Stage) -> None:
    found = workspace(stage, SLACK_BOT_TOKEN="xoxb-unknown")

    assert found["bot token"].words == "Slack says invalid_auth"
    assert "advisor channel" not in found


def test_scopes_that_the_manifest_asks_for_and_slack_did_not_grant_are_named(stage: Stage) -> None:
    settings = BotSettings.from_environment({**stage.env(), "LOTSEN_ADVISOR_CHANNEL": "C0ADVISE"}).slack

    found = {f.about: f for f in examine_workspace(settings, {**SCOPES, "files:write": "to send a letter"})}["scopes"]

    assert found.words == "lacks files:write (to send a letter)"
    assert "install the app" in found.advice


@pytest.mark.parametrize(
    ("channel", "words"),
    [
        ("C0NEEDS", "C0NEEDS cannot be read with the manifest's scopes: it is public"),
        ("C0NOWHERE", "Slack says channel_not_found"),
    ],
)
def test_an_advisor_channel_that_will_not_do_is_named(stage: Stage, channel: str, words: str) -> None:
    assert workspace(stage, LOTSEN_ADVISOR_CHANNEL=channel)["advisor channel"].words == words


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"archived": True}, "Slack says is_archived"),
        ({"shared": True}, "#advisors is shared with another workspace"),
        ({"private": False}, "#advisors is public"),
        ({"members": []}, "Slack says channel_not_found"),
    ],
)
def test_a_channel_that_can_be_read_may_still_not_do(change: dict[str, object], words: str) -> None:
    with Stage() as stage:
        vars(stage.slack.channels["C0ADVISE"]).update(change)

        assert workspace(stage)["advisor channel"].words == words


def test_an_app_token_that_is_none_is_told(stage: Stage) -> None:
    found = workspace(stage, SLACK_APP_TOKEN="xapp-unknown")["app token"]

    assert found.words == "Slack says invalid_auth"
    assert found.advice


def test_signed_http_needs_no_app_token(stage: Stage) -> None:
    assert "app token" not in workspace(stage, SLACK_MODE="http", SLACK_APP_TOKEN="")


def test_a_slack_that_cannot_be_reached_is_told(stage: Stage) -> None:
    found = workspace(stage, SLACK_API_URL="http://127.0.0.1:9/api/")

    assert found["bot token"].words.startswith("Slack cannot be reached")
    assert "SLACK_API_URL" in found["app token"].advice


def test_an_error_nobody_foresaw_leads_to_slacks_own_pages(stage: Stage) -> None:
    stage.fault("auth.test", error="fatal_error")

    assert workspace(stage)["bot token"].advice == "look fatal_error up on docs.slack.dev"


def test_the_command_prints_what_to_do_and_exits_with_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("bot.settings.environment", lambda: {"LOTSEN_CATALOGUE": "nowhere", "PORT": "x"})

    result = CliRunner().invoke(main, ["doctor"])

    assert result.exit_code == 1
    assert "fault  settings: PORT: found 'x'\n       → wanted: a port number, 1 to 65535" in result.output


def test_the_command_says_what_comes_next_when_all_is_well(
    surroundings: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.settings.environment", lambda: surroundings)

    result = CliRunner().invoke(main, ["doctor"])

    assert result.exit_code == 0
    assert result.output.rstrip().endswith("All is well: `lotsen run` starts the bot.")
