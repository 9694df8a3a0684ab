from datetime import time

import pytest

from bot.domain.availability import Availability
from bot.domain.introduction import Wait
from bot.domain.lifecycle import IntroductionState
from bot.domain.opening_hours import OpeningHours
from bot.rehearsal.wire import Json
from tests.slack.answers import DYEING, GARDENER, JOINER, MILLING
from tests.slack.rig import Rig


def wishes_of(rig: Rig, expert: str = JOINER) -> Availability:
    with rig.store.unit() as unit:
        return unit.availabilities.get(expert)


def opens(rig: Rig, user: str = "expert") -> Json:
    """An expert opens their wishes from the Home tab."""
    rig.stage.open_home(user)
    rig.stage.until(lambda: "home_set_availability" in str(rig.stage.homes[f"U0{user.upper()}"]), what="the Home tab")
    rig.stage.click(user, "home_set_availability", home=True)
    return rig.modal_of(user, "availability")


def sets(rig: Rig, **values: object) -> dict[str, str]:
    opens(rig)
    named = {f"availability_{field}": value for field, value in values.items()}
    acknowledged = rig.stage.submit("expert", named) or {}
    rig.work()
    return acknowledged.get("errors", {})


def waits_as_gardener(rig: Rig) -> None:
    """One account is an expert of two units with room for one request, and has it."""
    rig.link(GARDENER)
    rig.asks_first()
    for expert in (JOINER, GARDENER):
        rig.wishes(expert, at_once=False, open_requests=1)
    rig.chooses(rig.asks("a chair of oak"))
    rig.chooses_dyeing()
    assert rig.introduction(DYEING).waits is Wait.CAP


def test_more_requests_than_an_expert_takes_wait_for_their_turn(rig: Rig) -> None:
    rig.link()
    rig.wishes(JOINER, at_once=False, open_requests=1)
    for user in ("company", "company2"):
        rig.chooses(rig.asks("a chair of oak", user), user)

    assert len(rig.direct("expert")) == 1
    assert rig.introduction(MILLING).waits is Wait.CAP
    assert "They answer others first" in rig.stage.visible_to("company2")

    rig.declines("expert")
    assert rig.introduction(MILLING).state is IntroductionState.ASKED


def test_room_is_made_for_another_unit_of_the_same_expert(rig: Rig) -> None:
    waits_as_gardener(rig)

    rig.declines("expert")

    assert rig.introduction(DYEING).state is IntroductionState.ASKED


def test_more_room_in_one_unit_is_room_for_who_waits_in_another(rig: Rig) -> None:
    waits_as_gardener(rig)
    rig.wishes(GARDENER, open_requests=2)

    sets(rig, cap="2")

    assert rig.introduction(DYEING).state is IntroductionState.ASKED


def test_a_deputy_is_asked_when_the_expert_has_no_room(rig: Rig) -> None:
    rig.link()
    rig.wishes(JOINER, at_once=False, open_requests=1, deputy="U0EXPERT2")
    for user in ("company", "company2"):
        rig.chooses(rig.asks("a chair of oak", user), user)

    assert [len(rig.direct("expert")), len(rig.direct("expert2"))] == [1, 1]


def test_a_deputys_yes_introduces_the_deputy(rig: Rig) -> None:
    rig.link()
    rig.wishes(JOINER, at_once=False, paused_until=rig.day(30), deputy="U0EXPERT2")
    rig.chooses(rig.asks("a chair of oak"))

    rig.says_yes("expert2")

    assert "<@U0EXPERT2>" in str(rig.groups()[0][0]["blocks"])
    assert "U0EXPERT>" not in str(rig.groups()[0][0]["blocks"])


def test_a_company_reads_that_a_deputy_has_its_text(rig: Rig) -> None:
    rig.link()
    rig.wishes(JOINER, at_once=False, paused_until=rig.day(30), deputy="U0EXPERT2")
    rig.chooses(rig.asks("a chair of oak"))

    rig.stage.open_home("company")
    rig.stage.until(
        lambda: "A deputy of the master joiner at Timber Workshop has your text" in str(rig.stage.homes["U0COMPANY"]),
        what="the Home tab",
    )
    rig.says_yes("expert2")

    assert "<@U0EXPERT2> — a deputy of the master joiner at Timber Workshop" in str(rig.groups()[0][0]["blocks"])


