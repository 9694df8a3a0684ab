"""What somebody looks at on the desk: a pile, filters, and where in the list.

It travels in the private metadata of the Home tab or the modal, so that every press knows what it turns, and is kept
nowhere else.
"""

import json
from dataclasses import asdict, dataclass, field, replace
from datetime import date

from bot.domain.lifecycle import NeedState
from bot.domain.queue import Filters, Pile
from bot.slack.blocks import Json

#: The modal of the queue; on the Home tab it has no name.
CALLBACK = "desk_queue"

#: A modal upon the page packs it twice more, and Slack takes 3,000 characters.
_LONGEST_CARRIED = 600


@dataclass(frozen=True)
class Look:
    """Which needs somebody looks at.

    Attributes:
        pile: None before somebody chose one: then it is the most urgent that is not empty.
        offset: how many lines stand before the first that is shown.
        together: whether what waits for the other advisors is shown as well, as the digest counts it.
    """

    pile: Pile | None = None
    filters: Filters = field(default_factory=Filters)
    offset: int = 0
    together: bool = False

    def at(self, pile: Pile) -> "Look":
        """The beginning of another pile."""
        return replace(self, pile=pile, offset=0, together=False)

    def with_(self, filters: Filters) -> "Look":
        """The beginning of the same pile, narrowed."""
        return replace(self, filters=filters, offset=0)

    def from_(self, offset: int) -> "Look":
        """Another page of the same pile."""
        return replace(self, offset=max(offset, 0))

    def packed(self, today: date) -> str:
        """As private metadata."""
        return json.dumps({"day": today.isoformat(), **asdict(self)}, ensure_ascii=False)

    @classmethod
    def unpacked(cls, metadata: str, today: date) -> "Look":
        """What `packed` wrote on the same day; each day begins without filters."""
        raw: Json = json.loads(metadata) if metadata else {}
        if raw.get("day") != today.isoformat():
            return cls()
        state = raw["filters"]["state"]
        filters = Filters(**{**raw["filters"], "state": NeedState(state) if state else None})
        return cls(Pile(raw["pile"]) if raw["pile"] else None, filters, raw["offset"], raw["together"])


def carried(view: Json) -> str:
    """What a need's page takes along of the queue from which it was opened; nothing from elsewhere."""
    is_queue = view.get("type") == "home" or view.get("callback_id") == CALLBACK
    packed = str(view.get("private_metadata") or "")
    return packed if is_queue and len(json.dumps(packed)) <= _LONGEST_CARRIED else ""
