import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.phrases import Phrases

GROUPS = {"people": ("patient*", "children", "en:men"), "who": ("the @people",)}


def said(phrase: str, text: str) -> bool:
    return any(Phrases((phrase,), GROUPS).found(text))


@pytest.mark.parametrize(
    ("phrase", "text", "is_said"),
    [
        ("ice", "on ice", True),
        ("ice", "iced", False),
        ("ice*", "iced", True),
        ("*ice", "slice", True),
        ("*ice", "sliced", False),
        ("on ice", "on-ice", True),
        ("on ice", "on  ice", True),
        ("on ice", "on thick ice", False),
        ("on ... ice", "on ice", True),
        ("on ... ice", "on very thick and old ice", True),
        ("on ... ice", "on a b c d e ice", False),
        ("on ... ice", "on wool. ice", False),
        ("given to ... children", "given to parents of children", False),
        ("for @people", "for patients", True),
        ("for @people", "for children", True),
        ("for @people", "for adults", False),
        ("for @who", "for the children", True),
        ("ice & wool", "ice is cold", False),
        ("ice & wool", "wool on ice", True),
        ("ice & wool", "red, as ice, or wool!", True),
        ("ice & wool", "on ice. And wool", False),
        ("ice & wool", "on ice\nwool", False),
        ("ice & @people", "ice for patients", True),
        ("c++", "in c++ or so", True),
    ],
)
def test_a_phrase_is_met_as_it_is_written(phrase: str, text: str, is_said: bool) -> None:  # noqa: FBT001 - a parameter
    assert said(phrase, text) is is_said


def test_what_stands_besides_counts_for_its_own_phrase_alone() -> None:
    phrases = Phrases(("ice & wool", "oak"), {})

    assert [match.group() for match in phrases.found("oak and ice")] == ["oak"]


def test_no_phrases_are_never_met() -> None:
    assert list(Phrases((), {}).found("")) == []


@given(st.lists(st.sampled_from(["ice", "wool", "oak", "red"]), min_size=1, max_size=4), st.text("ab .,\n-"))
def test_a_phrase_of_plain_words_is_met_wherever_they_stand(words: list[str], before: str) -> None:
    phrase = " ".join(words)

    found = [match.group() for match in Phrases((phrase,), {}).found(f"{before} {phrase} {before}")]

    assert phrase in found
