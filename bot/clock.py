"""The ticking: rings each clock that is due, once, also those that were missed while the bot was down.

What is told every week has no clock of its own: whether it is due can be seen from the day. What a clock's ringing
means is `desk.ring`'s; when clocks are set is `domain.clock`'s.
"""

import logging
from datetime import timedelta
from typing import Final

from bot.desk.digest import tell_weekly
from bot.desk.ledger import Ledger
from bot.desk.ports import Desk
from bot.desk.ring import ring
from bot.domain.clock import Clock

log = logging.getLogger(__name__)

#: A clock whose ringing fails is tried again, and lets the others ring meanwhile.
_AFTER_A_FAULT: Final = timedelta(minutes=5)


def ring_once(desk: Desk) -> bool:
    """Ring the clock that has been due longest, or tell what is due this week; False when nothing is due.

    Taking the clock and doing what it means is one transaction: a kill in between rings it again, and never twice.
    """
    clock: Clock | None = None
    try:
        with desk.store.unit() as unit:
            clock = unit.clocks.take(desk.now())
            if clock is not None:
                ring(Ledger(unit, desk.now(), desk.rules), clock)
    except Exception:
        if clock is None:
            raise
        log.exception("the clock %s of %s failed", clock.kind, clock.introduction)
        with desk.store.unit() as unit:
            unit.clocks.set([Clock(clock.introduction, clock.kind, desk.now() + _AFTER_A_FAULT)])
    return clock is not None or tell_weekly(desk)
