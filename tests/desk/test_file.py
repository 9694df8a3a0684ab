from dataclasses import replace

import pytest

from bot.desk.approve import Choice, approving
from bot.desk.ask import MATCH, keep_unmatched, matching
from bot.desk.erase import KIND as ERASE
from bot.desk.erase import erasing
from bot.desk.file import CONSENT, KIND, consenting, filing, waiting_for_consent
from bot.desk.follow import END_NEED, ending_need
from bot.desk.triage import KIND as TRIAGE
from bot.desk.triage import concluding
from bot.desk.withdraw import KIND as WITHDRAW
from bot.desk.withdraw import withdrawing
from bot.domain.lifecycle import NeedState
from bot.domain.message import Topic
from bot.domain.need import Door, Need, Place
from bot.domain.people import Person
from bot.domain.showing import ForAdvisor, ForCompany
from bot.domain.triage import Outcome
from bot.storage.ports import Json
from bot.workers import TRIES, work_once
from tests.play import Play
from tests.stand_ins import ADVISOR, COMPANY, DRYING, FIRST_EXPERT, OTHER_ADVISOR

ELSEWHERE = Person("T2", COMPANY)
FILED = filing(ADVISOR, ELSEWHERE, " oak to be dried ", "sv")
YES, NO = consenting("N1", COMPANY, agrees=True), consenting("N1", COMPANY, agrees=False)


@pytest.fixture
def play() -> Play:
    return Play(None, advisors=(ADVISOR, OTHER_ADVISOR))


@pytest.fixture
def filed(play: Play) -> Play:
    play.happens(KIND, FILED)
    return play


def need_of(play: Play) -> Need:
    with play.store.unit() as unit:
        return unit.needs.get("N1")


def test_what_an_advisor_wrote_down_is_kept_as_the_companys_own(filed: Play) -> None:
    need = need_of(filed)

    assert (need.asker, need.text, need.spoken, need.door) == (ELSEWHERE, "oak to be dried", "sv", Door.ADVISOR)
    assert (need.state, need.filed_by, need.answer) == (NeedState.FILED, ADVISOR, None)
    with filed.store.unit() as unit:
        assert unit.triage.get("N1").advisor == ADVISOR


def test_before_it_agrees_the_company_alone_is_told(filed: Play) -> None:
    filed.later(days=30)

    assert {reader for post in filed.slack.seen for reader in post.readers} == {COMPANY}
    assert filed.slack.topics(COMPANY) == [Topic.CONSENT]
    assert filed.matcher.asked == []


def test_with_a_yes_it_is_matched_as_any_other(filed: Play) -> None:
    filed.happens(CONSENT, YES)

    assert need_of(filed).state is NeedState.MATCHED
    assert filed.slack.topics(COMPANY) == [Topic.CONSENT, Topic.CONSENT_CHANGED, Topic.ANSWER]
    assert "need:N1" in filed.slack.posts


def test_what_the_company_agreed_to_is_kept_word_for_word(filed: Play) -> None:
    filed.happens(CONSENT, YES)

    with filed.store.unit() as unit:
        agreed = next(each for each in unit.events.of_need("N1") if each.name == "consented")
    assert (agreed.actor, agreed.kept) == (COMPANY, {"text": "oak to be dried"})


def test_with_a_no_it_ends_and_only_the_advisor_who_filed_it_hears(filed: Play) -> None:
    filed.happens(CONSENT, NO)

    assert need_of(filed).state is NeedState.WITHDRAWN
    assert (filed.slack.topics(ADVISOR), filed.slack.topics(OTHER_ADVISOR)) == ([Topic.CONSENT_REFUSED], [])
    value = filed.slack.value(Topic.CONSENT_CHANGED)
    assert isinstance(value, ForCompany)
    assert value.need.state is NeedState.WITHDRAWN


