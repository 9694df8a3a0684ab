from dataclasses import replace

import pytest

from bot.desk.enquire import KIND as ENQUIRE
from bot.desk.enquire import asking
from bot.desk.erase import KIND as ERASE
from bot.desk.erase import erasing
from bot.desk.reply import KIND, accepting
from bot.desk.show import shown
from bot.desk.triage import KIND as TRIAGE
from bot.desk.triage import taking
from bot.domain.lifecycle import IntroductionState
from bot.domain.message import UPDATES, Audience, Message, Topic
from bot.domain.people import Person
from bot.domain.showing import ForAdvisor, ForAdvisors, ForCompany, ForExpert, ForGroup, Shown, for_group
from bot.domain.telling import MAKES_SENSE_IN
from tests.play import Play
from tests.stand_ins import ADVISOR, COMPANY, DRYING, FIRST_EXPERT, an_introduction

OAK = f"N1/{DRYING}"
TYPES = {
    Audience.COMPANY: ForCompany,
    Audience.EXPERT: ForExpert,
    Audience.GROUP: ForGroup,
    Audience.ADVISORS: ForAdvisors,
    Audience.ADVISOR: ForAdvisor,
}


def show(play: Play, topic: Topic, introduction: str | None = OAK) -> Shown | None:
    with play.store.unit() as unit:
        return shown(play.desk, unit, Message(topic, "N1", introduction, mark="1"))


@pytest.mark.parametrize("topic", [topic for topic in Topic if topic is not Topic.UNDELIVERABLE])
def test_every_topic_shows_the_value_of_its_audience_and_no_other(play: Play, topic: Topic) -> None:
    play.asked(DRYING)
    play.happens(KIND, accepting(OAK, FIRST_EXPERT))
    play.happens(TRIAGE, taking("N1", ADVISOR))
    play.happens(ENQUIRE, asking("N1", ADVISOR, "How thick is the oak?"))

    value = show(play, topic)

    assert value is None or type(value) is TYPES[Message(topic, "N1").audience]


@pytest.mark.parametrize("topic", MAKES_SENSE_IN)
def test_what_has_lost_its_meaning_is_not_told(play: Play, topic: Topic) -> None:
    play.asked(DRYING)
    play.happens("withdraw", {"user": COMPANY, "need": "N1", "introduction": OAK})

    assert show(play, topic) is None


@pytest.mark.parametrize("topic", [Topic.ADVISOR_SUGGESTS, Topic.ENQUIRY, Topic.CONSENT, Topic.HANDED_OVER])
def test_what_a_need_has_outgrown_is_not_told(play: Play, topic: Topic) -> None:
    play.asked()
    play.happens("withdraw", {"user": COMPANY, "need": "N1", "introduction": None})

    assert show(play, topic, None) is None


@pytest.mark.parametrize("update", [Topic.SUGGESTION_CHANGED, Topic.LATE_CHANGED, Topic.INTRODUCTION_CHANGED])
def test_what_was_never_posted_is_not_updated(play: Play, update: Topic) -> None:
    play.asked(DRYING)

    assert show(play, update) is None


def test_a_posted_card_is_updated(play: Play) -> None:
    play.asked(DRYING)

    assert isinstance(show(play, Topic.REQUEST_CHANGED), ForExpert)


@pytest.mark.parametrize("topic", [Topic.REQUEST, Topic.INTRODUCTION, Topic.THREAD_ENDED])
def test_a_message_about_no_introduction_has_nothing_for_experts_and_groups(play: Play, topic: Topic) -> None:
    play.asked()

    assert show(play, topic, None) is None


def test_a_thread_is_told_nothing_before_it_stands(play: Play) -> None:
    play.asked(DRYING)

    assert show(play, Topic.THREAD_ENDED) is None


def test_nobody_is_shown_who_asks_before_both_agreed(play: Play) -> None:
    play.asked(DRYING)
    asked = play.introduction(OAK)
    with play.store.unit() as unit:
        unit.introductions.save(replace(asked, step=asked.step + 1, thread=None), was=asked.state)

    assert show(play, Topic.INTRODUCTION) is None


def test_what_was_erased_is_told_to_nobody_and_the_card_is_wiped(play: Play) -> None:
    play.asked(DRYING)
    play.happens(ERASE, erasing(COMPANY))

    assert show(play, Topic.PROGRESS) is None
    card = show(play, Topic.REQUEST_CHANGED)
    assert isinstance(card, ForExpert)
    assert (card.card.brief, card.state) == ("", "withdrawn")


def test_a_proposal_has_no_card_to_show_to_an_expert(play: Play) -> None:
    play.asked()
    with play.store.unit() as unit:
        unit.introductions.add(replace(an_introduction(), card=None, expert_user="U1"))

    assert show(play, Topic.REQUEST_CHANGED) is None
    assert show(play, Topic.EXPERT_QUESTIONS) is None


def test_every_update_makes_sense_whenever_its_card_stands() -> None:
    assert not set(UPDATES) & set(MAKES_SENSE_IN)


def test_a_group_without_a_known_expert_is_told_nothing() -> None:
    accepted = replace(an_introduction(), state=IntroductionState.ACCEPTED)

    assert for_group(accepted, Person("T1", COMPANY), ("G1", "1.1")) is None


def test_an_erasure_reaches_an_advisor_when_nobody_has_the_need_any_more(play: Play) -> None:
    play.asked()
    handed_over = Message(Topic.HANDED_OVER, "N1", mark="1")
    with play.store.unit() as unit:
        unit.outbox.put(handed_over, play.clock())
        parcel = unit.outbox.take(play.clock())
        assert parcel is not None
        unit.outbox.sent(parcel.id, "D1", "1.1", play.clock())
        erasure = Message(Topic.ERASED_FOR_ADVISOR, "N1", mark=handed_over.key)

        assert isinstance(shown(play.desk, unit, erasure), ForAdvisor)
        assert shown(play.desk, unit, handed_over) is None
