from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.desk.request import hand_over_unopened, least_busy, may_choose, request
from bot.domain.introduction import Introduction
from bot.domain.lifecycle import IntroductionState
from bot.domain.people import Contact, Reach
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
    SECOND,
    SECOND_EXPERT,
    Office,
    an_introduction,
)

LINKED = Contact(FIRST, slack=FIRST_EXPERT)
BY_EMAIL = Contact(FIRST, email="first@example.com")
users = st.sampled_from(["U1", "U2", "U3", "U4"])


@pytest.fixture
def village(office: Office) -> Office:
    """An office where a need was answered and the first expert is linked."""
    office.has_need("N1")
    link(office, LINKED)
    return office


def link(office: Office, *contacts: Contact) -> None:
    with office.store.unit() as unit:
        for contact in contacts:
            unit.contacts.unlink(contact.expert)
            unit.contacts.link(contact)


def chosen(office: Office, entry: str = DRYING) -> Introduction:
    """The introduction after the company chose an entry."""
    request(office.desk, office.requests("N1", entry))
    with office.store.unit() as unit:
        return unit.introductions.get(f"N1/{entry}")


def test_an_approved_choice_is_kept_and_its_thread_is_opened(village: Office) -> None:
    assert chosen(village) == an_introduction()
    assert village.told() == [f"introduction:N1/{DRYING}"]
    assert village.inbox_states() == ["done"]


def test_consent_is_an_event_with_the_words_that_were_approved(village: Office) -> None:
    arrival = village.requests("N1", DRYING)
    village.clock.move(minutes=5)
    request(village.desk, arrival)

    with village.store.unit() as unit:
        (event,) = unit.events.of_need("N1")
    assert (event.actor, event.name, event.at) == (COMPANY, "approved", MORNING)
    assert event.kept == {"brief": "We want to dry oak.", "entry": DRYING}


@pytest.mark.parametrize(
    ("entry", "contacts", "reaches", "user", "hurdle"),
    [
        (DRYING, [], {}, None, Reach.UNLINKED),
        (NOBODYS, [LINKED], {}, None, Reach.UNLINKED),
        ("joinery/gone", [LINKED], {}, None, Reach.UNLINKED),
        (CARVING, [BY_EMAIL], {}, None, Reach.NOT_IN_SLACK),
        (CARVING, [Contact(FIRST)], {}, None, Reach.NOT_IN_SLACK),
        (CARVING, [LINKED], {FIRST_EXPERT: Reach.DEACTIVATED}, FIRST_EXPERT, Reach.DEACTIVATED),
        (CARVING, [LINKED], {FIRST_EXPERT: Reach.ELSEWHERE}, FIRST_EXPERT, Reach.ELSEWHERE),
        (CARVING, [LINKED], {COMPANY: Reach.ELSEWHERE}, FIRST_EXPERT, Reach.ELSEWHERE),
    ],
)
def test_whoever_is_out_of_reach_makes_it_the_advisors_work(
    office: Office, entry: str, contacts: list[Contact], reaches: dict[str, Reach], user: str | None, hurdle: Reach
) -> None:
    office.has_need("N1")
    office.villagers.reaches = reaches
    link(office, *contacts)

    introduction = chosen(office, entry)

    assert (introduction.expert_user, introduction.hurdle) == (user, hurdle)
    assert introduction.state is IntroductionState.WITH_ADVISOR
    assert office.told() == [f"request_by_hand:N1/{entry}", f"advisor_answers:N1/{entry}"]
    assert office.happened("N1") == ["approved", "out_of_reach"]


def test_an_expert_known_by_email_is_found_in_slack(village: Office) -> None:
    link(village, BY_EMAIL)
    village.villagers.emails = {"first@example.com": FIRST_EXPERT}

    assert chosen(village, CARVING).expert_user == FIRST_EXPERT
    assert village.told() == [f"introduction:N1/{CARVING}"]


@pytest.mark.parametrize("first", [Reach.DEACTIVATED, Reach.ELSEWHERE])
def test_an_expert_who_can_be_reached_goes_before_one_who_cannot(village: Office, first: Reach) -> None:
    link(village, LINKED, Contact(SECOND, slack=SECOND_EXPERT))
    village.villagers.reaches = {FIRST_EXPERT: first}

    assert chosen(village).expert == SECOND


def test_the_first_of_several_experts_in_reach_is_asked(village: Office) -> None:
    link(village, LINKED, Contact(SECOND, slack=SECOND_EXPERT))

    assert chosen(village).expert == FIRST


def test_a_linked_expert_out_of_reach_goes_before_an_unlinked_one(office: Office) -> None:
    office.has_need("N1")
    link(office, Contact(SECOND, slack=SECOND_EXPERT))
    office.villagers.reaches = {SECOND_EXPERT: Reach.DEACTIVATED}

    assert chosen(office).expert == SECOND


def test_without_any_link_the_catalogues_first_expert_is_named(office: Office) -> None:
    office.has_need("N1")

    assert chosen(office).expert == FIRST


def test_an_expert_can_be_chosen_directly(village: Office) -> None:
    assert chosen(village, FIRST).expert_user == FIRST_EXPERT


