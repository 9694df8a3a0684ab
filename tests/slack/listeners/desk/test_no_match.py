"""An advisor answers that nobody here can help, with a draft that follows the reason and the door."""

import pytest

from bot.domain.lifecycle import NeedState
from bot.domain.triage import Outcome
from bot.rehearsal.wire import Json
from bot.slack.views.desk import no_match
from bot.slack.views.desk.triage_acts import NO_MATCH
from tests.slack.advising import pressing
from tests.slack.at_page import changed, events_of, new, triage_of, turns_to
from tests.slack.rig import Rig


@pytest.fixture
def answering(rig: Rig) -> Rig:
    """An advisor has opened the answer upon the page of a need that nothing fits."""
    rig.asks("a rocket")
    rig.at_once = True
    opens_answer(rig)
    return rig


def opens_answer(rig: Rig) -> None:
    turns_to(rig)
    rig.stage.click("advisor", NO_MATCH, modal=True)
    rig.modal_of("advisor", no_match.CALLBACK)


def text_of(rig: Rig) -> str:
    view = rig.modal_of("advisor", no_match.CALLBACK)
    elements = (block.get("element", {}) for block in view["blocks"])
    return str(next(each.get("initial_value") for each in elements if each.get("action_id") == no_match.TEXT))


def chooses(rig: Rig, field: str, value: str) -> str:
    """Another reason or door; the text that stands there then."""
    before = rig.modal_of("advisor")["hash"]
    rig.stage.click("advisor", field, modal=True, option=value)
    rig.stage.until(lambda: rig.modal_of("advisor", no_match.CALLBACK)["hash"] != before, what="another draft")
    return text_of(rig)


def sends(rig: Rig, values: dict[str, str]) -> Json:
    return rig.stage.submit("advisor", {no_match.REASON: "not_open", **values}) or {}


def state(rig: Rig) -> NeedState:
    with rig.store.unit() as unit:
        return unit.needs.get("N1").state


def test_the_draft_follows_the_reason_and_the_door(answering: Rig) -> None:
    assert "Metal is milled at the shipyard" in text_of(answering)
    assert "cannot take in companies at present" in chooses(answering, no_match.REASON, "not_open")

    assert "shipyard" not in chooses(answering, no_match.DOOR, no_match.NOWHERE)


def test_the_company_gets_the_answer_and_the_advisor_sees_that_it_is_over(answering: Rig) -> None:
    page = answering.stage.slack.world.screens.stacks["U0ADVISOR"][0]
    before = answering.stage.slack.world.screens.views[page]["hash"]

    sends(answering, {no_match.TEXT: "Turn to the shipyard, they mill metal."})
    told = changed(answering, before)
    answering.work()

    assert "You told the company that nobody here can help" in new(told)
    assert "*What the company was told*\nTurn to the shipyard, they mill metal." in told
    assert "Turn to the shipyard, they mill metal." in str(answering.direct("company"))
    assert (state(answering), triage_of(answering).outcome) == (NeedState.CLOSED, Outcome.NOTHING_HERE)


def test_what_an_advisor_wrote_is_not_overwritten_by_a_draft(answering: Rig) -> None:
    view = answering.modal_of("advisor")
    for block in view["blocks"]:
        if block.get("element", {}).get("action_id") == no_match.TEXT:
            block["element"]["initial_value"] = "My own words."

    answering.stage.click("advisor", no_match.REASON, modal=True, option="not_open")

    answering.stage.quiet(0.3)
    assert text_of(answering) == "My own words."


def test_an_answer_without_words_is_not_sent(answering: Rig) -> None:
    answer = sends(answering, {no_match.TEXT: "…"})

    assert "what the company is to read" in answer["errors"][f"{no_match.TEXT}_0"]
    assert state(answering) is NeedState.UNMATCHED


def test_an_answer_to_what_is_over_is_not_sent(answering: Rig) -> None:
    answering.stage.slash("company", "needs", "/lotsen", "withdraw N1")

    answer = sends(answering, {})

    assert "This need is over" in answer["errors"][f"{no_match.TEXT}_0"]
    assert "referred" not in events_of(answering)


def test_what_is_over_has_no_answer_to_open(rig: Rig) -> None:
    rig.asks("a rocket")
    rig.at_once = True
    rig.stage.slash("company", "needs", "/lotsen", "withdraw N1")

    rig.dispatch(pressing(rig, "advisor", NO_MATCH, "N1"))

    rig.stage.until(lambda: "This need is over" in str(rig.modal_of("advisor")), what="a word")


def test_a_draft_for_a_need_that_is_not_known_stays_as_it_is(answering: Rig) -> None:
    view = answering.modal_of("advisor")
    view["private_metadata"] = no_match.Form("N9", "en").packed()

    answering.stage.click("advisor", no_match.REASON, modal=True, option="not_open")

    answering.stage.quiet(0.3)
    assert answering.modal_of("advisor")["hash"] == view["hash"]


def test_a_swedish_company_is_answered_in_swedish_by_an_english_advisor(rig: Rig) -> None:
    rig.asks("en båt, a rocket")
    rig.at_once = True

    opens_answer(rig)

    assert "Tack för att ni vände er till oss." in text_of(rig)
    assert "The company writes Swedish" in rig.stage.visible_to("advisor")
