import json

import pytest

from bot.desk.erase import KIND, erasing
from bot.desk.export import export
from bot.desk.feedback import KIND as FEEDBACK
from bot.desk.feedback import answering
from bot.desk.follow import KIND as FOLLOW
from bot.desk.follow import closing
from bot.desk.overview import desk_of_expert, needs_of, seen_by_others
from bot.desk.reply import KIND as REPLY
from bot.desk.reply import accepting, declining, redirecting
from bot.domain.availability import Availability
from bot.domain.introduction import Decline
from bot.domain.message import Message, Topic
from tests.play import Play
from tests.stand_ins import ADVISOR, BRIEF, CARVING, COMPANY, DRYING, FIRST, FIRST_EXPERT, NOBODYS, SECOND

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


def test_nothing_on_record_leads_to_a_company_that_was_erased(busy: Play) -> None:
    assert all(word in everything(busy) for word in (COMPANY, "The mill", "Larch", BRIEF))
    busy.happens(KIND, erasing(COMPANY))

    assert not any(word in everything(busy) for word in (COMPANY, "The mill", "Larch", BRIEF))


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
    unmatched = busy.asked(text="moon rocket")
    busy.later(days=30)
    busy.happens(KIND, erasing(COMPANY))
    held = [f"reminder:{PINE}", f"private_words:{OAK}#1", f"unmatched_need:{unmatched}"]

    assert [busy.slack.posts[key].message.erases for key in held] == [True] * len(held)


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
    assert (seen[PINE].knows_who, seen[PINE].by_expert, seen[PINE].by_advisors) == (False, True, False)
    assert (seen[f"N1/{NOBODYS}"].by_expert, seen[f"N1/{NOBODYS}"].by_advisors) == (False, True)


def test_an_experts_page_shows_what_they_were_asked_and_how_they_are_asked(busy: Play) -> None:
    page = desk_of_expert(busy.desk, FIRST_EXPERT)

    assert [each.introduction for each in page.requests] == [PINE]
    assert [each.expert for each in page.wishes] == [FIRST]


def test_an_expert_who_could_not_be_asked_sees_nothing_of_it(busy: Play) -> None:
    busy.slack.refused.add(FIRST_EXPERT)
    need = busy.asked(CARVING)

    assert busy.state(f"{need}/{CARVING}") == "with_advisor"
    assert [each.introduction for each in desk_of_expert(busy.desk, FIRST_EXPERT).requests] == [PINE]
