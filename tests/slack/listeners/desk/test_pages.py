"""A need's page: opened from everywhere, shown anew, left for another need, and read in full."""

from dataclasses import replace

import pytest

from bot.desk import triage
from bot.rehearsal.block_kit.rendering import render
from bot.rehearsal.wire import Json
from bot.slack.listeners.desk import turning
from bot.slack.views.desk import reading, triage_acts
from bot.slack.views.desk.asked import READ, REFRESH
from bot.slack.views.desk.beneath import Reading, Turned, Whole
from bot.slack.views.desk.case import CALLBACK
from bot.slack.views.desk.opening import OPEN, SEARCH, TAKE
from bot.storage.inbox import SqliteInbox
from tests.slack.advising import pressing
from tests.slack.at_page import changed, new, press, turns_to
from tests.slack.rig import ADVISORS, Rig


@pytest.fixture
def page(rig: Rig) -> Rig:
    """An advisor has opened the page of a need."""
    rig.asks("a chair of oak")
    rig.at_once = True
    turns_to(rig)
    return rig


def stack(rig: Rig, user: str = "U0ADVISOR") -> list[Json]:
    screens = rig.stage.slack.world.screens
    return [screens.views[each] for each in screens.stacks.get(user, [])]


def test_the_announcement_opens_the_page(rig: Rig) -> None:
    rig.asks("a chair of oak")

    rig.stage.click("advisor", OPEN, rig.posted(ADVISORS)[0])

    assert rig.modal_of("advisor", CALLBACK)["title"]["text"] == "Need N1"


def test_a_need_found_by_search_opens_like_any_other(rig: Rig) -> None:
    rig.asks("a chair of oak")
    found = pressing(rig, "advisor", SEARCH, "")
    found["actions"][0] = {**found["actions"][0], "type": "external_select", "selected_option": {"value": "N1"}}

    rig.dispatch(found)

    assert rig.modal_of("advisor", CALLBACK)["title"]["text"] == "Need N1"


def test_in_a_modal_the_page_lies_upon_it(rig: Rig) -> None:
    rig.asks("a chair of oak")
    rig.stage.slash("advisor", "needs", "/lotsen", "desk")
    rig.modal_of("advisor")

    rig.stage.click("advisor", OPEN, modal=True)

    assert rig.modal_of("advisor", CALLBACK)
    assert len(stack(rig)) == 2


def test_an_advisor_whose_slack_is_swedish_reads_the_page_in_swedish(rig: Rig) -> None:
    rig.stage.users["U0ADVISOR"].locale = "sv-SE"
    rig.asks("a chair of oak")

    assert "Det som har hänt" in turns_to(rig)


def test_refreshing_tells_what_another_advisor_did_meanwhile(page: Rig) -> None:
    turns_to(page, user="advisor2")
    press(page, TAKE, "advisor2")

    assert "<@U0ADVISOR2> took it" in new(press(page, REFRESH))


def test_a_page_leads_to_another_need_in_the_same_place_and_back(page: Rig) -> None:
    page.asks("a chair of oak")
    before = turns_to(page, "N2")
    assert "*N1*" in before
    at = page.modal_of("advisor")["hash"]

    page.stage.click("advisor", "N1", modal=True)
    assert changed(page, at).startswith("[Back to N2]")
    assert len(stack(page)) == 1

    at = page.modal_of("advisor")["hash"]
    page.stage.click("advisor", "Back to N2", modal=True)
    assert changed(page, at) == before


def test_a_long_need_is_read_in_full_upon_the_page(rig: Rig) -> None:
    planks = " ".join(f"plank{number}" for number in range(2200))
    rig.asks(f"{planks} chair")
    assert "plank2199" not in turns_to(rig)

    rig.stage.click("advisor", READ, modal=True)

    assert "plank2199" in render(rig.modal_of("advisor", reading.CALLBACK)["blocks"])
    assert len(stack(rig)) == 2


