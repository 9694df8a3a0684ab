import logging
from collections.abc import Iterable

import pytest

from bot.desk.ask import ask, asking, choosing, keep_unanswered
from bot.domain.enquiry import Enquiry
from bot.domain.lifecycle import NeedEvent, NeedState
from bot.domain.limits import Limit
from bot.domain.need import Door, Need, Place
from bot.domain.people import Person
from bot.domain.triage import Triage
from bot.storage.ports import Arrival
from matcher.answer import Answer, Language, Match, Option
from matcher.context import MOST_QUESTIONS
from tests.stand_ins import ADVISOR, CARVING, COMPANY, DRYING, MORNING, PUBLIC, UNTOLD, Office, an_introduction

DIRECT = Place("", None, private=True)
GMP, PATIENTS = ("quality", "GMP"), ("subjects", "humans")


def kept(office: Office, arrival: Arrival) -> Need:
    with office.store.unit() as unit:
        return unit.needs.get(f"N{arrival.id}")


def kept_as(office: Office, need: Need) -> NeedState:
    """Where a need stands by now."""
    with office.store.unit() as unit:
        return unit.needs.get(need.id).state


def asked(office: Office, text: str, user: str = COMPANY, place: Place = PUBLIC) -> Need:
    arrival = office.asks(text, user, place)
    ask(office.desk, arrival)
    return kept(office, arrival)


def putting_right(
    office: Office, text: str, *without: Limit, need: str = "N1", user: str = COMPANY, place: Place = PUBLIC
) -> Arrival:
    body = asking(Person("T1", user), text, Door.MENTION, place, without=without, instead_of=need)
    return office.taken("ask", body)


def put_right(office: Office, text: str, *without: Limit, need: str = "N1") -> Need:
    arrival = putting_right(office, text, *without, need=need)
    ask(office.desk, arrival)
    return kept(office, arrival)


def reasons(office: Office, need: str) -> list[tuple[str, str]]:
    """What happened to a need, and why."""
    with office.store.unit() as unit:
        return [(event.name, event.reason) for event in unit.events.of_need(need)]


def has_enquiry(office: Office, need: str) -> None:
    """An advisor has asked the company something."""
    with office.store.unit() as unit:
        unit.enquiries.add(Enquiry(need, "UADVISOR", MORNING, "How thick?"))


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


@pytest.mark.parametrize("language", ["en", "sv"])
def test_a_need_that_does_not_tell_is_answered_in_the_language_of_its_askers_slack(
    office: Office, language: Language
) -> None:
    office.villagers.locales[COMPANY] = language
    answered, unanswered = office.asks(UNTOLD), office.asks(UNTOLD)

    ask(office.desk, answered)
    keep_unanswered(office.desk, unanswered, "RuntimeError")

    assert [kept(office, arrival).language for arrival in (answered, unanswered)] == [language] * 2


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
        "without": [],
        "instead_of": None,
    }


def test_an_arrival_that_was_written_before_anything_could_be_put_right_is_answered(office: Office) -> None:
    body = asking(Person("T1", COMPANY), "dry oak under GMP", Door.MENTION, PUBLIC)
    arrival = office.taken("ask", {key: body[key] for key in body if key not in {"without", "instead_of"}})

    ask(office.desk, arrival)

    answer = kept(office, arrival).answer
    assert answer is not None
    assert answer.limits == {"quality": "GMP"}


def test_a_need_that_is_put_right_is_answered_again_without_what_was_not_meant(office: Office) -> None:
    asked(office, "dry oak under GMP for patients")

    need = put_right(office, "dry oak under GMP for patients", GMP)

    assert need.answer is not None
    assert (need.answer.limits, need.answer.left_out) == ({"subjects": "humans"}, (GMP,))
    assert (need.place, need.door) == (PUBLIC, Door.MENTION)


def test_what_was_asked_before_is_over_and_its_answer_says_so(office: Office) -> None:
    asked(office, "dry oak under GMP")

    put_right(office, "dry oak under GMP", GMP)

    assert reasons(office, "N1")[1:] == [("matches", ""), ("said_more", "not meant: quality GMP")]
    assert reasons(office, "N2")[0] == ("asked", "not meant: quality GMP")
    assert "answer_put_right:N1" in office.told()


