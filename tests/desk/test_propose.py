import pytest

from bot.desk.approve import Choice
from bot.desk.by_hand import KIND as BY_HAND
from bot.desk.by_hand import said_yes
from bot.desk.erase import KIND as ERASE
from bot.desk.erase import erasing
from bot.desk.follow import KIND as FOLLOW
from bot.desk.follow import closing
from bot.desk.propose import KIND, draft_of, introducing_by_hand, proposing
from bot.desk.reply import KIND as REPLY
from bot.desk.reply import accepting, declining
from bot.desk.withdraw import KIND as WITHDRAW
from bot.desk.withdraw import withdrawing
from bot.domain.introduction import ByHand, Decline
from bot.domain.message import Topic
from bot.domain.showing import ForCompany
from bot.storage.ports import Json
from bot.workers import work_once
from tests.play import Play
from tests.stand_ins import ADVISOR, BRIEF, CARVING, COMPANY, DRYING, FIRST_EXPERT, OTHER_ADVISOR

OAK, PINE = f"N1/{DRYING}", f"N1/{CARVING}"
PINE_ANEW = f"{PINE}/2"
WORDS = "A company wants forty backs carved."
CARVED = proposing("N1", ADVISOR, CARVING, WORDS)


@pytest.fixture
def play() -> Play:
    play = Play(None, advisors=(ADVISOR, OTHER_ADVISOR))
    play.asked()
    return play


@pytest.fixture
def proposed(play: Play) -> Play:
    play.happens(KIND, CARVED)
    return play


def there(play: Play) -> list[str]:
    with play.store.unit() as unit:
        return [each.id for each in unit.introductions.of_need("N1")]


def test_the_company_reads_whom_an_advisor_suggests(proposed: Play) -> None:
    value = proposed.slack.value(Topic.SUGGESTION)

    assert isinstance(value, ForCompany)
    assert value.about is not None
    assert (value.about.entry, value.about.state, value.about.by_advisor) == (CARVING, "proposed", True)
    assert proposed.introduction(PINE).suggested_by == ADVISOR


def test_the_advisors_words_are_a_draft_and_no_card(proposed: Play) -> None:
    with proposed.store.unit() as unit:
        assert draft_of(unit, unit.introductions.get(PINE)) == WORDS
    assert proposed.introduction(PINE).card is None


def test_nobody_else_hears_of_it_before_the_company_approves(proposed: Play) -> None:
    proposed.later(days=30)

    assert proposed.slack.topics(FIRST_EXPERT) == []
    assert not any(WORDS in repr(post.value) for post in proposed.slack.seen)


def test_what_the_company_approves_is_asked_with_its_own_words(proposed: Play) -> None:
    proposed.approved("N1", Choice(CARVING, introduction=PINE))

    introduction = proposed.introduction(PINE)
    assert (introduction.state, introduction.card and introduction.card.brief) == ("asked", BRIEF)


def test_what_it_does_not_want_ends_and_the_advisors_hear_of_it(proposed: Play) -> None:
    proposed.happens(WITHDRAW, withdrawing(COMPANY, "N1", PINE))

    assert proposed.state(PINE) == "withdrawn"
    assert proposed.slack.topics(ADVISOR) == [Topic.NOTHING_LEFT]


def test_a_need_that_nobody_fits_can_be_helped(play: Play) -> None:
    play.asked(text="moon")
    play.happens(KIND, proposing("N2", ADVISOR, CARVING, WORDS))

    assert play.state(f"N2/{CARVING}") == "proposed"


@pytest.mark.parametrize(
    "body",
    [
        proposing("N1", ADVISOR, "joinery/gone", WORDS),
        proposing("N1", ADVISOR, CARVING, "oak"),
        proposing("N1", ADVISOR, CARVING, "oak " * 81),
        proposing("N1", COMPANY, CARVING, WORDS),
        proposing("N1", FIRST_EXPERT, CARVING, WORDS),
        proposing("N9", ADVISOR, CARVING, WORDS),
        introducing_by_hand("N1", ADVISOR, CARVING),
        introducing_by_hand("N1", COMPANY, CARVING),
    ],
)
def test_what_cannot_be_proposed_is_not(play: Play, body: Json) -> None:
    play.happens(KIND, body)

    assert there(play) == []


