"""Whatever advisors can do, done by everybody else: refused and logged, and nothing changes and nothing is shown."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest
from slack_bolt import BoltRequest, BoltResponse
from slack_bolt.listener import Listener

from bot.domain.correction import Correction
from bot.domain.enquiry import Enquiry
from bot.domain.people import Person
from bot.domain.private_words import About, Confidential, PrivateWords
from bot.rehearsal.wire import Call, Json
from bot.slack.listeners import desk
from bot.slack.listeners.desk import desk_command, file_actions
from tests.slack.answers import DYEING, FOUND, MILLING, a_need, an_introduction
from tests.slack.everything import by_hand
from tests.slack.forging import Lines, Use, dump, everything_of_advisors, logged, told
from tests.slack.rig import MONDAY, Rig, over_http

STRANGERS = ("company", "expert", "guest", "partner")
OTHERS, OWN, NOTE, REASON, QUESTION = "birch ladders", "ash chairs", "rude on the phone", "red is wanted", "how thick"


@dataclass
class Forged:
    """What came of it when somebody used everything that advisors can use."""

    rig: Rig
    user: str
    uses: list[Use]
    log: Lines
    before: list[str]
    after: list[str]
    answers: list[Json | None]
    calls: list[Call]


@pytest.fixture(scope="module", params=STRANGERS)
def forged(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Forged]:
    """Somebody who is no advisor has used everything."""
    with over_http(tmp_path_factory.mktemp(request.param)) as rig:
        record(rig)
        yield using_everything(rig, request.param)
        rig.stage.quiet(0.2)
        assert rig.stage.final_checks() == []


def is_taken(listener: Listener, request: BoltRequest) -> bool:
    return listener.matches(req=request, resp=BoltResponse(status=200))


def is_of_desk(listener: Listener) -> bool:
    module = listener.ack_function.__module__
    return module.startswith(desk.__name__) or module.rpartition(".")[2].startswith("by_hand")


def record(rig: Rig) -> None:
    """The case that all views of `everything` are about, with needs of another company beside it."""
    rig.stage.say("company", "needs", "Good morning.")
    with rig.store.unit() as unit:
        for n in range(1, 7):
            unit.needs.add(replace(a_need(FOUND, text=OTHERS), id=f"N{n}", asker=Person("T0HOME", "U0COMPANY2")))
        unit.needs.add(a_need(FOUND, text=OWN))
        unit.introductions.add(by_hand())
        unit.introductions.add(an_introduction(DYEING))
        unit.private.add(PrivateWords(MONDAY, "N7", None, "U0ADVISOR", About.NOTE, Confidential(NOTE)))
        unit.enquiries.add(Enquiry("N7", "U0ADVISOR", MONDAY, QUESTION))
        unit.corrections.add(Correction("N7/1", "N7", "U0ADVISOR", MONDAY, (MILLING,), (DYEING,), REASON))


def using_everything(rig: Rig, user: str) -> Forged:
    """Have somebody use everything that advisors can use, one after another."""
    uses = [use for use in everything_of_advisors() if use.is_offered(user)]
    before, calls = dump(rig), len(rig.stage.calls)
    with logged() as log:
        answers = [refused(rig, user, use, log) for use in uses]
        rig.work()
    return Forged(rig, user, uses, log, before, dump(rig), answers, rig.stage.calls[calls:])


def refused(rig: Rig, user: str, use: Use, log: Lines) -> Json | None:
    """Have somebody use one thing, and wait until the log and they themselves know that they may not."""
    lines, words = len(log.said), told(rig, user)
    answer = use.do(rig, user)
    rig.stage.until(lambda: len(log.said) > lines, what=f"a line about {use.named}")
    rig.stage.until(lambda: not use.is_told or told(rig, user) - words, what=f"a word about {use.named}")
    return answer


def test_it_is_refused_and_each_refusal_is_a_line_of_ids_in_the_log(forged: Forged) -> None:
    account = forged.rig.stage.slack.person(forged.user).id
    expected = [f"refused to {account}: {use.named}" for use in forged.uses]

    assert [line.partition(": ")[2] for line in forged.log.said] == expected


def test_nothing_changes_in_the_record(forged: Forged) -> None:
    assert forged.after == forged.before


def test_nothing_of_a_case_is_shown(forged: Forged) -> None:
    with forged.rig.store.unit() as unit:
        own = {OWN, QUESTION} if unit.needs.of_asker(f"U0{forged.user.upper()}") else set()
    shown = str([forged.calls, forged.answers])

    assert [words for words in {OTHERS, OWN, NOTE, REASON, QUESTION} - own if words in shown] == []


def test_nobody_else_hears_anything(forged: Forged) -> None:
    posted = [call for call in forged.calls if call["method"].startswith("chat.")]

    assert posted == []


def test_no_listener_that_is_for_advisors_was_left_out(forged: Forged) -> None:
    listeners = forged.rig.app._listeners
    sent = [BoltRequest(body=each["payload"], mode="socket_mode") for each in forged.rig.stage.deliveries]
    taken = [next(each for each in listeners if is_taken(each, request)) for request in sent]
    left = [each.ack_function.__module__ for each in listeners if is_of_desk(each) and each not in taken]

    not_offered = [desk_command.__name__, file_actions.__name__] if forged.user == "partner" else []
    assert left == not_offered
