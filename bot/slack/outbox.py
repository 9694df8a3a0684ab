"""What leaves for Slack: takes one message at a time from the outbox, has it delivered, and records what became of it.

Each message is posted once, however often the process is killed: a try that may have reached Slack is looked for before
the next one posts. Taking, reading, posting and recording are four steps; nothing is held open while Slack is asked.
"""

import logging
from datetime import datetime

from bot.desk import deliver, show
from bot.desk.ledger import Ledger
from bot.desk.ports import Desk
from bot.domain.message import Audience, Message
from bot.domain.people import Hurdle, Reach, Side
from bot.domain.showing import ForAdvisor, ForCompany, ForExpert, ForGroup, Shown
from bot.slack.delivery import Delivery, NoAdvisorChannel, Sending
from bot.slack.pace import Pace
from bot.slack.places import Place, Spot, advisor_thread, places_for
from bot.slack.refusals import NO_ANSWER, asked_to_wait, error_code, growing_wait, is_ours, lasting
from bot.slack.rendering import render
from bot.slack.views.campus import Campus
from bot.storage.ports import Parcel

log = logging.getLogger(__name__)

#: A fault of our own that outlives this many tries is no passing one.
_TRIES_OF_OUR_OWN = 5


class Outgoing:
    """Sends what the outbox holds. Several threads may share one."""

    def __init__(self, desk: Desk, delivery: Delivery) -> None:
        self._desk, self._delivery, self._pace = desk, delivery, Pace()

    def send_once(self) -> bool:
        """Send the next message that is due; False when there is none."""
        with self._desk.store.unit() as unit:
            parcel = unit.outbox.take(self._desk.now())
        if parcel is None:
            return False
        try:
            self._send(parcel)
        except Exception as error:  # the boundary around sending: one bad message must not hold up the others
            log.exception("%s failed on try %s", parcel.message.key, parcel.attempts + 1)
            self._after_our_fault(parcel, error)
        return True

    def _send(self, parcel: Parcel) -> None:
        gathered = self._gathered(parcel.message)
        if gathered is None:
            self._drop(parcel, "overtaken")
            return
        shown, places = gathered
        limited_by = _limited_by(parcel.message, shown)
        turn = self._pace.turn(parcel.id, limited_by, self._desk.now())
        if turn is not None:
            self._wait_in_line(parcel, turn)
            return
        try:
            self._record_sent(parcel, self._delivery.send(self._sending(parcel, shown, places)))
        except NoAdvisorChannel:
            self._keep_for_advisors(parcel, "no_advisor_channel")
        except NO_ANSWER as error:
            self._after_refusal(parcel, shown, limited_by, error)

    def _gathered(self, message: Message) -> tuple[Shown, list[Place]] | None:
        """What can be told and where, as it stands now; None when there is nothing left to tell."""
        with self._desk.store.unit() as unit:
            shown = show.shown(self._desk, unit, message)
            if shown is None:
                return None
            earlier = unit.outbox.place_before(message) if message.updates else None
            if message.updates:
                return (shown, [Spot(*earlier)]) if earlier else None
            return shown, places_for(message, shown, advisor_thread(unit, message.need) if message.need else None)

    def _sending(self, parcel: Parcel, shown: Shown, places: list[Place]) -> Sending:
        campus = Campus(self._desk.catalogue, self._desk.rules, self._desk.now())
        return Sending(
            parcel.message.key,
            render(parcel.message, shown, campus),
            places,
            is_update=parcel.message.updates is not None,
            maybe_sent_since=parcel.created_at if parcel.attempts else None,
        )

    def _record_sent(self, parcel: Parcel, spot: Spot) -> None:
        now, ts = self._desk.now(), spot.thread or ""
        with self._desk.store.unit() as unit:
            unit.outbox.sent(parcel.id, spot.channel, ts, now)
            deliver.delivered(Ledger(unit, now, self._desk.rules), parcel.message, spot.channel, ts)

    def _after_refusal(self, parcel: Parcel, shown: Shown, limited_by: str, error: Exception) -> None:
        reach, wait, code = lasting(error), asked_to_wait(error), error_code(error)
        if wait is not None:
            self._wait_in_line(parcel, self._pace.refused(parcel.id, limited_by, self._desk.now() + wait))
        elif reach is None:
            log.warning("%s not sent (%s), trying again", parcel.message.key, code)
            self._postpone(parcel, self._desk.now() + growing_wait(parcel.attempts), code)
        elif parcel.message.updates and not is_ours(error):
            # What it would have brought up to date has been deleted, or cannot be changed any more.
            self._drop(parcel, code)
        elif parcel.message.audience is Audience.ADVISORS and not is_ours(error):
            self._keep_for_advisors(parcel, code)
        else:
            self._give_up(parcel, Hurdle(self._whose(shown, reach), reach), code)

    def _after_our_fault(self, parcel: Parcel, error: Exception) -> None:
        if parcel.attempts + 1 < _TRIES_OF_OUR_OWN:
            self._postpone(parcel, self._desk.now() + growing_wait(parcel.attempts), error_code(error))
        else:
            self._give_up(parcel, Hurdle(_side(parcel.message), Reach.UNTRIED), error_code(error))

    def _keep_for_advisors(self, parcel: Parcel, code: str) -> None:
        """What advisors must know waits for its channel, however long that takes to mend."""
        log.error("ADVISORS NOT TOLD: %s cannot be posted to the advisor channel (%s)", parcel.message.key, code)
        self._postpone(parcel, self._desk.now() + growing_wait(parcel.attempts), code)

    def _wait_in_line(self, parcel: Parcel, turn: datetime) -> None:
        """Slack did not take it, and so it need not be looked for there."""
        with self._desk.store.unit() as unit:
            unit.outbox.postpone(parcel.id, turn, "ratelimited", untried=True)

    def _postpone(self, parcel: Parcel, until: datetime, code: str) -> None:
        with self._desk.store.unit() as unit:
            unit.outbox.postpone(parcel.id, until, code)

    def _drop(self, parcel: Parcel, why: str) -> None:
        log.info("%s is not told any more (%s)", parcel.message.key, why)
        with self._desk.store.unit() as unit:
            unit.outbox.drop(parcel.id, why, self._desk.now())

    def _give_up(self, parcel: Parcel, hurdle: Hurdle, code: str) -> None:
        log.warning("%s can never be delivered (%s)", parcel.message.key, code)
        now = self._desk.now()
        with self._desk.store.unit() as unit:
            unit.outbox.undeliverable(parcel.id, code, now)
            deliver.undelivered(Ledger(unit, now, self._desk.rules), parcel, hurdle)

    def _whose(self, shown: Shown, reach: Reach) -> Side:
        """On whose side it lies that a conversation could not be opened; of a group Slack does not say."""
        if not isinstance(shown, ForGroup) or shown.company is None:
            return Side.COMPANY if isinstance(shown, ForCompany) else Side.EXPERT
        # What was known of the account a minute ago may be what has just changed.
        company = self._desk.directory.reach(shown.company.user, fresh=True)
        return Side.COMPANY if company is reach is not Reach.REACHABLE else Side.EXPERT


def _side(message: Message) -> Side:
    return Side.COMPANY if message.audience is Audience.COMPANY else Side.EXPERT


def _limited_by(message: Message, shown: Shown) -> str:
    """What shares Slack's limit of a message a second: a channel or a person where they are known."""
    match shown:
        case ForCompany() if shown.need.place.channel and (shown.need.place.private or not message.is_private):
            return shown.need.place.channel
        case ForCompany():
            return shown.need.asker.user
        case ForExpert() | ForAdvisor():
            return shown.user
        case ForGroup():
            return shown.thread[0] if shown.thread else shown.introduction
        case _:
            return "advisors"
