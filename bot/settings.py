"""Settings: what the environment and a `.env` file say, read once at start, checked, never changed.

The only module that reads the environment. The variables stand in `bot.variables`; whether a token works is
for the doctor to find out.
"""

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Self, TypeVar

from dotenv import dotenv_values

from bot import variables
from bot.domain.clock import Rules, Weekly
from bot.domain.working_time import WorkingTime
from bot.variables import Mode, Variable

T = TypeVar("T")

#: With both of these set, Bolt signs in with OAuth and ignores the bot token without a word.
_OAUTH: Final = ("SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET")


@dataclass(frozen=True)
class Fault:
    """One variable that cannot be used; a secret's value is never quoted."""

    variable: str
    found: str
    wanted: str

    def __str__(self) -> str:
        """The fault on one line, ready to print."""
        return f"{self.variable}: found {self.found}, wanted {self.wanted}"


class SettingsInvalid(Exception):
    """The settings cannot be used; `faults` holds everything that has to be corrected."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(map(str, self.faults)))


@dataclass(frozen=True)
class Settings:
    """What every command needs; none of it concerns Slack."""

    database: Path
    backup_folder: Path
    backups: int
    catalogue: Path
    model: str
    cache: Path
    log_level: str

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> Self:
        """Read them from variables.

        Raises:
            SettingsInvalid: with all faults.
        """
        return _checked(environment, cls._read)

    @classmethod
    def _read(cls, reader: "_Reader") -> Self:
        database = reader.read(variables.DATABASE)
        return cls(
            database=database,
            backup_folder=reader.read(variables.BACKUP_FOLDER) or database.parent / "backups",
            backups=reader.read(variables.BACKUPS),
            catalogue=reader.read(variables.CATALOGUE),
            model=reader.read(variables.MODEL),
            cache=reader.read(variables.CACHE),
            log_level=reader.read(variables.LOG_LEVEL),
        )


@dataclass(frozen=True)
class SlackSettings:
    """How to reach one Slack workspace. The secrets are left out of `repr`, so that no log shows them."""

    advisor_channel: str
    mode: Mode
    port: int
    api_url: str
    bot_token: str = field(repr=False)
    app_token: str = field(repr=False)
    signing_secret: str = field(repr=False)

    @classmethod
    def _read(cls, reader: "_Reader") -> Self:
        mode = reader.read(variables.MODE)
        reader.refuse_oauth()
        return cls(
            advisor_channel=reader.read(variables.ADVISOR_CHANNEL, required=True),
            mode=mode,
            port=reader.read(variables.PORT),
            api_url=reader.read(variables.API_URL),
            bot_token=reader.read(variables.BOT_TOKEN, required=True),
            app_token=reader.read(variables.APP_TOKEN, required=mode == "socket"),
            signing_secret=reader.read(variables.SIGNING_SECRET, required=mode == "http"),
        )


def _read_rules(reader: "_Reader") -> Rules:
    """What the campus promises, and in which hours."""
    hours, zone = reader.read(variables.HOURS), reader.read(variables.TIME_ZONE)
    return Rules(
        promise_days=reader.read(variables.PROMISE_DAYS),
        check_back_days=reader.read(variables.CHECK_BACK_DAYS),
        stuck_days=reader.read(variables.STUCK_DAYS),
        digest=_read_digest(reader),
        campus=WorkingTime(hours, zone, reader.read(variables.COUNTRY)),
    )


def _read_digest(reader: "_Reader") -> Weekly | None:
    day, hour = reader.read(variables.DIGEST_DAY), reader.read(variables.DIGEST_HOUR)
    return None if day is None else Weekly(day, hour)


@dataclass(frozen=True)
class BotSettings:
    """What the running bot needs."""

    local: Settings
    slack: SlackSettings
    rules: Rules = field(default_factory=Rules)

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> Self:
        """Read them from variables.

        Raises:
            SettingsInvalid: with all faults, those of `Settings` among them.
        """
        return _checked(environment, cls._read)

    @classmethod
    def _read(cls, reader: "_Reader") -> Self:
        """All with one reader, so that the faults come together."""
        return cls(Settings._read(reader), SlackSettings._read(reader), _read_rules(reader))  # noqa: SLF001 - see above


def environment(folder: Path = Path()) -> dict[str, str]:
    """The variables of this process, and those of a folder's `.env` that the process does not set.

    Raises:
        SettingsInvalid: the file is no text.
    """
    written = _written(folder / ".env")
    known = {name: value for name, value in written.items() if value is not None}
    return known | {name: value for name, value in os.environ.items() if value.strip()}


def _written(file: Path) -> Mapping[str, str | None]:
    try:
        # With the signature that some programs put before the first line.
        return dotenv_values(file, interpolate=False, encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        found = f"the byte 0x{error.object[error.start]:02x}"
        raise SettingsInvalid([Fault(f"{file.name} line {line}", found, "text in UTF-8")]) from error


class _Reader:
    """Reads variables one by one and keeps the faults, so that they can be told together."""

    def __init__(self, given: Mapping[str, str]) -> None:
        self.faults: list[Fault] = []
        self._given = given

    def read(self, variable: Variable[T], *, required: bool = False) -> T:
        """The variable's value, or its default when it is unset, blank or faulty."""
        raw = self._given.get(variable.name, "").strip()
        if not raw:
            if required:
                self.faults.append(Fault(variable.name, "nothing", variable.wanted))
            return variable.default()
        try:
            return variable.parse(raw)
        except ValueError:
            self.faults.append(Fault(variable.name, _shown(variable, raw), variable.wanted))
            return variable.default()

    def refuse_oauth(self) -> None:
        """Note the two variables that together would take the bot token's place."""
        if all(self._given.get(name) for name in _OAUTH):
            wanted = "neither: with them Slack's library ignores SLACK_BOT_TOKEN"
            self.faults.append(Fault(" and ".join(_OAUTH), "both", wanted))


def _shown(variable: Variable[T], raw: str) -> str:
    """A faulty value as it may be printed; a token that stands in the wrong variable is a secret still."""
    return "something else" if variable.secret or raw.startswith(("xox", "xapp-")) else ascii(raw)


def _checked(given: Mapping[str, str], build: Callable[[_Reader], T]) -> T:
    reader = _Reader(given)
    built = build(reader)
    if reader.faults:
        raise SettingsInvalid(reader.faults)
    return built
