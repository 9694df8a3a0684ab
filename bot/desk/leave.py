"""Whoever is not an advisor any more holds nothing: the needs that they had are free again, and the advisors are told.

Only an advisor sees what waits for an advisor: what somebody else held would be seen by nobody.
"""

from collections.abc import Collection

from bot.desk.ledger import Ledger
from bot.desk.ports import Desk
from bot.domain.event import LOTSEN
from bot.domain.message import Message, Topic
from bot.domain.triage import Triage
from bot.storage.ports import Arrival

KIND = "leave"

_SET_FREE = "set_free"


def let_go(desk: Desk, arrival: Arrival) -> None:
    """Set free what is held by anybody who is no advisor now, whenever it was that they left."""
    with desk.store.reading() as unit:
        is_held = bool(unit.triage.held())
    advisors = desk.directory.advisors() if is_held else ()
    with desk.store.unit() as unit:
        ledger = Ledger(unit, desk.now(), desk.rules)
        # No advisor at all is rather a channel that cannot be read, and nobody could take anything.
        freed = [each for each in unit.triage.held() if advisors and _freed(ledger, each, advisors)]
        if freed:
            ledger.tell(Message(Topic.SET_FREE, None, mark=f"{len(freed)}.{arrival.id}"))
        unit.inbox.finish(arrival.id, ledger.now)


def _freed(ledger: Ledger, triage: Triage, advisors: Collection[str]) -> bool:
    if triage.advisor is None or triage.advisor in advisors:
        return False
    return ledger.triage_step(triage, triage.given_back(triage.advisor), _SET_FREE, LOTSEN)
