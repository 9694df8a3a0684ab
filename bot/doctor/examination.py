"""The whole examination, from the settings outwards. Each part stands in a module of its own."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

from bot.doctor import local
from bot.doctor.finding import Finding
from bot.doctor.workspace import examine_workspace
from bot.settings import BotSettings, Settings, SettingsInvalid
from bot.slack.manifest import SCOPES
from bot.wiring import open_backups


def examine(environment: Mapping[str, str]) -> Iterator[Finding]:
    """Every finding; what cannot be examined because of an earlier fault is left out."""
    bot: BotSettings | None = None
    try:
        bot = BotSettings.from_environment(environment)
        yield Finding("settings", "complete")
    except SettingsInvalid as invalid:
        for fault in invalid.faults:
            yield Finding("settings", f"{fault.variable}: found {fault.found}", f"wanted: {fault.wanted}")
    try:
        yield from _examine_machine(Settings.from_environment(environment))
    except SettingsInvalid:
        return
    if bot:
        yield from examine_workspace(bot.slack, SCOPES)


def _examine_machine(settings: Settings) -> Iterator[Finding]:
    finding, catalogue = local.catalogue(settings.catalogue)
    yield finding
    yield local.database(settings.database)
    yield local.backups(open_backups(settings), datetime.now(UTC))
    if catalogue:
        yield local.model(settings, catalogue)
