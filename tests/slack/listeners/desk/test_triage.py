"""What advisors do with a need as a whole, on its page: each press shows what it came to."""

from datetime import date
from typing import Any

import pytest

from bot.domain.lifecycle import NeedState
from bot.domain.triage import Outcome
from bot.slack.views.desk import ending, hand_over, noting, rest
from bot.slack.views.desk.opening import TAKE
from bot.slack.views.desk.triage_acts import CLOSE, GIVE_BACK, HAND_OVER, NOTE, SNOOZE, TAKE_OVER, WAKE
from tests.slack.advising import pressing
from tests.slack.at_page import events_of, fill, new, press, triage_of, turns_to, upon
from tests.slack.rig import ADVISORS, Rig


@pytest.fixture
def page(rig: Rig) -> Rig:
    """Two advisors have opened the page of a need."""
    rig.asks("a chair of oak")
    rig.at_once = True
    for user in ("advisor2", "advisor"):
        turns_to(rig, user=user)
    return rig


def need_state(rig: Rig, need: str = "N1") -> NeedState:
    with rig.store.unit() as unit:
        return unit.needs.get(need).state


def test_taking_a_need_shows_that_one_has_it(page: Rig) -> None:
    told = press(page, TAKE)

    assert "You took it" in new(told)
    assert "you have it" in told.casefold()
    assert triage_of(page).advisor == "U0ADVISOR"


def test_an_act_is_told_in_the_advisors_language_whatever_the_company_wrote(rig: Rig) -> None:
    rig.stage.users["U0ADVISOR"].locale = "sv-SE"
    rig.asks("a chair of oak")
    rig.at_once = True
    turns_to(rig)

    assert "Du tog det" in new(press(rig, TAKE))
    answer = upon(rig, SNOOZE, rest.CALLBACK, {rest.DAY: "2024-03-01"}) or {}
    assert answer["errors"][rest.DAY] == "Välj en dag framåt i tiden."


def test_of_two_advisors_who_take_at_once_the_second_sees_who_has_it(page: Rig) -> None:
    press(page, TAKE)

    told = press(page, TAKE, "advisor2")

    assert "It has changed meanwhile, so nothing was done." in new(told)
    assert "<@U0ADVISOR> took it" in new(told)
    assert triage_of(page).advisor == "U0ADVISOR"


def test_a_press_that_is_delivered_twice_is_one(page: Rig) -> None:
    page.stage.duplicate = True
    body = pressing(page, "advisor", TAKE, "N1")

    page.dispatch(body)
    page.dispatch(body)

    assert events_of(page).count("taken") == 1


def test_a_button_that_is_pressed_twice_does_one_thing(page: Rig) -> None:
    for _ in range(2):
        page.dispatch(pressing(page, "advisor", TAKE, "N1"))

    assert events_of(page).count("taken") == 1


def test_taking_in_the_announcement_is_seen_there(rig: Rig) -> None:
    rig.asks("a chair of oak")

    rig.stage.click("advisor", TAKE, rig.posted(ADVISORS)[0])
    rig.work()

    assert "Taken by: <@U0ADVISOR>" in rig.stage.visible_to("advisor2")
    assert TAKE not in str(rig.posted(ADVISORS)[0]["blocks"])


def test_who_takes_a_need_in_an_old_announcement_hears_that_another_has_it(rig: Rig) -> None:
    rig.asks("a chair of oak")
    announcement, rig.at_once = rig.posted(ADVISORS)[0], True
    rig.stage.click("advisor", TAKE, announcement)

    rig.stage.click("advisor2", TAKE, announcement)

    rig.stage.until(lambda: "Another advisor has taken it" in rig.stage.visible_to("advisor2"), what="a word")
    assert "Another advisor has taken it" not in rig.stage.visible_to("advisor")


def test_who_takes_what_is_over_hears_that(rig: Rig) -> None:
    rig.asks("a chair of oak")
    announcement, rig.at_once = rig.posted(ADVISORS)[0], True
    rig.stage.slash("company", "needs", "/lotsen", "withdraw N1")

    rig.stage.click("advisor", TAKE, announcement)

    rig.stage.until(lambda: "This need is over" in rig.stage.visible_to("advisor"), what="a word")


def test_a_need_is_given_back_by_who_has_it(page: Rig) -> None:
    press(page, TAKE)

    assert "You gave it back" in new(press(page, GIVE_BACK))
    assert triage_of(page).advisor is None


def test_nobody_gives_back_what_another_has(page: Rig) -> None:
    press(page, TAKE)

    page.dispatch(pressing(page, "advisor2", GIVE_BACK, "N1"))

    assert triage_of(page).advisor == "U0ADVISOR"


def test_a_need_is_handed_over_with_a_word_that_the_other_reads(page: Rig) -> None:
    values: Any = {hand_over.TO: "U0ADVISOR2", hand_over.WORDS: "They know you from May."}

    told = fill(page, HAND_OVER, hand_over.CALLBACK, values)
    page.work()

    assert "You handed it over" in new(told)
    assert triage_of(page).advisor == "U0ADVISOR2"
    assert "Need N1 has been handed over to you." in str(page.direct("advisor2"))
    assert "They know you from May." in str(page.direct("advisor2"))
    assert "from May" not in page.stage.visible_to("company") + page.stage.visible_to("expert")


