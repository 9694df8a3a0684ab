import json
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.case import Case
from bot.domain.event import ERASED, LOTSEN, Event
from bot.domain.introduction import ByHand, Decline, Wait
from bot.domain.lifecycle import IntroductionState, NeedState
from bot.domain.need import Door
from bot.domain.private_words import About
from bot.domain.triage import Outcome, Triage
from bot.rehearsal.wire import Json
from bot.slack.views.desk import heard, triage_acts
from bot.slack.views.desk.beneath import Beneath, Reading, Turned, Whole
from bot.slack.views.desk.case import CALLBACK, case_page
from bot.slack.views.desk.opening import OPEN, TAKE
from matcher.answer import Share
from tests.slack.answers import (
    DYEING,
    HOSTILE,
    MISSED,
    NO_NEED,
    NOON,
    PRIVATE,
    a_need,
    an_introduction,
    dyeing,
    milling,
)
from tests.slack.cases import SCORED, a_busy_case, a_case, a_note, an_advisor, an_endless_case, an_enquiry, beside
from tests.slack.checking import identifiers, shown_view

PAGE = Turned("N7")


def page(case: Case, turned: Turned = PAGE, **advisor: str) -> Json:
    return case_page(case, turned, an_advisor(**advisor))


def read(case: Case, turned: Turned = PAGE, **advisor: str) -> str:
    return shown_view(page(case, turned, **advisor))


def scored(*shares: Share) -> Case:
    return a_case(need=a_need(replace(SCORED, matches=(replace(milling, shares=shares),))))


def test_a_page_tells_how_a_need_stands_who_asked_and_what_was_read_from_it() -> None:
    text = read(a_busy_case())

    assert "*Answered with matches*" in text
    assert "From <@U0COMPANY>  ·  2 March, 13:00  ·  a mention, <#C1>" in text
    assert "Read from it: research grade" in text
    assert "It asks for several things: mill forty chair backs; dye the cushions red" in text


def test_a_page_speaks_the_advisors_language_whatever_the_company_wrote() -> None:
    text = read(a_busy_case(), language="sv")

    assert "Forty chair backs in oak" in text
    assert "Från <@U0COMPANY>" in text
    assert "Inget företag och ingen expert kan läsa de här." in text
    assert "What has happened" not in text


def test_a_match_tells_how_sure_why_and_what_each_signal_did() -> None:
    text = read(a_case())

    assert "1. *Computer-controlled milling of wood* — Timber Workshop\nGood match, 90%" in text
    assert "“forty chair backs in oak” meets “We need forty identical chair backs in oak”" in text
    assert (
        "For it: what needs like this one led to +1.9; kind of answer (answers for health care): as asked for +1.0"
        in text
    )
    assert "Against it: species (small animals): another than asked for −3.0" in text
    assert "Mind the quality level: wanted GMP, offered research grade" in text


def test_what_moved_a_score_least_is_summed_up() -> None:
    text = read(scored(*(Share("words", 0.1) for _ in range(7))))

    assert text.count("the same words +0.1") == 4
    assert "the rest +0.3" in text


def test_points_follow_the_language() -> None:
    assert "samma ord +0,7" in read(scored(Share("words", 0.7)), language="sv")


def test_a_signal_without_words_keeps_its_name() -> None:
    assert "tides in group" not in read(scored(Share("tides in group", 0.7)))
    assert "tides, by others of the unit +0.7" in read(scored(Share("tides in group", 0.7)))


def test_a_match_that_no_score_speaks_for_was_put_there_by_an_advisor() -> None:
    chosen = a_need(replace(SCORED, matches=(replace(dyeing, confidence=0.0),)))

    assert "Dye Garden\nChosen by an advisor" in read(a_case(need=chosen))


def test_points_are_explained_only_where_there_are_any() -> None:
    assert "log-odds" in read(a_case())
    assert "log-odds" not in read(scored())


def test_a_need_that_nothing_fits_shows_what_came_nearest_and_what_nobody_knows() -> None:
    text = read(a_case(need=a_need(MISSED)))

    assert "*Nothing fits; these came nearest*" in text
    assert "Nobody here knows: titanium, welding" in text


