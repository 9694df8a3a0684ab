import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.limits import VALUES, ReadLimits
from matcher.signals.stance import STANCES, stance

limits = st.sampled_from(STANCES)


def stating(limit: str, *wanted: str, no: tuple[str, ...] = ()) -> ReadLimits:
    return ReadLimits({limit: frozenset(wanted)}, {limit: frozenset(no)})


def agreement(one: ReadLimits, other: ReadLimits) -> float:
    return float(stance(one) @ stance(other))


@given(limits, st.data())
def test_two_texts_that_state_one_limit_alike_agree_by_one(limit: str, data: st.DataObject) -> None:
    value = data.draw(st.sampled_from(VALUES[limit]))

    assert agreement(stating(limit, value), stating(limit, value)) == pytest.approx(1)


@pytest.mark.parametrize("limit", [limit for limit in STANCES if len(VALUES[limit]) > 1])
def test_two_texts_that_state_a_limit_otherwise_are_parted_by_as_much_as_there_are_ways(limit: str) -> None:
    one, other = VALUES[limit][:2]

    assert agreement(stating(limit, one), stating(limit, other)) == pytest.approx(-1 / (len(VALUES[limit]) - 1))


def test_each_limit_counts_by_itself() -> None:
    both = ReadLimits({"quality": frozenset({"GMP"}), "place": frozenset({"on campus"})})

    assert agreement(both, both) == pytest.approx(2)
    assert agreement(both, stating("quality", "research")) == pytest.approx(-1)


@pytest.mark.parametrize(
    "undecided",
    [
        ReadLimits(),
        stating("quality", "GMP", "research"),
        stating("quality", no=("GMP", "research")),
        stating("subjects", "animals"),
    ],
)
def test_who_states_nothing_or_everything_takes_no_side(undecided: ReadLimits) -> None:
    assert not stance(undecided).any()


def test_ruling_one_of_two_out_is_as_good_as_asking_for_the_other() -> None:
    np.testing.assert_allclose(stance(stating("quality", no=("GMP",))), stance(stating("quality", "research")))
