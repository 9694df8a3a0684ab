import pytest

from bot.domain.secrets.email_address import EMAIL_ADDRESS
from tests.domain.secrets.marking import marked


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("mail lab.one+x@example.com, thanks", ["lab.one+x@example.com"]),
        ("lab (at) example (dot) com", ["lab (at) example (dot) com"]),
        ("labb[snabel-a]example.com", ["labb[snabel-a]example.com"]),
    ],
)
def test_marks_email_addresses(text: str, words: list[str]) -> None:
    assert marked(EMAIL_ADDRESS, text) == words


@pytest.mark.parametrize(
    "text",
    [
        "meet @ 9 at room 12",
        "5 µl@4 C",
        "a@b",
    ],
)
def test_leaves_what_only_looks_like_email_address(text: str) -> None:
    assert marked(EMAIL_ADDRESS, text) == []
