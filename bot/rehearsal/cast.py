"""The people and channels a Slack starts with: roles, never persons. What they do is in `people`."""

from dataclasses import dataclass
from typing import Literal

HOME, PARTNER = "T0HOME", "T0PARTNER"
BOT, BOT_ID, APP = "U0BOT", "B0BOT", "A0BOT"

#: The name Slack gives a channel's kind in the `types` argument and in scopes.
Sort = Literal["public_channel", "private_channel", "im", "mpim"]


@dataclass
class Person:
    """Somebody with an account; `name` is the short handle by which the verbs call them."""

    id: str
    name: str
    real_name: str
    email: str = ""
    team: str = HOME
    guest: bool = False
    deleted: bool = False
    bot: bool = False
    tz: str = "Europe/Stockholm"
    locale: str = "en-GB"


@dataclass
class Channel:
    """A place where messages stand: a channel, a direct message (`im`) or a group message (`mpim`)."""

    id: str
    name: str
    members: list[str]
    kind: Literal["channel", "im", "mpim"] = "channel"
    private: bool = False
    shared: bool = False
    archived: bool = False
    topic: str = ""
    purpose: str = ""

    @property
    def sort(self) -> Sort:
        """The kind as scopes and the `types` argument tell it apart."""
        if self.kind != "channel":
            return self.kind
        return "private_channel" if self.private else "public_channel"

    @property
    def event_type(self) -> str:
        """The kind as message events tell it apart."""
        return {"public_channel": "channel", "private_channel": "group"}.get(self.sort, self.sort)

    @property
    def payload_name(self) -> str:
        """The name in payloads, where Slack calls every direct message the same."""
        return self.name or "directmessage"


@dataclass(frozen=True)
class Cast:
    """A workspace before anybody has spoken."""

    teams: dict[str, str]
    people: tuple[Person, ...]
    channels: tuple[Channel, ...]


def _person(role: str, real_name: str, team: str = HOME, *, guest: bool = False, deleted: bool = False) -> Person:
    return Person(
        id="U0" + role.upper(),
        name=role,
        real_name=real_name,
        email=f"{role}@example.com",
        team=team,
        guest=guest,
        deleted=deleted,
    )


#: Two companies of the home workspace (neither may see the other's needs), one behind Slack Connect, a guest,
#: experts, advisors, and an account that was closed. The bot is in every channel but #hall.
CAST = Cast(
    teams={HOME: "Research Network", PARTNER: "Partner Workspace"},
    people=(
        _person("company", "Company"),
        _person("company2", "Second Company"),
        _person("partner", "Company in Another Workspace", PARTNER),
        _person("guest", "Guest", guest=True),
        _person("expert", "Expert"),
        _person("expert2", "Second Expert"),
        _person("advisor", "Advisor"),
        _person("advisor2", "Second Advisor"),
        _person("gone", "Deactivated Account", deleted=True),
    ),
    channels=(
        Channel("C0NEEDS", "needs", ["U0COMPANY", "U0COMPANY2", "U0GUEST", "U0EXPERT", "U0ADVISOR", BOT]),
        Channel("C0CONNECT", "partner-connect", ["U0PARTNER", "U0COMPANY", "U0ADVISOR", BOT], shared=True),
        Channel("C0ADVISE", "advisors", ["U0ADVISOR", "U0ADVISOR2", BOT], private=True),
        Channel("C0HALL", "hall", ["U0COMPANY", "U0EXPERT"]),
    ),
)
