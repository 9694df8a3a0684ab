from dataclasses import replace

import pytest

from bot.domain.event import ERASED
from bot.domain.lifecycle import NeedState
from bot.domain.people import Person
from bot.domain.queue import NOBODY, Filters, Pile
from bot.domain.showing import Asked
from bot.slack.views.desk.look import Look
from bot.slack.views.desk.queue import CLEAR, EARLIER, LATER, home_blocks, most_urgent, queue_modal
from bot.slack.views.home import AdvisorsDesk, Reader, Visitor, home_view
from tests.slack.answers import CAMPUS, NOON, a_card, an_introduction, to_company, to_expert
from tests.slack.checking import identifiers, shown_view
from tests.slack.queues import COUNTS, DAY, EVERY_FILTER, HOUR, a_line, a_queue, the_fullest_queue

each_language = pytest.mark.parametrize("language", ["en", "sv"])


def modal_text(*lines: object, language: str = "en", **more: object) -> str:
    return shown_view(queue_modal(a_queue(*lines, **more), CAMPUS, language))  # type: ignore[arg-type] - lines of a_line


def test_every_pile_has_a_button_with_its_count_in_words() -> None:
    text = modal_text(a_line())

    assert "[Due today 1]  [Waiting for you 23]  [New 3]  [Stuck 0]  [No match 2]  [Mine 4]  [All 40]" in text


def test_the_counts_are_said_in_swedish_too() -> None:
    text = modal_text(a_line(), language="sv")

    assert (
        "[Senast i dag 1]  [Väntar på dig 23]  [Nya 3]  [Står stilla 0]  [Ingen träff 2]  [Mina 4]  [Alla 40]" in text
    )


def test_the_pile_that_is_shown_stands_out() -> None:
    buttons = queue_modal(a_queue(pile=Pile.MINE), CAMPUS, "en")["blocks"][0]["elements"]

    assert [each["value"] for each in buttons if each.get("style") == "primary"] == ["mine"]


def test_a_line_says_what_presses_who_has_it_and_what_came_of_it() -> None:
    text = modal_text(a_line(due_at=NOON + 2 * HOUR))

    assert "N7 “Forty chair backs in oak”  [Open]" in text
    assert "*Answer due today 15:00* · Nobody has taken it · Matches at Timber Workshop" in text
    assert text.endswith("Asked 3 days ago by <@U0COMPANY>")


def test_a_language_that_is_none_of_ours_is_named() -> None:
    assert "by <@U0COMPANY> in another language" in modal_text(a_line(language="other"))


def test_a_line_says_so_in_swedish() -> None:
    text = modal_text(a_line(due_at=NOON + 2 * HOUR, language="sv"), language="sv")

    assert "*Svar utlovat i dag 15:00* · Ingen har tagit det · Träffar hos Träverkstaden" in text
    assert "Inkom för 3 dagar sedan från <@U0COMPANY>" in text


def test_who_has_a_need_is_told_apart() -> None:
    mine, theirs = a_line(advisor="U0ADVISOR"), a_line(advisor="U0EXPERT")

    assert "You have it" in modal_text(mine)
    assert "<@U0EXPERT> has it" in modal_text(theirs)


def test_a_promise_that_does_not_end_today_is_said_without_emphasis() -> None:
    text = modal_text(a_line(due_at=NOON + DAY))

    assert "Answer due tomorrow 13:00" in text
    assert "*Answer" not in text


def test_a_need_that_sleeps_says_until_when_and_one_whose_day_has_come_does_not() -> None:
    assert "Asleep until Monday 9 March" in modal_text(a_line(snoozed_until=(NOON + 7 * DAY).date()))
    assert "Asleep" not in modal_text(a_line(snoozed_until=NOON.date()))


def test_a_need_that_has_gone_quiet_says_for_how_long() -> None:
    assert "Quiet for 2 days" in modal_text(a_line(last_at=NOON - 2 * DAY))
    assert "Quiet" not in modal_text(a_line(last_at=NOON - DAY))


def test_a_need_without_matches_says_how_it_stands() -> None:
    assert "Nothing fits" in modal_text(a_line(state=NeedState.UNMATCHED, infrastructures=()))
    assert "Answered with matches" in modal_text(a_line(infrastructures=()))


def test_a_need_whose_asker_is_erased_names_nobody() -> None:
    erased = modal_text(a_line(asker=Person("T0HOME", ERASED), text_start=""))

    assert "somebody whose data is erased" in erased
    assert "<@erased>" not in erased


