import gc
import json
import socket
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot import wiring
from bot.desk import leave
from bot.domain.catalogue import Catalogue
from bot.domain.people import Contact
from bot.rehearsal import Stage
from bot.settings import BotSettings, Settings
from bot.shipped import shipped
from bot.slack.app import EVENTS_PATH, CannotListen
from bot.slack.views.match import INTRODUCE
from bot.slack.views.request import YES
from tests.cli.command import KILN, CountingMatcher
from tests.patience import PATIENT

#: A moment at which the campus is open.
MONDAY = datetime(2024, 3, 4, 9, 0, tzinfo=UTC)
Connect = Callable[..., BotSettings]
MANIFEST = json.loads(shipped("manifest.json").read_text(encoding="utf-8"))


class Speaking(CountingMatcher):
    def language_of(self, _text: str, _hint: object = None) -> str:
        return "en"


@pytest.fixture(autouse=True)
def quick_matcher(monkeypatch: pytest.MonkeyPatch) -> None:
    def speaking(_settings: Settings, catalogue: Catalogue) -> Speaking:
        return Speaking(catalogue.entries())

    monkeypatch.setattr(wiring, "build_matcher", speaking)


@pytest.fixture
def stage() -> Iterator[Stage]:
    with Stage(manifest=MANIFEST, **PATIENT) as stage:
        yield stage


@pytest.fixture
def connect(tmp_path: Path) -> Connect:
    """Settings for a bot on a stage, with the small catalogue of kilns."""
    (tmp_path / "catalogue").mkdir()
    (tmp_path / "catalogue" / "kiln.yaml").write_text(KILN, encoding="utf-8")
    own = {
        "LOTSEN_DATABASE": str(tmp_path / "lotsen.db"),
        "LOTSEN_CATALOGUE": str(tmp_path / "catalogue"),
        "LOTSEN_ADVISOR_CHANNEL": "C0ADVISE",
        "LOTSEN_DIGEST_DAY": "never",
    }

    def settings(stage: Stage, **more: str) -> BotSettings:
        return BotSettings.from_environment({**stage.env(), **own, **more})

    return settings


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def introduced(stage: Stage, settings: BotSettings) -> list[str]:
    """A company asks and is introduced; the breaches of Slack's rules on the way."""
    with wiring.open_store(settings.local).unit() as unit:
        unit.contacts.link(Contact("kiln/master", slack="U0EXPERT"))
    with wiring.build_bot(settings, now=lambda: MONDAY):
        stage.say("company", "needs", "<@U0BOT> firing of large pots")
        stage.click("company", INTRODUCE, stage.expect("", channel="needs", has=INTRODUCE))
        stage.until(lambda: stage.submit("company"), what="the brief to approve")
        stage.click("expert", YES, stage.expect("A company asks", user="expert", has=YES))
        stage.until(lambda: [c for c in stage.channels.values() if c.kind == "mpim"], what="an introduction")
        stage.expect("Your introduction has started")
        stage.quiet()
        stage.down = True
    return stage.final_checks()


def test_a_bot_built_from_settings_introduces_a_company_over_socket_mode(stage: Stage, connect: Connect) -> None:
    assert introduced(stage, connect(stage)) == []


def test_a_bot_built_from_settings_introduces_a_company_over_signed_http(connect: Connect) -> None:
    port = free_port()
    settings = {**MANIFEST["settings"], "socket_mode_enabled": False}
    url = f"http://127.0.0.1:{port}{EVENTS_PATH}"

    with Stage(manifest={**MANIFEST, "settings": settings}, mode="http", request_url=url, **PATIENT) as stage:
        problems = introduced(stage, connect(stage, PORT=str(port)))

    assert problems == []


def test_the_clocks_of_a_bot_look_who_is_an_advisor_and_make_a_backup_once_a_day(
    stage: Stage, connect: Connect, tmp_path: Path
) -> None:
    bot = wiring.build_bot(connect(stage), now=lambda: MONDAY)

    assert [bot.ticking._step() for _ in range(3)] == [True, True, False]
    with bot.store.unit() as unit:
        looked = unit.inbox.take(MONDAY)
    assert looked is not None
    assert looked.kind == leave.KIND
    assert [file.name for file in (tmp_path / "backups").iterdir()] == ["lotsen-20240304T090000Z.db"]


@pytest.mark.filterwarnings("ignore::ResourceWarning")  # the server that could not bind lets go when it is collected
def test_a_port_that_is_taken_is_named(stage: Stage, connect: Connect) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        with pytest.raises(CannotListen, match=rf"port {port} cannot be listened on .*: set PORT"):
            wiring.build_bot(connect(stage, SLACK_MODE="http", PORT=str(port)))
        gc.collect()


def test_a_token_that_slack_does_not_know_is_told_before_anything_starts(stage: Stage, connect: Connect) -> None:
    with pytest.raises(CannotListen, match="SLACK_BOT_TOKEN"):
        wiring.build_bot(connect(stage, SLACK_BOT_TOKEN="xoxb-unknown"))
