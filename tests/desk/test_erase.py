import contextlib
import json
from dataclasses import replace
from pathlib import Path

import pytest

from bot.desk.enquire import ANSWER, asking
from bot.desk.enquire import KIND as ENQUIRE
from bot.desk.enquire import answering as answering_enquiry
from bot.desk.erase import KIND, erasing
from bot.desk.export import export
from bot.desk.feedback import KIND as FEEDBACK
from bot.desk.feedback import answering
from bot.desk.follow import KIND as FOLLOW
from bot.desk.follow import closing
from bot.desk.notes import KIND as NOTE
from bot.desk.notes import noting
from bot.desk.overview import desk_of_expert, needs_of, seen_by_others
from bot.desk.queue import search
from bot.desk.reply import KIND as REPLY
from bot.desk.reply import accepting, declining, redirecting
from bot.desk.triage import KIND as TRIAGE
from bot.desk.triage import giving_back, handing_over, merging, taking
from bot.domain.availability import Availability
from bot.domain.correction import Correction
from bot.domain.introduction import Decline
from bot.domain.message import Message, Topic
from bot.domain.triage import AMONG_ADVISORS
from tests.play import Play
from tests.stand_ins import (
    ADVISOR,
    BRIEF,
    CARVING,
    COMPANY,
    DRYING,
    FIRST,
    FIRST_EXPERT,
    MORNING,
    NOBODYS,
    OTHER_ADVISOR,
    SECOND,
    a_need,
    an_introduction,
)

OAK, PINE = f"N1/{DRYING}", f"N1/{CARVING}"


@pytest.fixture
def busy() -> Play:
    """A company with something in every corner of the record."""
    play = Play(None)
    play.asked(DRYING, CARVING, NOBODYS, company="The mill", text="oak for Larch")
    play.happens(REPLY, accepting(OAK, FIRST_EXPERT))
    play.happens(FOLLOW, closing(OAK, COMPANY))
    play.happens(FEEDBACK, answering(OAK, COMPANY, "Larch went well.", useful=True))
    return play


def everything(play: Play) -> str:
    """The whole record as one text."""
    tables = [row[0] for row in play.rows("select name from sqlite_master where type = 'table'")]
    return json.dumps([play.rows(f"select * from {table}") for table in tables], default=str)


def written_out(play: Play) -> bytes:
    """The file of the record, after what waits in the write-ahead log was written into it."""
    with contextlib.closing(play.store._connect()) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return play.store.path.read_bytes()


@pytest.fixture
def advised(busy: Play) -> Play:
    """The same with everything that an advisor can do beside it."""
    busy.happens(TRIAGE, taking("N1", ADVISOR))
    busy.happens(NOTE, noting("N1", ADVISOR, "Larch is in a hurry."))
    busy.happens(ENQUIRE, asking("N1", ADVISOR, "How thick is the Larch?"))
    busy.happens(ANSWER, answering_enquiry("N1", COMPANY, "Larch of two inches."))
    with busy.store.unit() as unit:
        correction = Correction("N1/0", "N1", ADVISOR, MORNING, (DRYING,), (CARVING,), "Larch is carved.")
        unit.corrections.add(correction)
        unit.corrections.decide("N1/0", ADVISOR, MORNING, approved=True)
    return busy


def test_the_words_of_somebody_erased_stand_nowhere_in_the_file(tmp_path: Path) -> None:
    play = Play(tmp_path)
    play.asked(DRYING, CARVING, company="The mill", text="oak for Larch " + "and Larch planks " * 400)
    play.happens(ENQUIRE, asking("N1", ADVISOR, "How thick is the Larch?"))
    assert b"larch" in written_out(play).lower()

    play.happens(KIND, erasing(COMPANY))

    assert b"larch" not in written_out(play).lower()


def test_nothing_on_record_leads_to_a_company_that_was_erased(busy: Play) -> None:
    assert all(word in everything(busy) for word in (COMPANY, "The mill", "Larch", BRIEF))
    busy.happens(KIND, erasing(COMPANY))

    assert not any(word in everything(busy) for word in (COMPANY, "The mill", "Larch", BRIEF))


def test_nothing_that_advisors_kept_leads_to_a_company_that_was_erased(advised: Play) -> None:
    assert [found.id for found in search(advised.desk, "larch")] == ["N1"]
    advised.happens(KIND, erasing(COMPANY))

    assert "larch" not in everything(advised).lower()
    assert list(search(advised.desk, "larch")) == []
    with advised.store.unit() as unit:
        assert unit.corrections.approved() == []


