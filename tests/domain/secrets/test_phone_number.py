import pytest

from bot.domain.secrets.phone_number import PHONE_NUMBER
from tests.domain.secrets.marking import marked


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ring 070-174 06 05 nu", ["070-174 06 05"]),
        ("08-465 004 00", ["08-465 004 00"]),
        ("call +44 20 7946 0018 or so", ["+44 20 7946 0018"]),
        ("070-1740605, 08-46500400", ["070-1740605", "08-46500400"]),
    ],
)
def test_marks_phone_numbers(text: str, words: list[str]) -> None:
    assert marked(PHONE_NUMBER, text) == words


@pytest.mark.parametrize(
    "text",
    [
        "0.25 mg and 0.5 ml",
        "00482113",
        "2026-03-31",
        "0,2 mm lager",
        "01234567",
    ],
)
def test_leaves_what_only_looks_like_phone_number(text: str) -> None:
    assert marked(PHONE_NUMBER, text) == []