def test_a_need_without_matches_or_answer_says_so_or_nothing() -> None:
    unanswered = replace(a_need(NO_NEED), answer=None, state=NeedState.ASKED)

    assert "There are no matches." in read(a_case(need=a_need(NO_NEED)))
    assert "Matches" not in read(a_case(need=unanswered))


def test_an_introduction_tells_whom_it_is_to_what_was_promised_and_what_comes_next() -> None:
    text = read(a_busy_case())

    assert "Expert: master joiner, <@U0EXPERT>, joiner@example.com" in text
    assert "Timber Workshop\nAsked; answer promised by Wednesday 4 March, 13:00\n" in text
    assert "Next: 3 March, 13:00: the one reminder\n" in text


def test_introductions_that_go_on_stand_first() -> None:
    text = read(a_busy_case())

    assert text.index("Timber Workshop\nAsked; answer") < text.index("Dye Garden\nNo\n")


def test_the_introduction_that_presses_most_stands_first() -> None:
    later, sooner = an_introduction(), an_introduction(DYEING, due_at=NOON)
    introduced = replace(later, id="N7/x", state=IntroductionState.INTRODUCED, due_at=NOON - timedelta(days=9))

    text = read(a_case(introductions=(introduced, later, sooner)))

    assert text.index("Dye Garden\nAsked") < text.index("Timber Workshop\nAsked") < text.index("\nIntroduced")
    assert text.count("promised") == 2


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (
            {"state": IntroductionState.APPROVED, "waits": Wait.CAP},
            "Waits for its turn (they have enough at the moment)",
        ),
        ({"state": IntroductionState.DECLINED, "decline": Decline.NOT_OPEN}, "No (not open to companies)"),
        ({"state": IntroductionState.POSTPONED, "not_before": date(2026, 4, 1)}, "Not before: Wednesday 1 April"),
        ({"state": IntroductionState.PROPOSED, "suggested_by": "U0ADVISOR"}, "Suggested by: <@U0ADVISOR>"),
        ({"expert_user": None, "expert": None}, "Expert: master joiner, not linked"),
        ({"advisor": None, "due_at": None}, "Expert: master joiner, <@U0EXPERT>\n---"),
    ],
)
def test_an_introduction_tells_why_it_stands_where_it_stands(more: dict[str, Any], said: str) -> None:
    assert said in read(a_case(introductions=(an_introduction(**more),)))


def test_an_advisor_who_asks_for_the_bot_can_tell_what_the_expert_said() -> None:
    asked, by_hand = an_introduction(), an_introduction(DYEING, state=IntroductionState.WITH_ADVISOR)

    assert heard.YES not in identifiers(page(a_case(introductions=(asked,))))
    assert {heard.YES, heard.NO} <= set(identifiers(page(a_case(introductions=(by_hand,)))))


def test_notes_stand_newest_first_and_say_that_neither_side_reads_them() -> None:
    text = read(a_case(private_words=(a_note("First."), a_note("Second.", about=About.FEEDBACK, useful=True))))

    assert text.index("Second.") < text.index("First.")
    assert "After an introduction  ·  useful: yes" in text
    assert "No company and no expert can read these." in text


def test_an_enquiry_shows_its_answer_once_there_is_one() -> None:
    waiting, answered = an_enquiry(), an_enquiry(answer="Forty.", answered_at=NOON)

    assert "No answer yet." in read(a_case(enquiries=(waiting,)))
    assert "Forty." in read(a_case(enquiries=(answered,)))


def test_what_the_company_was_told_when_nothing_fits_stands_there_for_all_advisors() -> None:
    referred = Event(
        NOON, "N7", None, "U0ADVISOR", "referred", "not_open", {"text": "Metal is milled at the shipyard."}
    )

    text = read(a_case(events=(referred,)))

    assert "*What the company was told*\nMetal is milled at the shipyard." in text
    assert "You told the company that nobody here can help (not open to companies)" in text