def test_an_advisor_who_was_erased_has_nothing_and_is_nowhere(advised: Play) -> None:
    advised.happens(TRIAGE, handing_over("N1", ADVISOR, ADVISOR))
    with advised.store.unit() as unit:
        unit.needs.add(replace(a_need("N0"), filed_by=ADVISOR))
        unit.introductions.add(replace(an_introduction("N0"), advisor=ADVISOR, suggested_by=ADVISOR))
    advised.happens(KIND, erasing(ADVISOR))

    assert ADVISOR not in everything(advised)
    with advised.store.unit() as unit:
        assert unit.triage.get("N1").advisor is None


def test_what_is_among_advisors_is_in_no_export(advised: Play) -> None:
    other = advised.asked(user="UOTHERCOMPANY")
    advised.happens(TRIAGE, merging("N1", ADVISOR, other))
    written = export(advised.desk, COMPANY)["needs"][0]

    assert not AMONG_ADVISORS & {event["what"] for event in written["events"]}
    assert not any(words in json.dumps(written) for words in ("in a hurry", "is carved", other))


def test_an_export_holds_what_advisors_asked_and_what_was_answered(advised: Play) -> None:
    (asked,) = export(advised.desk, COMPANY)["needs"][0]["questions_by_advisors"]

    assert (asked["question"], asked["answer"]) == ("How thick is the Larch?", "Larch of two inches.")


def test_what_happened_is_still_known_and_all_of_it_has_ended(busy: Play) -> None:
    before = busy.happened("N1")
    busy.happens(KIND, erasing(COMPANY))

    assert busy.happened("N1")[: len(before)] == before
    assert {busy.state(each) for each in (PINE, f"N1/{NOBODYS}")} == {"withdrawn"}


def test_the_cards_of_others_are_wiped_and_the_company_hears_nothing_more(busy: Play) -> None:
    told = len(busy.slack.topics(COMPANY))
    busy.happens(KIND, erasing(COMPANY))
    busy.later(days=60)

    assert len(busy.slack.topics(COMPANY)) == told
    cards = [f"request:{OAK}", f"request:{PINE}", f"introduction:{OAK}", f"request_by_hand:N1/{NOBODYS}"]
    assert not any(BRIEF in repr(busy.slack.posts[card].value) for card in cards)


def test_nothing_is_left_of_messages_that_hold_words_and_are_no_cards(busy: Play) -> None:
    busy.later(days=30)
    busy.happens(KIND, erasing(COMPANY))
    held = [f"reminder:{PINE}", f"private_words:{OAK}#1"]

    assert [busy.slack.posts[key].message.erases for key in held] == [True] * len(held)


def test_no_words_are_left_in_the_announcement_of_a_need_that_nobody_here_fits(busy: Play) -> None:
    unmatched = f"need:{busy.asked(text='moon rocket')}"
    assert "rocket" in repr(busy.slack.posts[unmatched].value)
    busy.happens(KIND, erasing(COMPANY))

    assert busy.slack.posts[unmatched].message.topic is Topic.NEED_CHANGED
    assert "rocket" not in repr(busy.slack.posts[unmatched].value)


def test_who_once_had_the_need_reads_no_words_of_it_any_more_whoever_has_it_now(advised: Play) -> None:
    advised.villagers.there = [ADVISOR, OTHER_ADVISOR]
    advised.happens(TRIAGE, handing_over("N1", ADVISOR, OTHER_ADVISOR))
    (key,) = [key for key in advised.slack.posts if key.startswith("handed_over")]
    advised.happens(TRIAGE, giving_back("N1", OTHER_ADVISOR))
    advised.happens(KIND, erasing(COMPANY))

    assert advised.slack.posts[key].message.topic is Topic.ERASED_FOR_ADVISOR


def test_the_note_with_which_an_erased_advisor_handed_a_need_over_is_gone(busy: Play) -> None:
    busy.villagers.there = [ADVISOR, OTHER_ADVISOR]
    busy.happens(TRIAGE, handing_over("N1", ADVISOR, OTHER_ADVISOR, "Oak is yours."))
    busy.happens(TRIAGE, handing_over(busy.asked(), ADVISOR, OTHER_ADVISOR))
    noted, plain = [key for key in busy.slack.posts if key.startswith("handed_over")]
    busy.happens(KIND, erasing(ADVISOR))

    assert busy.slack.posts[noted].message.erases
    assert not busy.slack.posts[plain].message.erases


