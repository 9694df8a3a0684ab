import json
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.answer import Answer, Kind, Language, Level, Match, Option, Outcome, Part, Question, Reason, Share

words = st.text(max_size=12)
chances = st.floats(min_value=0, max_value=1)
spoken = st.dictionaries(st.sampled_from(["en", "sv"]), words)


def tuples(of: st.SearchStrategy[object], size: int = 2) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(of, max_size=size).map(tuple)


matches = st.builds(
    Match,
    kind=st.sampled_from(get_args(Kind)),
    id=words,
    infrastructure=words,
    name=words,
    confidence=chances,
    level=st.sampled_from(get_args(Level)),
    reasons=tuples(st.builds(Reason, words, words, chances)),
    signals=st.dictionaries(words, chances, max_size=2),
    caveats=tuples(st.tuples(words, words, words)),
    shares=tuples(st.builds(Share, words, st.floats(allow_nan=False))),
)
questions = st.builds(Question, spoken, tuples(st.builds(Option, spoken, words, st.none() | words), size=4))
answers = st.builds(
    Answer,
    language=st.sampled_from(get_args(Language)),
    outcome=st.sampled_from(get_args(Outcome)),
    matches=tuples(matches),
    parts=tuples(st.builds(Part, words, tuples(matches))),
    limits=st.dictionaries(words, words, max_size=2),
    missing=tuples(words),
    question=st.none() | questions,
    left_out=tuples(st.tuples(words, words)),
    chosen=st.none() | words,
    asked=st.integers(0, 3),
)


@given(answers)
def test_an_answer_comes_back_from_json_as_it_was(answer: Answer) -> None:
    assert Answer.from_json(json.loads(json.dumps(answer.to_json()))) == answer


@given(answers)
def test_an_answer_comes_back_from_its_own_values_too(answer: Answer) -> None:
    assert Answer.from_json(answer.to_json()) == answer


def test_an_answer_that_was_stored_before_there_were_shares_is_read() -> None:
    answer = Answer("en", "matches", (Match("service", "wood/milling", "wood", "Milling", 0.9, "strong"),))
    stored = answer.to_json()
    del stored["matches"][0]["shares"]

    assert Answer.from_json(stored) == answer


@pytest.mark.parametrize("key", ["left_out", "ruled_out"])
def test_an_answer_that_was_stored_before_there_was_a_key_is_read(key: str) -> None:
    answer = Answer("en", "not_a_need", ())
    stored = answer.to_json()
    del stored[key]

    assert Answer.from_json(stored) == answer


def test_an_answer_that_was_stored_before_options_named_entries_is_read() -> None:
    question = Question({"en": "Which?"}, (Option({"en": "Oak"}, "oak"),))
    answer = Answer("en", "unclear", (), question=question)
    stored = answer.to_json()
    for new in ("chosen", "asked"):
        del stored[new]
    for option in stored["question"]["options"]:
        del option["entry"]

    assert Answer.from_json(stored) == answer


def test_an_answer_of_little_has_all_its_keys() -> None:
    assert Answer("en", "not_a_need", ()).to_json() == {
        "language": "en",
        "outcome": "not_a_need",
        "matches": (),
        "parts": (),
        "limits": {},
        "missing": (),
        "question": None,
        "left_out": (),
        "ruled_out": {},
        "chosen": None,
        "asked": 0,
    }


@given(answers)
def test_the_parts_to_speak_of_are_several_and_each_has_a_strong_match(answer: Answer) -> None:
    clear = answer.clear_parts

    assert len(clear) != 1
    assert all(part in answer.parts and part.matches[0].level == "strong" for part in clear)