def test_history_is_told_in_order_in_whole_sentences() -> None:
    text = read(a_busy_case())

    lines = text[text.index("*What has happened*") :].splitlines()[1:7]
    assert lines[0] == "• 2 March, 13:00: <@U0COMPANY> asked"
    assert lines[1] == "• 2 March, 13:00: I answered with matches"
    assert lines[3] == "• 2 March, 13:00: I asked the expert — Computer-controlled milling of wood"
    assert lines[4] == "• 2 March, 13:00: <@U0EXPERT> said no (no time) — Dyeing cloth with plants"
    assert lines[5] == "• 2 March, 14:00: You took it"


def test_a_no_that_an_expert_told_an_advisor_is_not_the_advisors_own() -> None:
    case = a_busy_case()
    told = Event(NOON, "N7", case.introductions[0].id, "U0ADVISOR", "declined", "no_time")

    assert "You heard a no (no time)" in read(replace(case, events=(told,)))


def test_a_long_history_shows_its_end_and_the_way_to_all_of_it() -> None:
    case = a_case(events=tuple(Event(NOON, "N7", None, LOTSEN, f"step_{number}") for number in range(30)))

    text = read(case)

    assert "step 29" in text
    assert "step 3\n" not in text
    assert "8 of 30 shown.  [Show all]" in text


def test_needs_beside_it_stand_by_sort_each_with_a_button() -> None:
    view = page(a_busy_case())

    assert list(identifiers(view)).count(OPEN) == 3
    assert "*Earlier needs of the same company*" in shown_view(view)
    assert "Only advisors see these side by side; companies never do." in shown_view(view)


def test_more_needs_beside_it_than_fit_are_behind_a_button() -> None:
    case = a_case(earlier=tuple(beside(f"N{number}") for number in range(10, 19)), near=(beside("N3"),))

    assert "4 of 10 shown.  [Show all]" in read(case)


def test_only_what_can_be_done_is_offered() -> None:
    free, over = a_case(), a_case(need=replace(a_need(SCORED), state=NeedState.CLOSED))
    mine = a_case(triage=Triage("N7", "U0ADVISOR"))

    assert {TAKE, triage_acts.CLOSE, triage_acts.NO_MATCH} <= set(identifiers(page(free)))
    assert TAKE not in identifiers(page(mine))
    assert triage_acts.GIVE_BACK in identifiers(page(mine))
    assert triage_acts.TAKE_OVER in identifiers(page(mine, user="U0ADVISOR2"))
    assert triage_acts.GIVE_BACK not in identifiers(page(mine, user="U0ADVISOR2"))
    assert [each for each in identifiers(page(over)) if each in vars(triage_acts).values()] == [triage_acts.NOTE]


def test_what_sleeps_can_be_woken_until_its_day() -> None:
    asleep, awake = Triage("N7", snoozed_until=date(2026, 3, 9)), Triage("N7", snoozed_until=date(2026, 3, 2))

    assert "asleep until Monday 9 March" in read(a_case(triage=asleep))
    assert triage_acts.WAKE in identifiers(page(a_case(triage=asleep)))
    assert triage_acts.SNOOZE in identifiers(page(a_case(triage=awake)))


def test_a_need_that_is_over_tells_how_it_ended_and_with_which_it_belongs() -> None:
    over = replace(a_need(SCORED), state=NeedState.CLOSED)
    triage = Triage("N7", "U0ADVISOR", outcome=Outcome.DUPLICATE, same_as="N3")

    assert "*Closed: the same as another need*  ·  the same as N3" in read(a_case(need=over, triage=triage))


def test_a_need_asked_in_private_says_so() -> None:
    assert "a mention, in private" in read(a_case(need=a_need(SCORED, PRIVATE)))


def test_a_need_that_an_advisor_wrote_down_says_who_did() -> None:
    filed = replace(a_need(SCORED, PRIVATE), door=Door.ADVISOR, filed_by="U0ADVISOR")

    text = read(a_case(need=filed))

    assert "Written down by <@U0ADVISOR>" in text
    assert "in private" not in text


def test_a_need_stands_beside_another_once() -> None:
    case = a_case(same=(beside("N3"),), earlier=(beside("N3"), beside("N4")), near=(beside("N3"),))

    assert list(identifiers(page(case))).count(OPEN) == 2


