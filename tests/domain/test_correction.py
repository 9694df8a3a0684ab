import pytest

from bot.domain.correction import says_why


@pytest.mark.parametrize("reason", ["", "   ", "better fit", "… — !", "a b …"])
def test_fewer_than_three_words_are_no_reason(reason: str) -> None:
    assert not says_why(reason)


def test_three_words_are_one() -> None:
    assert says_why("They mill oak.")
