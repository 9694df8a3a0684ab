"""What advisors do for a company, forged by everybody else: refused, one line in the log, and nothing changed."""

import logging

import pytest

from bot.rehearsal.wire import Json
from bot.slack.views.desk import brief, correction, enquiry, file, introduce
from bot.slack.views.desk.about import About
from tests.slack.advising import STRANGERS, opens, pressing, state_of, submitting
from tests.slack.answers import DYEING, MILLING
from tests.slack.rig import Rig

BUTTONS = (correction.CORRECT, brief.EDIT, brief.USE_CLEANED, enquiry.ASK, introduce.INTRODUCE, file.FILE)
METADATA = {brief.CALLBACK: brief.Form("N1", "en").packed()}


def option(value: str) -> Json:
    return {"type": "external_select", "selected_option": {"value": value}}


def typed(text: str) -> Json:
    return {"type": "plain_text_input", "value": text}


#: Everything that each modal would send, as an advisor would fill it.
SENT: dict[str, Json] = {
    correction.CALLBACK: {correction.PLACES[0]: option(DYEING), correction.REASON: typed("They want red cushions.")},
    brief.CALLBACK: {brief.MATCH: option(DYEING), brief.TEXT: typed("Forty cushions, all of them red.")},
    enquiry.CALLBACK: {enquiry.QUESTION: typed("How thick are they?")},
    introduce.CALLBACK: {introduce.WHICH: option(MILLING)},
    file.CALLBACK: {file.COMPANY: {"type": "users_select", "selected_user": "U0COMPANY"}, file.TEXT: typed("A chair")},
}


@pytest.fixture
def asked(rig: Rig) -> Rig:
    """A company has chosen a match, and its expert was asked."""
    rig.asks_first()
    rig.chooses(rig.asks("a chair of oak"))
    return rig


@pytest.mark.parametrize("user", STRANGERS)
def test_nobody_else_opens_what_advisors_open(asked: Rig, user: str, caplog: pytest.LogCaptureFixture) -> None:
    before = state_of(asked)
    caplog.set_level(logging.WARNING)

    for action in BUTTONS:
        asked.dispatch(pressing(asked, user, action, "N1"))
    asked.stage.until(lambda: caplog.text.count("refused to") == len(BUTTONS), what="a line for each in the log")
    asked.work()

    assert state_of(asked) == before
    assert not asked.stage.slack.world.screens.stacks.get(f"U0{user.upper()}")


@pytest.mark.parametrize("user", STRANGERS)
@pytest.mark.parametrize("callback", SENT)
def test_nobody_else_sends_what_advisors_send(
    asked: Rig, user: str, callback: str, caplog: pytest.LogCaptureFixture
) -> None:
    before = state_of(asked)
    caplog.set_level(logging.WARNING)
    metadata = METADATA.get(callback, About("N1", "en").packed())
    view = {"id": "V1", "type": "modal", "callback_id": callback, "private_metadata": metadata}
    values = {name: {name: element} for name, element in SENT[callback].items()}

    answer = asked.dispatch(submitting(asked, user, view, values))
    asked.work()

    assert "Only the innovation advisors" in answer.body
    assert state_of(asked) == before
    assert f"refused to U0{user.upper()}: {callback}" in caplog.text


def test_the_record_is_what_changes_when_an_advisor_sends_the_same(asked: Rig) -> None:
    before = state_of(asked)
    for callback, elements in SENT.items():
        metadata = METADATA.get(callback, About("N1", "en").packed())
        view = {"id": f"V-{callback}", "type": "modal", "callback_id": callback, "private_metadata": metadata}
        values = {name: {name: element} for name, element in elements.items()}

        asked.dispatch(submitting(asked, "advisor", view, values))
        asked.work()
        assert state_of(asked) != before
        before = state_of(asked)


def test_who_has_left_the_advisor_channel_is_refused_what_they_had_open(rig: Rig) -> None:
    rig.asks("a chair of oak")
    opens(rig, correction.CORRECT, correction.CALLBACK)
    before = state_of(rig)
    rig.stage.channels["C0ADVISE"].members.remove("U0ADVISOR")
    rig.reception.members_changed("C0ADVISE")

    sent = rig.stage.submit("advisor", {correction.PLACES[0]: DYEING, correction.REASON: "They want red cushions."})
    rig.work()

    assert "Only the innovation advisors" in str(sent)
    assert state_of(rig) == before


def test_a_need_that_is_not_known_opens_nothing(rig: Rig) -> None:
    opens(rig, correction.CORRECT, "", need="N99")

    assert "I know of no such need any more." in rig.stage.visible_to("advisor")


def test_a_need_that_another_advisor_filed_is_not_shown_before_its_company_agreed(rig: Rig) -> None:
    opens(rig, file.FILE, file.CALLBACK)
    rig.stage.submit("advisor", {file.COMPANY: "U0COMPANY", file.TEXT: "They want a chair"})
    rig.work()
    with rig.store.unit() as unit:
        (row,) = unit.needs.db.query("select id from needs")

    for action in (correction.CORRECT, brief.EDIT, enquiry.ASK, introduce.INTRODUCE):
        opens(rig, action, "", need=row["id"], user="advisor2")

    assert "They want a chair" not in rig.stage.visible_to("advisor2")
