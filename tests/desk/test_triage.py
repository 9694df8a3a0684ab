import logging
import threading
from datetime import date
from itertools import product

import pytest

from bot.desk import triage
from bot.desk.case import case_of
from bot.desk.queue import page
from bot.desk.reply import KIND as REPLY
from bot.desk.reply import accepting, declining
from bot.desk.triage import (
    KIND,
    concluding,
    giving_back,
    handing_over,
    merging,
    referring,
    snoozing,
    taking,
    waking,
)
from bot.domain.case import Case
from bot.domain.introduction import Decline
from bot.domain.lifecycle import NeedState
from bot.domain.message import Topic
from bot.domain.queue import Filters, Pile
from bot.domain.showing import ForCompany
from bot.domain.triage import AMONG_ADVISORS, NoMatch, Outcome
from bot.storage.ports import Json
from bot.workers import work_once
from tests.play import Play
from tests.stand_ins import ADVISOR, COMPANY, DRYING, FIRST_EXPERT, OTHER_ADVISOR, Office

OAK = f"N1/{DRYING}"
OTHER_COMPANY, THIRD_ADVISOR = "UOTHERCOMPANY", "UTHIRD"
DAY = date(2026, 3, 9)
#: One body for each act, as somebody would have it written down.
ACTS = {
    "take": lambda user: taking("N1", user),
    "hand over": lambda user: handing_over("N1", user, OTHER_ADVISOR, "Oak is yours."),
    "give back": lambda user: giving_back("N1", user),
    "snooze": lambda user: snoozing("N1", user, DAY),
    "wake": lambda user: waking("N1", user),
    "conclude": lambda user: concluding("N1", user, Outcome.HELPED_OTHERWISE, "A nice call."),
    "merge": lambda user: merging("N1", user, "N2"),
    "refer": lambda user: referring("N1", user, NoMatch.BETTER_ELSEWHERE, "Ask the kiln in the next town."),
}


@pytest.fixture
def play() -> Play:
    """Two needs of one company and three advisors."""
    play = Play(None, advisors=(ADVISOR, OTHER_ADVISOR, THIRD_ADVISOR))
    play.asked()
    play.asked(text="pine")
    play.approved("N1", DRYING)
    return play


def case(play: Play, need: str = "N1") -> Case:
    found = case_of(play.desk, need, ADVISOR)
    assert found is not None
    return found


def did(play: Play, need: str = "N1") -> list[str]:
    """What advisors did with a need, in order."""
    return [each.name for each in case(play, need).events if each.actor in {ADVISOR, OTHER_ADVISOR}]


def test_an_advisor_takes_a_need_and_it_is_theirs(play: Play) -> None:
    play.happens(KIND, taking("N1", ADVISOR))

    assert (case(play).triage.advisor, did(play)) == (ADVISOR, ["taken"])


def test_of_two_who_press_take_the_first_one_has_it(play: Play) -> None:
    play.write(KIND, taking("N1", ADVISOR))
    play.write(KIND, taking("N1", OTHER_ADVISOR))
    play.settle()

    assert (case(play).triage.advisor, did(play)) == (ADVISOR, ["taken"])
    assert set(play.inbox_states()) == {"done"}


