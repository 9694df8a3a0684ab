import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.card import Card, Why, reasons_shown
from matcher.answer import Reason

texts = st.text(max_size=20)
cards = st.builds(
    Card, texts, texts, st.sampled_from(["en", "sv"]), st.none() | texts, st.tuples(st.builds(Why, texts, texts))
)


@given(cards)
def test_a_card_is_read_back_as_it_was_written(card: Card) -> None:
    assert Card.from_json(card.to_json()) == card


@pytest.mark.parametrize(
    ("need", "shown"),
    [
        ("dry oak", True),
        ("Dry  OAK,", True),
        ("oak", True),
        ("for project Larch", False),
        ("dry oak planks", False),
        ("ak", False),
    ],
)
def test_a_reason_is_shown_only_when_its_words_were_left_in_the_brief(need: str, shown: bool) -> None:  # noqa: FBT001 - a case
    found = reasons_shown("We want to dry oak, soon.", [Reason(need, "drying of timber")])

    assert found == ((Why(need, "drying of timber"),) if shown else ())