def test_a_need_that_an_advisor_linked_says_to_which() -> None:
    assert "Asks the same as N3" in modal_text(a_line(same_as="N3"))


@each_language
@pytest.mark.parametrize("pile", Pile)
def test_an_empty_pile_says_so_quietly_and_has_nothing_to_page(pile: Pile, language: str) -> None:
    view = queue_modal(a_queue(pile=pile), CAMPUS, language)

    assert shown_view(view)
    assert not {EARLIER, LATER} & set(identifiers(view))


def test_an_empty_list_under_filters_says_that_they_may_be_why() -> None:
    look = Look(Pile.NEW, EVERY_FILTER)
    view = queue_modal(a_queue(pile=Pile.NEW, look=look), CAMPUS, "en")

    assert "Nothing here with these filters." in shown_view(view)
    assert CLEAR in set(identifiers(view))


@each_language
def test_a_narrowed_list_says_to_what(language: str) -> None:
    text = shown_view(queue_modal(a_queue(a_line(), look=Look(filters=EVERY_FILTER)), CAMPUS, language))

    said = {
        "en": "Only: Timber Workshop · in Swedish · Nothing fits · taken by <@U0ADVISOR> · at least 5 days old",
        "sv": "Bara: Träverkstaden · på svenska · Inget passar · taget av <@U0ADVISOR> · minst 5 dagar gamla",
    }
    assert said[language] in text


def test_what_is_free_can_be_all_that_is_shown() -> None:
    assert "Only: not taken by anybody" in modal_text(a_line(), look=Look(filters=Filters(advisor=NOBODY)))


def test_a_page_in_the_middle_says_where_it_is_and_leads_both_ways() -> None:
    queue = a_queue(*[a_line()] * 10, total=23, offset=10)
    view = queue_modal(queue, CAMPUS, "en")
    paging = {each["action_id"]: each["value"] for each in view["blocks"][-1]["elements"]}

    assert "Waiting for you: 11–20 of 23 needs" in shown_view(view)
    assert paging == {EARLIER: "0", LATER: "20"}


def test_the_first_and_the_last_page_lead_one_way() -> None:
    first = set(identifiers(queue_modal(a_queue(*[a_line()] * 10, total=23), CAMPUS, "en")))
    last = set(identifiers(queue_modal(a_queue(*[a_line()] * 3, total=23, offset=20), CAMPUS, "en")))

    assert {EARLIER, LATER} & first == {LATER}
    assert {EARLIER, LATER} & last == {EARLIER}


def test_one_need_is_one_need() -> None:
    assert "Waiting for you: 1 need*" in modal_text(a_line())


@each_language
def test_the_fullest_queue_is_one_that_slack_takes(language: str) -> None:
    view = queue_modal(the_fullest_queue(), CAMPUS, language)

    assert "2501–2510" in shown_view(view)
    assert len(view["blocks"]) <= 30
    assert len(view["private_metadata"]) <= 3000


@each_language
def test_the_fullest_home_of_an_advisor_is_one_that_slack_takes(language: str) -> None:
    queue = the_fullest_queue()
    choices = [replace(an_introduction(), id=f"N7/{number}") for number in range(9)]
    visitor = Visitor(
        language,
        needs=[to_company(*choices)] * 30,
        readers=[Reader(a_card(), Asked(), by_expert=True, knows_who=False, need="N7")] * 50,
        requests=[to_expert()] * 50,
        desk=AdvisorsDesk(home_blocks(queue, CAMPUS, language), queue.look.packed(NOON.date())),
    )

    view = home_view(visitor, CAMPUS)
    assert shown_view(view)
    assert view["blocks"][0]["type"] == "header"


def test_whoever_has_not_chosen_sees_what_presses_most() -> None:
    assert most_urgent(COUNTS) is Pile.BREAKS_TODAY
    assert most_urgent({**COUNTS, Pile.BREAKS_TODAY: 0}) is Pile.WAITING
    assert most_urgent({}) is Pile.ALL


def test_what_waits_for_any_advisor_is_told_apart_from_what_waits_for_whoever_looks() -> None:
    text = modal_text(a_line(advisor="U0EXPERT"), look=Look(Pile.WAITING, together=True))

    assert "Waiting for an advisor: 1 need*" in text
    assert "The next step is ours, whoever has taken them." in text