def test_a_question_about_somebody_erased_is_gone_where_its_answer_was_told(advised: Play) -> None:
    advised.happens(KIND, erasing(COMPANY))

    assert advised.slack.posts["enquiry_answered:N1#1"].message.erases


def test_what_an_expert_told_the_advisors_is_erased_with_the_expert(busy: Play) -> None:
    busy.happens(REPLY, declining(PINE, FIRST_EXPERT, Decline.NO_TIME, "On leave."))
    busy.happens(KIND, erasing(FIRST_EXPERT))

    assert busy.slack.posts[f"private_words:{PINE}#2"].message.erases
    assert not busy.slack.posts[f"private_words:{OAK}#1"].message.erases


def test_words_that_were_erased_before_they_left_are_not_told(busy: Play) -> None:
    busy.write(KIND, erasing(COMPANY))
    with busy.store.unit() as unit:
        unit.outbox.put(Message(Topic.BREAKDOWN, "N1"), busy.clock())
    busy.settle()

    assert Topic.BREAKDOWN not in busy.slack.topics(ADVISOR)


def test_erasing_somebody_twice_or_nobody_does_no_harm(busy: Play) -> None:
    for user in (COMPANY, COMPANY, "USTRANGER"):
        busy.happens(KIND, erasing(user))

    assert set(busy.inbox_states()) == {"done"}


def test_what_an_erased_expert_had_on_their_desk_goes_to_the_advisors(busy: Play) -> None:
    busy.wishes(Availability(SECOND, deputy=FIRST_EXPERT))
    busy.happens(KIND, erasing(FIRST_EXPERT))

    assert busy.state(PINE) == "with_advisor"
    assert FIRST_EXPERT not in everything(busy)
    assert Topic.REQUEST_BY_HAND in busy.slack.topics(ADVISOR)


def test_an_export_holds_everything_of_a_company_and_nobodys_account_but_its_own(busy: Play) -> None:
    written = export(busy.desk, COMPANY)
    text = json.dumps(written)

    assert all(word in text for word in (COMPANY, "The mill", "Larch went well.", BRIEF, "oak for Larch"))
    assert not any(user in text for user in (FIRST_EXPERT, ADVISOR))
    assert [event["what"] for event in written["needs"][0]["events"]] == busy.happened("N1")


def test_an_export_of_an_expert_holds_their_wishes_and_no_words_of_a_company(busy: Play) -> None:
    written = export(busy.desk, FIRST_EXPERT)

    assert [each["expert"] for each in written["expert"]] == [FIRST]
    assert {each["introduction"] for each in written["asked_as_expert"]} == {OAK, PINE}
    assert BRIEF not in json.dumps(written)


def test_a_company_sees_its_needs_newest_first_with_all_introductions(busy: Play) -> None:
    newest = busy.asked(text="pine")

    needs = needs_of(busy.desk, COMPANY)
    assert [each.need.id for each in needs] == [newest, "N1"]
    assert [each.state for each in needs[1].progress] == ["closed", "asked", "with_advisor"]


def test_a_company_sees_who_can_see_what_of_it(busy: Play) -> None:
    busy.happens(REPLY, redirecting(PINE, FIRST_EXPERT, SECOND))
    seen = {each.introduction: each for each in seen_by_others(busy.desk, COMPANY)}

    assert set(seen) == {OAK, PINE, f"N1/{NOBODYS}"}
    assert (seen[OAK].knows_who, seen[OAK].by_expert) == (True, True)
    assert (seen[PINE].knows_who, seen[PINE].by_expert) == (False, True)
    assert not seen[f"N1/{NOBODYS}"].by_expert


def test_an_experts_page_shows_what_they_were_asked_and_how_they_are_asked(busy: Play) -> None:
    page = desk_of_expert(busy.desk, FIRST_EXPERT)

    assert [each.introduction for each in page.requests] == [PINE]
    assert [each.expert for each in page.wishes] == [FIRST]


def test_an_expert_who_could_not_be_asked_sees_nothing_of_it(busy: Play) -> None:
    busy.slack.refused.add(FIRST_EXPERT)
    need = busy.asked(CARVING)

    assert busy.state(f"{need}/{CARVING}") == "with_advisor"
    assert [each.introduction for each in desk_of_expert(busy.desk, FIRST_EXPERT).requests] == [PINE]
