import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rehearsal.wire import Json
from bot.slack.blocks import note
from bot.slack.views.desk.asked import in_pieces
from bot.slack.views.desk.beneath import Reading, Whole
from bot.slack.views.desk.reading import EARLIER, LATER, pages_of, reading_modal
from tests.slack.answers import HOSTILE, a_need
from tests.slack.cases import SCORED, a_busy_case, a_case, an_advisor, an_endless_case
from tests.slack.checking import identifiers, shown_view


def leaf(what: Whole, number: int = 0, word: str = "oak ", language: str = "en") -> Json:
    return reading_modal(Reading("N7", what, number), an_endless_case(word), an_advisor(language))


def value_of(view: Json, action: str) -> Reading:
    elements = (each for block in view["blocks"] for each in block.get("elements", []))
    return Reading.unpacked(next(each["value"] for each in elements if each.get("action_id") == action))


@given(st.text(max_size=9000))
def test_pieces_hold_every_word_in_its_order(text: str) -> None:
    pieces = list(in_pieces(text * 3))

    assert "".join("".join(pieces).split()) == "".join((text * 3).split())
    assert all(0 < len(piece) <= 2800 for piece in pieces)


def test_all_words_of_a_long_need_can_be_read() -> None:
    words = " ".join(f"plank{number}" for number in range(2500))

    view = reading_modal(Reading("N7", Whole.WORDS), a_case(need=a_need(SCORED, text=words)), an_advisor())

    assert shown_view(view).split() == words.split()


@pytest.mark.parametrize("what", Whole)
@pytest.mark.parametrize("word", ["oak ", "\U0001f6a2 ", f"{HOSTILE} "])
def test_every_leaf_of_everything_is_such_that_slack_takes_it(what: Whole, word: str) -> None:
    for view in (leaf(what, number, word) for number in (0, 1, 10_000)):
        assert shown_view(view)
        assert len(json.dumps(view)) < 250_000


@pytest.mark.parametrize("language", ["en", "sv"])
@pytest.mark.parametrize("what", Whole)
def test_everything_can_be_read_in_both_languages(what: Whole, language: str) -> None:
    assert shown_view(reading_modal(Reading("N7", what), a_busy_case(), an_advisor(language)))


def test_the_leaves_are_turned_both_ways() -> None:
    first, second = leaf(Whole.NOTES), leaf(Whole.NOTES, 1)

    assert value_of(first, LATER) == Reading("N7", Whole.NOTES, 1)
    assert value_of(second, EARLIER) == Reading("N7", Whole.NOTES, 0)
    assert EARLIER not in identifiers(first)


def test_behind_the_end_stands_the_last_leaf() -> None:
    last = leaf(Whole.NOTES, 10_000)

    assert LATER not in identifiers(last)
    assert EARLIER in identifiers(last)


def test_a_match_is_read_with_all_its_signals() -> None:
    view = reading_modal(Reading("N7", Whole.MATCHES), a_case(), an_advisor())

    assert "near in meaning +0.3" in shown_view(view)
    assert "log-odds" in shown_view(view)


@given(st.lists(st.lists(st.integers(1, 60_000), min_size=1, max_size=120), max_size=12))
def test_leaves_keep_every_block_in_order_within_what_slack_takes(sizes: list[list[int]]) -> None:
    items = [
        [note(f"{number}.{place}" + "x" * min(size, 1900)) for place, size in enumerate(item)]
        for number, item in enumerate(sizes)
    ]

    leaves = pages_of(items)

    assert [block for each in leaves for block in each if sizes] == [block for item in items for block in item]
    assert all(0 < len(each) <= 80 and len(json.dumps(each)) < 200_000 for each in leaves)
