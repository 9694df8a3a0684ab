import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.brief import MOST_CHARACTERS, MOST_WORDS, BriefFault, check, draft, word_count

words = st.sampled_from(["oak", "ek" * 30, "x" * 2_900, "–", "torka", "ek.", "3", "...", "what?", "så\n", "GMP!"])
texts = st.lists(words, max_size=300).map(" ".join)


@pytest.mark.parametrize(
    ("text", "count"), [("", 0), ("oak", 1), ("dry oak – fast", 3), ("a-b c", 2), ("… !", 0), ("ek\ntorkas", 2)]
)
def test_words_are_counted_as_people_count_them(text: str, count: int) -> None:
    assert word_count(text) == count


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", BriefFault.TOO_LITTLE),
        ("help!!!!!!!!!!!!", BriefFault.TOO_LITTLE),
        ("We dry oak here.", None),
        ("oak " * MOST_WORDS, None),
        ("oak " * (MOST_WORDS + 1), BriefFault.TOO_LONG),
        ("o" * MOST_CHARACTERS + "\n", None),
        ("o" * (MOST_CHARACTERS + 1), BriefFault.TOO_MANY_CHARACTERS),
        ("oak-" * 725, BriefFault.TOO_MANY_CHARACTERS),
    ],
)
def test_a_brief_says_something_in_eighty_words(text: str, fault: BriefFault | None) -> None:
    assert check(text) is fault


def test_a_short_need_is_its_own_brief() -> None:
    assert draft("  We want to dry oak.\nSoon. ") == "We want to dry oak.\nSoon."


def test_a_long_need_is_drafted_by_whole_sentences() -> None:
    assert draft("We want to dry oak. " + "Then more " * 60) == "We want to dry oak."


def test_a_need_that_is_one_long_sentence_is_cut_at_a_word() -> None:
    assert draft("oak " * 100) == "oak " * MOST_WORDS + "…"


def test_a_need_without_a_space_is_cut_where_its_characters_are_too_many() -> None:
    assert draft("x" * 2_900) == "x" * (MOST_CHARACTERS - 2) + " …"
    assert draft("oak " + "x" * 2_900) == "oak …"


def test_a_first_sentence_that_says_nothing_is_no_draft() -> None:
    assert draft("Hi! " + "oak " * 100).startswith("Hi! oak oak")


@given(texts)
def test_a_draft_is_never_too_long_and_drafting_it_again_changes_nothing(text: str) -> None:
    drafted = draft(text)

    assert check(drafted) in {None, BriefFault.TOO_LITTLE}
    assert draft(drafted) == drafted


@given(texts)
def test_a_draft_is_made_of_the_beginning_of_the_need(text: str) -> None:
    assert " ".join(text.split()).startswith(" ".join(draft(text).removesuffix(" …").split()))
