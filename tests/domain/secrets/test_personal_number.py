import random
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.secrets.personal_number import PERSONAL_NUMBER
from tests.domain.secrets.marking import marked
from tests.domain.secrets.stand_in_people import personnummer, samordningsnummer


@given(st.integers(), st.sampled_from([personnummer, samordningsnummer]))
def test_marks_every_valid_number_however_it_is_written(seed: int, made: Callable[[random.Random], str]) -> None:
    number = made(random.Random(seed))

    assert marked(PERSONAL_NUMBER, f"märkt {number}, tack") == [number]


@given(st.integers())
def test_a_wrong_check_digit_makes_it_any_number(seed: int) -> None:
    number = personnummer(random.Random(seed))
    wrong = f"{number[:-1]}{(int(number[-1]) + 1) % 10}"

    assert marked(PERSONAL_NUMBER, f"artikel {wrong}") == []
    assert marked(PERSONAL_NUMBER, f"personnummer {wrong}") == [wrong]


@pytest.mark.parametrize(
    "text", ["811318-9876", "19810230-9872", "556012-5790", "8112189876543", "12 patients 2024-2026"]
)
def test_leaves_numbers_without_a_date_in_them(text: str) -> None:
    assert marked(PERSONAL_NUMBER, text) == []
