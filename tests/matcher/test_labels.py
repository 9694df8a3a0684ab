import json
from contextlib import suppress
from dataclasses import replace
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.answer import Language, Outcome
from matcher.labels import LabelledNeed, LabelledPart, LabelsInvalid, parse_labels

KNOWN = {"wood/milling", "dye/dyeing"}
ROW = {"id": "a-1", "language": "en", "need": "oak chairs", "outcome": "matches", "relevant": {"wood/milling": 3}}

words = st.text(max_size=12)
said = words.filter(str.strip)
relevant = st.dictionaries(st.sampled_from(sorted(KNOWN)), st.sampled_from([1, 2, 3]))
some = st.dictionaries(st.sampled_from(sorted(KNOWN)), st.sampled_from([1, 2, 3]), min_size=1)
needs = st.builds(
    LabelledNeed,
    id=said,
    language=st.sampled_from(get_args(Language)),
    style=st.lists(words, max_size=3).map(tuple),
    need=said,
    outcome=st.just("matches"),
    relevant=some,
    parts=st.lists(st.builds(LabelledPart, words, relevant), max_size=2).map(tuple),
    limits=st.dictionaries(words, words, max_size=2),
    pair=st.none() | said,
    split=st.sampled_from(["fit", "test"]),
    note=words,
)
outcomes = st.sampled_from([outcome for outcome in get_args(Outcome) if outcome != "matches"])
needs = needs | st.builds(lambda need, outcome: replace(need, outcome=outcome, relevant={}), needs, outcomes)


def parse(*rows: object) -> list[LabelledNeed]:
    return parse_labels("a.jsonl", [json.dumps(row) for row in rows], KNOWN)


def problems(*lines: str) -> tuple[str, ...]:
    with pytest.raises(LabelsInvalid) as caught:
        parse_labels("a.jsonl", lines, KNOWN)
    assert str(caught.value) == "\n".join(caught.value.problems)
    return caught.value.problems


@given(needs)
def test_a_need_comes_back_from_its_line_as_it_was(need: LabelledNeed) -> None:
    assert parse_labels("a.jsonl", [need.to_line()], KNOWN) == [need]


@given(needs)
def test_a_need_is_one_line(need: LabelledNeed) -> None:
    assert "\n" not in need.to_line()


@pytest.mark.parametrize("word", ["fit", "test"])
def test_the_words_of_the_splits_may_be_said_elsewhere(word: str) -> None:
    need = replace(parse(ROW)[0], note=word, pair=word)

    assert parse_labels("a.jsonl", [need.to_line()], KNOWN) == [need]


def test_what_is_empty_is_left_out_of_the_line() -> None:
    assert json.loads(parse(ROW)[0].to_line()) == {**ROW, "style": []}


def test_blank_lines_are_passed_over() -> None:
    assert len(parse_labels("a.jsonl", ["", json.dumps(ROW), "  "], KNOWN)) == 1


def test_needs_of_a_pair_are_one_family() -> None:
    alone, one, other = parse(ROW, {**ROW, "id": "a-2", "pair": "p"}, {**ROW, "id": "a-3", "pair": "p"})

    assert (alone.family, one.family, other.family) == ("a-1", "p", "p")


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"id": " "}, "id: found ' ', wanted words"),
        ({"id": 7}, "id: found 7, wanted words"),
        ({"need": None}, "need: found None, wanted words"),
        ({"language": "no"}, "language: found 'no', wanted one of en, sv, other"),
        (
            {"outcome": ["matches"]},
            "outcome: found ['matches'], wanted one of matches, nothing_fits, not_a_need, unclear",
        ),
        ({"split": "train"}, "split: found 'train', wanted one of fit, test"),
        ({"relevant": ["wood/milling"]}, "relevant: found ['wood/milling'], wanted an object of ids and grades"),
        ({"relevant": {"x": 3}}, "relevant: found 'x', wanted the id of a service or expert of the catalogue"),
        ({"relevant": {"dye/dyeing": 4}}, "relevant: found grade 4 for dye/dyeing, wanted 1, 2 or 3"),
        ({"relevant": {"dye/dyeing": True}}, "relevant: found grade True for dye/dyeing, wanted 1, 2 or 3"),
        ({"style": "plain"}, "style: found 'plain', wanted a list of words"),
        ({"style": [1]}, "style: found 1 in the list, wanted a word"),
        ({"parts": {}}, "parts: found {}, wanted a list of objects with a text and what is relevant"),
        ({"parts": ["oak"]}, "parts: found 'oak' in the list, wanted an object with a text"),
        ({"parts": [{"relevant": {}}]}, "parts: found {'relevant': {}} in the list, wanted an object with a text"),
        ({"parts": [{"text": "oak"}]}, "relevant: found None, wanted an object of ids and grades"),
        ({"limits": "GMP"}, "limits: found 'GMP', wanted an object"),
        ({"pair": 1}, "pair: found 1, wanted a word"),
        ({"note": None}, "note: found None, wanted words"),
        ({"relevant": {}}, "relevant: found nothing, wanted at least one id where the outcome is matches"),
        (
            {"outcome": "nothing_fits"},
            "relevant: found 'wood/milling', wanted nothing where the outcome is nothing_fits",
        ),
        ({"outcome": "not_a_need"}, "relevant: found 'wood/milling', wanted nothing where the outcome is not_a_need"),
    ],
)
def test_names_each_problem_of_a_line(changed: dict[str, Any], problem: str) -> None:
    assert problems("", json.dumps(ROW | changed)) == (f"a.jsonl:2: {problem}",)


@pytest.mark.parametrize(
    ("line", "problem"),
    [("{oak", "found '{oak', wanted one JSON object"), ("[1]", "found list, wanted a JSON object")],
)
def test_names_a_line_that_is_no_object(line: str, problem: str) -> None:
    assert problems(line) == (f"a.jsonl:1: {problem}",)


def test_names_all_problems_at_once() -> None:
    found = problems("nonsense", json.dumps(ROW), json.dumps(ROW), json.dumps({}))

    assert [problem.split(": ")[0] for problem in found] == [
        "a.jsonl:1",
        *["a.jsonl:4"] * 5,
        "a.jsonl",
    ]
    assert found[-1] == "a.jsonl: found the id 'a-1' twice, wanted it once"


@given(
    st.dictionaries(
        st.sampled_from([*ROW, "parts", "style", "limits", "pair", "split", "note"]),
        st.none() | words | st.lists(words),
    )
)
def test_any_object_is_a_need_or_has_problems(changed: dict[str, Any]) -> None:
    with suppress(LabelsInvalid):
        assert len(parse(ROW | changed)) == 1


def test_brackets_without_end_are_one_problem() -> None:
    assert problems("[" * 100_000) == (f"a.jsonl:1: found {'[' * 40!r}, wanted one JSON object",)


@pytest.mark.parametrize("relevant", [{}, {"wood/milling": 1}])
def test_a_need_that_is_unclear_may_have_what_fits_it_best(relevant: dict[str, int]) -> None:
    assert parse({**ROW, "outcome": "unclear", "relevant": relevant})[0].relevant == relevant