def test_what_is_too_long_for_one_leaf_is_turned_to_and_fro(page: Rig) -> None:
    page.asks_only("\U0001f6a2" * 19_000 + " chair")
    page.dispatch(pressing(page, "advisor", READ, Reading("N2", Whole.WORDS).packed()))
    page.stage.until(lambda: "Page 1 of" in str(page.modal_of("advisor")["blocks"]), what="the first leaf")

    page.stage.click("advisor", reading.LATER, modal=True)
    page.stage.until(lambda: "Page 2 of" in str(page.modal_of("advisor")["blocks"]), what="the second leaf")

    page.stage.click("advisor", reading.EARLIER, modal=True)
    page.stage.until(lambda: "Page 1 of" in str(page.modal_of("advisor")["blocks"]), what="the first again")


def test_a_need_from_a_full_list_opens_below_so_that_modals_still_fit_upon_it(page: Rig) -> None:
    for _ in range(4):
        page.asks("a chair of oak")
    turns_to(page, "N5")
    kin = next(b for b in page.modal_of("advisor")["blocks"] if '"kin"' in str(b.get("accessory", {}).get("value")))
    page.stage.click("advisor", kin["accessory"]["value"], modal=True)
    page.modal_of("advisor", reading.CALLBACK)

    page.stage.click("advisor", "N1", modal=True)

    page.stage.until(lambda: "Need N1 is open now" in str(stack(page)[-1]["blocks"]), what="a word in its place")
    assert stack(page)[0]["title"]["text"] == "Need N1"


def test_a_need_that_is_not_known_is_told_of_kindly(rig: Rig) -> None:
    rig.asks("a chair of oak")
    for action, value in ((OPEN, "N9"), (READ, Reading("N9", Whole.WORDS).packed())):
        rig.dispatch(pressing(rig, "advisor", action, value))

        rig.stage.until(lambda: "There is no such need any more." in str(rig.modal_of("advisor")), what="a word")


def test_a_press_on_a_page_that_shows_something_newer_leaves_it_alone(page: Rig) -> None:
    old = page.modal_of("advisor")
    press(page, TAKE)
    newer = page.modal_of("advisor")

    late = pressing(page, "advisor", triage_acts.GIVE_BACK, "N1")
    page.dispatch({**late, "view": old, "container": {"type": "view", "view_id": old["id"]}})

    page.stage.quiet(0.3)
    assert page.modal_of("advisor")["hash"] == newer["hash"]


def test_a_fault_of_slack_is_no_silence(rig: Rig) -> None:
    rig.stage.users["U0ADVISOR"].locale = "sv-SE"
    rig.asks("a chair of oak")
    turns_to(rig)
    rig.stage.fault("views.update", error="internal_error")

    rig.stage.click("advisor", TAKE, modal=True)

    rig.stage.until(lambda: "Något gick fel hos mig." in str(stack(rig)[-1]["blocks"]), what="a calm sentence")
    assert stack(rig)[0]["callback_id"] == CALLBACK


def test_a_press_that_could_not_be_written_down_is_no_silence(page: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> bool:
        raise OSError("no space left")

    monkeypatch.setattr(SqliteInbox, "write", full)

    page.stage.click("advisor", TAKE, modal=True)

    page.stage.until(lambda: "Something went wrong on my side." in str(stack(page)[-1]["blocks"]), what="a sentence")
    page.stage.quiet(0.3)
    assert len(stack(page)) == 2


def test_the_page_waits_a_little_for_the_workers(page: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    page.at_once = False
    page.reception.write("take", triage.KIND, triage.taking("N1", "U0ADVISOR"))
    monkeypatch.setattr(turning.time, "sleep", lambda _: page.work())

    assert turning.is_done(replace(page.reception, patience=60), "take")


def test_a_need_that_is_gone_after_a_press_leaves_a_word_in_place_of_its_page(page: Rig) -> None:
    page.modal_of("advisor")["private_metadata"] = Turned("N9", seen=2).packed()

    page.stage.click("advisor", TAKE, modal=True)

    page.stage.until(lambda: "There is no such need any more." in str(page.modal_of("advisor")), what="a word")
