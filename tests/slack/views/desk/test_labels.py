from dataclasses import replace

from bot.domain.correction import Correction
from bot.domain.event import ERASED
from bot.domain.message import Message, Topic
from bot.domain.need import Need
from bot.domain.showing import ForDesk
from bot.slack.rendering import render
from bot.slack.views.desk.labels import APPROVE, LEAVE_OUT, labels_posting
from tests.slack.answers import CAMPUS, DYEING, FOUND, HOSTILE, JOINER, MILLING, NOON, STRENGTH, a_need
from tests.slack.checking import identifiers, shown

CORRECTED = Correction("N7/1", "N7", "U0ADVISOR", NOON, (MILLING, JOINER), (DYEING,), "They ask for colour, not wood.")


def text_of(*corrections: Correction, need: Need | None = None) -> str:
    pairs = tuple((each, need or a_need(FOUND)) for each in corrections)
    return shown(labels_posting(ForDesk(NOON.date(), corrections=pairs), CAMPUS))


def test_a_correction_is_shown_with_before_after_why_and_by_whom() -> None:
    text = text_of(CORRECTED)

    assert "N7 “Forty chair backs in oak”" in text
    assert "Before: Computer-controlled milling of wood — Timber Workshop; Master joiner — Timber Workshop" in text
    assert "After: Dyeing cloth with plants — Dye Garden" in text
    assert "Why: They ask for colour, not wood." in text
    assert "by <@U0ADVISOR> 2 March, 13:00" in text


def test_a_correction_of_a_swedish_need_is_shown_in_swedish() -> None:
    text = text_of(CORRECTED, need=a_need(FOUND, language="sv"))

    assert "Efter: Växtfärgning av tyg — Färgträdgården" in text
    assert "[Godkänn]  [Utelämna]" in text


def test_each_correction_has_its_two_buttons() -> None:
    posting = labels_posting(ForDesk(NOON.date(), corrections=((CORRECTED, a_need(FOUND)),)), CAMPUS)
    pressed = {each["action_id"]: each["value"] for each in posting.blocks[-1]["elements"]}

    assert pressed == {APPROVE: "N7/1", LEAVE_OUT: "N7/1"}


def test_a_ranking_that_was_empty_says_so() -> None:
    assert "Before: nothing" in text_of(replace(CORRECTED, before=()))


def test_when_all_is_decided_nothing_is_left_to_press() -> None:
    posting = labels_posting(ForDesk(NOON.date()), CAMPUS)

    assert "Everything is decided. Thank you." in shown(posting)
    assert list(identifiers(posting.blocks)) == []


def test_of_very_many_corrections_the_oldest_are_shown_and_the_others_counted() -> None:
    everything = (MILLING, STRENGTH, JOINER, DYEING, "gone/away")
    long = replace(CORRECTED, before=everything * 4, after=everything * 4, reason=HOSTILE * 200)
    text = text_of(*[long] * 60, need=a_need(FOUND, text=HOSTILE * 500))

    assert text.count("[Approve]") == 10
    assert "50 more come up as these are decided." in text


def test_an_advisor_whose_data_is_erased_is_named_so() -> None:
    assert "by somebody whose data is erased" in text_of(replace(CORRECTED, advisor=ERASED))


def test_what_takes_the_place_of_an_old_list_says_so_in_both_languages() -> None:
    erasure = Message(Topic.ERASED_FOR_ADVISORS, None, mark="labels_due#2026-03-02")
    text = shown(render(erasure, ForDesk(NOON.date()), CAMPUS))

    assert "What stood here has been erased." in text
    assert "Det som stod här har raderats." in text