@pytest.mark.parametrize("advisor", [None, ADVISOR])
def test_whoever_had_taken_a_need_has_the_one_that_it_goes_on_as(office: Office, advisor: str | None) -> None:
    asked(office, "dry oak under GMP")
    with office.store.unit() as unit:
        unit.triage.save(Triage("N1", advisor, MORNING if advisor else None), was=None)

    need = put_right(office, "dry oak under GMP", GMP)

    with office.store.unit() as unit:
        assert unit.triage.get(need.id).advisor == advisor
    assert ("stays_with" in dict(reasons(office, need.id))) is (advisor is not None)


def test_words_that_were_put_right_stand_for_themselves(office: Office) -> None:
    asked(office, "dry oak under GMP")

    assert put_right(office, "dry birch").text == "dry birch"
    assert reasons(office, "N1")[-1] == ("said_more", "")


def test_a_need_under_which_somebody_was_asked_goes_on_beside_the_new_one(office: Office) -> None:
    old = asked(office, "dry oak under GMP")
    with office.store.unit() as unit:
        unit.introductions.add(an_introduction())

    put_right(office, "dry oak under GMP", GMP)

    assert kept_as(office, old) is NeedState.MATCHED
    assert reasons(office, "N1")[-1] == ("put_right", "not meant: quality GMP")
    assert "answer_put_right:N1" not in office.told()


@pytest.mark.parametrize("text", ["dry oak", "fly to the moon", "a thing"])
def test_every_answer_that_tells_limits_can_be_put_right(office: Office, text: str) -> None:
    old = asked(office, f"{text} under GMP")

    put_right(office, f"{text} under GMP", GMP)

    assert kept_as(office, old) is NeedState.CLOSED


def test_a_need_that_ended_meanwhile_stays_as_it_is_and_the_new_one_is_answered(office: Office) -> None:
    old = asked(office, "dry oak under GMP")
    with office.store.unit() as unit:
        unit.needs.save(old.after(NeedEvent.WITHDRAWN), was=old.state)

    put_right(office, "dry oak under GMP", GMP)

    assert kept_as(office, old) is NeedState.WITHDRAWN
    assert office.happened("N2") == ["asked", "matches"]


def test_what_is_put_right_is_worked_on_once_however_often_it_is_tried(office: Office) -> None:
    asked(office, "dry oak under GMP")
    arrival = putting_right(office, "dry oak under GMP", GMP)
    ask(office.desk, arrival)
    told = office.told()

    ask(office.desk, arrival)

    assert (office.told(), office.happened("N1")[-1]) == (told, "said_more")


@pytest.mark.parametrize(("need", "user"), [("N1", "USOMEBODY"), ("N9", COMPANY)])
def test_nobody_can_put_right_what_is_not_theirs(
    office: Office, need: str, user: str, caplog: pytest.LogCaptureFixture
) -> None:
    asked(office, "dry oak under GMP")
    arrival = putting_right(office, "dry birch", GMP, need=need, user=user)

    with caplog.at_level(logging.WARNING):
        ask(office.desk, arrival)

    assert (office.inbox_states(), office.matcher.asked) == (["done", "given_up"], ["dry oak under GMP"])
    assert office.happened("N1") == ["asked", "matches"]
    assert caplog.messages == [f"refused: arrival 2 (ask) of {user}"]


def test_what_is_put_right_is_no_answer_to_an_advisors_question(office: Office) -> None:
    asked(office, "dry oak under GMP")
    has_enquiry(office, "N1")

    assert put_right(office, "dry birch").text == "dry birch"
    with office.store.unit() as unit:
        assert unit.enquiries.of_need("N1")[0].answer is None


@pytest.mark.parametrize("without", [[], [GMP]])
def test_what_was_not_meant_stays_so_when_a_question_is_answered(office: Office, without: Iterable[Limit]) -> None:
    asked(office, "a thing under GMP")
    put_right(office, "a thing under GMP", GMP)

    arrival = office.taken("ask", asking(Person("T1", COMPANY), "for patients", Door.MENTION, PUBLIC, without=without))
    ask(office.desk, arrival)

    answer = kept(office, arrival).answer
    assert answer is not None
    assert (answer.limits, answer.left_out) == ({"subjects": "humans"}, (GMP,))


