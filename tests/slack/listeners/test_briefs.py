import pytest

from bot.desk.triage import KIND as TRIAGE
from bot.desk.triage import concluding
from bot.domain.lifecycle import IntroductionState
from bot.domain.triage import Outcome
from bot.rehearsal.workspace import Message
from bot.slack.views import brief
from tests.slack.answers import DYEING, MILLING
from tests.slack.rig import Rig

SECRET = "Write to joiner@example.com about forty backs."


@pytest.fixture
def answer(rig: Rig) -> Message:
    rig.asks_first()
    return rig.asks("a chair of oak")


def opens(rig: Rig, answer: Message, user: str = "company") -> None:
    rig.stage.click(user, "introduce", answer)
    rig.modal_of(user, brief.CALLBACK)


def submits(rig: Rig, **values: object) -> dict[str, str]:
    """The company sends the brief; what is said wrong about it, by block."""
    acknowledged = rig.stage.submit("company", {"brief_text": "Forty chair backs in oak.", **values}) or {}
    rig.work()
    return acknowledged.get("errors", {})


def read_by_expert(rig: Rig) -> str:
    return str(rig.direct("expert"))


def test_what_was_approved_is_what_the_expert_reads_to_the_letter(rig: Rig, answer: Message) -> None:
    opens(rig, answer)

    submits(rig, brief_text="Forty backs, *soon* <!channel> & “more”.")

    (request,) = rig.direct("expert")
    assert {"type": "text", "text": "Forty backs, *soon* !channel> & “more”."} in request["blocks"][2]["elements"][0][
        "elements"
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("word " * 81, "These are 81 words"),
        ("word-" * 580, "These are 2900 characters"),
        ("🙂" * 11, "in words"),
        ("oak", "in words"),
    ],
)
def test_a_brief_that_is_none_is_not_sent_and_says_why(rig: Rig, answer: Message, text: str, said: str) -> None:
    opens(rig, answer)

    errors = submits(rig, brief_text=text)

    assert said in errors["brief_text_0"]
    assert rig.direct("expert") == []


def test_eighty_words_are_sent(rig: Rig, answer: Message) -> None:
    opens(rig, answer)

    assert submits(rig, brief_text="word " * 80) == {}
    assert len(rig.direct("expert")) == 1


def test_nobody_is_named_unless_the_company_ticks_it(rig: Rig, answer: Message) -> None:
    opens(rig, answer)
    rig.stage.click("company", "brief_show_name", modal=True, option="brief_show_name")
    rig.stage.until(lambda: "brief_name" in str(rig.modal_of("company")["blocks"]), what="a field for the name")

    submits(rig, brief_name="Chair Makers")

    assert "From Chair Makers." in read_by_expert(rig)


def test_a_name_that_is_ticked_must_be_written(rig: Rig, answer: Message) -> None:
    opens(rig, answer)
    rig.stage.click("company", "brief_show_name", modal=True, option="brief_show_name")
    rig.stage.until(lambda: "brief_name" in str(rig.modal_of("company")["blocks"]), what="a field for the name")

    assert "Write the name" in submits(rig, brief_name="…")["brief_name"]


def test_the_name_can_be_taken_back(rig: Rig, answer: Message) -> None:
    opens(rig, answer)
    rig.stage.click("company", "brief_show_name", modal=True, option="brief_show_name")
    rig.stage.until(lambda: "brief_name" in str(rig.modal_of("company")["blocks"]), what="a field for the name")
    rig.stage.click("company", "brief_show_name", modal=True, option=[])
    rig.stage.until(lambda: "brief_name" not in str(rig.modal_of("company")["blocks"]), what="no field for the name")

    submits(rig)

    assert "From a company." in read_by_expert(rig)


def test_what_looks_secret_is_shown_before_it_is_sent(rig: Rig, answer: Message) -> None:
    opens(rig, answer)

    submits(rig, brief_text=SECRET)

    assert "“joiner@example.com”: an e-mail address" in rig.stage.visible_to("company")
    assert rig.direct("expert") == []


def test_a_secret_that_was_shown_may_be_sent_all_the_same(rig: Rig, answer: Message) -> None:
    opens(rig, answer)
    submits(rig, brief_text=SECRET)

    submits(rig, brief_text=SECRET)

    assert "joiner@example.com" in read_by_expert(rig)


def test_another_secret_is_shown_as_well(rig: Rig, answer: Message) -> None:
    opens(rig, answer)
    submits(rig, brief_text=SECRET)

    submits(rig, brief_text=f"{SECRET} Or to second@example.com.")

    assert "“second@example.com”: an e-mail address" in rig.stage.visible_to("company")
    assert rig.direct("expert") == []