def test_what_the_company_chose_itself_is_not_proposed_again(play: Play) -> None:
    play.approved("N1", DRYING)
    play.happens(KIND, proposing("N1", ADVISOR, DRYING, WORDS))

    assert play.state(OAK) == "asked"
    assert Topic.SUGGESTION not in play.slack.topics(COMPANY)


def test_what_the_company_left_can_be_proposed_again_in_better_words(proposed: Play) -> None:
    proposed.happens(WITHDRAW, withdrawing(COMPANY, "N1", PINE))
    proposed.happens(KIND, proposing("N1", OTHER_ADVISOR, CARVING, "Forty backs of pine, carved by hand."))

    assert (proposed.state(PINE), proposed.state(PINE_ANEW)) == ("withdrawn", "proposed")
    assert proposed.slack.topics(COMPANY).count(Topic.SUGGESTION) == 2
    with proposed.store.unit() as unit:
        assert draft_of(unit, unit.introductions.get(PINE_ANEW)) == "Forty backs of pine, carved by hand."


@pytest.mark.parametrize(("answer", "days"), [(declining(PINE, FIRST_EXPERT, Decline.TOO_LITTLE), 0), (None, 30)])
def test_what_an_expert_did_not_want_can_be_asked_again_in_better_words(
    play: Play, answer: Json | None, days: int
) -> None:
    play.approved("N1", CARVING)
    if answer:
        play.happens(REPLY, answer)
    play.later(days=days)
    play.happens(FOLLOW, closing(PINE, ADVISOR))
    play.happens(KIND, CARVED)
    play.approved("N1", Choice(CARVING, introduction=PINE_ANEW))

    assert play.introduction(PINE).is_over
    assert play.state(PINE_ANEW) == "asked"
    assert play.slack.topics(FIRST_EXPERT).count(Topic.REQUEST) == 2


def test_only_one_introduction_to_an_entry_is_open_at_a_time(proposed: Play) -> None:
    proposed.happens(WITHDRAW, withdrawing(COMPANY, "N1", PINE))
    for _ in range(3):
        proposed.happens(KIND, CARVED)

    assert there(proposed) == [PINE, PINE_ANEW]


def test_of_two_proposals_at_once_the_first_one_stands(play: Play) -> None:
    play.write(KIND, proposing("N1", OTHER_ADVISOR, CARVING, "We want to carve pine."))
    play.write(KIND, CARVED)
    play.settle()

    assert play.introduction(PINE).suggested_by == OTHER_ADVISOR
    assert play.slack.topics(COMPANY).count(Topic.SUGGESTION) == 1


def test_a_need_that_is_over_gets_no_proposal(play: Play) -> None:
    play.happens(WITHDRAW, withdrawing(COMPANY, "N1"))
    play.happens(KIND, CARVED)

    assert there(play) == []


def test_a_proposal_to_somebody_who_was_erased_is_not_told_and_its_words_go(play: Play) -> None:
    play.write(KIND, CARVED)
    assert work_once(play.desk)
    play.write(ERASE, erasing(COMPANY))
    assert work_once(play.desk)
    play.settle()

    assert Topic.SUGGESTION not in play.slack.topics(COMPANY)
    with play.store.unit() as unit:
        assert draft_of(unit, unit.introductions.get(PINE)) is None


def test_what_the_company_approved_is_introduced_by_hand(play: Play) -> None:
    play.approved("N1", DRYING)
    play.happens(KIND, introducing_by_hand("N1", OTHER_ADVISOR, DRYING))

    taken = play.introduction(OAK)
    assert (taken.state, taken.by_hand, taken.advisor) == ("with_advisor", ByHand.TAKEN_OVER, OTHER_ADVISOR)
    play.happens(BY_HAND, said_yes(OAK, OTHER_ADVISOR))
    assert play.state(OAK) == "introduced"


def test_a_proposal_is_not_introduced_by_hand_before_the_company_agreed(proposed: Play) -> None:
    proposed.happens(KIND, introducing_by_hand("N1", ADVISOR, CARVING))

    assert proposed.state(PINE) == "proposed"


def test_people_who_know_each_other_need_no_hand(play: Play) -> None:
    play.approved("N1", DRYING)
    play.happens(REPLY, accepting(OAK, FIRST_EXPERT))
    play.happens(KIND, introducing_by_hand("N1", ADVISOR, DRYING))

    assert play.state(OAK) == "introduced"
