"""Every message that shows somebody's words to others is emptied or brought up to date when they are erased."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

import pytest

from bot.desk.erase import KIND, erasing
from bot.desk.reply import KIND as REPLY
from bot.desk.reply import accepting
from bot.desk.show import shown
from bot.domain.correction import Correction
from bot.domain.enquiry import Enquiry
from bot.domain.introduction import ByHand, Introduction
from bot.domain.lifecycle import IntroductionState
from bot.domain.message import AUDIENCE, ERASURES, UPDATES, Audience, Message, Topic
from bot.domain.need import Need
from bot.domain.private_words import About, Confidential, PrivateWords
from bot.domain.showing import ForAdvisor, ForAdvisors, ForDesk, Shown, Undeliverable
from bot.domain.triage import Triage
from bot.slack.rendering import render
from bot.slack.views.campus import Campus
from bot.workers import work_once
from matcher.answer import Reason
from tests.play import Play
from tests.slack.answers import (
    CAMPUS,
    DYEING,
    FOUND,
    MILLING,
    NOON,
    a_card,
    a_need,
    an_introduction,
    to_expert,
    to_group,
)
from tests.stand_ins import ADVISOR, COMPANY, DRYING, FIRST_EXPERT, MORNING

MARK = "Larch"
DAY = date(2026, 3, 9)
OTHERS: Final = (Audience.EXPERT, Audience.GROUP, Audience.ADVISORS, Audience.ADVISOR)
#: Updates and erasures stand in the place of one of these.
POSTED: Final = [topic for topic in Topic if AUDIENCE[topic] in OTHERS and topic not in {*UPDATES, *ERASURES.values()}]
ABOUT_NEEDS: Final = {
    Topic.NEED,
    Topic.NEED_ENDED,
    Topic.HANDED_OVER,
    Topic.CONSENT_REFUSED,
    Topic.ENQUIRY_ANSWERED,
}
ABOUT_NONE: Final = {Topic.DIGEST, Topic.LABELS_DUE, Topic.SET_FREE}


def message(topic: Topic) -> Message:
    """As it is put into the outbox."""
    if topic in ABOUT_NONE:
        return Message(topic, None, mark=DAY.isoformat())
    mark = "1" if topic in {Topic.PRIVATE_WORDS, Topic.ENQUIRY_ANSWERED} else ""
    return Message(topic, "N1", None if topic in ABOUT_NEEDS else f"N1/{DRYING}", mark)


def a_marked_need() -> Need:
    quoting = replace(FOUND.matches[0], reasons=(Reason(MARK, MARK),))
    return a_need(replace(FOUND, matches=(quoting,)), text=MARK)


def a_marked_introduction(state: IntroductionState) -> Introduction:
    card = replace(a_card(MILLING, MARK), company=MARK)
    return an_introduction(MILLING, card, state=state, by_hand=ByHand.NO_ANSWER)


def a_marked_case(topic: Topic) -> Shown:
    """Everything that a message may be made from, in which all words are the mark."""
    match AUDIENCE[topic]:
        case Audience.EXPERT:
            return to_expert(a_marked_introduction(IntroductionState.ASKED))
        case Audience.GROUP:
            return to_group(a_marked_introduction(IntroductionState.ACCEPTED))
        case _ if topic in ABOUT_NONE:
            correction = Correction("N7/1", "N7", ADVISOR, NOON, (MILLING,), (DYEING,), MARK)
            return ForDesk(DAY, corrections=((correction, a_marked_need()),))
        case audience:
            case = a_marked_case_for_advisors()
            return ForAdvisor(ADVISOR, case) if audience is Audience.ADVISOR else case


def a_marked_case_for_advisors() -> ForAdvisors:
    introduction = a_marked_introduction(IntroductionState.WITH_ADVISOR)
    return ForAdvisors(
        a_marked_need(),
        (introduction,),
        introduction,
        private_words=(PrivateWords(NOON, "N7", introduction.id, COMPANY, About.NOTE, Confidential(MARK)),),
        undeliverable=Undeliverable(3, Topic.REQUEST, "user_disabled"),
        triage=Triage("N7", ADVISOR, NOON),
        enquiries=(Enquiry("N7", ADVISOR, NOON, MARK, MARK, NOON),),
    )


HOLDING: Final = [
    topic for topic in POSTED if MARK in repr(render(replace(message(topic), need="N7"), a_marked_case(topic), CAMPUS))
]


@pytest.fixture
def play() -> Play:
    """A case that has come to an introduction, and a correction of it that nobody has decided about."""
    play = Play(None)
    play.asked(DRYING, text=f"oak for {MARK}", company=MARK)
    play.happens(REPLY, accepting(f"N1/{DRYING}", FIRST_EXPERT))
    with play.store.unit() as unit:
        unit.corrections.add(Correction("N1/1", "N1", ADVISOR, MORNING, (DRYING,), (DRYING,), f"{MARK} is dry."))
    return play


def posted(play: Play, told: Message) -> tuple[str, str]:
    """Where a message stands in Slack, also when it was told just now."""
    with play.store.unit() as unit:
        if unit.outbox.put(told, play.clock()):
            parcel = unit.outbox.take(play.clock())
            assert parcel is not None
            unit.outbox.sent(parcel.id, "C9", "9.1", play.clock())
        place = unit.outbox.place_of(told.key)
    assert place is not None
    return place


def put_in_its_place(play: Play, place: tuple[str, str]) -> list[str]:
    """What waits to stand there instead, as it will be read."""
    campus = Campus(play.desk.catalogue, play.desk.rules, play.clock())
    with play.store.unit() as unit:
        waiting = [held.message for held in unit.outbox.held()]
        there = [each for each in waiting if each.updates and unit.outbox.place_before(each) == place]
        values = [(each, shown(play.desk, unit, each)) for each in there]
        return [repr(render(each, value, campus)) for each, value in values if value is not None]


@pytest.mark.parametrize("topic", HOLDING)
def test_whatever_showed_words_to_others_shows_them_no_more(play: Play, topic: Topic) -> None:
    place = posted(play, message(topic))
    play.clock.at += timedelta(days=8)
    play.write(KIND, erasing(COMPANY))
    while work_once(play.desk):
        pass

    read = put_in_its_place(play, place)
    assert read
    assert not any(MARK in each for each in read)


def test_words_are_shown_to_every_audience_and_not_by_every_message() -> None:
    assert {AUDIENCE[topic] for topic in HOLDING} == set(OTHERS)
    assert set(POSTED) - set(HOLDING) >= {Topic.DIGEST, Topic.NEED_ENDED, Topic.CHECK_BACK}
