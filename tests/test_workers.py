import multiprocessing
import random
import signal
import threading
import time
from pathlib import Path

import pytest

from bot.desk.approve import Choice, approving
from bot.desk.ask import asking
from bot.desk.reply import accepting
from bot.domain.need import Door
from bot.domain.people import Contact, Person
from bot.workers import LIVES, TRIES, Loop, work_once
from tests.stand_ins import ADVISOR, COMPANY, DRYING, FIRST, FIRST_EXPERT, PUBLIC, Office, an_introduction
from tests.worker_to_kill import work_until_killed

# Each process is forked from one that has imported everything and runs no threads, and so is at work at once.
PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["tests.worker_to_kill"])
OAK = asking(Person("T1", COMPANY), "dry oak", Door.MENTION, PUBLIC)
BY_HAND = [f"request_by_hand:P1/{DRYING}", f"advisor_answers:P1/{DRYING}", f"progress_changed:P1#P1/{DRYING}.1"]
PINE = asking(Person("T1", COMPANY), "carve pine", Door.MENTION, PUBLIC)
CHOICE = approving("P1", COMPANY, [Choice(DRYING)], "We want to dry oak.")


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def work(office: Office, times: int = 1) -> None:
    """Work a number of times, each after whatever wait a fault has set."""
    for _ in range(times):
        assert work_once(office.desk)
        office.clock.move(minutes=1)


def test_there_is_nothing_to_do_when_nothing_came_in(office: Office) -> None:
    assert not work_once(office.desk)


def test_arrivals_are_worked_on_by_kind_and_in_order(office: Office) -> None:
    office.has_need("P1")
    office.write("ask", OAK)
    office.write("approve", CHOICE)
    work(office, times=3)

    assert office.told() == ["answer:N1", "need:N1", "progress:P1", *BY_HAND]
    assert not work_once(office.desk)


def test_a_passing_fault_is_outlived(office: Office) -> None:
    office.matcher.failures = TRIES - 1
    office.write("ask", OAK)
    work(office, TRIES)

    assert office.told() == ["answer:N1", "need:N1"]
    assert office.inbox_states() == ["done"]


def test_a_failed_try_is_not_repeated_at_once_and_holds_up_nobody(office: Office) -> None:
    office.matcher.failures = 1
    office.write("ask", OAK)
    office.write("ask", PINE)
    assert [work_once(office.desk) for _ in range(3)] == [True, True, False]

    assert office.told() == ["answer:N2", "need:N2"]
    assert office.inbox_states() == ["waiting", "done"]


def test_a_need_that_fails_every_time_is_kept_and_both_sides_are_told(office: Office) -> None:
    office.matcher.failures = TRIES
    office.write("ask", OAK)
    work(office, TRIES)

    assert office.told() == ["apology:N1", "breakdown:N1"]
    assert office.happened("N1") == ["asked", "broke"]
    assert office.inbox_states() == ["given_up"]
    assert not work_once(office.desk)


def test_a_choice_that_fails_every_time_goes_to_the_advisors(office: Office) -> None:
    office.has_need("P1")
    with office.store.unit() as unit:
        unit.contacts.link(Contact(FIRST, slack=FIRST_EXPERT))
    office.villagers.failures = TRIES
    office.write("approve", CHOICE)
    work(office, TRIES + 1)

    assert office.told() == ["progress:P1", *BY_HAND]
    assert office.inbox_states() == ["done", "given_up"]


def test_what_somebody_pressed_and_could_not_be_done_is_told_to_the_advisors(office: Office) -> None:
    office.has_need("P1")
    with office.store.unit() as unit:
        unit.introductions.add(an_introduction("P1"))
    office.villagers.failures = TRIES
    office.write("reply", accepting(f"P1/{DRYING}", "USOMEBODY"))
    office.write("follow", {"introduction": f"P1/{DRYING}", "user": ADVISOR, "what": "no such step"})
    work(office, TRIES + 1)

    assert office.told() == [f"breakdown:P1/{DRYING}"]
    assert office.inbox_states() == ["given_up", "given_up"]


@pytest.mark.parametrize("body", [{"need": "P1"}, {"introduction": "P9/x", "user": "U"}, {}])
def test_what_cannot_be_done_is_given_up_also_when_nobody_knows_whose_it_was(
    office: Office, body: dict[str, str]
) -> None:
    office.has_need("P1")
    office.write("from a later version", body)
    work(office, TRIES)

    assert office.told() == (["breakdown:P1"] if "need" in body else [])
    assert office.inbox_states() == ["given_up"]