def test_a_need_that_is_over_waits_for_no_choice() -> None:
    over = replace(a_need(SCORED), state=NeedState.CLOSED)

    assert "has not chosen anybody yet" in read(a_case())
    assert "has not chosen anybody yet" not in read(a_case(need=over))


def test_an_account_is_missing_only_where_somebody_has_to_be_asked() -> None:
    proposed = an_introduction(state=IntroductionState.PROPOSED, expert=None, expert_user=None)

    assert "not linked" not in read(a_case(introductions=(proposed,)))
    assert "not linked" in read(a_case(introductions=(replace(proposed, state=IntroductionState.WITH_ADVISOR),)))


def test_why_it_went_by_hand_is_told_while_it_does() -> None:
    by_hand = an_introduction(state=IntroductionState.WITH_ADVISOR, by_hand=ByHand.TAKEN_OVER)

    assert "With the advisors (taken over)" in read(a_case(introductions=(by_hand,)))
    assert "taken over" not in read(a_case(introductions=(replace(by_hand, state=IntroductionState.INTRODUCED),)))


def test_whoever_was_erased_is_nobody_and_has_left_no_words() -> None:
    need = a_need(SCORED, text=" ")
    erased = replace(need, asker=replace(need.asker, user=ERASED))

    text = read(a_case(need=erased, events=(Event(NOON, "N7", None, ERASED, "erased"),)))

    assert "From somebody whose data is erased" in text
    assert "The words have been erased." in text
    assert f"<@{ERASED}>" not in text


def test_a_long_need_is_cut_with_a_way_to_read_on() -> None:
    view = page(a_case(need=a_need(SCORED, text="oak " * 5000)))

    assert "The beginning of 19,999 characters.  [Read all]" in shown_view(view)
    value = next(block["accessory"]["value"] for block in view["blocks"] if "Read all" in str(block))
    assert Reading.unpacked(value) == Reading("N7", Whole.WORDS)


def test_what_is_new_since_the_page_was_shown_stands_on_top() -> None:
    seen = Turned.unpacked(page(replace(a_busy_case(), events=a_busy_case().events[:-1]))["private_metadata"])

    assert read(a_busy_case(), seen).startswith("*New since you looked*\n• 2 March, 14:00: You took it\n---")
    assert "New since you looked" not in read(a_busy_case())


def test_a_page_leads_back_to_the_need_from_which_it_was_opened() -> None:
    from_another = Turned("N3").to("N7")

    assert read(a_case(), from_another).startswith("[Back to N3]")
    assert from_another.to("N3") == Turned("N3")
    assert from_another.to("N7") == from_another


@pytest.mark.parametrize("language", ["en", "sv"])
@pytest.mark.parametrize("word", ["oak ", "& ", "\U0001f6a2\U0001f6a2 ", "å" * 50])
def test_the_most_that_can_happen_is_still_a_page_that_slack_takes(word: str, language: str) -> None:
    view = page(an_endless_case(word), Turned("N7", "N3", 0), language=language)

    assert shown_view(view)
    assert len(json.dumps(view)) < 250_000


@given(st.text(max_size=300))
def test_no_words_of_anybody_are_markup_on_the_page(text: str) -> None:
    words = f"{text} {HOSTILE} <@U0ADVISOR9>"
    case = a_case(
        need=a_need(SCORED, text=words),
        private_words=(a_note(words),),
        enquiries=(an_enquiry(question=words, answer=words, answered_at=NOON),),
        near=(beside("N3", words),),
        events=(Event(NOON, "N7", None, LOTSEN, words, words, {"text": words}),),
    )

    assert shown_view(page(case))


@given(st.text(), st.none() | st.text(), st.none() | st.integers(0), st.text(), st.text())
def test_what_a_page_and_a_modal_carry_comes_back(
    need: str, back: str | None, seen: int | None, view: str, version: str
) -> None:
    turned = Turned(need, back, seen)

    assert Turned.unpacked(turned.packed()) == turned
    assert Beneath.unpacked(Beneath(view, version, turned).packed()) == Beneath(view, version, turned)


def test_the_page_knows_itself() -> None:
    assert page(a_case())["callback_id"] == CALLBACK
    assert page(a_case())["title"]["text"] == "Need N7"
