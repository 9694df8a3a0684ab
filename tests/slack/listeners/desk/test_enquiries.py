from pathlib import Path

import pytest

from bot.desk.triage import KIND as TRIAGE
from bot.desk.triage import concluding
from bot.domain.triage import Outcome
from bot.rehearsal.wire import Json
from bot.slack.views import enquiry as company_enquiry
from bot.slack.views.desk.enquiry import ASK, CALLBACK, QUESTION
from tests.slack.advising import opens, pressing, submitting
from tests.slack.rig import ADVISORS, Rig, over_socket

ASKED = "How thick are they to be?"


@pytest.fixture
def asked(rig: Rig) -> Rig:
    """An advisor has asked a company about its need."""
    rig.asks("a chair of oak")
    enquires(rig)
    return rig


def enquires(rig: Rig, question: str = ASKED) -> Json:
    opens(rig, ASK, CALLBACK)
    acknowledged: Json = rig.stage.submit("advisor", {QUESTION: question}) or {}
    rig.work()
    return acknowledged


def answers(rig: Rig, text: str = "Twenty millimetres.") -> Json:
    rig.stage.click("company", company_enquiry.ANSWER)
    rig.modal_of("company", company_enquiry.CALLBACK)
    acknowledged: Json = rig.stage.submit("company", {company_enquiry.TEXT: text}) or {}
    rig.work()
    return acknowledged


def answer_on_record(rig: Rig) -> str | None:
    with rig.store.unit() as unit:
        return unit.enquiries.of_need("N1")[-1].answer


def test_the_company_alone_reads_the_question_and_not_who_of_the_advisors_asks(asked: Rig) -> None:
    (question,) = asked.direct("company")

    assert ASKED in str(question["blocks"])
    assert "U0ADVISOR" not in str(question)
    assert ASKED not in asked.stage.visible_to("company2") + asked.stage.visible_to("expert")


def test_the_answer_is_kept_and_the_advisors_hear_that_it_came(asked: Rig) -> None:
    answers(asked)

    assert answer_on_record(asked) == "Twenty millimetres."
    assert "The company has answered: need N1" in asked.posted(ADVISORS)[-1]["text"]
    assert "desk_open" in str(asked.posted(ADVISORS)[-1]["blocks"])


def test_a_question_that_was_answered_shows_the_answer_in_place_of_its_button(asked: Rig) -> None:
    answers(asked)

    question = asked.direct("company")[0]
    assert "You answered:" in str(question["blocks"])
    assert "Twenty millimetres." in str(question["blocks"])
    assert company_enquiry.ANSWER not in str(question["blocks"])


def test_a_company_is_thanked_once(asked: Rig) -> None:
    answers(asked)

    assert ["Thank you." in str(message["blocks"]) for message in asked.direct("company")].count(True) == 1


def test_a_reply_under_the_question_is_the_answer_too(asked: Rig) -> None:
    (question,) = asked.direct("company")

    asked.stage.say("company", "bot", "Twenty, please.", thread_ts=question["ts"])
    asked.work()

    assert answer_on_record(asked) == "Twenty, please."
    assert "Thank you. The innovation advisors have your answer." in asked.stage.visible_to("company")


def test_one_question_is_asked_at_a_time(asked: Rig) -> None:
    opens(asked, ASK, "")

    assert f"The company has a question to answer first: “{ASKED}”" in asked.stage.visible_to("advisor")


def test_the_next_question_can_be_asked_when_the_first_is_answered(asked: Rig) -> None:
    answers(asked)

    enquires(asked, "And how long?")

    assert "And how long?" in str(asked.direct("company")[-1]["blocks"])


def test_of_two_advisors_who_ask_at_once_the_company_reads_the_first(rig: Rig) -> None:
    rig.asks("a chair of oak")
    opens(rig, ASK, CALLBACK)
    opens(rig, ASK, CALLBACK, user="advisor2")

    rig.stage.submit("advisor", {QUESTION: ASKED})
    rig.stage.submit("advisor2", {QUESTION: "Which wood?"})
    rig.work()

    assert len(rig.direct("company")) == 1
    assert "Which wood?" not in rig.stage.visible_to("company")


def test_a_question_without_words_is_not_sent(rig: Rig) -> None:
    rig.asks("a chair of oak")

    assert "in words" in enquires(rig, "???")["errors"][QUESTION]


def test_an_answer_without_words_is_not_sent(asked: Rig) -> None:
    assert "in words" in answers(asked, "…")["errors"][company_enquiry.TEXT]
    assert answer_on_record(asked) is None


def test_only_the_company_that_was_asked_can_answer(asked: Rig) -> None:
    asked.stage.click("company", company_enquiry.ANSWER)
    view = asked.modal_of("company", company_enquiry.CALLBACK)
    typed = {company_enquiry.TEXT: {company_enquiry.TEXT: {"type": "plain_text_input", "value": "None of it."}}}

    asked.dispatch(pressing(asked, "company2", company_enquiry.ANSWER, "N1"))
    refused = asked.dispatch(submitting(asked, "company2", view, typed))
    asked.work()

    assert "Only the person who asked" in refused.body
    assert "U0COMPANY2" not in asked.stage.slack.world.screens.stacks
    assert answer_on_record(asked) is None


def test_an_answer_that_comes_after_another_is_told_so(asked: Rig) -> None:
    asked.stage.click("company", company_enquiry.ANSWER)
    asked.modal_of("company", company_enquiry.CALLBACK)
    asked.stage.say("company", "bot", "Twenty.", thread_ts=asked.direct("company")[0]["ts"])
    asked.work()

    late = asked.stage.submit("company", {company_enquiry.TEXT: "Thirty."}) or {}

    assert "answered already" in late["errors"][company_enquiry.TEXT]
    assert answer_on_record(asked) == "Twenty."


def test_an_answer_to_a_question_about_a_need_that_is_over_is_told_so(asked: Rig) -> None:
    asked.stage.click("company", company_enquiry.ANSWER)
    asked.modal_of("company", company_enquiry.CALLBACK)
    asked.reception.write("closed", TRIAGE, concluding("N1", "U0ADVISOR", Outcome.NOT_NOW))
    asked.work()

    late = asked.stage.submit("company", {company_enquiry.TEXT: "Thirty."}) or {}

    assert "not needed any more" in late["errors"][company_enquiry.TEXT]
    assert answer_on_record(asked) is None


def test_a_question_delivered_twice_is_one(asked: Rig) -> None:
    asked.dispatch(asked.stage.deliveries[-1]["payload"])
    asked.work()

    assert len(asked.direct("company")) == 1


def test_a_question_to_a_company_that_cannot_be_reached_is_told_to_the_advisors(rig: Rig) -> None:
    rig.asks("a chair of oak")
    rig.stage.fault("conversations.open", error="user_disabled")
    rig.stage.fault("chat.postEphemeral", error="user_not_in_channel")

    enquires(rig)

    assert any("could not be delivered" in message["text"] for message in rig.posted(ADVISORS))


def test_a_company_answers_in_swedish_over_socket_mode(tmp_path: Path) -> None:
    with over_socket(tmp_path) as rig:
        rig.asks("vi behöver en chair")
        enquires(rig, "Hur tjocka ska de vara?")

        answers(rig, "Tjugo millimeter.")

        assert "Tack. Innovationsrådgivarna har fått ert svar." in rig.stage.visible_to("company")
        assert "Företaget har svarat: behov N1" in rig.posted(ADVISORS)[-1]["text"]
        assert rig.stage.final_checks() == []
