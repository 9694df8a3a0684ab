import json

import pytest

from bot.domain.clock import ClockKind
from bot.domain.lifecycle import IntroductionState, NeedState
from bot.rehearsal.wire import Json
from tests.slack.answers import GARDENER, MILLING
from tests.slack.rig import ADVISORS, Rig


@pytest.fixture
def asked(rig: Rig) -> Rig:
    """A company whose need has been put before an expert."""
    rig.asks_first()
    rig.chooses(rig.asks("a chair of oak"))
    return rig


def home_of(rig: Rig, user: str, *, has: str) -> Json:
    rig.stage.open_home(user)
    view: Json = rig.stage.until(
        lambda: has in str(rig.stage.homes.get(f"U0{user.upper()}")) and rig.stage.homes[f"U0{user.upper()}"], what=has
    )
    return view


def exported(rig: Rig, user: str) -> Json:
    """The export that stands in somebody's direct message, put together again."""

    def whole() -> Json:
        pages = [m for m in rig.direct(user) if "Your data, part" in m["text"] or "Dina uppgifter" in m["text"]]
        pieces = [block["elements"][0]["elements"][0]["text"] for page in pages for block in page["blocks"][1:]]
        if not pieces:
            raise LookupError("nothing exported yet")
        found: Json = json.loads("".join(pieces))
        return found

    return rig.stage.until(whole, what="an export")


def test_the_home_of_a_company_shows_its_needs_and_what_happens_next(asked: Rig) -> None:
    home = str(home_of(asked, "company", has="N1"))

    assert "N1: “a chair of oak”" in home
    assert "Asked. You will have an answer by Wednesday 6 March, 10:00." in home
    assert "The master joiner at Timber Workshop has your text, without your name." in home


def test_the_home_of_another_company_shows_nothing_of_it(asked: Rig) -> None:
    home = str(home_of(asked, "company2", has="home_ask"))

    assert "oak" not in home
    assert "Nothing yet." in home


def test_the_home_of_an_expert_shows_what_waits_and_how_they_are_asked(asked: Rig) -> None:
    home = str(home_of(asked, "expert", has="Requests to you"))

    assert "Computer-controlled milling of wood — Timber Workshop: answer by Wednesday" in home
    assert "You are asked first." in home
    assert "U0COMPANY" not in home


def test_a_need_is_taken_back_from_the_home_tab_and_it_says_so(asked: Rig) -> None:
    home_of(asked, "company", has="withdraw_need")

    asked.stage.click("company", "withdraw_need", home=True)
    asked.work()

    home_of(asked, "company", has="withdrawn this need")
    assert asked.introduction(MILLING).state is IntroductionState.WITHDRAWN


def test_what_was_just_done_stands_on_top_of_the_home_tab(asked: Rig) -> None:
    home_of(asked, "company", has="withdraw_introduction")

    asked.stage.click("company", "withdraw_introduction", home=True)

    top = asked.stage.until(
        lambda: "being withdrawn" in str(asked.stage.homes["U0COMPANY"]["blocks"][0]), what="a line on top"
    )
    assert top


@pytest.mark.parametrize(("text", "said"), [("status", "Your needs"), ("läge", "Era behov")])
def test_a_command_shows_how_everything_stands(asked: Rig, text: str, said: str) -> None:
    asked.stage.slash("company", "needs", "/lotsen", text)

    asked.stage.expect(said, "needs")
    assert "Asked. You will have an answer by" in asked.stage.visible_to("company")
    assert "Asked. You will have an answer by" not in asked.stage.visible_to("company2")


def test_a_status_has_the_buttons_to_take_back(asked: Rig) -> None:
    asked.stage.slash("company", "needs", "/lotsen", "status")
    whispered = asked.stage.expect("Your needs", "needs")

    asked.stage.click("company", "withdraw_introduction", whispered)
    asked.work()

    assert asked.introduction(MILLING).state is IntroductionState.WITHDRAWN


@pytest.mark.parametrize(("text", "said"), [("withdraw", "Which one"), ("återta", "Vilket vill du")])
def test_a_command_asks_which_need_to_take_back(asked: Rig, text: str, said: str) -> None:
    asked.stage.slash("company", "needs", "/lotsen", text)

    asked.stage.expect(said, "needs", has="withdraw_need")