@pytest.mark.parametrize(
    ("kind", "body"),
    [(TRIAGE, concluding("N1", ADVISOR, Outcome.NOT_NOW)), (END_NEED, ending_need("N1", ADVISOR))],
)
def test_closed_before_it_agreed_the_company_reads_so_where_it_was_asked_and_nowhere_else(
    filed: Play, kind: str, body: Json
) -> None:
    filed.happens(kind, body)

    assert need_of(filed).state is NeedState.CLOSED
    assert filed.slack.topics(COMPANY) == [Topic.CONSENT, Topic.CONSENT_CHANGED]


def test_taking_it_back_at_home_is_a_no_as_well(filed: Play) -> None:
    filed.happens(WITHDRAW, withdrawing(COMPANY, "N1"))

    assert filed.slack.topics(ADVISOR) == [Topic.CONSENT_REFUSED]


@pytest.mark.parametrize(("first", "state"), [(YES, "matched"), (NO, "withdrawn")])
def test_the_first_word_of_the_company_holds(filed: Play, first: Json, state: str) -> None:
    for body in (first, YES, NO):
        filed.write(CONSENT, body)
    filed.settle()

    assert need_of(filed).state == state
    assert filed.slack.topics(COMPANY).count(Topic.CONSENT_CHANGED) == 1


@pytest.mark.parametrize("user", [ADVISOR, FIRST_EXPERT, "USTRANGER"])
def test_nobody_agrees_for_the_company(filed: Play, user: str) -> None:
    filed.happens(CONSENT, consenting("N1", user, agrees=True))

    assert (need_of(filed).state, filed.inbox_states()[-1]) == (NeedState.FILED, "given_up")


def test_nobody_agrees_to_what_is_not_there(play: Play) -> None:
    play.happens(CONSENT, YES)

    assert play.inbox_states() == ["given_up"]


@pytest.mark.parametrize("user", [COMPANY, FIRST_EXPERT, "USTRANGER"])
def test_nobody_but_an_advisor_files(play: Play, user: str) -> None:
    play.happens(KIND, filing(user, ELSEWHERE, "oak", "en"))

    assert (play.rows("select id from needs"), play.inbox_states()) == ([], ["given_up"])


def test_without_words_there_is_nothing_to_file(play: Play) -> None:
    play.happens(KIND, filing(ADVISOR, ELSEWHERE, " \n", "en"))

    assert play.rows("select id from needs") == []


def test_a_company_that_cannot_be_asked_is_the_advisors_to_reach(play: Play) -> None:
    play.slack.refused = {COMPANY}
    play.happens(KIND, FILED)

    value = play.slack.value(Topic.CONSENT_REFUSED)
    assert isinstance(value, ForAdvisor)
    assert (value.user, value.about.need.state) == (ADVISOR, NeedState.FILED)
    assert play.slack.topics(OTHER_ADVISOR) == []


def test_an_advisor_who_cannot_be_written_to_is_not_told_in_front_of_others(play: Play) -> None:
    play.slack.refused = {COMPANY, ADVISOR}
    play.happens(KIND, FILED)

    assert play.slack.seen == []


def test_what_was_announced_is_wiped_when_the_company_is_erased(filed: Play) -> None:
    filed.happens(CONSENT, YES)
    filed.happens(ERASE, erasing(COMPANY))

    assert "dried" not in repr(filed.slack.posts["need:N1"].value)


def test_the_answer_stands_where_the_company_was_asked(filed: Play) -> None:
    with filed.store.unit() as unit:
        asked = unit.outbox.place_of("consent:N1")
    assert asked is not None
    filed.happens(CONSENT, YES)

    assert need_of(filed).place == Place(*asked, private=True)


def test_nothing_can_be_chosen_before_the_company_agreed(filed: Play) -> None:
    filed.happens("approve", approving("N1", COMPANY, [Choice(DRYING)], "We want to dry oak."))

    assert filed.inbox_states()[-1] == "given_up"


