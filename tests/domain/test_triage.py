from collections.abc import Callable
from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.triage import NotPossible, Outcome, Triage
from tests.stand_ins import ADVISOR, MORNING, OTHER_ADVISOR

TODAY = date(2026, 3, 2)
DAY = date(2026, 3, 9)
FREE = Triage("N1")
STATES = {
    "free": FREE,
    "mine": FREE.taken(ADVISOR, MORNING),
    "theirs": FREE.taken(OTHER_ADVISOR, MORNING),
    "free and asleep": FREE.snoozed(DAY, TODAY),
    "mine and asleep": FREE.taken(ADVISOR, MORNING).snoozed(DAY, TODAY),
}
ACTS: dict[str, Callable[[Triage], Triage]] = {
    "take": lambda triage: triage.taken(ADVISOR, MORNING),
    "hand over": lambda triage: triage.handed_over(OTHER_ADVISOR, MORNING),
    "give back": lambda triage: triage.given_back(ADVISOR),
    "snooze": lambda triage: triage.snoozed(DAY, TODAY),
    "wake": lambda triage: triage.woken(),
    "conclude": lambda triage: triage.concluded(Outcome.INTRODUCED),
    "link": lambda triage: triage.linked("N2"),
}
# Written out by hand: what each act leads to, as (who has it, whether it sleeps); what stands in no row is refused.
LEGAL = {
    ("free", "take"): (ADVISOR, False),
    ("free", "hand over"): (OTHER_ADVISOR, False),
    ("free", "snooze"): (None, True),
    ("mine", "hand over"): (OTHER_ADVISOR, False),
    ("mine", "give back"): (None, False),
    ("mine", "snooze"): (ADVISOR, True),
    ("theirs", "snooze"): (OTHER_ADVISOR, True),
    ("free and asleep", "take"): (ADVISOR, True),
    ("free and asleep", "hand over"): (OTHER_ADVISOR, False),
    ("free and asleep", "snooze"): (None, True),
    ("free and asleep", "wake"): (None, False),
    ("mine and asleep", "hand over"): (OTHER_ADVISOR, False),
    ("mine and asleep", "give back"): (None, False),
    ("mine and asleep", "snooze"): (ADVISOR, True),
    ("mine and asleep", "wake"): (ADVISOR, False),
    **{(state, "conclude"): (triage.advisor, False) for state, triage in STATES.items()},
    **{(state, "link"): (triage.advisor, triage.snoozed_until is not None) for state, triage in STATES.items()},
}


@pytest.mark.parametrize(("state", "act"), list(product(STATES, ACTS)))
def test_triage_takes_the_legal_steps_and_no_others(state: str, act: str) -> None:
    if (state, act) in LEGAL:
        after = ACTS[act](STATES[state])
        assert (after.advisor, after.snoozed_until is not None) == LEGAL[state, act]
        return
    with pytest.raises(NotPossible):
        ACTS[act](STATES[state])


def test_what_is_given_back_is_as_if_no_advisor_had_acted() -> None:
    acted = Triage("N1", ADVISOR, MORNING, MORNING)

    assert acted.given_back(ADVISOR) == FREE


@pytest.mark.parametrize("days", [0, -1])
def test_a_snooze_ends_on_a_day_to_come(days: int) -> None:
    with pytest.raises(NotPossible):
        FREE.snoozed(TODAY + timedelta(days=days), TODAY)


def test_a_need_is_not_its_own_duplicate() -> None:
    with pytest.raises(NotPossible):
        FREE.linked("N1")


@given(st.lists(st.sampled_from(sorted(ACTS))))
def test_who_has_a_need_has_it_since_a_moment_whatever_happens(acts: list[str]) -> None:
    triage = FREE
    for act in acts:
        try:
            triage = ACTS[act](triage)
        except NotPossible:
            continue
        assert (triage.advisor is None) == (triage.taken_at is None)
