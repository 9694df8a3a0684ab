"""Events: the log that is only added to. History, statistics and the yearly evaluation are read from it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True)
class Event:
    """One step of a need or an introduction.

    Attributes:
        actor: a Slack user id, or `lotsen` for what the bot did by itself.
        name: the step, in the words of the lifecycle, for instance `asked`, `matches`, `approved`, `opened`.
        reason: why, where there is a why.
        kept: what must be kept word for word, for instance the brief that was approved.
    """

    at: datetime
    need: str
    introduction: str | None
    actor: str
    name: str
    reason: str = ""
    kept: Mapping[str, str] = field(default_factory=dict)


LOTSEN = "lotsen"

#: Stands where somebody stood who had their data erased.
ERASED = "erased"