def test_a_company_that_was_erased_is_not_asked_and_leaves_no_words(play: Play) -> None:
    play.write(KIND, FILED)
    assert work_once(play.desk)
    play.write(ERASE, erasing(COMPANY))
    play.settle()
    play.happens(CONSENT, YES)

    assert play.slack.topics(COMPANY) == []
    assert (need_of(play).state, need_of(play).text) == (NeedState.WITHDRAWN, "")
    assert play.rows("select id from inbox where body like '%dried%'") == []


def test_what_was_taken_back_before_it_is_matched_is_not_answered(filed: Play) -> None:
    filed.write(CONSENT, YES)
    filed.write(WITHDRAW, withdrawing(COMPANY, "N1"))
    filed.settle()

    assert filed.matcher.asked == []
    assert Topic.ANSWER not in filed.slack.topics(COMPANY)


def test_a_need_that_cannot_be_matched_is_kept_with_an_apology(filed: Play) -> None:
    filed.matcher.failures = TRIES
    filed.write(CONSENT, YES)
    for _ in range(TRIES + 1):
        assert work_once(filed.desk)
        filed.clock.move(minutes=1)
    filed.settle()

    assert need_of(filed).state is NeedState.ASKED
    assert (filed.slack.topics(COMPANY)[-1], filed.slack.topics(ADVISOR)[-1]) == (Topic.APOLOGY, Topic.BREAKDOWN)


def test_nobody_apologises_for_what_was_taken_back_meanwhile(filed: Play) -> None:
    arrival = filed.taken(MATCH, matching("N1"))
    filed.happens(WITHDRAW, withdrawing(COMPANY, "N1"))
    keep_unmatched(filed.desk, arrival, "RuntimeError")

    assert (filed.happened("N1")[-1], filed.inbox_states()[1]) == ("withdrawn", "given_up")


def test_what_fails_each_time_is_kept_for_the_advisor_who_filed_it_alone(
    play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.delattr(play.villagers, "there")
        play.write(KIND, FILED)
        for _ in range(TRIES):
            assert work_once(play.desk)
            play.clock.move(minutes=1)
    play.settle()

    value = play.slack.value(Topic.CONSENT_REFUSED)
    assert isinstance(value, ForAdvisor)
    assert (value.user, value.about.need.text, need_of(play).state) == (ADVISOR, "oak to be dried", NeedState.FILED)
    assert [post.readers for post in play.slack.seen] == [frozenset({ADVISOR})]
    assert (play.happened("N1"), play.inbox_states()) == (["filed", "broke"], ["given_up"])


def test_a_word_in_the_conversation_is_about_the_only_need_that_waits_there(filed: Play) -> None:
    place = need_of(filed).place

    assert waiting_for_consent(filed.desk, COMPANY, place.channel, None) == need_of(filed)
    assert waiting_for_consent(filed.desk, COMPANY, place.channel, place.thread) == need_of(filed)
    assert waiting_for_consent(filed.desk, COMPANY, place.channel, "9.9") is None
    assert waiting_for_consent(filed.desk, COMPANY, "D9", None) is None
    assert waiting_for_consent(filed.desk, ADVISOR, place.channel, None) is None


def test_a_word_that_could_be_about_two_needs_is_about_the_one_that_it_stands_under(filed: Play) -> None:
    filed.happens(KIND, filing(OTHER_ADVISOR, ELSEWHERE, "pine", "sv"))
    place = need_of(filed).place
    with filed.store.unit() as unit:
        other = unit.needs.get("N2")
        unit.needs.save(replace(other, place=replace(other.place, channel=place.channel)), was=other.state)

    assert waiting_for_consent(filed.desk, COMPANY, place.channel, None) is None
    assert waiting_for_consent(filed.desk, COMPANY, place.channel, place.thread) == need_of(filed)


def test_what_was_decided_waits_for_no_word(filed: Play) -> None:
    filed.happens(CONSENT, NO)

    assert waiting_for_consent(filed.desk, COMPANY, need_of(filed).place.channel, None) is None
