from datetime import date, timedelta

import pytest

from bot.desk.approve import Choice
from bot.desk.colleague import is_colleague
from bot.desk.reply import KIND, accepting, declining, postponing, redirecting
from bot.domain.availability import Availability
from bot.domain.introduction import Decline
from bot.domain.message import Topic
from bot.domain.people import Reach
from bot.domain.showing import ForAdvisors, ForCompany, ForExpert, ForGroup
from tests.play import Play
from tests.stand_ins import ADVISOR, CARVING, COMPANY, DRYING, FIRST, FIRST_EXPERT, NOBODYS, SECOND, SECOND_EXPERT

OAK, PINE = f"N1/{DRYING}", f"N1/{CARVING}"


def test_a_yes_opens_the_thread_and_names_both_sides(play: Play) -> None:
    play.asked(DRYING)
    play.happens(KIND, accepting(OAK, FIRST_EXPERT))

    assert play.steps(OAK) == ["approved", "asked", "accepted", "opened"]
    post = play.slack.posts[f"introduction:{OAK}"]
    assert post.readers == {COMPANY, FIRST_EXPERT, ADVISOR}
    assert isinstance(post.value, ForGroup)


def test_an_expert_knows_the_company_only_once_they_are_introduced(play: Play) -> None:
    play.asked(DRYING)
    play.happens(KIND, accepting(OAK, FIRST_EXPERT))

    cards = [post.value for post in play.slack.seen if isinstance(post.value, ForExpert)]
    assert [(card.state, card.company and card.company.user) for card in cards] == [
        ("asked", None),
        ("accepted", None),
        ("introduced", COMPANY),
    ]


def test_a_yes_but_not_before_opens_the_thread_on_its_date(play: Play) -> None:
    play.asked(DRYING)
    play.happens(KIND, postponing(OAK, FIRST_EXPERT, date(2026, 3, 9)))
    assert play.state(OAK) == "postponed"
    assert Topic.NOT_BEFORE in play.slack.topics(COMPANY)

    play.later(days=6)
    assert play.state(OAK) == "postponed"
    play.later(days=1)
    assert play.steps(OAK)[-3:] == ["postponed", "resumed", "opened"]


def test_a_date_on_a_day_off_is_the_next_open_morning(play: Play) -> None:
    play.asked(DRYING)
    play.happens(KIND, postponing(OAK, FIRST_EXPERT, date(2026, 4, 4)))

    assert play.clocks(OAK)["resume"].date() == date(2026, 4, 7)


def test_not_before_a_day_that_has_come_is_a_yes(play: Play) -> None:
    play.asked(DRYING)
    play.happens(KIND, postponing(OAK, FIRST_EXPERT, play.clock().date()))

    assert play.state(OAK) == "introduced"


def test_a_postponed_yes_can_be_moved_hurried_and_taken_back(play: Play) -> None:
    play.asked(DRYING, CARVING)
    for introduction in (OAK, PINE):
        play.happens(KIND, postponing(introduction, FIRST_EXPERT, date(2026, 4, 1)))
    play.happens(KIND, postponing(OAK, FIRST_EXPERT, date(2026, 5, 4)))
    assert play.introduction(OAK).not_before == date(2026, 5, 4)

    play.happens(KIND, accepting(OAK, FIRST_EXPERT))
    play.happens(KIND, declining(PINE, FIRST_EXPERT, Decline.NO_TIME))
    assert (play.state(OAK), play.state(PINE)) == ("introduced", "declined")


def test_a_no_reaches_the_company_as_a_reason_and_the_words_only_the_advisors(play: Play) -> None:
    play.asked(DRYING)
    play.happens(KIND, declining(OAK, FIRST_EXPERT, Decline.NOT_OUR_FIELD, " They never pay. "))

    told = play.slack.value(Topic.SAID_NO)
    assert isinstance(told, ForCompany)
    assert told.about is not None
    assert told.about.decline is Decline.NOT_OUR_FIELD
    words = play.slack.value(Topic.PRIVATE_WORDS)
    assert isinstance(words, ForAdvisors)
    assert [each.words.for_advisors() for each in words.private_words] == ["They never pay."]


def test_a_no_without_words_is_no_private_matter(play: Play) -> None:
    play.asked(DRYING)
    play.happens(KIND, declining(OAK, FIRST_EXPERT, Decline.OTHER, "  "))

    assert Topic.PRIVATE_WORDS not in play.slack.topics(ADVISOR)


def test_when_the_last_one_says_no_advisors_hear_that_nothing_is_left(play: Play) -> None:
    play.asked(DRYING, CARVING)
    play.happens(KIND, declining(OAK, FIRST_EXPERT, Decline.OTHER))
    assert Topic.NOTHING_LEFT not in play.slack.topics(ADVISOR)

    play.happens(KIND, declining(PINE, FIRST_EXPERT, Decline.OTHER))
    assert play.slack.topics(ADVISOR) == [Topic.NOTHING_LEFT]


def test_a_no_calls_the_next_choice(play: Play) -> None:
    play.asked(DRYING, Choice(CARVING, as_next=True))
    play.happens(KIND, declining(OAK, FIRST_EXPERT, Decline.OTHER))

    assert play.steps(PINE) == ["approved", "called", "asked"]
    assert Topic.NOTHING_LEFT not in play.slack.topics(ADVISOR)


