import pytest

from bot.desk.ask import ask, asking, keep_unanswered
from bot.domain.lifecycle import NeedEvent, NeedState
from bot.domain.need import Door, Need, Place
from bot.domain.people import Person
from bot.storage.ports import Arrival
from matcher.answer import Answer, Match
from tests.stand_ins import COMPANY, DRYING, MORNING, PUBLIC, Office

DIRECT = Place("", None, private=True)


def kept(office: Office, arrival: Arrival) -> Need:
    with office.store.unit() as unit:
        return unit.needs.get(f"N{arrival.id}")


def asked(office: Office, text: str, user: str = COMPANY, place: Place = PUBLIC) -> Need:
    arrival = office.asks(text, user, place)
    ask(office.desk, arrival)
    return kept(office, arrival)


def test_a_need_is_kept_with_its_answer(office: Office) -> None:
    match = Match("service", DRYING, "joinery", "Drying of timber", 0.9, "strong")

    assert asked(office, "dry oak") == Need(
        "N1",
        Person("T1", COMPANY),
        "dry oak",
        Door.MENTION,
        PUBLIC,
        MORNING,
        state=NeedState.MATCHED,
        answer=Answer("en", "matches", (match,)),
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("dry oak", ["answer:N1", "need:N1"]),
        ("fly to the moon", ["answer:N1", "need:N1"]),
        ("a thing", ["answer:N1"]),
        ("hello", ["answer:N1"]),
    ],
)
def test_the_company_is_answered_and_the_advisors_hear_of_what_asks_for_something(
    office: Office, text: str, told: list[str]
) -> None:
    asked(office, text)

    assert office.told() == told


def test_the_log_says_who_asked_and_what_the_matcher_said(office: Office) -> None:
    asked(office, "fly to the moon")

    with office.store.unit() as unit:
        events = unit.events.of_need("N1")
    assert [(event.actor, event.name) for event in events] == [(COMPANY, "asked"), ("lotsen", "nothing_fits")]


def test_the_need_is_dated_when_it_came_and_not_when_it_was_worked_on(office: Office) -> None:
    arrival = office.asks("dry oak")
    office.clock.move(minutes=5)
    ask(office.desk, arrival)

    assert kept(office, arrival).asked_at == MORNING


def test_the_arrival_is_done_with_the_answer(office: Office) -> None:
    asked(office, "dry oak")

    assert office.inbox_states() == ["done"]


def test_a_need_worked_on_twice_is_answered_once(office: Office) -> None:
    arrival = office.asks("dry oak")
    ask(office.desk, arrival)
    ask(office.desk, arrival)

    assert office.told() == ["answer:N1", "need:N1"]
    assert office.happened("N1") == ["asked", "matches"]


def test_a_reply_to_a_question_is_read_with_what_was_asked_before(office: Office) -> None:
    asked(office, "a thing")

    assert asked(office, "for oak").text == "a thing\nfor oak"
    assert office.matcher.asked == ["a thing", "a thing\nfor oak"]


def test_a_question_that_was_answered_is_closed(office: Office) -> None:
    asked(office, "a thing")
    asked(office, "for oak")

    assert office.happened("N1") == ["asked", "unclear", "said_more"]
    assert office.happened("N2")[0] == "asked"


def test_a_reply_to_a_question_that_was_taken_back_is_a_need_of_its_own(office: Office) -> None:
    need = asked(office, "a thing")
    with office.store.unit() as unit:
        unit.needs.save(need.after(NeedEvent.WITHDRAWN), was=need.state)

    assert asked(office, "for oak").text == "for oak"


def test_a_reply_that_repeats_what_was_asked_is_not_read_twice(office: Office) -> None:
    asked(office, "a thing")

    assert asked(office, "a thing for oak").text == "a thing for oak"


def test_a_reply_to_an_answer_is_a_need_of_its_own(office: Office) -> None:
    asked(office, "dry oak")

    assert asked(office, "carve pine").text == "carve pine"


def test_somebody_elses_reply_is_a_need_of_its_own(office: Office) -> None:
    asked(office, "a thing")

    assert asked(office, "for oak", user="USOMEBODY").text == "for oak"


def test_direct_messages_are_not_read_together(office: Office) -> None:
    asked(office, "a thing", place=DIRECT)

    assert asked(office, "for oak", place=DIRECT).text == "for oak"


def test_a_need_that_cannot_be_answered_is_kept_with_an_apology(office: Office) -> None:
    arrival = office.asks("dry oak")
    keep_unanswered(office.desk, arrival, "RuntimeError")

    assert kept(office, arrival).text == "dry oak"
    assert kept(office, arrival).state is NeedState.ASKED
    assert office.told() == ["apology:N1", "breakdown:N1"]
    assert office.happened("N1") == ["asked", "broke"]
    assert office.inbox_states() == ["given_up"]


def test_an_apology_is_in_the_language_of_the_need(office: Office) -> None:
    arrival = office.asks("torka ek")
    keep_unanswered(office.desk, arrival, "RuntimeError")

    assert kept(office, arrival).language == "sv"


def test_nobody_apologises_for_a_need_that_was_answered_meanwhile(office: Office) -> None:
    arrival = office.asks("dry oak")
    ask(office.desk, arrival)
    keep_unanswered(office.desk, arrival, "RuntimeError")

    assert office.told() == ["answer:N1", "need:N1"]
    assert office.inbox_states() == ["done"]


def test_an_unanswered_need_keeps_the_fault_without_its_words(office: Office) -> None:
    keep_unanswered(office.desk, office.asks("dry oak"), "RuntimeError")

    with office.store.unit() as unit:
        assert unit.events.of_need("N1")[-1].reason == "RuntimeError"


def test_a_matcher_that_raises_changes_nothing(office: Office) -> None:
    office.matcher.failures = 1
    arrival = office.asks("dry oak")

    with pytest.raises(RuntimeError):
        ask(office.desk, arrival)
    assert (office.told(), office.happened("N1"), office.inbox_states()) == ([], [], ["taken"])


def test_the_body_of_an_arrival_holds_all_that_is_needed() -> None:
    assert asking(Person("T1", "U1"), "oak", Door.COMMAND, DIRECT) == {
        "team": "T1",
        "user": "U1",
        "text": "oak",
        "door": "command",
        "channel": "",
        "thread": None,
        "private": True,
    }
