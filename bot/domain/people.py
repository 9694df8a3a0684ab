"""People as Slack knows them, and how they can be reached. Names and addresses never live here."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True)
class Person:
    """Somebody in Slack: ids only, so that logs and records hold no names."""

    team: str
    user: str


@dataclass(frozen=True)
class Contact:
    """Who an expert of the catalogue is in this installation: a Slack account, an e-mail address, or both."""

    expert: str
    slack: str | None = None
    email: str | None = None


class Reach(StrEnum):
    """Whether the bot can write to somebody, and if not, why."""

    REACHABLE = "reachable"  #: a member of the workspace with a working account
    UNLINKED = "unlinked"  #: the catalogue's expert has no account in this installation
    NOT_IN_SLACK = "not_in_slack"  #: known by e-mail only, and no account has that address
    DEACTIVATED = "deactivated"  #: the account is closed
    ELSEWHERE = "elsewhere"  #: an account of another workspace, which the bot cannot write to
    REFUSED = "refused"  #: Slack refused the conversation for another reason
    UNTRIED = "untried"  #: it could not be tried: a fault of ours, or Slack did not answer


class Side(StrEnum):
    """One of the two who are to meet."""

    COMPANY = "company"
    EXPERT = "expert"


@dataclass(frozen=True)
class Hurdle:
    """Why the bot cannot bring two together itself, and on whose side that lies."""

    whose: Side
    reach: Reach
