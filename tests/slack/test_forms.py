from datetime import date, time

import pytest

from bot.slack import forms
from bot.slack.blocks import Json

VIEW: Json = {
    "state": {
        "values": {
            "words_2": {"words": {"value": "a <!channel> b"}},
            "one": {"one": {"selected_option": {"value": "x"}}},
            "many": {"many": {"selected_options": [{"value": "0"}, {"value": "3"}]}},
            "many_more": {"many_more": {"selected_options": [{"value": "7"}]}},
            "day": {"day": {"selected_date": "2026-03-02"}},
            "clock": {"clock": {"selected_time": "09:30"}},
            "who": {"who": {"selected_user": "U1"}},
            "several": {"several": {"selected_users": ["U1", "U2"]}},
            "number": {"number": {"value": " 5 "}},
        }
    }
}


def test_each_kind_of_field_is_read_as_what_it_means() -> None:
    assert forms.text_in(VIEW, "words") == "a !channel> b"
    assert forms.picked(VIEW, "one") == "x"
    assert forms.ticked(VIEW, "many") == ("0", "3")
    assert forms.ticked_among(VIEW, "many") == ("0", "3", "7")
    assert forms.day_in(VIEW, "day") == date(2026, 3, 2)
    assert forms.time_in(VIEW, "clock") == time(9, 30)
    assert forms.person_in(VIEW, "who") == "U1"
    assert forms.people_in(VIEW, "several") == ("U1", "U2")
    assert forms.number_in(VIEW, "number") == 5


def test_a_field_that_is_not_there_or_empty_is_nothing() -> None:
    assert (forms.text_in(VIEW, "none"), forms.picked(VIEW, "none"), forms.ticked(VIEW, "none")) == ("", None, ())
    assert (forms.day_in(VIEW, "none"), forms.time_in(VIEW, "none"), forms.person_in(VIEW, "none")) == (None,) * 3
    assert (forms.number_in(VIEW, "none"), forms.number_in(VIEW, "words"), forms.people_in(VIEW, "none")) == (
        None,
        None,
        (),
    )


def test_an_error_stands_at_the_block_in_which_the_field_is() -> None:
    assert forms.block_of(VIEW, "words") == "words_2"
    with pytest.raises(StopIteration):
        forms.block_of(VIEW, "none")
