from dataclasses import replace

import pytest

from bot.desk.ask import asking as writing
from bot.desk.enquire import ANSWER, KIND, answering, asking
from bot.desk.erase import KIND as ERASE
from bot.desk.erase import erasing
from bot.desk.withdraw import KIND as WITHDRAW
from bot.desk.withdraw import withdrawing
from bot.domain.enquiry import Enquiry
from bot.domain.lifecycle import NeedState
from bot.domain.message import Topic
from bot.domain.need import Door, Place
from bot.domain.people import Person
from bot.domain.showing import ForAdvisors, ForCompany
from bot.domain.telling import UNDER_WAY
from bot.workers import work_once
from tests.play import Play
from tests.stand_ins import ADVISOR, COMPANY, FIRST_EXPERT, OTHER_ADVISOR, PUBLIC

QUESTION = "How thick is the oak?"


@pytest.fixture
def play() -> Play:
    """A need that an advisor has a question about."""
    play = Play(None, advisors=(ADVISOR, OTHER_ADVISOR))
    play.asked()
    return play


@pytest.fixture
def enquired(play: Play) -> Play:
    play.happens(KIND, asking("N1", ADVISOR, QUESTION))
    return play


def enquiries(play: Play, need: str = "N1") -> list[Enquiry]:
    with play.store.unit() as unit:
        return list(unit.enquiries.of_need(need))


def is_in(play: Play, state: NeedState) -> None:
    """Put the need into a state, however it came there."""
    with play.store.unit() as unit:
        need = unit.needs.get("N1")
        unit.needs.save(replace(need, state=state), was=need.state)


def replies(play: Play, text: str, place: Place | None = None, user: str = COMPANY) -> None:
    """Somebody writes in a thread: under the newest question, unless said otherwise."""
    with play.store.unit() as unit:
        channel, ts = unit.outbox.place_of("enquiry:N1") or ("", "")
    where = place or Place(channel, ts, private=True)
    play.happens("ask", writing(Person("T1", user), text, Door.DIRECT_MESSAGE, where))


def test_the_company_alone_reads_the_question_and_not_who_asks(enquired: Play) -> None:
    post = enquired.slack.posts["enquiry:N1#1"]

    assert post.readers == {COMPANY}
    assert isinstance(post.value, ForCompany)
    assert post.value.enquiry == Enquiry("N1", "", enquired.clock(), QUESTION)


def test_a_second_question_waits_for_the_first_answer(enquired: Play) -> None:
    enquired.happens(KIND, asking("N1", OTHER_ADVISOR, "And how old?"))

    assert [each.question for each in enquiries(enquired)] == [QUESTION]
    assert enquired.slack.topics(COMPANY).count(Topic.ENQUIRY) == 1


def test_of_two_advisors_who_ask_at_once_the_first_one_asks(play: Play) -> None:
    play.write(KIND, asking("N1", OTHER_ADVISOR, "And how old?"))
    play.write(KIND, asking("N1", ADVISOR, QUESTION))
    play.settle()

    assert [each.asked_by for each in enquiries(play)] == [OTHER_ADVISOR]


@pytest.mark.parametrize("user", [COMPANY, FIRST_EXPERT, "USTRANGER"])
def test_nobody_but_an_advisor_asks(play: Play, user: str) -> None:
    play.happens(KIND, asking("N1", user, QUESTION))

    assert (enquiries(play), play.inbox_states()[-1]) == ([], "given_up")


@pytest.mark.parametrize("state", NeedState)
def test_a_question_is_asked_while_the_company_wants_help(play: Play, state: NeedState) -> None:
    is_in(play, state)
    play.happens(KIND, asking("N1", ADVISOR, QUESTION))

    assert bool(enquiries(play)) == (state in UNDER_WAY)


def test_an_empty_question_is_none(play: Play) -> None:
    play.happens(KIND, asking("N1", ADVISOR, "  \n"))

    assert enquiries(play) == []


def test_the_answer_reaches_the_advisors_and_the_company_reads_that_it_did(enquired: Play) -> None:
    enquired.happens(ANSWER, answering("N1", COMPANY, " Two inches. "))

    assert enquired.slack.topics(COMPANY)[-2:] == [Topic.ENQUIRY_CHANGED, Topic.ANSWER_RECEIVED]
    shown = enquired.slack.value(Topic.ENQUIRY_ANSWERED)
    assert isinstance(shown, ForAdvisors)
    assert shown.enquiries[-1].answer == "Two inches."


@pytest.mark.parametrize("text", ["Three inches.", "Two inches."])
def test_a_second_answer_changes_nothing(enquired: Play, text: str) -> None:
    enquired.write(ANSWER, answering("N1", COMPANY, "Two inches."))
    enquired.write(ANSWER, answering("N1", COMPANY, text))
    enquired.settle()

    assert enquiries(enquired)[0].answer == "Two inches."
    assert enquired.slack.topics(ADVISOR).count(Topic.ENQUIRY_ANSWERED) == 1