@pytest.mark.parametrize("text", ["status", "withdraw"])
def test_who_has_asked_for_nothing_is_told_so(rig: Rig, text: str) -> None:
    rig.stage.slash("company", "needs", "/lotsen", text)

    rig.stage.expect("You have no needs with me.", "needs")


@pytest.mark.parametrize("text", ["export", "exportera"])
def test_everything_about_a_person_comes_as_json_in_their_direct_message(asked: Rig, text: str) -> None:
    asked.stage.slash("company", "needs", "/lotsen", text)

    everything = exported(asked, "company")

    assert everything["needs"][0]["text"] == "a chair of oak"
    assert "U0EXPERT" not in json.dumps(everything)


def test_an_export_from_the_home_tab(asked: Rig) -> None:
    home_of(asked, "expert", has="own_data_export")

    asked.stage.click("expert", "own_data_export", home=True)

    assert exported(asked, "expert")["asked_as_expert"][0]["entry"] == MILLING


@pytest.mark.parametrize(("text", "said"), [("erase", "cannot be undone"), ("radera", "inte att ångra")])
def test_a_command_asks_before_it_erases(asked: Rig, text: str, said: str) -> None:
    asked.stage.slash("company", "needs", "/lotsen", text)
    whispered = asked.stage.expect(said, "needs", has="own_data_erase")
    assert asked.introduction(MILLING).card is not None

    asked.stage.click("company", "own_data_erase", whispered)
    asked.work()

    with asked.store.unit() as unit:
        assert unit.needs.of_asker("U0COMPANY") == []
        assert unit.needs.get("N1").state is NeedState.WITHDRAWN


@pytest.mark.parametrize("text", ["erase everything", "radera allt"])
def test_the_whole_command_erases_at_once(asked: Rig, text: str) -> None:
    asked.stage.slash("company", "needs", "/lotsen", text)
    asked.work()

    assert "oak" not in json.dumps([m["blocks"] for m in asked.direct("expert")])
    assert "The company has taken it back." in asked.stage.visible_to("expert")


def test_an_erased_company_leaves_a_thread_without_its_words_and_name(asked: Rig) -> None:
    asked.says_yes("expert")

    asked.stage.slash("company", "needs", "/lotsen", "erase everything")
    asked.work()

    first = str(asked.groups()[0][0]["blocks"])
    assert "Forty" not in first
    assert "U0COMPANY" not in first


def test_the_thread_with_the_advisor_before_is_emptied_as_well(asked: Rig) -> None:
    asked.says_yes("expert")
    asked.stage.click("company", "follow_change_advisor")
    asked.work()
    assert len(asked.groups()) == 2

    asked.stage.slash("company", "needs", "/lotsen", "erase everything")
    asked.work()

    assert "Forty" not in str(asked.groups())
    assert "U0COMPANY" not in str([thread[0]["blocks"] for thread in asked.groups()])


def test_nothing_of_an_erased_companys_words_is_left_with_advisors_and_experts(asked: Rig) -> None:
    asked.until_rung(ClockKind.REMINDER)
    asked.asks("a rocket")
    assert "rocket" in str(asked.posted(ADVISORS))

    asked.stage.slash("company", "needs", "/lotsen", "erase everything")
    asked.work()

    left = str([asked.posted(ADVISORS), asked.direct("expert")])
    assert [word for word in ("rocket", "Forty", "U0COMPANY") if word in left] == []


def test_an_erased_expert_is_not_asked_again(asked: Rig) -> None:
    asked.link(GARDENER, "U0EXPERT")

    asked.stage.slash("expert", "needs", "/lotsen", "erase everything")
    asked.work()

    assert asked.introduction(MILLING).state is IntroductionState.WITH_ADVISOR
    with asked.store.unit() as unit:
        assert unit.contacts.all() == []


def test_help_is_in_the_language_in_which_it_is_asked_for(rig: Rig) -> None:
    rig.stage.slash("company", "needs", "/lotsen", "hjälp")

    rig.stage.expect("/lotsen radera tar bort dem", "needs")
