from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.lifecycle import IllegalStep, NeedState
from matcher.answer import Answer, Language, Match, Outcome, Part
from tests.stand_ins import CARVING, DRYING, a_need

AFTER = {
    "matches": NeedState.MATCHED,
    "nothing_fits": NeedState.UNMATCHED,
    "unclear": NeedState.UNCLEAR,
    "not_a_need": NeedState.NO_NEED,
}


def an_answer(outcome: Outcome = "matches", language: Language = "en") -> Answer:
    return Answer(language, outcome, ())


@pytest.mark.parametrize(("outcome", "state"), list(AFTER.items()))
def test_an_answer_moves_a_need_to_what_its_outcome_means(outcome: Outcome, state: NeedState) -> None:
    assert a_need().answered(an_answer(outcome)).state is state


def test_an_answer_is_kept_with_the_need_and_sets_its_language() -> None:
    answer = an_answer(language="sv")

    answered = a_need().answered(answer)

    assert answered.answer is answer
    assert answered.language == "sv"


def test_answering_leaves_the_asked_need_as_it_was() -> None:
    need = a_need()
    need.answered(an_answer())

    assert need == a_need()


@given(state=st.sampled_from(list(AFTER.values())), outcome=st.sampled_from(list(AFTER)))
def test_a_need_is_answered_once(state: NeedState, outcome: Outcome) -> None:
    with pytest.raises(IllegalStep):
        replace(a_need(), state=state).answered(an_answer(outcome))


def test_a_match_is_found_among_all_matches_and_those_of_the_parts() -> None:
    whole, part = (Match("service", entry, "joinery", entry, 0.9, "strong") for entry in (DRYING, CARVING))
    need = a_need().answered(Answer("en", "matches", (whole,), (Part("carve", (part,)),)))

    assert (need.match_of(DRYING), need.match_of(CARVING), need.match_of("x/y")) == (whole, part, None)


def test_a_need_without_an_answer_has_no_matches() -> None:
    assert a_need().match_of(DRYING) is None


@pytest.mark.parametrize(("language", "spoken"), [("sv", "sv"), ("en", "en"), ("other", "en")])
def test_lotsen_speaks_swedish_to_the_swedish_and_english_to_all_others(language: Language, spoken: str) -> None:
    assert a_need().answered(an_answer(language=language)).spoken == spoken