def test_a_no_of_one_while_another_is_asked_calls_nobody(play: Play) -> None:
    play.asked(DRYING, NOBODYS, Choice(CARVING, as_next=True))
    play.happens(KIND, declining(OAK, FIRST_EXPERT, Decline.OTHER))

    assert play.steps(PINE) == ["approved"]


def test_somebody_else_who_is_suggested_is_put_before_the_company_and_nobody_new(play: Play) -> None:
    play.asked(DRYING)
    play.happens(KIND, redirecting(OAK, FIRST_EXPERT, SECOND))

    proposal = f"N1/{SECOND}"
    assert (play.state(OAK), play.state(proposal)) == ("redirected", "proposed")
    assert play.slack.topics(SECOND_EXPERT) == []
    shown = play.slack.value(Topic.SUGGESTION)
    assert isinstance(shown, ForCompany)
    assert shown.about is not None
    assert (shown.about.proposed_for, shown.about.asked.is_colleague) == (DRYING, False)


def test_an_approved_suggestion_is_asked(play: Play) -> None:
    play.asked(DRYING)
    play.happens(KIND, redirecting(OAK, FIRST_EXPERT, SECOND))
    play.approved("N1", Choice(SECOND, introduction=f"N1/{SECOND}"))

    assert play.steps(f"N1/{SECOND}") == ["proposed", "approved", "asked"]
    assert play.slack.topics(SECOND_EXPERT) == [Topic.REQUEST]


def test_a_colleague_is_asked_by_account_for_the_same_service(play: Play) -> None:
    play.asked(DRYING)
    play.happens(KIND, redirecting(OAK, FIRST_EXPERT, None, "UCOLLEAGUE"))
    play.approved("N1", Choice(DRYING, introduction=f"{OAK}/colleague"))

    assert play.slack.topics("UCOLLEAGUE") == [Topic.REQUEST]
    play.happens(KIND, accepting(f"{OAK}/colleague", "UCOLLEAGUE"))
    assert play.slack.posts[f"introduction:{OAK}/colleague"].readers == {COMPANY, "UCOLLEAGUE", ADVISOR}


@pytest.mark.parametrize(
    ("entry", "colleague"),
    [(DRYING, None), (CARVING, None), ("joinery/gone", None), (None, COMPANY), (None, FIRST_EXPERT), (None, None)],
)
def test_a_suggestion_that_leads_nowhere_is_a_no(play: Play, entry: str | None, colleague: str | None) -> None:
    play.asked(DRYING, CARVING)
    play.happens(KIND, redirecting(OAK, FIRST_EXPERT, entry, colleague))

    assert play.state(OAK) == "redirected"
    assert Topic.SUGGESTION not in play.slack.topics(COMPANY)
    assert Topic.SAID_NO in play.slack.topics(COMPANY)


@pytest.mark.parametrize("user", ["UOTHERCOMPANY", "UGUEST", "UGONE"])
def test_naming_somebody_who_does_not_work_here_is_a_no_as_well(play: Play, user: str) -> None:
    play.villagers.guests.add("UGUEST")
    play.villagers.reaches["UGONE"] = Reach.DEACTIVATED
    play.asked(user="UOTHERCOMPANY")
    play.asked(DRYING)
    oak = f"N2/{DRYING}"
    play.happens(KIND, redirecting(oak, FIRST_EXPERT, None, user))

    assert play.state(oak) == "redirected"
    assert Topic.SUGGESTION not in play.slack.topics(COMPANY)
    assert Topic.SAID_NO in play.slack.topics(COMPANY)


def test_an_expert_or_an_advisor_works_here_also_as_a_guest_who_has_asked(play: Play) -> None:
    for user in (SECOND_EXPERT, ADVISOR):
        play.villagers.guests.add(user)
        play.asked(user=user)
        assert is_colleague(play.desk, user)


@pytest.mark.parametrize("user", [COMPANY, SECOND_EXPERT, ADVISOR])
def test_nobody_else_answers_for_an_expert(play: Play, user: str) -> None:
    play.asked(DRYING)
    play.happens(KIND, accepting(OAK, user))

    assert play.state(OAK) == "asked"
    assert play.inbox_states()[-1] == "given_up"


def test_an_answer_to_what_is_not_on_record_is_given_up(play: Play) -> None:
    play.happens(KIND, accepting("N9/x", FIRST_EXPERT))

    assert play.inbox_states() == ["given_up"]


def test_a_second_answer_changes_nothing(play: Play) -> None:
    play.asked(DRYING)
    play.happens(KIND, declining(OAK, FIRST_EXPERT, Decline.OTHER))
    play.happens(KIND, accepting(OAK, FIRST_EXPERT))

    assert play.steps(OAK) == ["approved", "asked", "declined"]


def test_an_answer_makes_room_for_who_waits(play: Play) -> None:
    play.wishes(Availability(FIRST, open_requests=1))
    play.wishes(Availability(SECOND, open_requests=1, paused_until=play.clock().date() + timedelta(days=30)))
    play.asked(DRYING, CARVING)
    assert play.state(PINE) == "approved"

    play.happens(KIND, declining(OAK, FIRST_EXPERT, Decline.NO_TIME))
    assert play.steps(PINE) == ["approved", "waits", "asked"]


def test_an_answer_ends_the_count_of_silence(play: Play) -> None:
    play.wishes(Availability(FIRST, unanswered=2))
    play.asked(DRYING)
    play.happens(KIND, accepting(OAK, FIRST_EXPERT))

    with play.store.unit() as unit:
        assert unit.availabilities.get(FIRST).unanswered == 0