def test_whoever_is_away_is_not_asked_before_they_are_back(rig: Rig) -> None:
    rig.link()
    rig.wishes(JOINER, at_once=False, paused_until=rig.day(1))
    rig.chooses(rig.asks("a chair of oak"))
    assert "They are away until Tuesday 5 March." in rig.stage.visible_to("company")
    assert rig.direct("expert") == []

    rig.later(days=1)

    assert len(rig.direct("expert")) == 1


def test_nobody_is_asked_outside_their_hours(rig: Rig) -> None:
    rig.link()
    rig.wishes(JOINER, at_once=False, hours=OpeningHours(frozenset({1}), time(13), time(15)))
    rig.chooses(rig.asks("a chair of oak"))
    assert "They are asked when they are at work." in rig.stage.visible_to("company")

    rig.later(days=1)
    assert rig.direct("expert") == []
    rig.later(hours=3)
    assert len(rig.direct("expert")) == 1


def test_an_expert_sets_everything_from_the_home_tab(rig: Rig) -> None:
    rig.asks_first()

    errors = sets(
        rig,
        pause="2024-04-02",
        cap="5",
        deputy="U0EXPERT2",
        days=["0", "2"],
        opens="10:00",
        closes="12:30",
        at_once="at_once",
    )

    assert errors == {}
    hours = OpeningHours(frozenset({0, 2}), time(10), time(12, 30))
    assert wishes_of(rig) == Availability(
        JOINER, 5, rig.clock().date().replace(month=4, day=2), "U0EXPERT2", hours, at_once=True
    )


def test_an_expert_who_changes_nothing_keeps_what_was(rig: Rig) -> None:
    rig.link()
    rig.wishes(JOINER, at_once=False, deputy=GARDENER, hours=OpeningHours(frozenset({4})))
    before = wishes_of(rig)

    assert sets(rig) == {}
    assert wishes_of(rig) == before


@pytest.mark.parametrize("deputy", [GARDENER, "U0EXPERT2"])
def test_a_deputy_can_be_taken_away_also_one_who_is_a_role(rig: Rig, deputy: str) -> None:
    rig.link()
    rig.wishes(JOINER, at_once=False, deputy=deputy)

    assert sets(rig, no_deputy=["availability_no_deputy"]) == {}
    assert wishes_of(rig).deputy is None


@pytest.mark.parametrize(
    ("values", "field", "said"),
    [
        ({"pause": "2024-03-04"}, "pause", "still to come"),
        ({"opens": "12:00", "closes": "12:00"}, "closes", "end after it begins"),
        ({"deputy": "U0EXPERT"}, "deputy", "somebody other than yourself"),
    ],
)
def test_wishes_that_cannot_be_kept_are_told(rig: Rig, values: dict[str, str], field: str, said: str) -> None:
    rig.asks_first()

    assert said in sets(rig, **values)[f"availability_{field}"]
    assert wishes_of(rig).paused_until is None


def test_a_wish_to_be_introduced_at_once_is_followed(rig: Rig) -> None:
    rig.link(GARDENER, "U0EXPERT")
    sets(rig, at_once="at_once")

    rig.chooses_dyeing()

    assert rig.introduction(DYEING).state is IntroductionState.INTRODUCED
    assert (
        "Introduce me at once" in str(rig.modal_of("expert"))
        if rig.stage.slack.world.screens.stacks["U0EXPERT"]
        else True
    )


def test_room_that_an_expert_makes_is_used_at_once(rig: Rig) -> None:
    rig.link()
    rig.wishes(JOINER, at_once=False, open_requests=1)
    for user in ("company", "company2"):
        rig.chooses(rig.asks("a chair of oak", user), user)

    sets(rig, cap="2")

    assert len(rig.direct("expert")) == 2


def test_the_wishes_of_others_are_not_theirs_to_open(rig: Rig) -> None:
    rig.asks_first()
    press = {"type": "button", "block_id": "b", "value": JOINER, "action_ts": "1", "action_id": "home_set_availability"}
    who = {"user": {"id": "U0COMPANY", "team_id": "T0HOME"}, "team": {"id": "T0HOME"}, "trigger_id": "1"}

    rig.dispatch({"type": "block_actions", "actions": [press], **who})
    rig.work()

    assert "U0COMPANY" not in rig.stage.slack.world.screens.stacks


def test_home_looks_up_no_address_however_many_experts_are_linked_by_one(rig: Rig) -> None:
    for number in range(30):
        rig.link(f"{JOINER}{number}", slack=None, email=f"expert{number}@example.com")
    rig.link(GARDENER, slack=None, email="expert@example.com")

    opens(rig)

    assert "users.lookupByEmail" not in {call["method"] for call in rig.stage.calls}