def test_what_cannot_be_answered_when_put_right_is_kept_and_the_other_goes_on(office: Office) -> None:
    old = asked(office, "a thing under GMP")
    arrival = putting_right(office, "dry birch", GMP)

    keep_unanswered(office.desk, arrival, "RuntimeError")

    assert kept(office, arrival).text == "dry birch"
    assert kept_as(office, old) is NeedState.UNCLEAR


OAK, CARVED = Option({"en": "Oak"}, adds="of oak"), Option({"en": "Carving"}, entry=CARVING)


def chose(office: Office, need: Need, option: Option) -> Need:
    arrival = office.taken("ask", choosing(need, option))
    ask(office.desk, arrival)
    return kept(office, arrival)


@pytest.mark.parametrize("place", [PUBLIC, DIRECT])
def test_an_option_that_is_an_entry_is_answered_with_it_in_the_companys_own_words(office: Office, place: Place) -> None:
    question = asked(office, "a thing under GMP", place=place)

    need = chose(office, question, CARVED)

    assert need.answer is not None
    assert (need.text, need.place, need.state) == ("a thing under GMP", place, NeedState.MATCHED)
    assert (need.answer.chosen, need.answer.asked) == (CARVING, 1)
    assert kept_as(office, question) is NeedState.CLOSED
    assert office.told()[-2:] == ["answer:N2", "need:N2"]


def test_an_option_that_says_more_adds_its_words(office: Office) -> None:
    need = chose(office, asked(office, "a thing"), OAK)

    assert need.text == "a thing\nof oak"


@pytest.mark.parametrize("place", [PUBLIC, DIRECT])
def test_a_company_is_asked_twice_at_most_and_then_shown_what_is_nearest(office: Office, place: Place) -> None:
    need = asked(office, "a thing", place=place)
    for _ in range(MOST_QUESTIONS):
        assert need.state is NeedState.UNCLEAR
        need = chose(office, need, OAK)

    assert need.state is NeedState.MATCHED
    assert "need:N3" in office.told()


def test_what_is_typed_in_the_thread_answers_a_question_too(office: Office) -> None:
    asked(office, "a thing")
    second = asked(office, "for oak")
    third = asked(office, "a chair")

    assert (second.state, third.state) == (NeedState.UNCLEAR, NeedState.MATCHED)
    assert third.text == "a thing\nfor oak\na chair"


def test_an_option_pressed_after_an_advisor_put_matches_there_leaves_these_as_they_are(office: Office) -> None:
    question = asked(office, "a thing")
    with office.store.unit() as unit:
        unit.needs.save(question.after(NeedEvent.CORRECTED), was=question.state)

    chose(office, question, CARVED)

    assert kept_as(office, question) is NeedState.MATCHED
    assert office.happened("N2") == ["asked", "matches"]


def test_two_options_pressed_at_once_are_both_answered(office: Office) -> None:
    question = asked(office, "a thing")

    chose(office, question, CARVED)

    assert chose(office, question, OAK).text == "a thing\nof oak"
    assert office.happened("N1") == ["asked", "unclear", "said_more"]


def test_what_was_chosen_holds_when_the_same_words_are_put_right(office: Office) -> None:
    chosen = chose(office, asked(office, "a thing under GMP"), CARVED)

    same = put_right(office, chosen.text, GMP, need=chosen.id)
    other = put_right(office, "another thing", need=same.id)

    assert [(need.answer.chosen, need.answer.asked) for need in (same, other) if need.answer] == [
        (CARVING, 1),
        (None, 1),
    ]


def test_nobody_can_answer_somebody_elses_question(office: Office) -> None:
    question = asked(office, "a thing")
    arrival = office.taken("ask", {**choosing(question, CARVED), "user": "USOMEBODY"})

    ask(office.desk, arrival)

    assert kept_as(office, question) is NeedState.UNCLEAR


def test_an_option_that_cannot_be_answered_is_kept_with_the_words_of_its_need(office: Office) -> None:
    question = asked(office, "a thing")

    keep_unanswered(office.desk, office.taken("ask", choosing(question, CARVED)), "RuntimeError")

    assert office.told()[-2:] == ["apology:N2", "breakdown:N2"]
    assert kept_as(office, question) is NeedState.UNCLEAR