def test_a_fault_is_logged_with_the_arrival_and_without_its_words(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    office.matcher.failures = 1
    office.write("ask", OAK)
    work(office)

    assert "arrival 1 (ask) failed on try 1" in caplog.text
    assert "dry oak" not in caplog.text


def test_work_that_takes_the_process_with_it_each_time_is_not_begun_for_ever(office: Office) -> None:
    office.write("ask", OAK)
    for _ in range(LIVES):
        with office.store.unit() as unit:
            unit.inbox.take(office.clock())
            unit.inbox.recover()
    work(office)

    assert office.matcher.asked == []
    assert office.told() == ["apology:N1", "breakdown:N1"]


def test_several_workers_answer_each_need_once(office: Office) -> None:
    for _ in range(20):
        office.write("ask", OAK)
    all_answered = threading.Event()

    def step() -> bool:
        busy = work_once(office.desk)
        if not busy:
            all_answered.set()
        return busy

    loop = Loop("worker", step, threads=4, pause=0.01)
    loop.start()
    assert all_answered.wait(300)
    loop.stop(timeout=60)

    assert sorted(office.told()) == sorted(
        f"{what}:N{number}" for number in range(1, 21) for what in ("answer", "need")
    )


def test_a_loop_steps_again_at_once_while_there_is_something_to_do() -> None:
    left, done = [3, 2, 1], threading.Event()

    def step() -> bool:
        if not left:
            done.set()
            return False
        return bool(left.pop())

    loop = Loop("counter", step, threads=1, pause=3600)
    loop.start()

    assert done.wait(30)
    loop.stop()


def test_an_idle_loop_wakes_when_it_is_told_to() -> None:
    steps = threading.Semaphore(0)

    def step() -> bool:
        steps.release()
        return False

    loop = Loop("sleeper", step, threads=1, pause=3600)
    loop.start()
    assert steps.acquire(timeout=30)
    loop.wake()

    assert steps.acquire(timeout=30)
    loop.stop()


def test_an_idle_loop_looks_again_by_itself() -> None:
    steps = threading.Semaphore(0)

    def step() -> bool:
        steps.release()
        return False

    loop = Loop("watcher", step, threads=1, pause=0.001)
    loop.start()

    assert all(steps.acquire(timeout=30) for _ in range(3))
    loop.stop()


def test_a_loop_goes_on_after_a_step_that_raised() -> None:
    went_on, faults = threading.Event(), [OSError("disk full")]

    def step() -> bool:
        if faults:
            raise faults.pop()
        went_on.set()
        return False

    loop = Loop("brave", step, threads=1, pause=0.001)
    loop.start()

    assert went_on.wait(30)
    loop.stop()


def test_a_stopped_loop_has_ended_its_step_and_makes_no_other() -> None:
    begun, ended = threading.Event(), []

    def step() -> bool:
        begun.set()
        # Let go by the very call to stop, which has to wait for what comes after.
        loop._stopping.wait(30)
        time.sleep(0.05)
        ended.append("step")
        return True

    loop = Loop("worker", step, threads=1)
    loop.start()
    assert begun.wait(30)
    loop.stop(timeout=30)

    assert ended == ["step"]
    assert not any(thread.is_alive() for thread in loop._threads)


def test_a_sleeping_loop_stops_at_once() -> None:
    loop = Loop("sleeper", lambda: False, threads=3, pause=3600)
    loop.start()
    loop.stop(timeout=30)

    assert not any(thread.is_alive() for thread in loop._threads)


def test_a_loop_that_was_never_started_can_be_stopped() -> None:
    Loop("nobody", lambda: False, threads=1).stop()


@pytest.mark.slow
def test_twenty_kills_lose_no_need_and_repeat_nothing(office: Office, tmp_path: Path) -> None:
    choices = [f"P{number}" for number in range(20)]
    for need in choices:
        office.has_need(need)
        office.write("approve", {**CHOICE, "need": need})
        for _ in range(8):
            office.write("ask", OAK)

    killed = [killed_at_a_random_moment(tmp_path) for _ in range(20)]
    with office.store.unit() as unit:
        unit.inbox.recover()
    while work_once(office.desk):
        pass

    assert killed == [-signal.SIGKILL] * 20
    assert set(office.inbox_states()) == {"done"}
    check_told_once(office, [f"N{row[0]}" for row in office.rows("select id from inbox where kind = 'ask'")], choices)


def killed_at_a_random_moment(folder: Path) -> int | None:
    """How a process ended that was killed in the midst of its work."""
    process = PROCESSES.Process(target=work_until_killed, args=(folder,))
    process.start()
    time.sleep(random.uniform(0.02, 0.12))
    process.kill()
    process.join()
    return process.exitcode


def check_told_once(office: Office, needs: list[str], choices: list[str]) -> None:
    by_hand = [key.replace("P1", need) for need in choices for key in ["progress:P1", *BY_HAND]]
    assert sorted(office.told()) == sorted(
        [*by_hand, *(f"{what}:{need}" for need in needs for what in ("answer", "need"))]
    )
    assert all(office.happened(need) == ["asked", "matches"] for need in needs)
    assert all(office.happened(need) == ["approved", "out_of_reach"] for need in choices)