def test_of_two_workers_at_once_one_gives_the_need_away(office: Office) -> None:
    office.villagers.there = [ADVISOR, OTHER_ADVISOR]
    office.has_need("N1")
    for user in (ADVISOR, OTHER_ADVISOR):
        office.write(KIND, taking("N1", user))
    threads = [threading.Thread(target=work_once, args=(office.desk,)) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert office.happened("N1") == ["taken"]
    assert office.inbox_states() == ["done", "done"]


def test_who_a_need_is_handed_to_is_told_and_finds_the_note(play: Play) -> None:
    play.happens(KIND, taking("N1", ADVISOR))
    play.happens(KIND, handing_over("N1", ADVISOR, OTHER_ADVISOR, "Oak is yours."))

    assert case(play).triage.advisor == OTHER_ADVISOR
    assert Topic.HANDED_OVER in play.slack.topics(OTHER_ADVISOR)
    assert Topic.HANDED_OVER not in play.slack.topics(THIRD_ADVISOR)
    assert [each.words.for_advisors() for each in case(play).private_words] == ["Oak is yours."]


def test_handed_over_twice_is_told_twice(play: Play) -> None:
    for user, other in ((ADVISOR, OTHER_ADVISOR), (OTHER_ADVISOR, ADVISOR), (ADVISOR, OTHER_ADVISOR)):
        play.happens(KIND, handing_over("N1", user, other))

    assert play.slack.topics(OTHER_ADVISOR).count(Topic.HANDED_OVER) == 2


def test_an_advisor_may_take_over_what_another_has_and_is_not_told_so(play: Play) -> None:
    play.happens(KIND, taking("N1", OTHER_ADVISOR))
    play.happens(KIND, handing_over("N1", ADVISOR, ADVISOR))

    assert case(play).triage.advisor == ADVISOR
    assert Topic.HANDED_OVER not in play.slack.topics(ADVISOR)


@pytest.mark.parametrize("other", [COMPANY, FIRST_EXPERT, "USTRANGER"])
def test_a_need_is_handed_to_advisors_only(play: Play, other: str) -> None:
    play.happens(KIND, handing_over("N1", ADVISOR, other, "Here you are."))

    assert (case(play).triage.advisor, case(play).private_words) == (None, ())


def test_what_is_given_back_is_new_again(play: Play) -> None:
    play.happens(KIND, taking("N1", ADVISOR))
    assert "N1" not in in_pile(play, Pile.NEW)
    play.happens(KIND, giving_back("N1", OTHER_ADVISOR))
    assert "N1" not in in_pile(play, Pile.NEW)
    play.happens(KIND, giving_back("N1", ADVISOR))

    assert "N1" in in_pile(play, Pile.NEW)
    assert did(play) == ["taken", "given_back"]


def test_a_snoozed_need_comes_back_on_its_day(play: Play) -> None:
    play.happens(KIND, snoozing("N2", ADVISOR, DAY))
    assert "N2" not in in_pile(play, Pile.STUCK)
    play.later(days=7)

    assert "N2" in in_pile(play, Pile.WAITING)


def test_a_snooze_can_be_taken_back(play: Play) -> None:
    play.happens(KIND, snoozing("N1", ADVISOR, DAY))
    play.happens(KIND, waking("N1", OTHER_ADVISOR))

    assert (case(play).triage.snoozed_until, did(play)) == (None, ["snoozed", "woken"])


def test_a_day_that_is_over_snoozes_nothing(play: Play) -> None:
    play.happens(KIND, snoozing("N1", ADVISOR, play.clock().date()))

    assert (case(play).triage.snoozed_until, did(play)) == (None, [])


@pytest.mark.parametrize("outcome", Outcome)
def test_a_need_is_closed_with_its_outcome_and_all_that_is_under_way(play: Play, outcome: Outcome) -> None:
    play.happens(KIND, concluding("N1", ADVISOR, outcome, "A nice call."))

    closed = case(play)
    assert (closed.need.state, closed.triage.outcome, play.state(OAK)) == ("closed", outcome, "closed")
    assert [each.reason for each in closed.events if each.name == "closed" and each.introduction is None] == [outcome]
    assert [each.words.for_advisors() for each in closed.private_words] == ["A nice call."]
    assert Topic.ENDED_BY_ADVISOR in play.slack.topics(COMPANY)


def test_a_need_that_was_introduced_is_closed_with_the_questions_that_belong_to_it(play: Play) -> None:
    play.happens(REPLY, accepting(OAK, FIRST_EXPERT))
    play.happens(KIND, concluding("N1", ADVISOR, Outcome.INTRODUCED))

    assert Topic.COMPANY_QUESTIONS in play.slack.topics(COMPANY)
    assert Topic.EXPERT_QUESTIONS in play.slack.topics(FIRST_EXPERT)


def test_one_companys_need_goes_on_as_the_other(play: Play) -> None:
    play.happens(KIND, merging("N2", ADVISOR, "N1"))

    merged, other = case(play, "N2"), case(play)
    assert (merged.need.state, merged.triage.outcome, other.need.state) == ("closed", Outcome.DUPLICATE, "matched")
    assert ([each.id for each in merged.same], [each.id for each in other.same]) == (["N1"], ["N2"])
    told = play.slack.value(Topic.MERGED)
    assert isinstance(told, ForCompany)
    assert (told.need.id, told.goes_on_in) == ("N2", "N1")


def test_what_is_under_way_under_a_need_is_not_lost_for_another_that_asks_for_the_same(play: Play) -> None:
    heard = [len(play.slack.topics(user)) for user in (COMPANY, FIRST_EXPERT)]
    play.happens(KIND, merging("N1", ADVISOR, "N2"))

    assert (case(play).need.state, play.state(OAK), did(play)) == ("matched", "asked", ["linked"])
    assert [each.id for each in case(play).same] == ["N2"]
    assert [len(play.slack.topics(user)) for user in (COMPANY, FIRST_EXPERT)] == heard


def test_a_need_whose_introductions_are_over_goes_on_as_the_other(play: Play) -> None:
    play.happens(REPLY, declining(OAK, FIRST_EXPERT, Decline.NO_TIME, ""))
    play.happens(KIND, merging("N1", ADVISOR, "N2"))

    assert case(play).need.state is NeedState.CLOSED


def test_two_companies_needs_are_linked_for_advisors_and_both_go_on_unheard(play: Play) -> None:
    theirs = play.asked(user=OTHER_COMPANY, text="oak")
    heard = [len(play.slack.topics(user)) for user in (COMPANY, OTHER_COMPANY)]
    play.happens(KIND, merging("N1", ADVISOR, theirs))

    both = case(play), case(play, theirs)
    assert [[each.id for each in one.same] for one in both] == [[theirs], ["N1"]]
    assert {one.need.state for one in both} == {NeedState.MATCHED}
    assert [len(play.slack.topics(user)) for user in (COMPANY, OTHER_COMPANY)] == heard


@pytest.mark.parametrize("into", ["N1", "N99"])
def test_a_need_is_not_merged_into_itself_or_into_nothing(play: Play, into: str) -> None:
    play.happens(KIND, merging("N1", ADVISOR, into))

    assert (case(play).need.state, case(play).triage.same_as) == ("matched", None)


def test_a_need_does_not_go_on_in_one_that_is_over(play: Play) -> None:
    play.happens(KIND, concluding("N1", ADVISOR, Outcome.OTHER))
    play.happens(KIND, merging("N2", ADVISOR, "N1"))

    assert case(play, "N2").need.state is NeedState.MATCHED


def test_a_referral_is_told_word_for_word_and_kept(play: Play) -> None:
    play.happens(KIND, referring("N1", ADVISOR, NoMatch.BETTER_ELSEWHERE, "Ask the kiln in the next town."))

    referred = case(play)
    told = play.slack.value(Topic.REFERRED)
    assert isinstance(told, ForCompany)
    assert told.referral == "Ask the kiln in the next town."
    assert (referred.need.state, referred.triage.outcome) == ("closed", Outcome.NOTHING_HERE)
    assert [each.reason for each in referred.events if each.name == "referred"] == [NoMatch.BETTER_ELSEWHERE]
    assert play.state(OAK) == "closed"


def test_a_referral_without_words_is_none(play: Play) -> None:
    play.happens(KIND, referring("N1", ADVISOR, NoMatch.OTHER, " "))

    assert (case(play).need.state, case(play).triage.outcome) == ("matched", None)


@pytest.mark.parametrize("act", ACTS)
def test_nothing_is_done_with_a_need_that_is_over(play: Play, act: str) -> None:
    play.happens(KIND, concluding("N1", THIRD_ADVISOR, Outcome.OTHER))
    before = case(play)
    play.happens(KIND, ACTS[act](ADVISOR))

    after = case(play)
    assert (after.need, after.events, after.private_words) == (before.need, before.events, before.private_words)
    assert after.triage.outcome is Outcome.OTHER


@pytest.mark.parametrize(("act", "user"), list(product(ACTS, [COMPANY, FIRST_EXPERT, "UGUEST"])))
def test_nobody_but_an_advisor_may_do_any_of_it(
    play: Play, act: str, user: str, caplog: pytest.LogCaptureFixture
) -> None:
    before = everything_but_the_inbox(play)
    with caplog.at_level(logging.WARNING):
        play.happens(KIND, ACTS[act](user))

    assert (play.inbox_states()[-1], everything_but_the_inbox(play)) == ("given_up", before)
    assert [f"(triage) of {user}" in line for line in caplog.messages] == [True]
    assert "Ask the kiln" not in caplog.text


def test_a_need_that_does_not_exist_is_given_up(play: Play) -> None:
    play.happens(KIND, taking("N99", ADVISOR))

    assert play.inbox_states()[-1] == "given_up"


@pytest.mark.parametrize("act", set(ACTS) - {"conclude", "merge", "refer"})
def test_what_is_among_advisors_is_told_to_no_company(play: Play, act: str) -> None:
    play.happens(KIND, taking("N1", ADVISOR))
    heard = len(play.slack.topics(COMPANY))
    play.happens(KIND, ACTS[act](ADVISOR))

    assert len(play.slack.topics(COMPANY)) == heard
    assert set(did(play)) <= AMONG_ADVISORS


def test_every_act_has_its_work() -> None:
    assert set(triage._DOING) == set(triage.Act)


def in_pile(play: Play, pile: Pile) -> list[str]:
    return [line.need for line in page(play.desk, ADVISOR, pile, Filters()).lines]


def everything_but_the_inbox(play: Play) -> Json:
    tables = [row[0] for row in play.rows("select name from sqlite_master where type = 'table'")]
    return {table: play.rows(f"select * from {table}") for table in tables if table not in {"inbox", "sqlite_sequence"}}
