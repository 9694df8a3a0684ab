from dataclasses import replace

from bot.desk.case import case_of
from bot.desk.erase import KIND as ERASE
from bot.desk.erase import erasing
from bot.desk.notes import KIND, noting
from bot.desk.withdraw import KIND as WITHDRAW
from bot.desk.withdraw import withdrawing
from bot.domain.case import Case
from bot.domain.correction import Correction
from bot.domain.enquiry import Enquiry
from bot.domain.lifecycle import NeedEvent, NeedState
from bot.domain.need import Need
from bot.domain.people import Contact
from bot.domain.triage import Triage
from tests.play import Play
from tests.stand_ins import (
    ADVISOR,
    CARVING,
    COMPANY,
    DRYING,
    FIRST,
    FIRST_EXPERT,
    MORNING,
    NOBODYS,
    OTHER_ADVISOR,
    WordMatcher,
    a_need,
)

OAK = f"N1/{DRYING}"
ENQUIRY = Enquiry("N1", ADVISOR, MORNING, "How thick?")
CORRECTION = Correction("N1/9", "N1", ADVISOR, MORNING, (DRYING,), (CARVING,), "They carve, they said.")


def case(play: Play, need: str = "N1", user: str = ADVISOR) -> Case:
    found = case_of(play.desk, need, user)
    assert found is not None
    return found


def test_a_case_holds_everything_about_a_need(play: Play) -> None:
    play.asked(DRYING, NOBODYS)
    play.happens(KIND, noting("N1", ADVISOR, "A nice call."))
    with play.store.unit() as unit:
        unit.enquiries.add(ENQUIRY)
        unit.corrections.add(CORRECTION)
    found = case(play)

    assert [each.id for each in found.introductions] == [OAK, f"N1/{NOBODYS}"]
    assert [clock.kind for clock in found.clocks[OAK]] == ["reminder", "warning", "promise"]
    assert found.contacts == {OAK: Contact(FIRST, FIRST_EXPERT)}
    assert found.events[0].name == "asked"
    assert [each.words.for_advisors() for each in found.private_words] == ["A nice call."]
    assert (found.enquiries, found.corrections) == ((ENQUIRY,), (CORRECTION,))
    assert found.triage == Triage("N1", acted_at=play.clock())


def test_there_is_no_case_of_a_need_that_does_not_exist(play: Play) -> None:
    assert case_of(play.desk, "N99", ADVISOR) is None


def test_earlier_needs_are_the_same_companys_newest_first(play: Play) -> None:
    for text in ("oak", "pine", "birch"):
        play.asked(text=text)
        play.clock.move(hours=1)
    play.asked(text="oak", user="UOTHERCOMPANY")

    assert [each.text for each in case(play, "N3").earlier] == ["pine", "oak"]
    assert case(play).earlier == ()


def test_near_duplicates_are_those_of_others(play: Play) -> None:
    for user in (COMPANY, COMPANY, "UOTHERCOMPANY"):
        play.asked(text="oak boards", user=user)

    assert [each.id for each in case(play).near] == ["N3"]


def test_what_a_company_did_not_agree_to_stays_its_authors_also_when_it_is_over(play: Play) -> None:
    play.asked(text="pine")
    filed = replace(a_need("N9", text="oak"), state=NeedState.FILED, filed_by=OTHER_ADVISOR)
    with play.store.unit() as unit:
        unit.needs.add(filed)
        unit.triage.save(Triage("N1", same_as="N9"), was=None)
    assert_only_its_author_knows_of(play, filed)
    play.happens(WITHDRAW, withdrawing(COMPANY, "N9"))

    assert_only_its_author_knows_of(play, filed)


def assert_only_its_author_knows_of(play: Play, need: Need) -> None:
    assert case_of(play.desk, need.id, ADVISOR) is None
    assert case(play).same == case(play).near == ()
    assert case(play, user=OTHER_ADVISOR).same[0].id == need.id
    assert case(play, need.id, OTHER_ADVISOR).need.text == need.text


def test_what_a_company_agreed_to_every_advisor_may_know() -> None:
    filed = replace(a_need(), state=NeedState.FILED, filed_by=OTHER_ADVISOR)
    agreed = filed.after(NeedEvent.CONSENTED)

    assert [each.may_be_read_by(ADVISOR) for each in (filed, agreed)] == [False, True]
    assert agreed.answered(WordMatcher().answer("oak")).after(NeedEvent.WITHDRAWN).may_be_read_by(ADVISOR)


def test_a_case_of_a_company_that_was_erased_has_no_earlier_needs(play: Play) -> None:
    play.asked(text="oak")
    play.asked(text="pine")
    play.happens(ERASE, erasing(COMPANY))

    assert (case(play, "N2").earlier, case(play, "N2").near) == ((), ())
