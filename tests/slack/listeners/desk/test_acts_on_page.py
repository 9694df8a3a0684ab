"""Acts that begin on a need's page: the modal lies upon it, and afterwards it tells what was done."""

import pytest

from bot.rehearsal.wire import Json
from bot.slack.views.desk import brief, correction, enquiry, introduce
from bot.slack.views.desk.case import CALLBACK as PAGE
from bot.slack.views.desk.entries import NOTHING
from bot.slack.views.desk.opening import OPEN
from tests.slack.advising import opens
from tests.slack.answers import DYEING
from tests.slack.rig import Rig

ACTS = {
    correction.CORRECT: (
        correction.CALLBACK,
        {correction.PLACES[0]: DYEING, correction.PLACES[3]: NOTHING, correction.REASON: "They want red cushions."},
        "You changed the matches",
    ),
    brief.EDIT: (brief.CALLBACK, {brief.TEXT: "Forty cushions, all of them red."}, "You suggested"),
    enquiry.ASK: (enquiry.CALLBACK, {enquiry.QUESTION: "How thick are they?"}, "You asked the company a question"),
    introduce.INTRODUCE: (introduce.CALLBACK, {}, "Computer-controlled milling of wood"),
}


@pytest.fixture
def page(rig: Rig) -> Rig:
    """An advisor reads the page of a need of which one introduction is on its way."""
    rig.asks_first()
    rig.chooses(rig.asks("a chair of oak"))
    rig.stage.click("advisor", OPEN)
    rig.modal_of("advisor", PAGE)
    rig.at_once = True
    return rig


def seen(view: Json) -> str:
    """What is new on the page: all that stands above its first line."""
    blocks = view["blocks"]
    return str(blocks[: [block["type"] for block in blocks].index("divider")])


@pytest.mark.parametrize("action", ACTS)
def test_the_page_tells_what_was_done_on_it(page: Rig, action: str) -> None:
    callback, values, said = ACTS[action]
    before = page.modal_of("advisor")["hash"]
    page.stage.click("advisor", action, modal=True)
    page.modal_of("advisor", callback)

    page.stage.submit("advisor", values)

    page.stage.until(lambda: page.modal_of("advisor", PAGE)["hash"] != before, what="the page as it stands now")
    assert said in seen(page.modal_of("advisor", PAGE))


def test_a_page_that_was_closed_meanwhile_is_left_alone(page: Rig) -> None:
    page.stage.click("advisor", enquiry.ASK, modal=True)
    view = page.modal_of("advisor", enquiry.CALLBACK)
    page.stage.slack.world.screens.stacks["U0ADVISOR"] = [view["id"]]

    page.stage.submit("advisor", {enquiry.QUESTION: "How thick are they?"})

    page.stage.quiet(0.3)
    assert page.stage.slack.world.screens.stacks["U0ADVISOR"] == []
    assert page.reception.open_enquiry("N1") is not None


def test_what_cannot_be_done_is_said_upon_the_page_and_not_in_its_place(page: Rig) -> None:
    page.stage.slash("company", "needs", "/lotsen", "withdraw N1")
    page.work()

    page.stage.click("advisor", correction.CORRECT, modal=True)

    page.stage.until(lambda: len(page.stage.slack.world.screens.stacks["U0ADVISOR"]) == 2, what="a modal upon the page")
    assert "its matches cannot be changed" in page.stage.visible_to("advisor")


def test_an_advisor_reads_swedish_where_their_slack_is_swedish_whatever_the_need_speaks(rig: Rig) -> None:
    rig.stage.users["U0ADVISOR"].locale = "sv-SE"
    rig.chooses(rig.asks("a chair of oak"))
    rig.stage.click("advisor", OPEN)
    rig.modal_of("advisor", PAGE)

    view = opens(rig, correction.CORRECT, correction.CALLBACK)
    refused = rig.stage.submit("advisor", {correction.REASON: "Bättre så."}) or {}

    assert view["submit"]["text"] == "Visa för företaget"
    assert "Så är ordningen redan." in refused["errors"][correction.PLACES[0]]
