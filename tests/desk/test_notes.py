import pytest

from bot.desk.case import case_of
from bot.desk.notes import KIND, noting
from bot.desk.withdraw import KIND as WITHDRAW
from bot.desk.withdraw import withdrawing
from bot.domain.private_words import About
from tests.play import Play
from tests.stand_ins import ADVISOR, COMPANY, DRYING, FIRST_EXPERT


def notes(play: Play) -> list[str]:
    case = case_of(play.desk, "N1", ADVISOR)
    assert case is not None
    assert {each.about for each in case.private_words} <= {About.NOTE}
    return [each.words.for_advisors() for each in case.private_words]


def test_a_note_is_kept_and_told_to_nobody(play: Play) -> None:
    play.asked(DRYING)
    heard = len(play.told())
    play.happens(KIND, noting("N1", ADVISOR, "They are slow to pay."))

    assert notes(play) == ["They are slow to pay."]
    assert {key.partition(":")[0] for key in play.told()[heard:]} <= {"need_changed"}


def test_the_log_knows_that_there_is_a_note_and_not_what_it_says(play: Play) -> None:
    play.asked()
    play.happens(KIND, noting("N1", ADVISOR, "They are slow to pay."))

    (event,) = play.rows("select actor, reason, kept from events where name = 'note'")
    assert event == (ADVISOR, "", "{}")


def test_a_need_that_is_over_may_be_noted_on(play: Play) -> None:
    play.asked()
    play.happens(WITHDRAW, withdrawing(COMPANY, "N1"))
    play.happens(KIND, noting("N1", ADVISOR, "They found a kiln."))

    assert notes(play) == ["They found a kiln."]


@pytest.mark.parametrize("user", [COMPANY, FIRST_EXPERT, "UGUEST"])
def test_nobody_but_an_advisor_notes(play: Play, user: str) -> None:
    play.asked()
    play.happens(KIND, noting("N1", user, "Look at me."))

    assert (notes(play), play.inbox_states()[-1]) == ([], "given_up")


def test_a_note_without_words_is_none(play: Play) -> None:
    play.asked()
    play.happens(KIND, noting("N1", ADVISOR, " "))

    assert notes(play) == []