@pytest.mark.parametrize(
    ("to", "said"), [("U0COMPANY", "Only somebody in the advisors' channel"), ("U0ADVISOR", "They have it already")]
)
def test_a_need_is_handed_to_another_advisor_only(page: Rig, to: str, said: str) -> None:
    press(page, TAKE)

    answer = upon(page, HAND_OVER, hand_over.CALLBACK, {hand_over.TO: to}) or {}

    assert said in answer["errors"][hand_over.TO]
    assert triage_of(page).advisor == "U0ADVISOR"


def test_an_advisor_takes_over_what_another_has(page: Rig) -> None:
    press(page, TAKE)
    turns_to(page, user="advisor2")

    told = press(page, TAKE_OVER, "advisor2")
    page.work()

    assert "You took it over" in new(told)
    assert triage_of(page).advisor == "U0ADVISOR2"
    assert page.direct("advisor2") == []


def test_a_need_rests_until_a_day_and_is_woken_before(page: Rig) -> None:
    told = fill(page, SNOOZE, rest.CALLBACK, {rest.DAY: "2024-03-20"})

    assert "asleep until Wednesday 20 March" in told
    assert triage_of(page).snoozed_until == date(2024, 3, 20)
    assert "You woke it" in new(press(page, WAKE))
    assert triage_of(page).snoozed_until is None


def test_a_need_rests_until_a_day_to_come_only(page: Rig) -> None:
    answer = upon(page, SNOOZE, rest.CALLBACK, {rest.DAY: "2024-03-04"}) or {}

    assert "still to come" in answer["errors"][rest.DAY]
    assert triage_of(page).snoozed_until is None


def test_a_note_stands_on_the_page_and_nowhere_else(page: Rig) -> None:
    told = fill(page, NOTE, noting.CALLBACK, {noting.WORDS: "They were here in May. <!channel>"})
    page.work()

    assert "They were here in May. !channel>" in told
    assert "You wrote a note" in new(told)
    others = [page.stage.visible_to(user) for user in ("company", "company2", "expert", "guest")]
    assert not any("in May" in seen for seen in others)
    assert "in May" not in str(page.posted(ADVISORS))


def test_a_note_without_words_is_not_kept(page: Rig) -> None:
    answer = upon(page, NOTE, noting.CALLBACK, {noting.WORDS: "…"}) or {}

    assert "a few words" in answer["errors"][noting.WORDS]
    assert "note" not in events_of(page)


def test_what_is_over_can_still_be_noted_on(page: Rig) -> None:
    page.stage.slash("company", "needs", "/lotsen", "withdraw N1")
    turns_to(page)

    assert "You wrote a note" in new(fill(page, NOTE, noting.CALLBACK, {noting.WORDS: "They come back in May."}))


def test_a_need_is_closed_with_how_it_ended_and_the_company_hears_that_it_is(page: Rig) -> None:
    values: Any = {ending.OUTCOME: "helped_otherwise", ending.WORDS: "A word on the phone."}

    told = fill(page, CLOSE, ending.CALLBACK, values)
    page.work()

    assert "*Closed: helped in another way*" in told
    assert need_state(page) is NeedState.CLOSED
    assert triage_of(page).outcome is Outcome.HELPED_OTHERWISE
    assert "An innovation advisor has closed this need" in page.stage.visible_to("company")
    assert "on the phone" not in page.stage.visible_to("company")


def test_what_can_no_longer_be_done_is_said_upon_the_page(page: Rig) -> None:
    page.stage.slash("company", "needs", "/lotsen", "withdraw N1")

    for action in (HAND_OVER, SNOOZE, CLOSE):
        page.dispatch(pressing(page, "advisor", action, "N1"))
        page.stage.until(lambda: "This need is over" in str(page.modal_of("advisor")), what=f"a word on {action}")


def test_an_act_that_comes_too_late_changes_nothing_and_says_so(page: Rig) -> None:
    page.stage.click("advisor2", CLOSE, modal=True)
    page.modal_of("advisor2", ending.CALLBACK)
    before = page.stage.slack.world.screens.stacks["U0ADVISOR2"][0]
    fill(page, CLOSE, ending.CALLBACK, {ending.OUTCOME: "introduced"})

    page.stage.submit("advisor2", {ending.OUTCOME: "not_now"})

    view = page.stage.slack.world.screens.views
    page.stage.until(lambda: "It has changed meanwhile" in str(view[before]["blocks"]), what="a word on the page")
    assert triage_of(page).outcome is Outcome.INTRODUCED


def test_while_the_workers_are_busy_the_page_says_that_it_takes_a_moment(page: Rig) -> None:
    page.at_once = False

    told = press(page, TAKE)

    assert "Written down. It takes a moment; press Refresh to see it." in new(told)
    page.work()
    assert "You took it" in new(press(page, "desk_refresh"))


def test_a_modal_that_is_sent_twice_is_one_note(page: Rig) -> None:
    page.stage.duplicate = True

    fill(page, NOTE, noting.CALLBACK, {noting.WORDS: "Once."})

    assert events_of(page).count("note") == 1
