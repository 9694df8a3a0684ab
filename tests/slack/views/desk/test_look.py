from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.lifecycle import NeedState
from bot.domain.queue import Filters, Pile
from bot.slack.views.desk.look import Look

MONDAY = date(2026, 3, 2)

filters = st.builds(
    Filters,
    infrastructure=st.none() | st.text(max_size=150),
    language=st.none() | st.sampled_from(["en", "sv", "other"]),
    state=st.none() | st.sampled_from(NeedState),
    advisor=st.none() | st.text(max_size=20),
    older_than_days=st.none() | st.integers(1, 3650),
    words=st.text(max_size=200),
)
looks = st.builds(
    Look,
    pile=st.none() | st.sampled_from(Pile),
    filters=filters,
    offset=st.integers(0, 10**6),
    together=st.booleans(),
)


@given(looks)
def test_a_look_survives_its_way_through_slack(look: Look) -> None:
    packed = look.packed(MONDAY)

    assert Look.unpacked(packed, MONDAY) == look
    assert len(packed) <= 3000


@given(looks)
def test_each_day_begins_anew(look: Look) -> None:
    assert Look.unpacked(look.packed(MONDAY), MONDAY + timedelta(days=1)) == Look()


def test_a_view_without_a_look_begins_anew() -> None:
    assert Look.unpacked("", MONDAY) == Look()


@given(looks, st.sampled_from(Pile))
def test_another_pile_keeps_the_filters_and_begins_at_its_beginning(look: Look, pile: Pile) -> None:
    turned = look.at(pile)

    assert (turned.pile, turned.filters, turned.offset, turned.together) == (pile, look.filters, 0, False)


@given(looks, filters)
def test_other_filters_keep_the_pile(look: Look, narrowed: Filters) -> None:
    assert look.with_(narrowed) == Look(look.pile, narrowed, 0, look.together)


@given(looks, st.integers(-100, 100))
def test_no_page_begins_before_the_first(look: Look, offset: int) -> None:
    assert look.from_(offset).offset == max(offset, 0)
