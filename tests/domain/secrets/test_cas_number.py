import pytest

from bot.domain.secrets.cas_number import CAS_NUMBER
from tests.domain.secrets.marking import marked


@pytest.mark.parametrize(
    ("text", "number"),
    [("CAS 50-78-2 in water", "50-78-2"), ("(7732-18-5)", "7732-18-5"), ("CAS: 1310-73-2.", "1310-73-2")],
)
def test_marks_cas_numbers(text: str, number: str) -> None:
    assert marked(CAS_NUMBER, text) == [number]


@pytest.mark.parametrize(
    "text", ["CAS 50-78-3", "on 2024-10-03", "2024-10-3", "08-123-45-6", "50-78-2-1", "A50-78-2", "room 12-34"]
)
def test_leaves_numbers_whose_last_digit_does_not_check_them(text: str) -> None:
    assert marked(CAS_NUMBER, text) == []
