import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.slack.commands import Command, Order, answer_in, asks_for_desk, command_in
from bot.slack.wording import consent


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("help", Command(Order.HELP, "en")),
        ("HJÄLP", Command(Order.HELP, "sv")),
        ("status", Command(Order.STATUS)),
        ("withdraw", Command(Order.WITHDRAW, "en")),
        (" Withdraw  n12 ", Command(Order.WITHDRAW, "en", "N12")),
        ("återta N3", Command(Order.WITHDRAW, "sv", "N3")),
        ("exportera", Command(Order.EXPORT, "sv")),
        ("radera", Command(Order.ERASE, "sv")),
        ("erase  everything", Command(Order.ERASE_EVERYTHING, "en")),
    ],
)
def test_a_command_is_known_by_its_words(text: str, command: Command) -> None:
    assert command_in(text) == command


@pytest.mark.parametrize("text", ["", "status of our cells", "help us with a chair", "withdraw blood", "erase N1"])
def test_a_need_that_begins_like_a_command_is_a_need(text: str) -> None:
    assert command_in(text) is None


@pytest.mark.parametrize("text", ["desk", " Skrivbord ", "bord", "DESK"])
def test_the_desk_is_asked_for_by_its_name_alone(text: str) -> None:
    assert asks_for_desk(text)
    assert not asks_for_desk(f"{text} of oak")


@pytest.mark.parametrize(
    ("text", "agrees"),
    [
        *((said, True) for said in ("yes", " Ja! ", "yes please", "Ja tack", "ja, gärna!", "JA GÄRNA.", *consent.YES)),
        *((said, False) for said in ("NO.", "nej", "no thanks", "No, thanks", "Nej, tack.", *consent.NO)),
    ],
)
def test_a_plain_yes_or_no_is_an_answer(text: str, agrees: bool) -> None:  # noqa: FBT001 - the answer itself
    assert answer_in(text) is agrees


@pytest.mark.parametrize("text", ["", "yes we need a chair", "nej tack, vi väntar", "no idea", "jag", "!"])
def test_what_says_more_than_yes_or_no_is_a_need(text: str) -> None:
    assert answer_in(text) is None


@given(st.text(min_size=25))
def test_a_longer_text_is_never_a_command(text: str) -> None:
    assert command_in(text) is None or len(" ".join(text.split())) <= 25
