"""What leaves for Slack: takes one message at a time from the outbox, has it delivered, and records what became of it.

Each message is posted once, however often the process is killed: a try that may have reached Slack is looked for before
the next one posts. Reading, posting and recording are three steps; nothing is held open while Slack is asked.
"""

import logging
from collections.abc import Callable
from datetime import datetime

from bot.desk import deliver
from bot.domain.catalogue import Catalogue
from bot.domain.message import Audience
from bot.domain.people import Reach
from bot.slack.delivery import Delivery, NoAdvisorChannel, Sending, Spot
from bot.slack.refusals import NO_ANSWER, asked_to_wait, error_code, growing_wait, lasting
from bot.slack.rendering import Case, load_case, render
from bot.storage.ports import Parcel, Store

log = logging.getLogger(__name__)

#: A fault of our own that outlives this many tries is no passing one.
_TRIES_OF_OUR_OWN = 5


class Outgoing:
    """Sends what the outbox holds. Several threads may share one."""

    def __init__(self, store: Store, catalogue: Catalogue, delivery: Delivery, now: Callable[[], datetime]) -> None:
        self._store, self._catalogue, self._delivery, self._now = store, catalogue, delivery, now
        #: Until when Slack asked to be left alone, by audience and need: what shares a rate limit.
        self._paused: dict[str, datetime] = {}

    def send_once(self) -> bool:
        """Send the next message that is due; False when there is none."""
        with self._store.unit() as unit:
            parcel = unit.outbox.take(self._now())
            case = load_case(unit, parcel.message) if parcel else None
        if parcel is None or case is None:
            return False
        paused = self._paused.get(_limited_by(parcel, case))
        if paused is not None and paused > self._now():
            self._postpone(parcel, paused, "ratelimited")
        else:
            self._send(parcel, case)
        return True

    def _send(self, parcel: Parcel, case: Case) -> None:
        try:
            since = parcel.created_at if parcel.attempts else None
            posting = render(parcel.message, case, self._catalogue)
            spot = self._delivery.send(Sending(parcel.message, posting, since), case)
            self._record_sent(parcel, spot)
        except NoAdvisorChannel:
            self._keep_for_advisors(parcel, "no_advisor_channel")
        except NO_ANSWER as error:
            self._after_refusal(parcel, case, error)
        except Exception as error:  # the boundary around sending: one bad message must not hold up the others
            log.exception("%s failed on try %s", parcel.message.key, parcel.attempts + 1)
            self._after_our_fault(parcel, error)

    def _record_sent(self, parcel: Parcel, spot: Spot) -> None:
        ts = spot.thread or ""
        with self._store.unit() as unit:
            unit.outbox.sent(parcel.id, spot.channel, ts, self._now())
            deliver.delivered(unit, parcel.message, spot.channel, ts, self._now())

    def _after_refusal(self, parcel: Parcel, case: Case, error: Exception) -> None:
        reach, wait, code = lasting(error), asked_to_wait(error), error_code(error)
        if wait is not None:
            now = self._now()
            still = {what: until for what, until in self._paused.items() if until > now}
            self._paused = {**still, _limited_by(parcel, case): now + wait}
            self._postpone(parcel, now + wait, code)
        elif reach is None:
            log.warning("%s not sent (%s), trying again", parcel.message.key, code)
            self._postpone(parcel, self._now() + growing_wait(parcel.attempts), code)
        elif parcel.message.audience is Audience.ADVISORS:
            self._keep_for_advisors(parcel, code)
        else:
            self._give_up(parcel, reach, code)

    def _after_our_fault(self, parcel: Parcel, error: Exception) -> None:
        if parcel.attempts + 1 < _TRIES_OF_OUR_OWN:
            self._postpone(parcel, self._now() + growing_wait(parcel.attempts), error_code(error))
        else:
            self._give_up(parcel, Reach.REFUSED, error_code(error))

    def _keep_for_advisors(self, parcel: Parcel, code: str) -> None:
        """What advisors must know waits for its channel, however long that takes to mend."""
        log.error("ADVISORS NOT TOLD: %s cannot be posted to the advisor channel (%s)", parcel.message.key, code)
        self._postpone(parcel, self._now() + growing_wait(parcel.attempts), code)

    def _postpone(self, parcel: Parcel, until: datetime, code: str) -> None:
        with self._store.unit() as unit:
            unit.outbox.postpone(parcel.id, until, code)

    def _give_up(self, parcel: Parcel, reach: Reach, code: str) -> None:
        log.warning("%s can never be delivered (%s)", parcel.message.key, code)
        with self._store.unit() as unit:
            unit.outbox.undeliverable(parcel.id, code, self._now())
            deliver.undelivered(unit, parcel.message, reach, self._now())


def _limited_by(parcel: Parcel, case: Case) -> str:
    """What shares Slack's limit of a message a second: a channel where it is known, else the message itself."""
    if parcel.message.audience is Audience.ADVISORS:
        return "advisors"
    if parcel.message.audience is Audience.COMPANY and case.need.place.channel:
        return case.need.place.channel
    return parcel.message.key
