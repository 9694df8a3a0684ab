import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.slack.incoming import CUT_MARK, LONGEST, has_words, stored, typed

NOTIFIES_OR_MISLEADS = re.compile(r"<([@!#]|https?:)|\]\(https?:", re.IGNORECASE)
slack_text = st.lists(
    st.sampled_from(["<", ">", "&", "!", "@", "#", "|", "U0BOT", "channel", "&lt;", "&amp;", "\u202e", "\x00", " "])
    | st.sampled_from(["https://example.com", "http://", "HTTPS:", "[", "]", "(", ")"])
    | st.text(max_size=5)
).map("".join)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("<@U0BOT> we need cells", "we need cells"),
        ("<@U0BOT|lotsen> we need cells", "we need cells"),
        ("ask <#C0NEEDS|needs> or <#C0NEEDS>", "ask #needs or"),
        ("<!channel> and <!here> look", "channel and here look"),
        ("<!subteam^S1|@group> look", "look"),
        ("<!date^1392734382^{date}|18 February>", "18 February"),
        ("see <https://example.com/a|our page>", "see our page (https://example.com/a)"),
        ("see <https://example.com/a>", "see https://example.com/a"),
        ("write <mailto:lab@example.com|lab@example.com>", "write lab@example.com"),
        ("1 &lt; 2 &amp;&amp; 3 &gt; 2", "1 < 2 && 3 > 2"),
        ("&amp;lt;b&amp;gt;", "&lt;b&gt;"),
        ("typed &lt;!channel&gt;", "typed !channel>"),
        ("typed &lt;https://example.com|bank&gt;", "typed https://example.com|bank>"),
        ("typed [bank](https://example.com)", "typed [bank] (https://example.com)"),
        ("a\r\nb\x07c\u202ed\ufeff", "a\nbcd"),
        ("", ""),
    ],
)
def test_stored_text_becomes_what_its_writer_saw(text: str, plain: str) -> None:
    assert stored(text) == plain


@given(slack_text)
def test_nothing_that_comes_out_could_notify_or_lead_elsewhere_than_it_says(text: str) -> None:
    assert not NOTIFIES_OR_MISLEADS.search(stored(text))
    assert not NOTIFIES_OR_MISLEADS.search(typed(text))


@given(slack_text)
def test_what_is_plain_stays_as_it_is(text: str) -> None:
    assert typed(typed(text)) == typed(text)


@given(st.text())
def test_plain_words_can_always_be_written_to_a_file(text: str) -> None:
    assert typed(text).encode("utf-8") is not None


def test_right_to_left_text_is_kept() -> None:
    assert stored("نحتاج خلايا") == "نحتاج خلايا"


def test_twenty_kilobytes_are_kept_whole_and_more_than_forty_are_cut() -> None:
    assert len(stored("a b " * 5000)) == 19_999
    assert typed("a" * 50_000) == "a" * LONGEST + CUT_MARK


@pytest.mark.parametrize(("text", "answer"), [("celler", True), (":wave: 🙂 !!", False), ("", False), ("12 34", False)])
def test_words_are_told_from_signs(text: str, *, answer: bool) -> None:
    assert has_words(text) is answer