@pytest.mark.parametrize("body", [answering("N1", "USTRANGER", "Two."), answering("N9", COMPANY, "Two.")])
def test_nobody_answers_for_the_company(enquired: Play, body: dict[str, str]) -> None:
    enquired.happens(ANSWER, body)

    assert (enquiries(enquired)[0].answer, enquired.inbox_states()[-1]) == (None, "given_up")


def test_a_reply_under_the_question_is_the_answer_and_no_need(enquired: Play) -> None:
    replies(enquired, "Two inches.")

    assert enquiries(enquired)[0].answer == "Two inches."
    assert enquired.rows("select id from needs") == [("N1",)]


def test_a_reply_under_the_need_is_the_answer_as_well() -> None:
    play = Play(None)
    play.happens("ask", writing(Person("T1", COMPANY), "oak", Door.MENTION, PUBLIC))
    play.happens(KIND, asking("N1", ADVISOR, QUESTION))
    replies(play, "Two inches.", PUBLIC)

    assert enquiries(play)[0].answer == "Two inches."


@pytest.mark.parametrize(
    ("place", "user"),
    [(Place("D9", "9.9", private=True), COMPANY), (Place("", None, private=True), COMPANY), (None, "USTRANGER")],
)
def test_what_is_written_elsewhere_or_by_others_is_a_need_of_its_own(
    enquired: Play, place: Place | None, user: str
) -> None:
    replies(enquired, "pine", place, user)

    assert enquiries(enquired)[0].is_open
    assert len(enquired.rows("select id from needs")) == 2


def test_choosing_an_option_of_our_own_question_is_no_answer_to_the_advisors() -> None:
    play = Play(None)
    need = play.asked(text="a thing")
    play.happens(KIND, asking(need, ADVISOR, QUESTION))
    with play.store.unit() as unit:
        place = unit.needs.get(need).place
    replies(play, "a thing\nfor oak", place)

    assert enquiries(play)[0].is_open
    assert play.happened(need)[-1] == "said_more"


def test_after_the_answer_a_reply_is_a_need_of_its_own(enquired: Play) -> None:
    replies(enquired, "Two inches.")
    replies(enquired, "pine")

    assert enquiries(enquired)[0].answer == "Two inches."
    assert len(enquired.rows("select id from needs")) == 2


def test_the_reply_is_taken_for_the_need_that_was_asked_about(enquired: Play) -> None:
    enquired.asked(text="pine")
    replies(enquired, "Two inches.")

    assert enquiries(enquired)[0].answer == "Two inches."


def test_a_need_that_ends_takes_its_question_along(enquired: Play) -> None:
    enquired.happens(WITHDRAW, withdrawing(COMPANY, "N1"))
    enquired.happens(ANSWER, answering("N1", COMPANY, "Two inches."))

    assert enquired.slack.topics(COMPANY)[-1] is Topic.ENQUIRY_CHANGED
    assert enquiries(enquired)[0].is_open


def test_a_question_to_somebody_who_was_erased_is_not_asked(play: Play) -> None:
    play.write(KIND, asking("N1", ADVISOR, QUESTION))
    assert work_once(play.desk)
    play.write(ERASE, erasing(COMPANY))
    assert work_once(play.desk)
    play.settle()

    assert Topic.ENQUIRY not in play.slack.topics(COMPANY)
    assert enquiries(play)[0].question == ""


def test_what_was_erased_is_answered_by_nobody(enquired: Play) -> None:
    enquired.happens(ERASE, erasing(COMPANY))
    enquired.happens(ANSWER, answering("N1", COMPANY, "Two inches."))

    assert not enquiries(enquired)[0].answer
    assert enquired.inbox_states()[-1] == "given_up"


def test_each_question_has_a_message_of_its_own(enquired: Play) -> None:
    enquired.happens(ANSWER, answering("N1", COMPANY, "Two inches."))
    enquired.happens(KIND, asking("N1", OTHER_ADVISOR, "And how old?"))
    enquired.happens(ANSWER, answering("N1", COMPANY, "A hundred years."))

    posts = [enquired.slack.posts[f"enquiry_answered:N1#{number}"].value for number in (1, 2)]
    answers = [post.enquiries[-1].answer for post in posts if isinstance(post, ForAdvisors)]
    assert answers == ["Two inches.", "A hundred years."]


def test_an_answer_that_advisors_hear_of_late_is_still_the_one_to_that_question(enquired: Play) -> None:
    enquired.write(ANSWER, answering("N1", COMPANY, "Two inches."))
    enquired.write(KIND, asking("N1", OTHER_ADVISOR, "And how old?"))
    enquired.settle()

    shown = enquired.slack.value(Topic.ENQUIRY_ANSWERED)
    assert isinstance(shown, ForAdvisors)
    assert [each.question for each in shown.enquiries] == [QUESTION]
