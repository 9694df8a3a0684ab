from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.limits import read_in
from bot.slack.blocks import LONGEST_TYPED, Json
from bot.slack.views.put_right import MUSTS, TEXT, put_right_modal, put_right_posting, unticked
from matcher.answer import Answer
from tests.slack.answers import FOUND, HOSTILE, a_need
from tests.slack.checking import identifiers, shown, shown_view

GMP, CELLS, PEOPLE = ("quality", "GMP"), ("subjects", "cells"), ("subjects", "humans")
READ = replace(FOUND, limits={"quality": "GMP", "subjects": "cells, humans"})

words = st.text(st.characters(exclude_characters=","), min_size=1, max_size=90).map(str.strip).filter(bool)


def fields(view: Json, beginning: str) -> list[Json]:
    return [each for each in view["blocks"] if each["type"] == "input" and each["block_id"].startswith(beginning)]


def boxes(view: Json) -> list[tuple[str, bool]]:
    """What is written beside each box, and whether it is ticked."""
    elements = [field["element"] for field in fields(view, MUSTS)]
    return [(o["text"]["text"], o in e.get("initial_options", [])) for e in elements for o in e["options"]]


def modal_of(answer: Answer, text: str = "Chairs under GMP", language: str = "en") -> Json:
    view = put_right_modal(a_need(answer, text=text, language=language), answer)  # type: ignore[arg-type] - en or sv
    assert shown_view(view)
    return view


def test_each_value_that_was_read_has_a_box_and_all_are_ticked() -> None:
    assert boxes(modal_of(READ)) == [("GMP", True), ("cells", True), ("people", True)]


def test_what_was_read_as_ruled_out_has_a_box_as_well() -> None:
    read = replace(READ, limits={"subjects": "cells"}, ruled_out={"subjects": "animals"}, left_out=(GMP,))

    assert boxes(modal_of(read)) == [("cells", True), ("not animals", True), ("GMP", False)]
    assert unticked(read, ("0",)) == (("subjects", "animals"), GMP)


def test_what_was_taken_out_before_has_a_box_without_a_tick() -> None:
    without = replace(READ, limits={"subjects": "cells"}, left_out=(GMP,))

    assert boxes(modal_of(without, language="sv")) == [("celler", True), ("GMP", False)]


def test_all_may_be_unticked_before_and_now() -> None:
    view = modal_of(replace(READ, limits={}, left_out=(GMP,)))

    assert boxes(view) == [("GMP", False)]
    assert all(field["optional"] for field in fields(view, MUSTS))


def test_the_words_are_there_to_be_edited() -> None:
    (field,) = fields(modal_of(READ), TEXT)

    assert (field["element"]["initial_value"], field["optional"]) == ("Chairs under GMP", False)


@pytest.mark.parametrize("length", [LONGEST_TYPED, LONGEST_TYPED + 1])
def test_words_that_the_field_cannot_hold_stay_and_more_can_be_added(length: int) -> None:
    (field,) = fields(modal_of(READ, text="x" * length), TEXT)

    assert ("initial_value" in field["element"]) == (length == LONGEST_TYPED)
    assert field["optional"] == (length > LONGEST_TYPED)


def test_more_values_than_one_field_takes_have_several() -> None:
    many = replace(READ, limits={"subjects": ", ".join(f"kind {number}" for number in range(23))})

    assert len(fields(modal_of(many), MUSTS)) == 3
    assert [ticked for _, ticked in boxes(modal_of(many))] == [True] * 23


@pytest.mark.parametrize(
    ("ticked", "not_meant"), [(("0", "1", "2"), ()), (("1", "2"), (GMP,)), ((), (GMP, CELLS, PEOPLE)), (("9",), None)]
)
def test_what_is_not_ticked_is_not_meant(ticked: tuple[str, ...], not_meant: tuple[object, ...] | None) -> None:
    assert unticked(READ, ticked) == (read_in(READ) if not_meant is None else not_meant)


@given(st.dictionaries(words, st.lists(words, min_size=1, max_size=12), max_size=2), st.text(min_size=1, max_size=99))
def test_any_words_and_limits_make_a_modal_that_slack_takes(limits: dict[str, list[str]], text: str) -> None:
    read = replace(READ, limits={limit: ", ".join(values) for limit, values in limits.items()})

    assert len(boxes(modal_of(read, text + HOSTILE))) == len(read_in(read))


def test_an_answer_that_was_put_right_has_no_buttons() -> None:
    posting = put_right_posting(a_need(READ, language="sv"))

    assert shown(posting) == "Ni har rättat det här. Det nya svaret finns nedanför."
    assert list(identifiers(posting.blocks)) == []