def test_the_cleaned_version_is_one_click_away(rig: Rig, answer: Message) -> None:
    opens(rig, answer)
    submits(rig, brief_text=SECRET)

    rig.stage.click("company", "brief_use_cleaned", modal=True)
    rig.stage.until(lambda: "brief_text_1" in str(rig.modal_of("company")["blocks"]), what="the cleaned version")
    rig.stage.submit("company")
    rig.work()

    assert "Write to [e-mail] about forty backs." in read_by_expert(rig)


def test_a_secret_in_the_need_is_marked_from_the_start(rig: Rig) -> None:
    answer = rig.asks(f"{SECRET} a chair")

    opens(rig, answer)

    assert "“joiner@example.com”: an e-mail address" in rig.stage.visible_to("company")


def test_the_words_of_the_need_are_there_to_begin_with(rig: Rig, answer: Message) -> None:
    opens(rig, answer)
    rig.stage.submit("company")
    rig.work()

    assert "a chair of oak" in read_by_expert(rig)


def test_all_asked_later_is_nobody_asked_now(rig: Rig, answer: Message) -> None:
    rig.stage.click("company", "choose_several", answer)
    rig.modal_of("company", "choose")
    rig.stage.submit("company", {"chosen": ["0", "3"]})
    rig.modal_of("company", brief.CALLBACK)

    assert "Leave at least one" in submits(rig, brief_later=["0", "1"])["brief_later"]


def test_choosing_nobody_says_so(rig: Rig, answer: Message) -> None:
    rig.stage.click("company", "choose_several", answer)
    view = rig.modal_of("company", "choose")
    boxes = {"chosen": {"chosen": {"type": "checkboxes", "selected_options": []}}}
    who = {"user": {"id": "U0COMPANY", "team_id": "T0HOME"}, "team": {"id": "T0HOME"}}

    body = {"type": "view_submission", "view": {**view, "state": {"values": boxes}}, **who}
    assert "Tick at least one." in rig.dispatch(body).body


@pytest.mark.parametrize("callback", ["choose", "brief"])
def test_nobody_else_can_send_what_somebody_opened(rig: Rig, answer: Message, callback: str) -> None:
    rig.stage.click("company", "choose_several", answer)
    view = rig.modal_of("company", "choose")
    if callback == "brief":
        rig.stage.submit("company", {"chosen": ["0"]})
        view = rig.modal_of("company", "brief")
    typed = {"brief_text_0": {"brief_text": {"type": "plain_text_input", "value": "We want to meet them."}}}
    boxes = {"chosen": {"chosen": {"type": "checkboxes", "selected_options": [{"value": "0"}]}}}
    who = {"user": {"id": "U0COMPANY2", "team_id": "T0HOME"}, "team": {"id": "T0HOME"}}

    values = typed if callback == "brief" else boxes
    body = {"type": "view_submission", "view": {**view, "state": {"values": values}}, **who}
    assert "Only the person who asked" in rig.dispatch(body).body
    rig.work()
    assert rig.direct("expert") == []


def test_those_chosen_before_are_left_out_of_a_new_brief(rig: Rig, answer: Message) -> None:
    rig.chooses(answer)

    rig.chooses_several(answer, ["0", "3"])

    assert rig.introduction(DYEING).state is IntroductionState.WITH_ADVISOR
    assert rig.introduction(MILLING).step == 1


def test_a_need_that_was_withdrawn_asks_nobody_any_more(rig: Rig, answer: Message) -> None:
    rig.stage.slash("company", "needs", "/lotsen", "withdraw N1")
    rig.work()

    rig.stage.click("company", "introduce", answer)

    rig.modal_of("company", brief.UNDER_WAY_CALLBACK)
    assert "This need is over" in rig.stage.visible_to("company")


def test_a_brief_that_is_approved_after_its_need_was_closed_asks_nobody_and_says_so(rig: Rig, answer: Message) -> None:
    opens(rig, answer)
    rig.reception.write("closed", TRIAGE, concluding("N1", "U0ADVISOR", Outcome.NOT_NOW))
    rig.work()

    errors = submits(rig)

    assert "This need is over, so nobody is asked." in errors["brief_text_0"]
    assert rig.direct("expert") == []


def test_a_click_in_a_modal_of_a_need_that_is_not_theirs_changes_nothing(rig: Rig, answer: Message) -> None:
    opens(rig, answer)
    view = rig.modal_of("company")
    state = {"brief_text_0": {"brief_text": {"type": "plain_text_input", "value": "x"}}}
    actions = [{"type": "button", "action_id": "brief_use_cleaned", "block_id": "b", "value": "v", "action_ts": "1"}]
    who = {"user": {"id": "U0COMPANY2", "team_id": "T0HOME"}, "team": {"id": "T0HOME"}, "trigger_id": "1"}

    rig.dispatch({"type": "block_actions", "view": {**view, "state": {"values": state}}, "actions": actions, **who})

    assert rig.modal_of("company")["hash"] == view["hash"]
