"""Laws of both queues under any interleaving, checked against a few sets and lists."""

from collections import defaultdict
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from bot.domain.message import Message, Topic
from bot.storage.ports import Arrival, Parcel
from bot.storage.sqlite import SqliteStore
from tests.stand_ins import MORNING, a_need

waits = st.integers(0, 3).map(lambda hours: timedelta(hours=hours))
keys = st.integers(1, 6).map(lambda number: f"event {number}")
own = [topic for topic in Topic if Message(topic, "N1").updates is None]
messages = st.builds(Message, st.sampled_from(own), st.sampled_from(["N1", "N2"]))


class Queues(RuleBasedStateMachine):
    """A record of its own, and a clock that only the rules move."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.store = SqliteStore(Path(self.folder.name) / "record.db")
        self.now = MORNING

    @rule(wait=waits)
    def time_passes(self, wait: timedelta) -> None:
        self.now += wait

    def teardown(self) -> None:
        self.folder.cleanup()


class NoArrivalIsLost(Queues):
    """Whatever workers and crashes do, each arrival ends once: done or given up."""

    def __init__(self) -> None:
        super().__init__()
        self.written: set[str] = set()
        self.ended: list[str] = []
        self.taken = list[Arrival]()

    @rule(key=keys)
    def comes_in(self, key: str) -> None:
        with self.store.unit() as unit:
            assert unit.inbox.write(key, "ask", {}, self.now) == (key not in self.written)
        self.written.add(key)

    @rule()
    def is_taken(self) -> None:
        with self.store.unit() as unit:
            arrival = unit.inbox.take(self.now)
        if arrival is not None:
            assert arrival.key not in {*self.ended, *(other.key for other in self.taken)}
            self.taken.append(arrival)

    @precondition(lambda self: self.taken)
    @rule(given_up=st.booleans())
    def ends(self, given_up: bool) -> None:  # noqa: FBT001 - hypothesis draws it by name
        arrival = self.taken.pop(0)
        with self.store.unit() as unit:
            if given_up:
                unit.inbox.give_up(arrival.id, "broke", self.now)
            else:
                unit.inbox.finish(arrival.id, self.now)
        self.ended.append(arrival.key)

    @precondition(lambda self: self.taken)
    @rule(wait=waits)
    def is_put_back(self, wait: timedelta) -> None:
        with self.store.unit() as unit:
            unit.inbox.put_back(self.taken.pop().id, self.now + wait, "a fault")

    @rule()
    def crashes(self) -> None:
        with self.store.unit() as unit:
            assert unit.inbox.recover() == len(self.taken)
        self.taken.clear()

    def teardown(self) -> None:
        self.crashes()
        self.now += timedelta(days=1)
        for _ in self.written:
            self.is_taken()
        assert sorted([*self.ended, *(arrival.key for arrival in self.taken)]) == sorted(self.written)
        super().teardown()


class LanesKeepTheirOrder(Queues):
    """Whatever senders and crashes do, the messages of a lane leave in the order in which they were written."""

    def __init__(self) -> None:
        super().__init__()
        self.put: dict[str, list[Message]] = defaultdict(list)
        self.left: dict[str, list[Message]] = defaultdict(list)
        self.sending = list[Parcel]()
        with self.store.unit() as unit:
            unit.needs.add(a_need("N1"))
            unit.needs.add(a_need("N2"))

    @rule(message=messages)
    def is_written(self, message: Message) -> None:
        lane = self.put[message.lane]
        with self.store.unit() as unit:
            assert unit.outbox.put(message, self.now) == (message not in lane)
        if message not in lane:
            lane.append(message)

    @rule()
    def is_taken(self) -> None:
        with self.store.unit() as unit:
            parcel = unit.outbox.take(self.now)
        if parcel is not None:
            self.sending.append(parcel)

    @precondition(lambda self: self.sending)
    @rule(undeliverable=st.booleans())
    def leaves(self, undeliverable: bool) -> None:  # noqa: FBT001 - hypothesis draws it by name
        parcel = self.sending.pop(0)
        with self.store.unit() as unit:
            if undeliverable:
                unit.outbox.undeliverable(parcel.id, "broke", self.now)
            else:
                unit.outbox.sent(parcel.id, "C1", "300.1", self.now)
        self.left[parcel.message.lane].append(parcel.message)

    @precondition(lambda self: self.sending)
    @rule(wait=waits)
    def is_postponed(self, wait: timedelta) -> None:
        with self.store.unit() as unit:
            unit.outbox.postpone(self.sending.pop().id, self.now + wait, "ratelimited")

    @rule()
    def crashes(self) -> None:
        with self.store.unit() as unit:
            assert unit.outbox.recover() == len(self.sending)
        self.sending.clear()

    @invariant()
    def lanes_are_in_order(self) -> None:
        assert all(lane == self.put[name][: len(lane)] for name, lane in self.left.items())

    @invariant()
    def a_lane_sends_one_thing_at_a_time(self) -> None:
        lanes = [parcel.message.lane for parcel in self.sending]
        assert len(lanes) == len(set(lanes))


# Each step is a transaction that reaches the disk, so fewer runs than hypothesis makes by itself.
few = settings(max_examples=25, stateful_step_count=25, deadline=None)

TestNoArrivalIsLost = NoArrivalIsLost.TestCase
TestNoArrivalIsLost.settings = few
TestLanesKeepTheirOrder = LanesKeepTheirOrder.TestCase
TestLanesKeepTheirOrder.settings = few
