"""Every message, every modal and the Home tab, each once and in a state in which it has its buttons."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from bot.domain.availability import Availability
from bot.domain.card import Card
from bot.domain.case import Beside, Case
from bot.domain.correction import Correction
from bot.domain.enquiry import Enquiry
from bot.domain.introduction import ByHand, Introduction, Wait
from bot.domain.lifecycle import IntroductionState, NeedState
from bot.domain.message import AUDIENCE, Audience, Message, Topic
from bot.domain.need import Door
from bot.domain.private_words import About as WhatAbout
from bot.domain.private_words import Confidential, PrivateWords
from bot.domain.queue import Filters, Line, Page, Pile
from bot.domain.showing import ForAdvisor, ForAdvisors, ForCompany, ForDesk, Shown, Undeliverable
from bot.domain.triage import Triage
from bot.rehearsal.wire import Json
from bot.slack.rendering import render
from bot.slack.views import (
    all_matches,
    answer,
    ask,
    availability,
    brief,
    choose,
    decline,
    enquiry,
    feedback,
    home,
    how_to_ask,
    not_before,
    own_data,
    put_right,
    redirect,
)
from bot.slack.views.choice import Subject
from bot.slack.views.desk import brief as advisors_brief
from bot.slack.views.desk import (
    case,
    correction,
    ending,
    file,
    filters,
    hand_over,
    heard,
    introduce,
    merge,
    no_match,
    noting,
    queue,
    reading,
    rest,
)
from bot.slack.views.desk import enquiry as advisors_enquiry
from bot.slack.views.desk.about import About
from bot.slack.views.desk.advisor import Advisor
from bot.slack.views.desk.beneath import Reading, Turned, Whole
from bot.slack.views.desk.look import Look
from bot.slack.views.entry import entry_facts
from tests.slack.answers import (
    ASKS_BACK,
    CAMPUS,
    DYEING,
    FOUND,
    JOINER,
    MILLING,
    MISSED,
    NO_NEED,
    NOON,
    WORKSHOP,
    a_card,
    a_need,
    an_introduction,
    to_advisors,
    to_company,
    to_expert,
    to_group,
)

SUBJECT = Subject(f"N7/{MILLING}", "en")
ABOUT = About("N7", "en")
ADVISOR = Advisor("U0ADVISOR", "en", CAMPUS)
WISHES = Availability(JOINER)
ASKED = Enquiry("N7", "", NOON, "How thick are they?")
CORRECTED = Correction("N7/1", "N7", "U0ADVISOR", NOON, (MILLING,), (DYEING,), "They want cushions.")
TODAY = date(2026, 3, 2)


def postings(*audiences: Audience) -> Iterator[list[Json]]:
    """Every message, as it leaves through the outbox; or only those to some."""
    for topic in (each for each in Topic if AUDIENCE[each] in (audiences or Audience)):
        message = Message(topic, "N7", f"N7/{MILLING}")
        yield render(message, shown_for(topic), CAMPUS).blocks


def postings_to_introduce() -> Iterator[list[Json]]:
    """What advisors get where both said yes and their conversation could not be opened."""
    for topic in (Topic.REQUEST_BY_HAND, Topic.BY_HAND_WAITS):
        yield render(Message(topic, "N7", f"N7/{MILLING}"), to_advisors(both_agreed()), CAMPUS).blocks


def shown_for(topic: Topic) -> Shown:
    """What a message of a topic may be made from."""
    match AUDIENCE[topic]:
        case Audience.COMPANY:
            return _to_company(topic)
        case Audience.EXPERT:
            return to_expert()
        case Audience.GROUP:
            return to_group()
        case Audience.ADVISOR:
            return ForAdvisor(
                "U0ADVISOR", replace(_a_case_for_advisors(), need=replace(a_need(FOUND), state=NeedState.FILED))
            )
        case Audience.ADVISORS:
            return _to_advisors(topic)


def modals() -> Iterator[Json]:
    """Every modal, and the Home tab of somebody who is company, expert and advisor in one."""
    yield from _modals_of_companies()
    yield from _modals_of_experts()
    yield from modals_of_advisors()
    company_and_expert = home.Visitor("en", [to_company(an_introduction())], (), [WISHES], [to_expert()])
    yield home.home_view(replace(company_and_expert, desk=_desk()), CAMPUS)


def home_of_advisor() -> Json:
    """The Home tab of somebody who is an advisor alone."""
    return home.home_view(home.Visitor("en", desk=_desk()), CAMPUS)


def home_of_nobody() -> Json:
    """The Home tab of somebody who has asked nothing, and is asked nothing."""
    return home.home_view(home.Visitor("en"), CAMPUS)


def others() -> Iterator[object]:
    """What stands in messages in some states only, and answers to commands."""
    next_choice = to_company(an_introduction(state=IntroductionState.APPROVED, waits=Wait.NEXT))
    yield answer.answer_posting(a_need(ASKS_BACK), ASKS_BACK, WORKSHOP).blocks
    yield answer.answer_posting(a_need(MISSED), MISSED, WORKSHOP).blocks
    yield from postings_to_introduce()
    yield own_data.erase_posting("en").blocks
    yield own_data.need_with_progress(next_choice, CAMPUS)
    yield own_data.withdraw_posting([to_company()], "en").blocks


def _to_company(topic: Topic) -> ForCompany:
    told = to_company(an_introduction())
    if topic in {Topic.SUGGESTION, Topic.SUGGESTION_CHANGED, Topic.UNDECIDED}:
        return to_company(an_introduction(state=IntroductionState.PROPOSED))
    if topic in {Topic.CONSENT, Topic.CONSENT_CHANGED}:
        return to_company(need=replace(a_need(FOUND), state=NeedState.FILED, answer=None))
    return replace(told, enquiry=ASKED, referral="Nobody here can.", goes_on_in="N8")


def _to_advisors(topic: Topic) -> ForAdvisors | ForDesk:
    if topic in {Topic.DIGEST, Topic.LABELS_DUE, Topic.LABELS_CHANGED, Topic.SET_FREE}:
        return ForDesk(TODAY, dict.fromkeys(Pile, 3), ((CORRECTED, a_need(FOUND)),), 2)
    return to_advisors(an_introduction()) if topic in {Topic.LATE, Topic.LATE_CHANGED} else _a_case_for_advisors()


def _a_case_for_advisors() -> ForAdvisors:
    undeliverable = Undeliverable(3, Topic.REQUEST, "user_disabled")
    return to_advisors(
        private_words=(some_words(),), undeliverable=undeliverable, triage=Triage("N7"), enquiries=(ASKED,)
    )


def _modals_of_companies() -> Iterator[Json]:
    found, form = a_need(FOUND), brief.Form("N7", (MILLING, DYEING), named=True)
    cards: list[Card] = [a_card(MILLING), a_card(DYEING)]
    yield brief.brief_modal(found, form, brief.Draft("Write to joiner@example.com", "Chairs"), cards, WORKSHOP)
    yield from (brief.under_way_modal(found, MILLING, WORKSHOP), brief.over_modal(found, MILLING, WORKSHOP))
    yield from (all_matches.all_matches_modal(found, FOUND, WORKSHOP), choose.choose_modal(found, FOUND, WORKSHOP))
    yield choose.choose_modal(a_need(NO_NEED), NO_NEED, WORKSHOP)
    yield put_right.put_right_modal(found, FOUND)
    yield from (ask.ask_modal(Door.HOME, "en"), ask.received_modal("en"), enquiry.answer_modal(found, ASKED))


def _modals_of_experts() -> Iterator[Json]:
    yield from (not_before.not_before_modal(SUBJECT, TODAY), redirect.redirect_modal(SUBJECT))
    yield decline.decline_modal(SUBJECT, decline.CALLBACK)
    yield from (how_to_ask.contact_modal(SUBJECT), how_to_ask.description_modal(SUBJECT))
    yield feedback.feedback_modal(SUBJECT)
    yield availability.availability_modal(WISHES, CAMPUS, "en")


def modals_of_advisors() -> Iterator[Json]:
    """Every modal of the advisors alone."""
    found, draft = a_need(FOUND), advisors_brief.Draft(MILLING, "Write to joiner@example.com")
    referral = no_match.first_referral(a_need(MISSED), WORKSHOP)
    yield queue.queue_modal(a_queue(), CAMPUS, "en")
    yield filters.filters_modal(Look(Pile.ALL), CAMPUS, "en")
    yield decline.decline_modal(SUBJECT, decline.BY_HAND_CALLBACK)
    yield case.case_page(a_case(), Turned("N7", back="N6", look=Look().packed(TODAY)), ADVISOR)
    yield case.case_page(a_case(taken="U0ADVISOR", until=date(2026, 3, 9)), Turned("N7"), ADVISOR)
    yield case.case_page(a_case(taken="U0ADVISOR2"), Turned("N7"), ADVISOR)
    yield case.case_page(replace(a_case(), introductions=(both_agreed(),)), Turned("N7"), ADVISOR)
    yield from (reading.reading_modal(Reading("N7", each), a_case(), ADVISOR) for each in Whole)
    yield reading.reading_modal(Reading("N7", Whole.WORDS, 1), a_case("long " * 100_000), ADVISOR)
    yield from (each(found, ABOUT) for each in (ending.ending_modal, noting.note_modal, merge.merge_modal))
    yield from (hand_over.hand_over_modal(found, ABOUT), rest.rest_modal(found, ABOUT, TODAY))
    yield no_match.no_match_modal(a_need(MISSED), no_match.Form("N7", "en"), referral, WORKSHOP)
    yield heard.heard_no_modal(heard.Heard("N7", "en", "", f"N7/{MILLING}"), entry_facts(WORKSHOP, MILLING, "en"))
    yield correction.correction_modal(found, ABOUT, WORKSHOP)
    yield advisors_brief.brief_modal(found, advisors_brief.Form("N7", "en"), draft, WORKSHOP)
    yield advisors_enquiry.enquire_modal(found, ABOUT)
    yield introduce.introduce_modal([an_introduction()], ABOUT, WORKSHOP)
    yield file.file_modal("en")


def _desk() -> home.AdvisorsDesk:
    return home.AdvisorsDesk(queue.queue_blocks(a_queue(), CAMPUS, "en"), a_queue().look.packed(TODAY))


def some_words() -> PrivateWords:
    said = Confidential("Good.")
    return PrivateWords(NOON, "N7", f"N7/{MILLING}", "U0EXPERT", WhatAbout.FEEDBACK, said, useful=True)


def a_case(text: str = "Forty chair backs in oak", taken: str | None = None, until: date | None = None) -> Case:
    """One with more of everything than a page shows."""
    beside = tuple(Beside(f"N{number}", "chairs", NeedState.MATCHED, NOON) for number in range(10, 20))
    asked = replace(ASKED, answer="Twenty millimetres.", answered_at=NOON)
    return Case(
        a_need(FOUND, text=text),
        Triage("N7", taken, NOON if taken else None, snoozed_until=until),
        introductions=(by_hand(), an_introduction(DYEING)) * 3,
        private_words=(some_words(),) * 4,
        enquiries=(asked, asked),
        corrections=(CORRECTED, CORRECTED),
        near=beside,
    )


def by_hand() -> Introduction:
    return an_introduction(state=IntroductionState.WITH_ADVISOR, by_hand=ByHand.NO_ANSWER)


def both_agreed() -> Introduction:
    return an_introduction(state=IntroductionState.WITH_ADVISOR, by_hand=ByHand.BOTH_AGREED)


def a_queue() -> queue.Queue:
    """The second page of a pile, narrowed, so that all ways out of it are there."""
    asker = a_need(FOUND).asker
    line = Line(
        "N7", "Chairs", asker, "en", NeedState.MATCHED, None, NOON, NOON, None, ("timber-workshop",), None, None
    )
    look = Look(Pile.ALL, Filters(language="sv"), 10)
    return queue.Queue("U0ADVISOR", look, Pile.ALL, dict.fromkeys(Pile, 40), Page((line,) * 10, 40, 10))
