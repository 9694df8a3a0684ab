import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.limits import Limit, named_in, read_in, reason_of
from bot.domain.triage import NoMatch, Outcome
from matcher.answer import Answer

words = st.from_regex(r"[A-Za-z0-9]+( [A-Za-z0-9]+)?", fullmatch=True)
names = st.from_regex(r"[a-z]+", fullmatch=True)


@given(st.sets(st.tuples(names, words), max_size=5))
def test_what_was_not_meant_comes_back_from_its_reason(not_meant: set[Limit]) -> None:
    assert named_in(reason_of(not_meant)) == tuple(sorted(not_meant))


@given(st.dictionaries(names, st.lists(words, min_size=1, unique=True), max_size=3))
def test_each_value_that_was_read_is_one_must(read: dict[str, list[str]]) -> None:
    answer = Answer("en", "matches", (), limits={limit: ", ".join(values) for limit, values in read.items()})

    assert read_in(answer) == tuple((limit, value) for limit, values in read.items() for value in values)


@pytest.mark.parametrize("reason", ["", *Outcome, *NoMatch])
def test_other_reasons_name_no_limit(reason: str) -> None:
    assert named_in(reason) == ()


def test_a_reason_can_be_read_as_it_stands_in_the_log() -> None:
    both = [("species", "large animals"), ("quality", "GMP")]

    assert reason_of(both) == "not meant: quality GMP; species large animals"
    assert reason_of([]) == ""
