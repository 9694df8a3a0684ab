import pytest

from bot.desk.approve import Choice
from bot.desk.call import KIND, calling
from bot.desk.follow import KIND as FOLLOW
from bot.desk.follow import closing
from bot.desk.reply import KIND as REPLY
from bot.desk.reply import accepting
from tests.play import Play
from tests.stand_ins import ADVISOR, CARVING, COMPANY, DRYING, FIRST_EXPERT

OAK, PINE = f"N1/{DRYING}", f"N1/{CARVING}"


@pytest.fixture
def waiting(play: Play) -> Play:
    """One is asked, another is the next choice."""
    play.asked(DRYING, Choice(CARVING, as_next=True))
    return play


def test_a_company_has_its_next_choice_asked_without_waiting_for_the_others(waiting: Play) -> None:
    waiting.happens(KIND, calling(PINE, COMPANY))

    assert waiting.steps(PINE) == ["approved", "called", "asked"]
    assert waiting.state(OAK) == "asked"


def test_a_next_choice_is_called_once(waiting: Play) -> None:
    for _ in range(2):
        waiting.happens(KIND, calling(PINE, COMPANY))

    assert waiting.steps(PINE).count("called") == 1


@pytest.mark.parametrize("user", [FIRST_EXPERT, ADVISOR, "USOMEBODY"])
def test_nobody_else_calls_it(waiting: Play, user: str) -> None:
    waiting.happens(KIND, calling(PINE, user))

    assert (waiting.steps(PINE), waiting.inbox_states()[-1]) == (["approved"], "given_up")


def test_after_an_introduction_the_next_choice_waits_for_the_company_to_say(waiting: Play) -> None:
    waiting.happens(REPLY, accepting(OAK, FIRST_EXPERT))
    waiting.happens(FOLLOW, closing(OAK, COMPANY))
    assert waiting.state(PINE) == "approved"

    waiting.happens(KIND, calling(PINE, COMPANY))
    assert waiting.state(PINE) == "asked"
