"""Needs that ask for the same: one company's go on as one, two companies' are side by side for advisors alone."""

import pytest

from bot.domain.lifecycle import NeedState
from bot.rehearsal.wire import Json
from bot.slack.views.desk.merge import CALLBACK, INTO
from bot.slack.views.desk.triage_acts import MERGE
from tests.slack.advising import pressing
from tests.slack.at_page import changed, new, triage_of, turns_to
from tests.slack.rig import Rig


@pytest.fixture
def two(rig: Rig) -> Rig:
    """N1 and N2 are of one company, N3 is of another; an advisor merges N2."""
    rig.asks("forty chair backs of oak, a chair")
    rig.asks("forty chair backs of oak, one more chair")
    rig.asks("forty chair backs of oak, a chair", user="company2")
    rig.at_once = True
    turns_to(rig, "N2")
    rig.stage.click("advisor", MERGE, modal=True)
    rig.modal_of("advisor", CALLBACK)
    return rig


def offered(rig: Rig, typed: str = "", user: str = "advisor") -> list[str]:
    answer = rig.stage.suggest(user, INTO, typed)
    return [each["value"] for each in answer.get("options", [])]


def submission(rig: Rig, into: str) -> Json:
    """What Slack sends when a need was chosen in the menu."""
    view = rig.modal_of("advisor", CALLBACK)
    chosen = {"type": "external_select", "selected_option": {"text": {}, "value": into}}
    payload = rig.stage.slack.interaction(rig.stage.slack.person("advisor"), "view_submission")
    return {**payload, "view": {**view, "state": {"values": {INTO: {INTO: chosen}}}}}


def sends(rig: Rig, into: str) -> str:
    """What the page says after the need was chosen."""
    page = rig.stage.slack.world.screens.views[rig.stage.slack.world.screens.stacks["U0ADVISOR"][0]]
    body, before = submission(rig, into), page["hash"]
    rig.dispatch(body)
    rig.stage.slack.world.screens.stacks["U0ADVISOR"].pop()
    return changed(rig, before)


def states(rig: Rig) -> list[NeedState]:
    with rig.store.unit() as unit:
        return [unit.needs.get(need).state for need in ("N1", "N2", "N3")]


def test_the_menu_offers_what_stands_on_the_page_and_then_what_is_typed(two: Rig) -> None:
    assert offered(two) == ["N1", "N3"]
    assert offered(two, "chair") == ["N3", "N1"]
    assert offered(two, "N3") == ["N3"]
    assert offered(two, "tides") == []


def test_needs_of_one_company_go_on_as_one_and_the_company_is_told(two: Rig) -> None:
    told = sends(two, "N1")
    two.work()

    assert "You put it together with another need" in new(told)
    assert states(two) == [NeedState.MATCHED, NeedState.CLOSED, NeedState.MATCHED]
    assert "It goes on in need N1; nothing is lost." in two.stage.visible_to("company")
    assert triage_of(two, "N2").same_as == "N1"


def test_needs_of_two_companies_are_linked_for_advisors_and_neither_company_hears(two: Rig) -> None:
    before = [two.stage.visible_to(user) for user in ("company", "company2")]

    told = sends(two, "N3")
    two.work()

    assert "*Linked by an advisor*\n*N3*" in told
    assert states(two) == [NeedState.MATCHED] * 3
    assert [two.stage.visible_to(user) for user in ("company", "company2")] == before


@pytest.mark.parametrize(("into", "said"), [("N2", "That is this need itself."), ("N9", "There is no such need.")])
def test_a_need_is_merged_with_another_that_is_there(two: Rig, into: str, said: str) -> None:
    answer = two.dispatch(submission(two, into))

    assert said in answer.body
    assert triage_of(two, "N2").same_as is None


def test_nothing_goes_on_in_a_need_that_is_over(two: Rig) -> None:
    two.stage.slash("company", "needs", "/lotsen", "withdraw N1")

    assert "is over, so nothing can go on there" in two.dispatch(submission(two, "N1")).body
    assert states(two)[1] is NeedState.MATCHED


def test_a_need_that_is_over_is_not_merged(two: Rig) -> None:
    body = submission(two, "N1")
    two.stage.slash("company", "needs", "/lotsen", "withdraw N2")

    assert "This need is over" in two.dispatch(body).body
    two.dispatch(pressing(two, "advisor", MERGE, "N2"))
    two.stage.until(lambda: "This need is over" in str(two.modal_of("advisor")), what="a word")


@pytest.mark.parametrize("user", ["company", "company2", "expert", "guest"])
def test_the_menu_offers_nothing_to_anybody_else(two: Rig, user: str, caplog: pytest.LogCaptureFixture) -> None:
    view = two.modal_of("advisor", CALLBACK)
    slack = two.stage.slack
    typing = {"action_id": INTO, "block_id": INTO, "value": "chair", "view": view}

    answer = two.dispatch({**slack.interaction(slack.person(user), "block_suggestion"), **typing})

    assert "N1" not in answer.body
    assert f"refused to U0{user.upper()}" in caplog.text