def test_an_introduction_goes_on_without_any_advisor(village: Office) -> None:
    village.villagers.there = []

    assert chosen(village).advisor is None
    assert village.told() == [f"introduction:N1/{DRYING}"]


def test_an_asker_who_is_the_expert_meets_an_advisor_who_is_neither(village: Office) -> None:
    link(village, Contact(FIRST, slack=COMPANY))
    village.villagers.there = [COMPANY, ADVISOR]

    introduction = chosen(village)

    assert (introduction.expert_user, introduction.advisor) == (COMPANY, ADVISOR)


def test_an_expert_who_is_an_advisor_is_not_both(village: Office) -> None:
    village.villagers.there = [FIRST_EXPERT]

    assert chosen(village).advisor is None


def test_the_advisor_with_the_fewest_introductions_takes_part(village: Office) -> None:
    village.villagers.there = [ADVISOR, OTHER_ADVISOR]

    assert [chosen(village, entry).advisor for entry in (DRYING, CARVING, FIRST)] == [ADVISOR, OTHER_ADVISOR, ADVISOR]


@given(advisors=st.lists(users, unique=True), busy=st.dictionaries(users, st.integers(0, 3)), besides=st.sets(users))
def test_no_advisor_who_may_take_part_is_less_busy(
    advisors: list[str], busy: dict[str, int], besides: set[str]
) -> None:
    advisor = least_busy(advisors, busy, besides)

    free = [one for one in advisors if one not in besides]
    assert (advisor is None) == (not free)
    assert all(busy.get(advisor or "", 0) <= busy.get(one, 0) for one in free)


def test_choosing_twice_is_one_introduction(village: Office) -> None:
    chosen(village)
    chosen(village)

    assert village.told() == [f"introduction:N1/{DRYING}"]
    assert village.happened("N1") == ["approved"]
    assert village.inbox_states() == ["done", "done"]


def test_choosing_again_does_not_change_the_approved_brief(village: Office) -> None:
    first = chosen(village)
    again = village.requests("N1", DRYING)
    request(village.desk, replace(again, body={**again.body, "brief": "Another brief."}))

    with village.store.unit() as unit:
        assert unit.introductions.of_need("N1") == [first]


@pytest.mark.parametrize(("need", "user"), [("N1", "USOMEBODY"), ("N99", COMPANY)])
def test_a_choice_that_is_not_theirs_is_given_up_without_a_word(village: Office, need: str, user: str) -> None:
    request(village.desk, village.requests(need, DRYING, user))

    assert village.inbox_states() == ["given_up"]
    assert village.told() == []
    assert village.happened(need) == []


@pytest.mark.parametrize(("need", "user", "may"), [("N1", COMPANY, True), ("N1", "UX", False), ("N9", COMPANY, False)])
def test_only_who_asked_may_choose(village: Office, need: str, user: str, may: bool) -> None:  # noqa: FBT001 - a case
    assert may_choose(village.desk, need, user) is may


def test_a_directory_that_is_out_of_order_changes_nothing(village: Office) -> None:
    village.villagers.failures = 1
    arrival = village.requests("N1", DRYING)

    with pytest.raises(ConnectionError):
        request(village.desk, arrival)
    assert (village.told(), village.happened("N1"), village.inbox_states()) == ([], [], ["taken"])


def test_a_choice_that_cannot_be_worked_on_goes_to_the_advisors(village: Office) -> None:
    hand_over_unopened(village.desk, village.requests("N1", DRYING), "ConnectionError")

    with village.store.unit() as unit:
        (introduction,) = unit.introductions.of_need("N1")
    assert (introduction.expert, introduction.hurdle) == (FIRST, Reach.REFUSED)
    assert village.told() == [f"request_by_hand:N1/{DRYING}", f"advisor_answers:N1/{DRYING}"]
    assert village.happened("N1") == ["approved", "broke", "out_of_reach"]
    assert village.inbox_states() == ["given_up"]


def test_each_choice_that_cannot_be_worked_on_is_told(village: Office) -> None:
    for entry in (DRYING, CARVING):
        hand_over_unopened(village.desk, village.requests("N1", entry), "ConnectionError")

    assert [key for key in village.told() if key.startswith("request_by_hand:")] == [
        f"request_by_hand:N1/{DRYING}",
        f"request_by_hand:N1/{CARVING}",
    ]


def test_a_choice_that_was_made_meanwhile_is_not_handed_over(village: Office) -> None:
    chosen(village)
    hand_over_unopened(village.desk, village.requests("N1", DRYING), "ConnectionError")

    assert village.told() == [f"introduction:N1/{DRYING}"]


@pytest.mark.parametrize(("need", "user"), [("N1", "USOMEBODY"), ("N99", COMPANY)])
def test_a_choice_that_is_not_theirs_is_not_handed_over_either(village: Office, need: str, user: str) -> None:
    hand_over_unopened(village.desk, village.requests(need, DRYING, user), "ConnectionError")

    assert (village.told(), village.inbox_states()) == ([], ["given_up"])
