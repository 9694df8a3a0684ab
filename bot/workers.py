"""The threads that do the work: they take what is written down and hand it to the desk. No decisions live here."""

import logging
import threading
from collections.abc import Callable
from datetime import timedelta

from bot.desk import (
    acting,
    approve,
    ask,
    availability,
    by_hand,
    call,
    correct,
    enquire,
    erase,
    feedback,
    file,
    follow,
    labels,
    leave,
    notes,
    propose,
    reply,
    triage,
    turn,
    withdraw,
)
from bot.desk.ports import Desk
from bot.storage.ports import Arrival

log = logging.getLogger(__name__)

WORK: dict[str, Callable[[Desk, Arrival], None]] = {
    ask.KIND: ask.ask,
    approve.KIND: approve.approve,
    turn.KIND: turn.take_turn,
    call.KIND: call.call_now,
    reply.KIND: reply.reply,
    withdraw.KIND: withdraw.withdraw,
    by_hand.KIND: by_hand.go_on_by_hand,
    follow.KIND: follow.follow,
    follow.END_NEED: follow.end_need,
    feedback.KIND: feedback.keep_feedback,
    availability.KIND: availability.set_availability,
    erase.KIND: erase.erase,
    triage.KIND: triage.triage,
    notes.KIND: notes.keep_note,
    enquire.KIND: enquire.enquire,
    enquire.ANSWER: enquire.answer,
    correct.KIND: correct.correct,
    propose.KIND: propose.propose,
    file.KIND: file.file,
    file.CONSENT: file.consent,
    ask.MATCH: ask.match,
    labels.KIND: labels.decide,
    leave.KIND: leave.let_go,
}
#: What is done in the end with work that fails each time; what stands in no row is told to the advisors.
AFTER_ALL: dict[str, Callable[[Desk, Arrival, str], None]] = {
    ask.KIND: ask.keep_unanswered,
    ask.MATCH: ask.keep_unmatched,
    approve.KIND: approve.hand_over_unapproved,
    turn.KIND: turn.hand_over_unasked,
    file.KIND: file.keep_unasked,
}

# Three tries: one for a passing fault, one for Slack to come back; a fault that outlives them needs a person.
TRIES = 3
WAIT = timedelta(seconds=2)
# Work that began this often without an end took the process with it each time; it must not take all others' needs too.
LIVES = 10


def work_once(desk: Desk) -> bool:
    """Work on the oldest arrival; False when nothing is due."""
    with desk.store.unit() as unit:
        arrival = unit.inbox.take(desk.now())
    if arrival is None:
        return False
    if arrival.attempts > LIVES:
        _after_failure(desk, arrival, "ended the process")
        return True
    try:
        WORK[arrival.kind](desk, arrival)
    except Exception as error:  # the one boundary around all use cases: nothing that was written down may be lost
        log.exception("arrival %s (%s) failed on try %s", arrival.id, arrival.kind, arrival.attempts)
        _after_failure(desk, arrival, type(error).__name__)
    return True


def _after_failure(desk: Desk, arrival: Arrival, error: str) -> None:
    """Have it tried again later; after the last try, say so. Back in the queue first, lest saying so fails as well."""
    with desk.store.unit() as unit:
        unit.inbox.put_back(arrival.id, desk.now() + arrival.attempts * WAIT, error)
    if arrival.attempts >= TRIES:
        AFTER_ALL.get(arrival.kind, acting.tell_advisors)(desk, arrival, error)


class Loop:
    """A few threads that repeat a step, sleeping while it has nothing to do."""

    def __init__(self, name: str, step: Callable[[], bool], *, threads: int, pause: float = 0.5) -> None:
        """Prepare threads that call `step` until `stop`; `pause` is how many seconds an idle one sleeps at most."""
        self._step, self._pause = step, pause
        self._stopping, self._woken = threading.Event(), threading.Event()
        self._threads = [threading.Thread(target=self._run, name=f"{name}-{n}", daemon=True) for n in range(threads)]

    def start(self) -> None:
        """Start the threads."""
        for thread in self._threads:
            thread.start()

    def wake(self) -> None:
        """Say that there may be something to do."""
        self._woken.set()

    def stop(self, timeout: float = 5.0) -> None:
        """Let each thread that was started end its step, waiting at most `timeout` seconds for each."""
        self._stopping.set()
        self._woken.set()
        for thread in self._threads:
            if thread.is_alive():
                thread.join(timeout)

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                busy = self._step()
            except Exception:  # a full disk or a locked file: say so, breathe, go on; the row is still there
                log.exception("a step failed")
                busy = False
            if not busy:
                self._woken.wait(self._pause)
                self._woken.clear()
                if self._stopping.is_set():
                    # Stop's own wake-up may just have been cleared, and others still have to hear of it.
                    self._woken.set()
