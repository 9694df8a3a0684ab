"""The variables that Lotsen knows, as data: name, what is wanted, how it is read, what holds when it is not set.

`.env.example` and the README are checked against `VARIABLES`. Nothing is read from the environment here.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Generic, Literal, TypeVar
from urllib.parse import urlsplit

import platformdirs

from bot.domain.opening_hours import OpeningHours
from bot.domain.working_time import WorkingTime
from bot.shipped import shipped

Mode = Literal["socket", "http"]
T = TypeVar("T")
Word = TypeVar("Word", bound=str)

_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True)
class Variable(Generic[T]):
    """One variable of the environment.

    Attributes:
        wanted: what its value must be, in words that end the sentence "wanted …".
        parse: raises ValueError for a value that will not do.
        default: what holds when it is not set; a function, since some defaults depend on the machine.
    """

    name: str
    wanted: str
    parse: Callable[[str], T]
    default: Callable[[], T]
    secret: bool = False


def _matching(pattern: str) -> Callable[[str], str]:
    def parse(raw: str) -> str:
        if not re.fullmatch(pattern, raw):
            raise ValueError(raw)
        return raw

    return parse


def _one_of(*words: Word) -> Callable[[str], Word]:
    def parse(raw: str) -> Word:
        return words[[word.lower() for word in words].index(raw.lower())]

    return parse


def _number_up_to(most: int) -> Callable[[str], int]:
    def parse(raw: str) -> int:
        if not raw.isascii() or not 0 < int(raw) <= most:
            raise ValueError(raw)
        return int(raw)

    return parse


def _day(raw: str) -> int | None:
    """A day of the week from Monday as 0; None for never."""
    return None if raw.lower() == "never" else _WEEKDAYS.index(raw.lower())


def _hour(raw: str) -> int:
    return 0 if raw in {"0", "00"} else _number_up_to(23)(raw)


def _address(raw: str) -> str:
    parts = urlsplit(raw)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ValueError(raw)
    return raw.rstrip("/") + "/"


def _path(raw: str) -> Path:
    try:
        return Path(raw).expanduser()
    except RuntimeError as error:  # "~name" of somebody this machine does not know
        raise ValueError(raw) from error


def _nothing() -> str:
    return ""


DATABASE: Final = Variable("LOTSEN_DATABASE", "the path of a file", _path, lambda: Path("lotsen.db"))
CATALOGUE: Final = Variable("LOTSEN_CATALOGUE", "the path of a folder", _path, lambda: shipped("data/catalogue"))
MODEL: Final = Variable("LOTSEN_MODEL", "default, a folder, or a model's name on a hub", str, lambda: "default")
CACHE: Final = Variable(
    "LOTSEN_CACHE", "the path of a folder", _path, lambda: platformdirs.user_cache_path("lotsen", appauthor=False)
)
LOG_LEVEL: Final = Variable(
    "LOTSEN_LOG_LEVEL",
    "one of DEBUG, INFO, WARNING, ERROR",
    _one_of("DEBUG", "INFO", "WARNING", "ERROR"),
    lambda: "INFO",
)
BACKUP_FOLDER: Final = Variable[Path | None]("LOTSEN_BACKUP_FOLDER", "the path of a folder", _path, lambda: None)
BACKUPS: Final = Variable("LOTSEN_BACKUPS", "a number of copies, 1 to 1000", _number_up_to(1000), lambda: 14)
ADVISOR_CHANNEL: Final = Variable(
    "LOTSEN_ADVISOR_CHANNEL",
    "the id of a private channel such as C0123ABCD, not its name",
    _matching(r"[CG][A-Z0-9]{2,}"),
    _nothing,
)
BOT_TOKEN: Final = Variable(
    "SLACK_BOT_TOKEN", "the bot token, which starts with xoxb-", _matching(r"xoxb-\S+"), _nothing, secret=True
)
APP_TOKEN: Final = Variable(
    "SLACK_APP_TOKEN", "the app-level token, which starts with xapp-", _matching(r"xapp-\S+"), _nothing, secret=True
)
SIGNING_SECRET: Final = Variable(
    "SLACK_SIGNING_SECRET", "the signing secret of the app", _matching(r"\S+"), _nothing, secret=True
)
MODE: Final[Variable[Mode]] = Variable("SLACK_MODE", "socket or http", _one_of("socket", "http"), lambda: "socket")
PORT: Final = Variable("PORT", "a port number, 1 to 65535", _number_up_to(2**16 - 1), lambda: 3000)
API_URL: Final = Variable(
    "SLACK_API_URL", "an address that starts with https:// or http://", _address, lambda: "https://slack.com/api/"
)

PROMISE_DAYS: Final = Variable("LOTSEN_PROMISE_DAYS", "a number of working days, 1 to 60", _number_up_to(60), lambda: 2)
CHECK_BACK_DAYS: Final = Variable(
    "LOTSEN_CHECK_BACK_DAYS", "a number of working days, 1 to 60", _number_up_to(60), lambda: 5
)
DIGEST_DAY: Final = Variable("LOTSEN_DIGEST_DAY", "a day such as monday, or never", _day, lambda: 0)
DIGEST_HOUR: Final = Variable("LOTSEN_DIGEST_HOUR", "an hour from 0 to 23", _hour, lambda: 8)
STUCK_DAYS: Final = Variable("LOTSEN_STUCK_DAYS", "a number of working days, 1 to 60", _number_up_to(60), lambda: 5)
HOURS: Final = Variable("LOTSEN_HOURS", "days and hours such as mon-fri 09:00-17:00", OpeningHours.parse, OpeningHours)
TIME_ZONE: Final = Variable(
    "LOTSEN_TIME_ZONE",
    "a time zone such as Europe/Stockholm",
    lambda raw: WorkingTime.parse(str(OpeningHours()), zone=raw).zone,
    lambda: WorkingTime().zone,
)
COUNTRY: Final = Variable(
    "LOTSEN_COUNTRY",
    "two capital letters such as SE, whose public holidays are kept",
    lambda raw: WorkingTime(country=_matching("[A-Z]{2}")(raw)).country,
    lambda: WorkingTime().country,
)

LOCAL: Final = (DATABASE, BACKUP_FOLDER, BACKUPS, CATALOGUE, MODEL, CACHE, LOG_LEVEL)
SLACK: Final = (ADVISOR_CHANNEL, BOT_TOKEN, APP_TOKEN, SIGNING_SECRET, MODE, PORT, API_URL)
RULES: Final = (PROMISE_DAYS, CHECK_BACK_DAYS, STUCK_DAYS, DIGEST_DAY, DIGEST_HOUR, HOURS, TIME_ZONE, COUNTRY)
VARIABLES: Final = (*LOCAL, *RULES, *SLACK)
