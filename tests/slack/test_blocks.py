import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.slack.blocks import bold, button, cut, escape, fallback, joined, people_words, section, small, words


@given(st.text(), st.integers(min_value=2, max_value=60))
def test_what_is_cut_is_never_longer_and_begins_as_before(text: str, longest: int) -> None:
    shorter = cut(text, longest)

    assert len(shorter) <= longest
    assert shorter == text or text.startswith(shorter.removesuffix("…"))


@pytest.mark.parametrize(
    ("text", "longest", "shorter"),
    [
        ("one two three", 9, "one two…"),
        ("one two three", 8, "one two…"),
        ("one two three", 13, "one two three"),
        ("unbreakable", 5, "unbr…"),
    ],
)
def test_cuts_at_the_end_of_a_word(text: str, longest: int, shorter: str) -> None:
    assert cut(text, longest) == shorter


@given(st.text())
def test_escaped_words_hold_no_markup_and_can_be_read_back(text: str) -> None:
    escaped = escape(text)

    assert "<" not in escaped
    assert ">" not in escaped
    assert escaped.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") == text


def test_bold_words_cannot_end_the_bold() -> None:
    assert bold("a *b*\nc") == "*a b c*"


def test_joining_leaves_out_what_is_empty() -> None:
    assert joined(escape("a"), escape(""), escape("b"), by=" · ") == "a · b"


def test_empty_words_still_make_a_block() -> None:
    assert words("")["text"]["text"] == "…"
    assert people_words(" ")["elements"][0]["elements"][0]["text"] == "…"


def test_a_button_tells_those_who_cannot_see_it_what_it_belongs_to() -> None:
    assert button("a", "Introduce me", "v", about="Milling")["accessibility_label"] == "Introduce me: Milling"


def test_a_fallback_is_one_short_line() -> None:
    assert fallback("a\n <b>") == "a &lt;b&gt;"
    assert len(fallback("word " * 200)) <= 300


def test_a_section_is_taken_literally() -> None:
    assert section(escape("www.example.com"))["text"]["verbatim"] is True


def test_a_small_line_is_taken_literally_and_never_too_long() -> None:
    (element,) = small(escape("www.example.com " * 500))["elements"]

    assert (element["type"], element["verbatim"]) == ("mrkdwn", True)
    assert len(element["text"]) <= 2000
