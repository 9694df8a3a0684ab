import pytest

from bot.desk.approve import Choice
from bot.desk.erase import KIND as ERASE
from bot.desk.erase import erasing
from bot.desk.feedback import KIND as FEEDBACK
from bot.desk.feedback import answering, saying
from bot.desk.follow import END_NEED, KIND, changing_advisor, closing, ending_need, met
from bot.desk.reply import KIND as REPLY
from bot.desk.reply import accepting
from bot.domain.message import Topic
from bot.domain.showing import ForAdvisors
from tests.play import Play
from tests.stand_ins import ADVISOR, CARVING, COMPANY, DRYING, FIRST_EXPERT, NOBODYS, OTHER_ADVISOR

OAK, PINE = f"N1/{DRYING}", f"N1/{CARVING}"


@pytest.fixture
def introduced() -> Play:
    """Company, expert and one of two advisors share a thread."""
    play = Play(None, advisors=(ADVISOR, OTHER_ADVISOR))
    play.asked(DRYING)
    play.happens(REPLY, accepting(OAK, FIRST_EXPERT))
    return play


@pytest.mark.parametrize("user", [COMPANY, FIRST_EXPERT, ADVISOR, OTHER_ADVISOR])
def test_anybody_who_takes_part_may_say_that_they_have_met(introduced: Play, user: str) -> None:
    introduced.happens(KIND, met(OAK, user))

    assert introduced.state(OAK) == "met"
    assert introduced.clocks(OAK) == {}


def test_several_who_say_so_have_met_once(introduced: Play) -> None:
    for user in (COMPANY, FIRST_EXPERT, COMPANY):
        introduced.write(KIND, met(OAK, user))
    introduced.settle()

    assert introduced.steps(OAK).count("met") == 1


def test_a_stranger_closes_nothing(introduced: Play) -> None:
    introduced.happens(KIND, closing(OAK, "USOMEBODY"))

    assert (introduced.state(OAK), introduced.inbox_states()[-1]) == ("introduced", "given_up")


def test_closing_asks_both_sides_two_questions(introduced: Play) -> None:
    introduced.happens(KIND, closing(OAK, FIRST_EXPERT))

    assert introduced.state(OAK) == "closed"
    assert Topic.COMPANY_QUESTIONS in introduced.slack.topics(COMPANY)
    assert introduced.slack.topics(FIRST_EXPERT)[-1] is Topic.EXPERT_QUESTIONS


def test_another_advisor_takes_part_in_a_thread_of_its_own(introduced: Play) -> None:
    old = introduced.introduction(OAK).thread
    introduced.happens(KIND, changing_advisor(OAK, COMPANY))

    introduction = introduced.introduction(OAK)
    assert (introduction.advisor, introduction.state) == (OTHER_ADVISOR, "introduced")
    assert introduction.thread != old
    assert introduced.slack.posts[f"introduction:{OAK}#4"].readers == {COMPANY, FIRST_EXPERT, OTHER_ADVISOR}
    assert introduced.slack.topics(COMPANY).count(Topic.THREAD_OPENED) == 1


def test_what_follows_a_change_of_advisor_stands_in_the_new_thread(introduced: Play) -> None:
    introduced.happens(KIND, changing_advisor(OAK, COMPANY))
    introduced.later(days=9)

    assert introduced.slack.topics(OTHER_ADVISOR)[-1] is Topic.CHECK_BACK


def test_without_another_advisor_nothing_changes(introduced: Play) -> None:
    introduced.villagers.there = [ADVISOR]
    introduced.happens(KIND, changing_advisor(OAK, COMPANY))

    assert introduced.steps(OAK)[-1] == "opened"


def test_without_the_expert_of_the_thread_no_other_is_opened(introduced: Play) -> None:
    introduced.happens(ERASE, erasing(FIRST_EXPERT))
    introduced.happens(KIND, changing_advisor(OAK, COMPANY))

    assert (introduced.introduction(OAK).advisor, introduced.steps(OAK)[-1]) == (ADVISOR, "opened")


def test_before_the_introduction_there_is_nothing_to_close_for_those_who_take_part(introduced: Play) -> None:
    introduced.approved("N1", CARVING)
    for user in (COMPANY, FIRST_EXPERT):
        introduced.happens(KIND, closing(PINE, user))

    assert introduced.state(PINE) == "asked"


def test_an_advisor_closes_what_waits_and_the_company_is_told(introduced: Play) -> None:
    introduced.approved("N1", CARVING)
    introduced.happens(KIND, closing(PINE, ADVISOR))

    assert introduced.state(PINE) == "closed"
    assert Topic.ENDED_BY_ADVISOR in introduced.slack.topics(COMPANY)


def test_an_advisor_ends_a_need_with_all_that_is_under_way(introduced: Play) -> None:
    introduced.approved("N1", CARVING, Choice(NOBODYS, as_next=True))
    introduced.happens(END_NEED, ending_need("N1", ADVISOR))

    assert {introduced.state(each) for each in (OAK, PINE, f"N1/{NOBODYS}")} == {"closed"}
    introduced.happens(END_NEED, ending_need("N1", ADVISOR))
    assert introduced.happened("N1").count("closed") == 4


def test_only_an_advisor_ends_a_need(introduced: Play) -> None:
    introduced.happens(END_NEED, ending_need("N1", COMPANY))

    assert introduced.inbox_states()[-1] == "given_up"


def test_what_both_sides_say_afterwards_reaches_the_advisors_alone(introduced: Play) -> None:
    introduced.happens(KIND, closing(OAK, COMPANY))
    introduced.happens(FEEDBACK, answering(OAK, COMPANY, "Slow.", useful=True))
    introduced.happens(FEEDBACK, answering(OAK, FIRST_EXPERT, "", useful=False))

    shown = introduced.slack.value(Topic.PRIVATE_WORDS)
    assert isinstance(shown, ForAdvisors)
    assert [(each.author, each.useful) for each in shown.private_words] == [(COMPANY, True), (FIRST_EXPERT, False)]
    assert introduced.slack.topics(ADVISOR).count(Topic.PRIVATE_WORDS) == 2


def test_the_two_questions_are_answered_once_by_each_side_and_only_after_closing(introduced: Play) -> None:
    introduced.happens(FEEDBACK, answering(OAK, COMPANY, "Early.", useful=True))
    introduced.happens(KIND, closing(OAK, COMPANY))
    for words in ("First.", "Second."):
        introduced.happens(FEEDBACK, answering(OAK, COMPANY, words, useful=True))

    with introduced.store.unit() as unit:
        assert [each.words.for_advisors() for each in unit.private.of_need("N1")] == ["First."]


def test_an_expert_can_say_what_is_wrong_with_contact_or_description_at_any_time(introduced: Play) -> None:
    introduced.happens(FEEDBACK, saying(OAK, FIRST_EXPERT, "Write to the lab manager."))

    assert introduced.slack.topics(ADVISOR)[-1] is Topic.PRIVATE_WORDS


def test_an_advisor_answers_no_questions_for_others(introduced: Play) -> None:
    introduced.happens(KIND, closing(OAK, COMPANY))
    introduced.happens(FEEDBACK, answering(OAK, OTHER_ADVISOR, "Me.", useful=True))

    assert introduced.inbox_states()[-1] == "given_up"
