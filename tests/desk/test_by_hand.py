import pytest

from bot.desk.by_hand import KIND, said_no, said_yes, taking_over
from bot.desk.reply import KIND as REPLY
from bot.desk.reply import accepting
from bot.domain.introduction import ByHand, Decline
from bot.domain.message import Topic
from tests.play import Play
from tests.stand_ins import ADVISOR, COMPANY, DRYING, FIRST_EXPERT, NOBODYS, OTHER_ADVISOR

OAK, BY_HAND = f"N1/{DRYING}", f"N1/{NOBODYS}"


@pytest.fixture
def play() -> Play:
    return Play(None, advisors=(ADVISOR, OTHER_ADVISOR))


def test_a_yes_by_hand_goes_on_in_the_same_log(play: Play) -> None:
    play.asked(NOBODYS)
    play.happens(KIND, said_yes(BY_HAND, OTHER_ADVISOR))

    assert play.steps(BY_HAND) == ["approved", "out_of_reach", "accepted_by_hand"]
    assert play.introduction(BY_HAND).advisor == OTHER_ADVISOR
    assert play.slack.topics(COMPANY)[-2:] == [Topic.INTRODUCED_BY_HAND, Topic.PROGRESS_CHANGED]


def test_the_check_back_after_a_yes_by_hand_goes_to_the_company(play: Play) -> None:
    play.asked(NOBODYS)
    play.happens(KIND, said_yes(BY_HAND, ADVISOR))
    play.later(days=8)

    assert Topic.DID_YOU_MEET in play.slack.topics(COMPANY)
    assert Topic.CHECK_BACK not in play.slack.topics(ADVISOR)


def test_a_no_by_hand_is_a_no_with_its_reason(play: Play) -> None:
    play.asked(NOBODYS)
    play.happens(KIND, said_no(BY_HAND, ADVISOR, Decline.NO_TIME, "On leave."))

    assert play.introduction(BY_HAND).decline is Decline.NO_TIME
    assert Topic.SAID_NO in play.slack.topics(COMPANY)
    assert play.slack.topics(ADVISOR)[-2:] == [Topic.NOTHING_LEFT, Topic.PRIVATE_WORDS]


@pytest.mark.parametrize("body", [said_yes(BY_HAND, ADVISOR), said_no(BY_HAND, ADVISOR, Decline.OTHER)])
def test_of_two_advisors_who_press_at_once_the_first_ones_word_holds(play: Play, body: dict[str, str]) -> None:
    play.asked(NOBODYS)
    play.write(KIND, body)
    play.write(KIND, said_yes(BY_HAND, OTHER_ADVISOR))
    play.settle()

    assert len(play.steps(BY_HAND)) == 3
    assert set(play.inbox_states()) == {"done"}


def test_an_advisor_takes_over_what_waits_for_its_expert(play: Play) -> None:
    play.asked(DRYING)
    play.happens(KIND, taking_over(OAK, OTHER_ADVISOR))

    introduction = play.introduction(OAK)
    assert (introduction.by_hand, introduction.advisor) == (ByHand.TAKEN_OVER, OTHER_ADVISOR)
    assert Topic.ADVISOR_ANSWERS in play.slack.topics(COMPANY)


def test_an_expert_may_still_answer_what_was_taken_over(play: Play) -> None:
    play.asked(DRYING)
    play.happens(KIND, taking_over(OAK, ADVISOR))
    play.happens(REPLY, accepting(OAK, FIRST_EXPERT))

    assert play.state(OAK) == "introduced"


@pytest.mark.parametrize("user", [COMPANY, FIRST_EXPERT, "USOMEBODY"])
def test_only_advisors_act_by_hand(play: Play, user: str) -> None:
    play.asked(DRYING)
    play.happens(KIND, taking_over(OAK, user))

    assert (play.state(OAK), play.inbox_states()[-1]) == ("asked", "given_up")


@pytest.mark.parametrize(
    "body", [said_yes(OAK, ADVISOR), said_no(OAK, ADVISOR, Decline.OTHER), taking_over(OAK, ADVISOR)]
)
def test_what_went_on_meanwhile_stays_as_it_is(play: Play, body: dict[str, str]) -> None:
    play.asked(DRYING)
    play.happens(REPLY, accepting(OAK, FIRST_EXPERT))
    play.happens(KIND, body)

    assert play.state(OAK) == "introduced"
