"""What was read as a must is put right: pressed, unticked, sent, and answered again."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from bot.domain.lifecycle import NeedState
from bot.domain.need import Need
from bot.rehearsal.wire import Json
from bot.rehearsal.workspace import Message
from bot.slack.views.ask import RECEIVED_CALLBACK
from bot.slack.views.desk.opening import OPEN
from bot.slack.views.put_right import CALLBACK, CHANGE, MUSTS, TEXT
from tests.slack.advising import opens, state_of, submitting
from tests.slack.answers import MILLING
from tests.slack.rig import Rig, over_http, over_socket

ENGLISH, SWEDISH = "a chair of oak", "vi behöver en chair"
READ = {ENGLISH: "I read: research grade", SWEDISH: "Jag har uppfattat: forskningskvalitet"}
TAKEN_OUT = {ENGLISH: "You took out: research grade", SWEDISH: "Ni har tagit bort: forskningskvalitet"}
REPLACED = {ENGLISH: "You put this right.", SWEDISH: "Ni har rättat det här."}
UNTICKED: list[str] = []


@pytest.fixture
def answer(rig: Rig) -> Message:
    return rig.asks(ENGLISH)


def presses(rig: Rig, answer: Message, user: str = "company") -> Json:
    """The button beside what was read; the modal that it opens."""
    rig.stage.click(user, CHANGE, answer)
    return rig.modal_of(user, CALLBACK)


def sends(rig: Rig, **values: str | list[str]) -> dict[str, str]:
    """The company sends the modal; what is said wrong about it, by block."""
    acknowledged = rig.stage.submit("company", values) or {}
    rig.work()
    return acknowledged.get("errors", {})


def unticks(rig: Rig, answer: Message, **more: str) -> dict[str, str]:
    """The company says that research grade is no must."""
    presses(rig, answer)
    return sends(rig, **{f"{MUSTS}_0": UNTICKED, **more})


def needs(rig: Rig) -> list[Need]:
    with rig.store.unit() as unit:
        return list(unit.needs.of_asker("U0COMPANY"))


def now(rig: Rig, message: Message) -> str:
    """A message as it stands now."""
    return next(str(each["blocks"]) for each in rig.posted() if each["ts"] == message["ts"])


@pytest.mark.parametrize("way", [over_http, over_socket])
@pytest.mark.parametrize("text", [ENGLISH, SWEDISH])
def test_a_need_is_answered_again_without_what_was_unticked(
    way: Callable[[Path], AbstractContextManager[Rig]], text: str, tmp_path: Path
) -> None:
    with way(tmp_path) as rig:
        first = rig.asks(text)
        assert READ[text] in str(first["blocks"])

        unticks(rig, first)

        second = rig.stage.last("needs", bot=True)
        assert TAKEN_OUT[text] in str(second["blocks"])
        assert READ[text] not in str(second["blocks"])
        assert second["thread_ts"] == first["thread_ts"]
        assert REPLACED[text] in now(rig, first)
        assert rig.stage.final_checks() == []


def test_the_modal_holds_the_words_and_what_was_read(rig: Rig, answer: Message) -> None:
    view = str(presses(rig, answer))

    assert "'initial_value': 'a chair of oak'" in view
    assert "'research grade'" in view


def test_what_was_missed_can_be_added(rig: Rig, answer: Message) -> None:
    presses(rig, answer)

    sends(rig, **{TEXT: "a chair of birch"})

    assert [need.text for need in needs(rig)] == [ENGLISH, "a chair of birch"]
    assert rig.matcher.asked == [ENGLISH, "a chair of birch"]


def test_what_was_taken_out_can_be_put_back(rig: Rig, answer: Message) -> None:
    unticks(rig, answer)
    presses(rig, rig.stage.last("needs", bot=True))

    sends(rig, **{f"{MUSTS}_0": ["0"]})

    assert READ[ENGLISH] in str(rig.stage.last("needs", bot=True)["blocks"])


def test_what_was_taken_out_stays_out_when_a_question_is_answered(rig: Rig) -> None:
    rig.stage.slash("company", "needs", "/lotsen", "a thing")
    rig.work()
    unticks(rig, rig.direct("company")[0])

    rig.stage.click("company", "question_option_0")
    rig.work()

    assert TAKEN_OUT[ENGLISH] in str(rig.direct("company")[-1]["blocks"])


def test_thanks_say_where_the_new_answer_comes(rig: Rig, answer: Message) -> None:
    unticks(rig, answer)

    assert "where the first one stands" in str(rig.modal_of("company", RECEIVED_CALLBACK)["blocks"])


def test_a_private_need_is_answered_again_in_private(rig: Rig) -> None:
    rig.stage.slash("company", "needs", "/lotsen", ENGLISH)
    rig.work()

    unticks(rig, rig.direct("company")[0])

    assert TAKEN_OUT[ENGLISH] in str(rig.direct("company")[1]["blocks"])
    assert rig.posted("C0NEEDS") == []


def test_with_nothing_changed_there_is_nothing_to_answer(rig: Rig, answer: Message) -> None:
    presses(rig, answer)

    assert "Nothing has changed yet" in sends(rig)[TEXT]
    assert len(needs(rig)) == 1


def test_a_text_without_words_says_so(rig: Rig, answer: Message) -> None:
    assert "in words" in unticks(rig, answer, **{TEXT: "🙂"})[TEXT]


def test_a_need_that_is_too_long_for_the_field_keeps_its_words(rig: Rig) -> None:
    long = "oak " * 1000 + "chair"
    answer = rig.asks(long)
    presses(rig, answer)
    assert "Nothing has changed yet" in sends(rig)[TEXT]

    sends(rig, **{TEXT: "and a chair of birch"})

    assert needs(rig)[-1].text == f"{long}\nand a chair of birch"


def test_a_need_that_is_too_long_for_the_field_can_be_put_right_without_a_word_more(rig: Rig) -> None:
    long = "oak " * 1000 + "chair"

    assert unticks(rig, rig.asks(long)) == {}
    assert [need.text for need in needs(rig)] == [long, long]


def test_what_somebody_was_asked_for_goes_on_beside_the_new_answer(rig: Rig, answer: Message) -> None:
    rig.asks_first()
    rig.chooses(answer)

    unticks(rig, answer)

    assert [need.state for need in needs(rig)] == [NeedState.MATCHED, NeedState.MATCHED]
    assert "introduce" in now(rig, answer)
    assert not rig.introduction(MILLING).is_over


def test_a_need_is_put_right_once_however_often_it_is_delivered(rig: Rig, answer: Message) -> None:
    view = presses(rig, answer)
    boxes = {f"{MUSTS}_0": {f"{MUSTS}_0": {"type": "checkboxes", "selected_options": []}}}
    typed = {TEXT: {TEXT: {"type": "plain_text_input", "value": ENGLISH}}}
    payload = submitting(rig, "company", view, boxes | typed)

    for _ in range(2):
        rig.dispatch(payload)
    rig.work()

    assert len(needs(rig)) == 2


def test_of_two_open_modals_only_the_first_is_taken(rig: Rig, answer: Message) -> None:
    view = presses(rig, answer)
    unticks(rig, answer)
    boxes = {f"{MUSTS}_0": {f"{MUSTS}_0": {"type": "checkboxes", "selected_options": []}}}
    typed = {TEXT: {TEXT: {"type": "plain_text_input", "value": "a chair of birch"}}}

    assert "This need is over" in rig.dispatch(submitting(rig, "company", view, boxes | typed)).body


def test_the_button_of_a_need_that_is_over_says_so(rig: Rig, answer: Message) -> None:
    rig.stage.slash("company", "needs", "/lotsen", "withdraw N1")
    rig.work()

    rig.stage.click("company", CHANGE, answer)

    rig.stage.expect("This need is over", "needs")


def test_somebody_elses_press_gets_a_private_line(rig: Rig, answer: Message) -> None:
    rig.stage.click("company2", CHANGE, answer)

    rig.stage.expect("Only the person who asked", "needs")


def test_nobody_else_can_send_what_somebody_opened(rig: Rig, answer: Message) -> None:
    view, before = presses(rig, answer), state_of(rig)
    typed = {TEXT: {TEXT: {"type": "plain_text_input", "value": "a chair of birch"}}}

    refused = rig.dispatch(submitting(rig, "company2", view, typed))
    rig.work()

    assert "Only the person who asked" in refused.body
    assert state_of(rig) == before


@pytest.mark.parametrize("need", ["N1", "N2"])
def test_advisors_see_what_was_not_meant(rig: Rig, answer: Message, need: str) -> None:
    unticks(rig, answer)

    opens(rig, OPEN, "desk_case", need)

    assert "(not meant: research grade)" in rig.stage.visible_to("advisor")
